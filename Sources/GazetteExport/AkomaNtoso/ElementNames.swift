import GazetteModel

/// Which element of Akoma Ntoso 3.0 a unit is, and how its `eId` is abbreviated (Akoma Ntoso Naming
/// Convention 1.0, 5.7).
struct ElementNames {
  private let issue: Issue
  /// Per node its `eId`.
  private let ids: [String]

  /// - Parameter root: The document that stands alone and needs no prefix; nil where the whole issue
  ///   is written, in which every document is a component.
  init(_ issue: Issue, root: NodeID?) {
    self.issue = issue
    var ids: [String] = []
    ids.reserveCapacity(issue.nodes.count)
    for node in issue.nodes {
      guard node.id != root else {
        ids.append("")
        continue
      }
      let above = node.parent.map { ids[$0.index] } ?? ""
      let own = "\(Self.abbreviation(of: node, in: issue))_\(Self.step(of: node, in: issue))"
      ids.append(above.isEmpty ? own : "\(above)__\(own)")
    }
    self.ids = ids
  }

  /// The `eId` of a unit, unique in what is written; empty for a document that stands alone.
  func id(_ id: NodeID) -> String { ids[id.index] }

  /// The `eId` of something in a unit: its second paragraph is `…__p_2`.
  func id(_ id: NodeID, _ part: String) -> String {
    ids[id.index].isEmpty ? part : "\(ids[id.index])__\(part)"
  }

  /// The element of a unit below a document.
  static func element(of node: Node, in issue: Issue) -> String {
    switch node.kind {
    case .part: "part"
    case .chapter: "chapter"
    case .section: "section"
    case .subsection: "subsection"
    case .clause: node.numbering?.style == .article ? "article" : "clause"
    case .subclause: isInArticle(node, issue) ? "point" : "subclause"
    case .cover, .contents, .document, .attachment, .text: "hcontainer"
    }
  }

  private static func isInArticle(_ node: Node, _ issue: Issue) -> Bool {
    issue.ancestors(of: node.id).contains { issue[$0].numbering?.style == .article }
  }

  private static func abbreviation(of node: Node, in issue: Issue) -> String {
    switch node.kind {
    case .document, .cover, .contents: "cmp"
    case .attachment: "att"
    default:
      switch element(of: node, in: issue) {
      case "chapter": "chp"
      case "section": "sec"
      case "subsection": "subsec"
      case "article": "art"
      case let name: name
      }
    }
  }

  /// What the reference of a unit adds to that of the unit above, which no sibling shares.
  private static func step(of node: Node, in issue: Issue) -> String {
    let reference = node.reference.text
    let parent = node.parent.map { issue[$0].reference.text.count + 1 } ?? 0
    return String(
      reference.dropFirst(parent).map { character in
        character.isLetter || character.isNumber || character == "-" ? character : "-"
      })
  }
}
