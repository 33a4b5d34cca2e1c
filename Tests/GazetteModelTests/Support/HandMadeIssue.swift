import GazetteText

@testable import GazetteModel

/// Makes issues by hand: one document, one clause for each text.
enum HandMadeIssue {
  static func make(_ texts: [String], year: Int? = 2021) -> GazetteModel.Issue {
    var identity = IssueIdentity(id: "test")
    identity.year = year
    var nodes = [
      Node(
        id: NodeID(0), kind: .document, parent: nil, subtreeEnd: texts.count + 1, depth: 0,
        numbering: nil, title: "关于测试的通知", paragraphs: [], lines: LineRange(1, texts.count + 1),
        otherLines: [LineRange(1)], reference: Reference("1"), head: DocumentHead())
    ]
    for (index, text) in texts.enumerated() {
      let number = index + 1
      let paragraph = Paragraph(
        text: text, lines: LineRange(index + 2),
        lineStarts: [], corrections: [])
      nodes.append(
        Node(
          id: NodeID(number), kind: .clause, parent: NodeID(0), subtreeEnd: number + 1, depth: 1,
          numbering: Numbering(
            style: .arabicDot, ordinal: number, arabic: String(number), printed: "\(number)."),
          title: nil, paragraphs: [paragraph], lines: LineRange(index + 2), otherLines: [],
          reference: Reference("1/\(number)"), head: nil))
    }
    return GazetteModel.Issue(
      identity: identity, contents: [], nodes: nodes,
      printed: PrintedText(source: SourceText(bytes: [])),
      corrections: [])
  }
}
