import GazetteModel

/// What of an issue is to be reviewed, and the words a mark at each node is put on.
///
/// A review counts units: every clause with all below it, every run of text outside clauses, and a
/// heading only where it carries paragraphs of its own. So each paragraph of a document belongs to
/// exactly one unit, and the progress of a document or section is that of the units in it. Other
/// headings can be marked but are not counted; the cover and the contents neither.
///
/// The rows of tables are marked one by one too, under references of their own (`1/2.t1.r3`). A row that bears no
/// mark counts as the unit that its table stands in.
public struct ReviewScope: Sendable {
  /// The name of the issue among all there are, which goes into the keys.
  public let issueName: IssueName
  /// The units, in document order.
  public let units: [NodeID]
  /// Per node, how many units come before it; one entry more than there are nodes.
  private let unitsBefore: [Int]
  /// Per node, the words a mark on it is put on. Their fingerprints are made when they are asked for: that of a
  /// whole issue took longer than its first frame.
  let contents: [String]
  /// Per node, its reference.
  let references: [String]
  let nodesByReference: [String: NodeID]
  /// Per row of a table, by its reference, where it is and the words a mark on it is put on.
  let rowsByReference: [String: ReviewedRow]
  /// Per node with tables, the references of the rows of each.
  let rowReferences: [NodeID: [[String]]]
  private let ends: [Int]
  let surroundings = IssueSurroundings()
  /// Units that are nothing but tables, which count by their rows.
  private let tableUnits: Set<NodeID>
  /// Per unit, the keys of the rows that count with it.
  private let rowsOfUnits: [NodeID: [String]]

  /// Works out the units of an issue.
  ///
  /// - Complexity: Linear in the size of the text.
  public init(_ issue: Issue) {
    let units = issue.reviewedUnits
    issueName = issue.name
    self.units = units
    contents = Self.contents(of: issue)
    references = issue.nodes.map(\.reference.text)
    ends = issue.nodes.map(\.subtreeEnd)
    nodesByReference = Dictionary(
      zip(references, issue.nodes.map(\.id)), uniquingKeysWith: { first, _ in first })
    (rowsByReference, rowReferences) = Self.rows(of: issue, units: units)
    tableUnits = Set(
      units.filter { id in
        let node = issue[id]
        return node.kind == .text && node.paragraphs.isEmpty && node.title == nil
          && node.tables.contains { $0.rowCount > 0 }
      })
    var rowsOfUnits: [NodeID: [String]] = [:]
    for node in issue.nodes {
      guard let names = rowReferences[node.id]?.joined(), let name = names.first,
        let unit = rowsByReference[name]?.unit
      else { continue }
      rowsOfUnits[unit, default: []] += names
    }
    self.rowsOfUnits = rowsOfUnits
    var before = [0]
    var next = 0
    for index in issue.nodes.indices {
      if next < units.count, units[next].index == index { next += 1 }
      before.append(next)
    }
    unitsBefore = before
  }

  /// Whether the node counts for the progress.
  public func isUnit(_ id: NodeID) -> Bool { unitsBefore[id.index + 1] > unitsBefore[id.index] }

  /// Whether a unit is nothing but tables, so that it counts by their rows.
  func isTable(_ id: NodeID) -> Bool { tableUnits.contains(id) }

  /// The keys of the rows that count with a unit, in order of print.
  func rowKeys(ofUnit id: NodeID) -> [ReviewKey] {
    (rowsOfUnits[id] ?? []).map { ReviewKey(issue: issueName.description, reference: $0) }
  }

  /// Where in `units` those at and below the node stand.
  public func units(in id: NodeID) -> Range<Int> {
    unitsBefore[id.index]..<unitsBefore[ends[id.index]]
  }

  /// The key of a mark at the node.
  public func key(of id: NodeID) -> ReviewKey {
    ReviewKey(issue: issueName.description, reference: references[id.index])
  }

  /// The node that the key names, of a row that of its table; nil when it is of another issue or no
  /// longer there.
  public func node(of key: ReviewKey) -> NodeID? {
    guard key.issue == issueName.description else { return nil }
    return nodesByReference[key.reference] ?? rowsByReference[key.reference]?.row.node
  }

  /// The words that a mark at the node is put on: of a clause, a subclause or a text all below it
  /// too, of a heading its title and its own paragraphs.
  ///
  /// - Complexity: Linear in the length of the words.
  public func text(of id: NodeID) -> ReviewedText {
    text(contents[id.index], at: references[id.index])
  }

  /// Whether the words have changed since the mark was put; also when the node is gone, or it is unsure whether it is
  /// the one that was marked.
  public func isChanged(_ mark: ReviewMark) -> Bool {
    if case .unsure = mark.placement { return true }
    return hasOtherWords(than: mark.text, at: mark.key)
  }

  /// Whether other words stand at a key, or none.
  func hasOtherWords(than text: ReviewedText, at key: ReviewKey) -> Bool {
    guard let content = content(of: key) else { return true }
    if content == text.content { return false }
    return !ReviewedText(content).saysTheSame(as: text)
  }

  /// The words that a mark with that key is put on; nil when it is of another issue or no longer
  /// there.
  public func text(of key: ReviewKey) -> ReviewedText? {
    content(of: key).map { text($0, at: key.reference) }
  }

  private func content(of key: ReviewKey) -> String? {
    guard key.issue == issueName.description else { return nil }
    if let id = nodesByReference[key.reference] { return contents[id.index] }
    return rowsByReference[key.reference]?.content
  }

  /// What the mark counts as: unread as long as nobody confirmed it on the present words.
  public func state(of mark: ReviewMark?) -> ReviewState {
    guard let mark, !isChanged(mark) else { return .unread }
    return mark.state
  }

  /// Joins each node's words, from the last node to the first so that a node finds those below it
  /// ready.
  private static func contents(of issue: Issue) -> [String] {
    var joined = [String](repeating: "", count: issue.nodes.count)
    for node in issue.nodes.reversed() {
      var lines = node.textLines
      switch node.kind {
      case .clause, .subclause, .text:
        if lines.isEmpty, let title = node.title { lines.append(title) }
        for child in issue.children(of: node.id) {
          lines.append((issue[child].numbering?.printed ?? "") + joined[child.index])
        }
      default:
        if let title = node.title { lines.insert(title, at: 0) }
      }
      joined[node.id.index] = lines.joined(separator: "\n")
    }
    return joined
  }
}
