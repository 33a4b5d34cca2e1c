import GazetteModel
import GazetteReview
import GazetteText

/// The reading text (通读文本) of an issue or a part of it as Markdown (CommonMark): headings as
/// headings, behind each unit its reference, printed lines and pages, at the end the corrections.
public struct ReadingMarkdown {
  private let issue: Issue
  private let language: Language
  private var lines: [String] = []

  /// The node at `id` with all below it, or the whole issue.
  public static func text(
    of id: NodeID?, in issue: Issue, language: Language
  ) -> String {
    var writer = ReadingMarkdown(issue: issue, language: language)
    let nodes = id.map { $0.index..<issue[$0].subtreeEnd } ?? issue.nodes.indices
    if id == nil { writer.lines = ["# \(MarkdownExport.escaped(issue.fullName))"] }
    let top = id.map { issue[$0].depth } ?? -1
    for part in ReadingOrder.parts(of: nodes, in: issue) {
      switch part {
      case .node(let node): writer.write(node, top: top)
      case .closing(let lines): writer.write(lines)
      }
    }
    writer.writeCorrections(in: nodes)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ node: Node, top: Int) {
    let evidence = PrintedEvidence(lines: node.lines, in: issue)
    let place = " `\(evidence.place(of: node.reference.text, in: language))`"
    let number = node.numbering?.printed ?? ""
    let isNamedByText = node.isNamedByText
    if node.kind.isDocument || !isNamedByText {
      let level = String(repeating: "#", count: min(6, max(1, node.depth - top + 1)))
      let heading = number + (node.title ?? "")
      if !heading.isEmpty { lines += ["", "\(level) \(MarkdownExport.escaped(heading))\(place)"] }
    }
    write(node.openingLines)
    for block in node.blocks {
      switch block {
      case .paragraph(let index):
        let isNumbered = index == 0 && isNamedByText && !number.isEmpty
        let text = (isNumbered ? number : "") + node.paragraphs[index].text
        lines += [
          "", MarkdownExport.escaped(text) + (index == 0 && isNamedByText ? place : ""),
        ]
      case .table(let index): write(node.tables[index])
      }
    }
  }

  private mutating func write(_ table: Table) {
    if let caption = table.caption { lines += ["", MarkdownExport.escaped(caption)] }
    func line(_ cells: [String]) -> String {
      let texts = cells.map {
        MarkdownExport.escaped($0).replacing("|", with: "\\|").replacing("\n", with: "<br>")
      }
      return "| " + texts.joined(separator: " | ") + " |"
    }
    let columns = table.columnCount
    let blank = Array(repeating: "", count: columns)
    lines += ["", line(table.header.isEmpty ? blank : table.header)]
    lines.append("|" + String(repeating: " --- |", count: columns))
    lines += table.rows.map(line)
  }

  private mutating func write(_ head: [HeadLine]) {
    for line in head { lines += ["", MarkdownExport.escaped(line.text)] }
  }

  private mutating func writeCorrections(in nodes: Range<Int>) {
    let corrections = nodes.flatMap { issue.nodes[$0].paragraphs }.flatMap(\.corrections)
      .map(\.correction)
    guard !corrections.isEmpty else { return }
    lines += ["", "## \(WorklistWord.corrections.text(language))", ""]
    for correction in corrections {
      lines.append(
        "- \(correction.line): \(MarkdownExport.escaped(correction.printed)) → "
          + "\(MarkdownExport.escaped(correction.corrected)) "
          + "(\(MarkdownExport.escaped(correction.reason)))")
    }
  }
}

extension PrintedEvidence {
  /// Where a unit stands, on one line: reference, printed lines, pages.
  func place(of reference: String, in language: Language) -> String {
    var parts = [reference, "\(WorklistWord.lines.text(language)) \(lineText)"]
    if pages != nil { parts.append("\(WorklistWord.pages.text(language)) \(pageText)") }
    return parts.joined(separator: " · ")
  }
}
