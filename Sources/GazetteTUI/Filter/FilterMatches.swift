import GazetteModel
import GazetteReview
import GazetteText

/// What a filter leaves of a library.
struct FilterMatches: Sendable {
  private let library: Library
  /// For each issue its matching nodes, in the order of the library; nil while the issue is not
  /// indexed.
  let sets: [NodeSet?]
  /// How many nodes match.
  let count: Int
  /// How many documents and attachments they stand in.
  let documents: Int
  /// Terms that could not be answered.
  let diagnostics: [QueryDiagnostic]

  /// - Parameter review: What answers the terms of the review at an issue.
  init(
    _ query: Query, _ indexes: LibraryIndexes?, of library: Library,
    review: (IssueID) -> (any ReviewTermSource)?
  ) {
    var sets: [NodeSet?] = []
    var count = 0
    var documents = 0
    // A name that one issue knows is no slip.
    var unanswered: [QueryDiagnostic]?
    for issue in library.issueIDs {
      guard let index = indexes?[issue] else {
        sets.append(nil)
        continue
      }
      var filter = index.filter
      filter.review = review(issue)
      let result = filter.evaluate(query)
      unanswered = unanswered.map { $0.filter(result.diagnostics.contains) } ?? result.diagnostics
      sets.append(result.matches)
      count += result.matches.count
      documents += Self.documents(of: result.matches, in: index.filter.issue)
    }
    self.library = library
    self.sets = sets
    self.count = count
    self.documents = documents
    diagnostics = unanswered ?? []
  }

  /// Whether every issue is indexed.
  var isComplete: Bool { !sets.contains { $0 == nil } }

  /// The matching nodes of an issue; nil while it is not indexed.
  subscript(issue: IssueID) -> NodeSet? { library.place(of: issue).flatMap { sets[$0] } }

  func contains(_ node: NodeID, in issue: IssueID) -> Bool { self[issue]?.contains(node) ?? false }

  /// How many nodes match among a run of them.
  func count(in range: Range<Int>, of issue: IssueID) -> Int {
    guard let set = self[issue] else { return 0 }
    return range.count { set.contains(NodeID($0)) }
  }

  /// The match that is `steps` away from a node, round the ends of the library; the first step
  /// leads to the nearest match behind (or before) the node, which counts itself only where
  /// `includesSelf` says so.
  func match(_ steps: Int, from start: NodeAddress, includesSelf: Bool = false) -> NodeAddress? {
    guard count > 0, steps != 0 || includesSelf else { return nil }
    if includesSelf, contains(start.node, in: start.issue) { return start }
    var place = start
    for _ in 0..<max(1, min(abs(steps), count)) {
      guard let next = steps < 0 ? before(place) : behind(place) else { return nil }
      place = next
    }
    return place
  }

  private func behind(_ place: NodeAddress) -> NodeAddress? {
    guard let start = library.place(of: place.issue) else { return nil }
    for offset in 0...sets.count {
      let issue = (start + offset) % sets.count
      guard let set = sets[issue] else { continue }
      if let node = set.first(from: offset == 0 ? place.node.index + 1 : 0) {
        return NodeAddress(issue: library.issueIDs[issue], node: node)
      }
    }
    return nil
  }

  private func before(_ place: NodeAddress) -> NodeAddress? {
    guard let start = library.place(of: place.issue) else { return nil }
    for offset in 0...sets.count {
      let issue = ((start - offset) % sets.count + sets.count) % sets.count
      guard let set = sets[issue] else { continue }
      if let node = set.last(before: offset == 0 ? place.node.index : Int.max) {
        return NodeAddress(issue: library.issueIDs[issue], node: node)
      }
    }
    return nil
  }

  private static func documents(of set: NodeSet, in issue: Issue) -> Int {
    var count = 0
    var index = 0
    while let node = set.first(from: index) {
      guard let document = issue.document(of: node) else {
        index = node.index + 1
        continue
      }
      count += 1
      index = end(of: document, behind: node, in: issue)
    }
    return count
  }

  /// Where what belongs to a document itself ends: before the next attachment in it.
  private static func end(of document: NodeID, behind node: NodeID, in issue: Issue) -> Int {
    let end = issue[document].subtreeEnd
    let next = (node.index + 1..<max(node.index + 1, end)).first { issue.nodes[$0].kind.isDocument }
    return next ?? end
  }
}
