import GazetteText

@testable import GazetteModel

/// Makes an issue node by node, with a source line for every text.
struct HandMadeIssue {
  private struct Draft {
    var kind: NodeKind
    var depth: Int
    var numbering: Numbering?
    var title: String?
    var paragraphs: [Paragraph] = []
    var otherLines: [LineRange] = []
    var head: DocumentHead?
    var firstLine: Int
    var lastLine: Int
  }

  private var drafts: [Draft] = []
  private var lines: [String] = []
  private var entries: [ContentsEntry] = []

  /// Adds a node and returns its id. Depths must grow by at most one from node to node.
  @discardableResult
  mutating func add(
    _ kind: NodeKind, depth: Int, number: (NumberingStyle, Int, String)? = nil,
    title: String? = nil,
    _ paragraphs: String..., head: [(HeadLine.Role, String)] = [],
    corrections: [Paragraph.AppliedCorrection] = []
  ) -> NodeID {
    var draft = Draft(kind: kind, depth: depth, firstLine: lines.count + 1, lastLine: 0)
    draft.numbering = number.map { style, ordinal, printed in
      Numbering(style: style, ordinal: ordinal, arabic: String(ordinal), printed: printed)
    }
    draft.title = title
    let isTitleSentence = kind == .clause || kind == .subclause
    if title != nil || number != nil, !isTitleSentence {
      draft.otherLines.append(print((draft.numbering?.printed ?? "") + (title ?? "")))
    }
    var documentHead = DocumentHead()
    for (role, text) in head where !role.standsBehindText {
      documentHead.lines.append(HeadLine(role: role, text: text, lines: print(text)))
    }
    for (index, text) in paragraphs.enumerated() {
      let marker = index == 0 && isTitleSentence ? draft.numbering?.printed ?? "" : ""
      let range = print(marker + text)
      draft.paragraphs.append(
        Paragraph(
          text: text, lines: range,
          lineStarts: [.init(line: range.first, offset: 0)],
          corrections: index == 0 ? corrections : []))
    }
    for (role, text) in head where role.standsBehindText {
      documentHead.lines.append(HeadLine(role: role, text: text, lines: print(text)))
    }
    draft.otherLines += documentHead.lines.map(\.lines)
    draft.head = kind.isDocument ? documentHead : nil
    draft.lastLine = max(draft.firstLine, lines.count)
    drafts.append(draft)
    return NodeID(drafts.count - 1)
  }

  /// Adds an entry of the contents page.
  mutating func addEntry(_ title: String, column: String?, page: Int?, document: NodeID?) {
    entries.append(
      ContentsEntry(
        column: column, title: title, page: page, document: document, lines: print(title)))
  }

  /// Prints a line, and a blank one behind it.
  private mutating func print(_ text: String) -> LineRange {
    lines.append(text)
    lines.append("")
    return LineRange(lines.count - 1)
  }

  /// The issue made so far.
  var issue: GazetteModel.Issue {
    var nodes: [Node] = []
    var path: [NodeID] = []
    for (index, draft) in drafts.enumerated() {
      path.removeSubrange(draft.depth...)
      let end = drafts[(index + 1)...].firstIndex { $0.depth <= draft.depth } ?? drafts.count
      nodes.append(
        Node(
          id: NodeID(index), kind: draft.kind, parent: path.last, subtreeEnd: end,
          depth: draft.depth, numbering: draft.numbering, title: draft.title,
          paragraphs: draft.paragraphs,
          lines: LineRange(draft.firstLine, drafts[end - 1].lastLine),
          otherLines: draft.otherLines, reference: Reference("\(index)"), head: draft.head))
      path.append(NodeID(index))
    }
    return GazetteModel.Issue(
      identity: IssueIdentity(id: "test"), contents: entries, nodes: nodes,
      printed: PrintedText(
        source: SourceText(bytes: Array(lines.map { $0 + "\n" }.joined().utf8))),
      corrections: [])
  }
}
