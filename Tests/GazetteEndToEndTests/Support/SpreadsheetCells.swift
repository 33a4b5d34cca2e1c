import Foundation
import FoundationXML

/// The cells of the first sheet of a flat OpenDocument spreadsheet.
final class SpreadsheetCells: NSObject, XMLParserDelegate {
  struct Cell: Equatable {
    var text = ""
    var isNumber = false
  }

  private(set) var rows: [[Cell]] = []
  private(set) var hasFormulas = false
  private var repeats = 1
  private var paragraphs = 0
  private var isInText = false

  init(path: String) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: URL(fileURLWithPath: path)))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    switch name {
    case "table:table-row": rows.append([])
    case "table:table-cell" where !rows.isEmpty:
      // Columns beyond the last that is used come as one cell for thousands.
      repeats = min(32, Int(attributes["table:number-columns-repeated"] ?? "") ?? 1)
      paragraphs = 0
      if attributes["table:formula"] != nil { hasFormulas = true }
      let type = attributes["office:value-type"]
      rows[rows.count - 1].append(Cell(isNumber: type != nil && type != "string"))
    case "text:p" where !rows.isEmpty:
      if paragraphs > 0 { append("\n") }
      paragraphs += 1
      isInText = true
    case "text:s": append(String(repeating: " ", count: Int(attributes["text:c"] ?? "") ?? 1))
    case "text:line-break": append("\n")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInText { append(text) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text:p" { isInText = false }
    if name == "table:table-cell", let cell = rows.last?.last {
      rows[rows.count - 1] += Array(repeating: cell, count: repeats - 1)
    }
  }

  private func append(_ text: String) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    rows[row][cell].text += text
  }
}
