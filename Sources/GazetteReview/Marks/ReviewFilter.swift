import GazetteModel
import GazetteText

/// Answers the review terms of a query for one reviewer: `is:`, `tag:`, `note:` and `by:`. What it does
/// not know it asks another source.
///
/// What a clause is marked, all below it is, so that `@省生态环境厅 is:unread` also finds a clause whose
/// duty is printed in a subclause. Only units can be unread.
public struct ReviewTerms: ReviewTermSource {
  private let scope: ReviewScope
  /// The reviewer's marks at nodes that are there.
  private let marks: [(node: NodeID, mark: ReviewMark)]
  private let reviewer: String
  /// Answers what marks do not.
  private let others: (any ReviewTermSource)?

  /// Takes the marks of one reviewer.
  ///
  /// - Parameters:
  ///   - scope: What of the issue is reviewed.
  ///   - marks: The marks that hold, of everybody.
  ///   - reviewer: Whose marks the terms are about.
  ///   - others: Answers what marks do not.
  public init(
    scope: ReviewScope, marks: [ReviewMark], reviewer: String,
    others: (any ReviewTermSource)? = nil
  ) {
    self.others = others
    self.scope = scope
    self.reviewer = reviewer
    self.marks = marks.filter { $0.reviewer == reviewer }.compactMap { mark in
      scope.node(of: mark.key).map { ($0, mark) }
    }
  }

  /// The words that may stand behind `is:`, and what they mean; nil is “changed since”.
  public static let states: [(word: String, state: ReviewState?)] =
    ReviewState.allCases.flatMap { state in
      [(state.rawValue, state), (state.name(in: .chinese), state)]
    } + [("changed", nil), ("有改动", nil)]

  /// The nodes of the issue whose marks are as the terms want them.
  public func nodes(
    matching field: ReviewField, _ value: String, in issue: Issue
  ) -> [NodeID]? {
    switch field {
    case .state:
      let word = value.lowercased()
      guard let wanted = Self.states.first(where: { $0.word == word }) else {
        return others?.nodes(matching: field, value, in: issue)
      }
      guard let state = wanted.state else { return nodes(issue) { scope.isChanged($0) } }
      if state != .unread { return nodes(issue) { scope.state(of: $0) == state } }
      let read = Set(
        marks.filter { scope.row(of: $0.mark.key) == nil && scope.state(of: $0.mark) != .unread }
          .map(\.node)
      ).union(readTables)
      return spread(scope.units.filter { !read.contains($0) }, issue)
    case .tag:
      let wanted = FoldedText(ReviewRules.tag(value) ?? value).folded
      return nodes(issue) { $0.tags.contains { FoldedText($0).folded == wanted } }
    case .note:
      let wanted = FoldedText(value)
      return nodes(issue) { !FoldedText($0.note).occurrences(of: wanted.folded).isEmpty }
    case .reviewer:
      return FoldedText(value).folded == FoldedText(reviewer).folded
        ? nodes(issue) { _ in true } : []
    case .assigned: return others?.nodes(matching: field, value, in: issue)
    }
  }

  /// The units that are nothing but a table of which every row is read.
  private var readTables: [NodeID] {
    let rows = Set(
      marks.filter { scope.row(of: $0.mark.key) != nil && scope.state(of: $0.mark) != .unread }
        .map(\.mark.key))
    return Set(marks.map(\.node)).filter { id in
      scope.isTable(id) && scope.rowKeys(of: id).allSatisfy(rows.contains)
    }
  }

  private func nodes(_ issue: Issue, where matches: (ReviewMark) -> Bool) -> [NodeID] {
    spread(marks.filter { matches($0.mark) }.map(\.node), issue)
  }

  /// The nodes with what belongs to the same unit.
  private func spread(_ nodes: [NodeID], _ issue: Issue) -> [NodeID] {
    nodes.flatMap { id in scope.wholeUnit(id, of: issue).map { NodeID($0) } }
  }
}

/// A query worked out over everybody's marks, each reviewer's for itself.
public struct ReviewFilter: Sendable {
  private let issue: Issue
  private let scope: ReviewScope
  /// Whether a node inside a unit stands for the whole; not where the query asks for what is not
  /// there.
  private let looksInside: Bool
  /// What matches for each reviewer, and under the empty name for clauses that nobody marked.
  private let matches: [String: NodeSet]
  /// Terms that could not be answered.
  public let diagnostics: [QueryDiagnostic]

  /// Works out a query for each of some reviewers and for nobody.
  ///
  /// - Parameters:
  ///   - query: What is asked for.
  ///   - index: What the other terms of the query are looked up in.
  ///   - scope: What of the issue is reviewed.
  ///   - marks: The marks that hold, of everybody.
  ///   - reviewers: For whom it is worked out.
  ///   - others: Answers what marks do not, for the marks of a reviewer.
  public init(
    _ query: Query, index: FilterIndex, scope: ReviewScope, marks: [ReviewMark],
    reviewers: some Sequence<String>,
    others: (String) -> (any ReviewTermSource)? = { _ in nil }
  ) {
    issue = index.issue
    self.scope = scope
    looksInside = !query.operations.contains(.not)
    var matches: [String: NodeSet] = [:]
    var diagnostics: [QueryDiagnostic] = []
    for reviewer in Set(reviewers).union([""]) {
      var index = index
      index.review = ReviewTerms(
        scope: scope, marks: marks, reviewer: reviewer, others: others(reviewer))
      let result = index.evaluate(query)
      matches[reviewer] = result.matches
      for diagnostic in result.diagnostics where !diagnostics.contains(diagnostic) {
        diagnostics.append(diagnostic)
      }
    }
    self.matches = matches
    self.diagnostics = diagnostics
  }

  /// Whether the query asks for the mark at a node, or for the node that nobody marked.
  public func matches(_ id: NodeID, _ mark: ReviewMark?) -> Bool {
    guard let nodes = matches[mark?.reviewer ?? ""] else { return false }
    if nodes.contains(id) { return true }
    return looksInside && scope.wholeUnit(id, of: issue).contains { nodes.contains(NodeID($0)) }
  }
}

extension ReviewScope {
  /// The node with all that belongs to the same unit: of a clause, a subclause or a text all below
  /// it.
  func wholeUnit(_ id: NodeID, of issue: Issue) -> Range<Int> {
    switch issue[id].kind {
    case .clause, .subclause, .text: id.index..<issue[id].subtreeEnd
    default: id.index..<id.index + 1
    }
  }
}
