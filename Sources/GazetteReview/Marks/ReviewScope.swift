import GazetteModel

/// What of an issue is to be reviewed, and the words a mark at each node is put on.
///
/// A review counts units: every clause with all below it, every run of text outside clauses, and a
/// heading only where it carries paragraphs of its own. So each paragraph of a document belongs to
/// exactly one unit, and the progress of a document or section is that of the units in it. Other
/// headings can be marked but are not counted; the cover and the contents neither.
public struct ReviewScope: Sendable {
  /// The name of the issue among all there are, which goes into the keys.
  public let issueName: IssueName
  /// The units, in document order.
  public let units: [NodeID]
  /// Per node, how many units come before it; one entry more than there are nodes.
  private let unitsBefore: [Int]
  /// Per node, the words a mark on it is put on. Their fingerprints are made when they are asked for: that of a
  /// whole issue took longer than its first frame.
  private let contents: [String]
  /// Per node, its reference.
  private let references: [String]
  private let nodesByReference: [String: NodeID]
  private let ends: [Int]

  /// Works out the units of an issue.
  ///
  /// - Complexity: Linear in the size of the text.
  public init(_ issue: Issue) {
    var units: [NodeID] = []
    var skipUntil = 0
    for node in issue.nodes where node.id.index >= skipUntil {
      switch node.kind {
      case .cover, .contents:
        skipUntil = node.subtreeEnd
      case .clause, .subclause, .text:
        skipUntil = node.subtreeEnd
        if !node.paragraphs.isEmpty || !node.tables.isEmpty || node.title != nil
          || node.subtreeEnd > node.id.index + 1
        {
          units.append(node.id)
        }
      case .document, .attachment, .part, .chapter, .section, .subsection:
        if !node.paragraphs.isEmpty || !node.tables.isEmpty { units.append(node.id) }
      }
    }
    issueName = issue.name
    self.units = units
    contents = Self.contents(of: issue)
    references = issue.nodes.map(\.reference.text)
    ends = issue.nodes.map(\.subtreeEnd)
    nodesByReference = Dictionary(
      zip(references, issue.nodes.map(\.id)), uniquingKeysWith: { first, _ in first })
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

  /// Where in `units` those at and below the node stand.
  public func units(in id: NodeID) -> Range<Int> {
    unitsBefore[id.index]..<unitsBefore[ends[id.index]]
  }

  /// The key of a mark at the node.
  public func key(of id: NodeID) -> ReviewKey {
    ReviewKey(issue: issueName.description, reference: references[id.index])
  }

  /// The node that the key names; nil when it is of another issue or no longer there.
  public func node(of key: ReviewKey) -> NodeID? {
    key.issue == issueName.description ? nodesByReference[key.reference] : nil
  }

  /// The words that a mark at the node is put on: of a clause, a subclause or a text all below it
  /// too, of a heading its title and its own paragraphs.
  ///
  /// - Complexity: Linear in the length of the words.
  public func text(of id: NodeID) -> ReviewedText { ReviewedText(contents[id.index]) }

  /// Whether the words have changed since the mark was put; also when the node is gone.
  public func isChanged(_ mark: ReviewMark) -> Bool {
    guard let id = node(of: mark.key) else { return true }
    if contents[id.index] == mark.text.content { return false }
    return !text(of: id).saysTheSame(as: mark.text)
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
