import GazetteModel
import GazetteReview

/// A review as it is handed on: one row for each clause and each reviewer who marked it.
///
/// A clause that nobody marked has one row. Headings have rows only where they are marked, and
/// marks whose node is gone come last, with the words they were put on.
public struct ReviewReport: Sendable {
  /// What stands in one row.
  public struct Row: Sendable {
    /// What a mark on it is kept under.
    public let key: ReviewKey
    /// The reference with its issue, as it is printed: `2021-11:3.1/2.3.11`.
    public let reference: String
    /// The node; nil when it is gone.
    public let node: NodeID?
    /// Whether it counts for the progress.
    public let isUnit: Bool
    /// The document or attachment it stands in; nil when the node is gone.
    public let document: NodeID?
    /// The number of that document, or of the one it is attached to.
    public let documentNumber: String
    /// The headings between document and clause, from the outside in.
    public let section: String
    /// The printed number.
    public let clause: String
    /// The printed numbers of the headings between document and clause and its own: 二、（一）1.; empty
    /// when it has none of its own.
    public let numbers: String
    /// The title of the clause; empty when it has none.
    public let title: String
    /// The present words, or those the mark was put on when the node is gone.
    public let text: String
    /// Who is responsible for it.
    public let duties: ReviewDuties
    /// The mark; nil for a clause that nobody marked.
    public let mark: ReviewMark?
    /// Whether the words have changed since the mark.
    public let isChanged: Bool
    /// What a team has said of it.
    public var team = ReviewRowTeam()

    /// What the mark counts as.
    public var state: ReviewState { isChanged ? .unread : mark?.state ?? .unread }
  }

  /// How far one reviewer is in one document.
  public struct Tally: Sendable {
    /// Whose marks are counted.
    public let reviewer: String
    /// The document; nil for the whole issue.
    public let document: NodeID?
    /// The marks by state.
    public let count: ReviewCount
  }

  /// The issue the report is about.
  public let issue: Issue
  /// The clauses of the report, in order of print.
  public let rows: [Row]
  /// Everyone who has a mark, sorted; of a report for one reviewer only that one.
  public let reviewers: [String]
  /// The whole issue first, then the documents with units, for each reviewer.
  public let tallies: [Tally]
  /// When the report was made.
  public let madeAt: ReviewTime
  /// What a team has said of words that surely stand at no place.
  public let strays: [TeamEntry]

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - issue: The issue.
  ///   - scope: What of it is reviewed.
  ///   - marks: The marks that hold, of one reviewer or several; those at other issues are left out.
  ///   - id: What stands before references; the issue's own id without it.
  ///   - team: What the team has dealt out, judged and said.
  ///   - reviewer: Who it is for when nobody has a mark yet.
  ///   - madeAt: When it is made.
  ///   - includes: What of the review is wanted, asked for each node and mark; nil for all.
  ///   - duties: Who is responsible at a node.
  public init(
    issue: Issue, printedAs id: String? = nil, scope: ReviewScope, marks: [ReviewMark],
    team: TeamSheet = TeamSheet(), reviewer: String,
    madeAt: ReviewTime = .now(), includes: ((NodeID, ReviewMark?) -> Bool)? = nil,
    duties: (NodeID) -> ReviewDuties
  ) {
    let marks = marks.filter { $0.key.issue == scope.issueName.description }
    var byReference: [String: [ReviewMark]] = [:]
    for mark in marks { byReference[mark.key.reference, default: []].append(mark) }
    let names = Set(marks.map(\.reviewer))
    let reviewers = names.isEmpty ? [reviewer] : names.sorted()
    let builder = RowBuilder(
      issue: issue, id: id ?? issue.identity.id, scope: scope, team: team)
    var rows: [Row] = []
    var counts = reviewers.map { _ in [NodeID?: ReviewCount]() }
    var documents: [NodeID] = []
    for node in issue.nodes {
      defer {
        for key in scope.rowKeys(of: node.id) {
          let found = (byReference[key.reference] ?? []).sorted { $0.reviewer < $1.reviewer }
          rows += found.filter { includes?(node.id, $0) ?? true }.map {
            builder.tableRow(key, mark: $0)
          }
        }
      }
      let isUnit = scope.isUnit(node.id)
      let found = (byReference[node.reference.text] ?? []).sorted { $0.reviewer < $1.reviewer }
      guard isUnit || !found.isEmpty else { continue }
      let options: [ReviewMark?] = found.isEmpty ? [nil] : found
      let wanted = options.filter { includes?(node.id, $0) ?? true }
      if !wanted.isEmpty {
        let responsible = duties(node.id)
        rows += wanted.map { builder.row(node.id, mark: $0, isUnit: isUnit, duties: responsible) }
      }
      guard isUnit else { continue }
      let document = issue.document(of: node.id)
      for (index, name) in reviewers.enumerated() {
        let mark = found.first { $0.reviewer == name }
        guard includes?(node.id, mark) ?? true else { continue }
        let states = scope.countedStates(at: node.id, own: mark) { key in
          byReference[key.reference]?.first { $0.reviewer == name }
        }
        for state in states { counts[index][nil, default: ReviewCount()].add(state) }
        guard let document else { continue }
        for state in states { counts[index][document, default: ReviewCount()].add(state) }
        if documents.last != document, !documents.contains(document) { documents.append(document) }
      }
    }
    if includes == nil {
      rows += marks.filter { scope.node(of: $0.key) == nil }
        .sorted { ($0.key, $0.reviewer) < ($1.key, $1.reviewer) }.map(builder.lostRow)
    }
    self.issue = issue
    strays = includes == nil ? team.strays : []
    self.rows = rows
    self.reviewers = reviewers
    self.madeAt = madeAt
    tallies = zip(reviewers, counts).flatMap { name, counts in
      ([nil] + documents.map(Optional.some)).map { document in
        Tally(reviewer: name, document: document, count: counts[document] ?? ReviewCount())
      }
    }
  }

  /// The title of a document: of an attachment its own, of a document without one its number.
  public func title(of document: NodeID) -> String {
    let node = issue[document]
    return node.title ?? node.head?.documentNumber ?? node.reference.text
  }

  /// The issue as a heading has it: 吉林省人民政府公报 2021年第11期.
  public var issueName: String {
    let identity = issue.identity
    guard let title = identity.title else { return identity.id }
    guard let year = identity.year, let number = identity.number else { return title }
    return "\(title) \(year)年第\(number)期"
  }
}

/// Makes rows of nodes.
private struct RowBuilder {
  let issue: Issue
  let id: String
  let scope: ReviewScope
  let team: TeamSheet

  func row(
    _ id: NodeID, mark: ReviewMark?, isUnit: Bool, duties: ReviewDuties
  ) -> ReviewReport.Row {
    let node = issue[id]
    let above = issue.ancestors(of: id)
    let document = issue.document(of: id)
    let number = ([id] + above).lazy.compactMap { issue[$0].head?.documentNumber }.first
    let sections = above.prefix { !issue[$0].kind.isDocument }.reversed()
    let headings = sections.map { heading(of: $0) }
    let clause = node.numbering?.printed ?? ""
    let outer = sections.map { issue[$0].numbering?.printed ?? "" }.joined()
    return ReviewReport.Row(
      key: scope.key(of: id), reference: "\(self.id):\(node.reference)", node: id, isUnit: isUnit,
      document: document,
      documentNumber: number ?? "", section: headings.joined(separator: " / "),
      clause: clause, numbers: clause.isEmpty ? "" : outer + clause, title: node.title ?? "",
      text: scope.text(of: id).content, duties: duties, mark: mark,
      isChanged: mark.map(scope.isChanged) ?? false,
      team: ReviewRowTeam(team, at: id, mark: mark, of: scope))
  }

  /// A row of a table, with the words of its cells.
  func tableRow(_ key: ReviewKey, mark: ReviewMark) -> ReviewReport.Row {
    guard let place = scope.row(of: key) else { return lostRow(mark) }
    let table = row(place.node, mark: mark, isUnit: true, duties: ReviewDuties())
    return ReviewReport.Row(
      key: key, reference: "\(id):\(key.reference)", node: place.node, isUnit: true,
      document: table.document, documentNumber: table.documentNumber, section: table.section,
      clause: table.clause, numbers: table.numbers, title: issue.label(of: place),
      text: scope.text(of: key)?.content ?? "", duties: ReviewDuties(), mark: mark,
      isChanged: scope.isChanged(mark),
      team: ReviewRowTeam(team, at: nil, mark: mark, of: scope))
  }

  func lostRow(_ mark: ReviewMark) -> ReviewReport.Row {
    ReviewReport.Row(
      key: mark.key, reference: "\(id):\(mark.key.reference)", node: nil, isUnit: false,
      document: nil, documentNumber: "", section: "",
      clause: "", numbers: "", title: "", text: mark.text.content, duties: ReviewDuties(),
      mark: mark,
      isChanged: true)
  }

  private func heading(of id: NodeID) -> String {
    (issue[id].numbering?.printed ?? "") + (issue[id].title ?? "")
  }
}
