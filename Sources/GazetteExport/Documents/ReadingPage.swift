import GazetteModel
import GazetteReview
import GazetteText

/// The reading text of an issue or a part of it as a page for reading and for print.
public struct ReadingPage {
  private let issue: Issue
  private let language: Language
  private var page: PrintedPage

  /// The node at `id` with all below it, or the whole issue.
  public static func text(
    of id: NodeID?, in issue: Issue, language: Language
  ) -> String {
    let title = id.map { issue[$0].title ?? issue[issue.root(of: $0)].title ?? issue.fullName }
    var writer = ReadingPage(
      issue: issue, language: language,
      page: PrintedPage(
        language: language, title: title ?? issue.fullName,
        subtitles: id == nil ? [] : [issue.fullName]))
    let nodes = id.map { $0.index..<issue[$0].subtreeEnd } ?? issue.nodes.indices
    let top = id.map { issue[$0].depth } ?? 0
    writer.page.content = "<main>\n"
    for part in ReadingOrder.parts(of: nodes, in: issue) {
      switch part {
      case .node(let node): writer.write(node, top: top, repeatsTitle: node.id == id)
      case .closing(let lines): writer.write(lines, as: "signature")
      }
    }
    writer.page.content += "</main>\n"
    return writer.page.text
  }

  /// - Parameter repeatsTitle: Whether the title of the page already says the title of the node.
  private mutating func write(_ node: Node, top: Int, repeatsTitle: Bool) {
    let evidence = PrintedEvidence(lines: node.lines, in: issue)
    let place =
      "<span class=\"place\">"
      + "\(HTMLExport.escaped(evidence.place(of: node.reference.text, in: language)))</span>"
    let number = node.numbering?.printed ?? ""
    let isNamedByText = node.isNamedByText
    let id = HTMLExport.escaped(node.reference.text)
    page.content += "<section id=\"\(id)\">\n"
    if node.kind.isDocument || !isNamedByText, !repeatsTitle {
      let level = min(6, node.depth - top + 2)
      let heading = HTMLExport.escaped(number + (node.title ?? ""))
      page.content += "<h\(level)>\(heading)</h\(level)>\n"
    }
    page.content += "<p>\(place)</p>\n"
    write(node.openingLines, as: "head")
    for block in node.blocks {
      switch block {
      case .paragraph(let index):
        let isNumbered = index == 0 && isNamedByText && !number.isEmpty
        let number = isNumbered ? "<b>\(HTMLExport.escaped(number))</b>" : ""
        page.content += "<p>\(number)\(Self.text(of: node.paragraphs[index]))</p>\n"
      case .table(let index): write(node.tables[index])
      }
    }
    page.content += "</section>\n"
  }

  private mutating func write(_ table: Table) {
    func row(_ cells: [String], _ name: String) -> String {
      let texts = cells.map {
        "<\(name)>\(HTMLExport.escaped($0).replacing("\n", with: "<br>"))</\(name)>"
      }
      return "<tr>" + texts.joined() + "</tr>\n"
    }
    page.content += "<table>\n"
    if let caption = table.caption {
      page.content += "<caption>\(HTMLExport.escaped(caption))</caption>\n"
    }
    if !table.header.isEmpty { page.content += row(table.header, "th") }
    for cells in table.rows { page.content += row(cells, "td") }
    page.content += "</table>\n"
  }

  private mutating func write(_ head: [HeadLine], as name: String) {
    for line in head {
      page.content += "<p class=\"\(name)\">\(HTMLExport.escaped(line.text))</p>\n"
    }
  }

  /// A paragraph in which what was corrected says what was printed.
  private static func text(of paragraph: Paragraph) -> String {
    var result = ""
    var offset = 0
    func text(to end: Int) -> String {
      HTMLExport.escaped(
        paragraph.scalars[offset..<end].reduce(into: "") { $0.unicodeScalars.append($1) })
    }
    for applied in paragraph.corrections.sorted(by: { $0.range.start < $1.range.start })
    where applied.range.start >= offset && applied.range.end <= paragraph.scalarCount {
      result += text(to: applied.range.start)
      offset = applied.range.start
      let correction = applied.correction
      let title = "\(correction.line): \(correction.printed) → \(correction.corrected); "
      result += "<ins title=\"\(HTMLExport.escaped(title + correction.reason))\">"
      result += text(to: applied.range.end) + "</ins>"
      offset = applied.range.end
    }
    return result + text(to: paragraph.scalarCount)
  }
}
