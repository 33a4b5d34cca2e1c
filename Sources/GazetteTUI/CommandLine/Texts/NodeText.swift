import GazetteModel
import GazetteText

/// One node whole as text: where it stands, then everything in it in the order of print.
struct NodeText {
  let issue: GazetteModel.Issue
  let language: Language

  /// A heading, a line of a document's head, or a paragraph.
  struct Block {
    let line: Int
    let text: String
    let isHeading: Bool
    /// The node it belongs to.
    let node: NodeID
    /// Which paragraph of the node it is; nil for headings and lines of a document's head.
    var paragraph: Int?
    /// Which table of the node it is.
    var table: Int?
  }

  func write(_ id: NodeID, to output: inout TextOutput) {
    output.writeParagraph(path(to: id))
    for block in blocks(in: id.index..<issue[id].subtreeEnd) {
      if let table = block.table {
        TableOutput.write(issue[block.node].tables[table], language, to: &output)
      } else if block.isHeading {
        output.writeLine("")
        output.writeParagraph(block.text)
      } else {
        output.writeParagraph(block.text, indent: 4)
      }
    }
  }

  /// Everything in the nodes in order of print: a signature is known before what is below its
  /// document, but stands behind it.
  func blocks(in nodes: Range<Int>) -> [Block] {
    issue.nodes[nodes].flatMap { blocks(of: $0) }.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
  }

  /// The reference and the titles above and of the node.
  private func path(to id: NodeID) -> String {
    let titles = (issue.ancestors(of: id).reversed() + [id]).compactMap { step -> String? in
      let node = issue[step]
      let label = node.numbered(node.title ?? "")
      return label.isEmpty ? nil : label
    }
    return ([issue[id].reference.text] + titles).joined(separator: " › ")
  }

  private func blocks(of node: Node) -> [Block] {
    var blocks: [Block] = []
    if let lines = node.head?.lines, !lines.isEmpty {
      blocks = lines.map {
        Block(
          line: $0.lines.first, text: $0.text, isHeading: $0.role == .title, node: node.id)
      }
    }
    let opening = node.paragraphs.first?.text
    let repeatsTitle = node.title.map { opening?.hasPrefix($0) ?? false } ?? (opening != nil)
    let hasTitle = blocks.contains { $0.isHeading }
    if !repeatsTitle, !hasTitle, node.title != nil || node.numbering != nil {
      blocks.append(
        Block(
          line: node.lines.first, text: node.numbered(node.title ?? ""), isHeading: true,
          node: node.id))
    }
    for (index, table) in node.tables.enumerated() {
      blocks.append(
        Block(
          line: table.lines.first, text: TableLabel.text(table)[language], isHeading: false,
          node: node.id, table: index))
    }
    for (index, paragraph) in node.paragraphs.enumerated() {
      let text = index == 0 && repeatsTitle ? node.numbered(paragraph.text) : paragraph.text
      blocks.append(
        Block(
          line: paragraph.lines.first, text: text, isHeading: false, node: node.id,
          paragraph: index))
    }
    return blocks
  }
}
