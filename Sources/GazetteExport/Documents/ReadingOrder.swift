import GazetteModel

/// An issue or a part of it in the order in which it is read: what closes a document (署名、日期) stands
/// behind its text and before its attachments.
enum ReadingOrder {
  enum Part {
    /// A node, of a document with the lines before its text.
    case node(Node)
    /// The lines behind the text of a document.
    case closing([HeadLine])
  }

  static func parts(of nodes: Range<Int>, in issue: Issue) -> [Part] {
    var parts: [Part] = []
    /// What still has to close, and before which node.
    var closing: [(before: Int, lines: [HeadLine])] = []
    for index in nodes {
      while let last = closing.last, last.before <= index {
        parts.append(.closing(last.lines))
        closing.removeLast()
      }
      let node = issue.nodes[index]
      parts.append(.node(node))
      let lines = (node.head?.lines ?? []).filter(\.role.standsBehindText)
      guard !lines.isEmpty else { continue }
      let attachment = issue.children(of: node.id).first { issue[$0].kind == .attachment }
      closing.append((attachment?.index ?? node.subtreeEnd, lines))
    }
    return parts + closing.reversed().map { .closing($0.lines) }
  }
}

extension Node {
  /// Whether its text begins with its title, or it has none, so that no heading is needed.
  var isNamedByText: Bool {
    title.map { paragraphs.first?.text.hasPrefix($0) ?? false } ?? true
  }

  /// The lines of a document before its text but for its title: number, addressees.
  var openingLines: [HeadLine] {
    (head?.lines ?? []).filter { $0.role != .title && !$0.role.standsBehindText }
  }
}
