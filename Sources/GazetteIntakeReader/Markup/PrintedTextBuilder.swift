import GazetteModel
import GazetteText

/// Puts printed lines together: a line for each paragraph, rows for tables.
struct PrintedTextBuilder {
  private var bytes: [UInt8] = []
  private var origins: [LineOrigin] = []
  private var tables: [PrintedTable] = []
  private var findings: [Finding] = []

  /// How many lines there are.
  var lineCount: Int { origins.count }

  /// Adds a paragraph; one of blanks only adds nothing.
  ///
  /// Its form is left to the rules for texts unless it is certain: files made from printed pages have
  /// a paragraph for each part of one that a page break cut.
  mutating func add(
    _ paragraph: String, form: LineForm = .unknown, page: Int? = nil, column: Int? = nil
  ) {
    let line = Self.tidied(paragraph)
    if line.isEmpty { return }
    bytes += line.utf8
    bytes.append(0x0A)
    origins.append(LineOrigin(page: page, column: column, form: form))
  }

  /// Adds a table: as lines in the form of Markdown, and as cells.
  ///
  /// - Parameter rows: All of the same length, with what merged cells say in each that they cover.
  mutating func add(_ rows: [[String]], headRows: Int, page: Int? = nil) {
    guard let width = rows.first?.count, width > 0 else { return }
    let first = lineCount + 1
    for (index, row) in rows.enumerated() {
      let cells = row.map { cell in
        cell.split(separator: "\n").map { Self.tidied(String($0)) }.joined(separator: "<br>")
          .replacing("|", with: "｜")
      }
      addRow("| " + cells.joined(separator: " | ") + " |", page)
      if index + 1 == headRows {
        addRow("|" + String(repeating: " --- |", count: width), page)
      }
    }
    tables.append(
      PrintedTable(
        lines: LineRange(first, lineCount), headRows: headRows,
        rows: rows.map {
          $0.map {
            $0.split(separator: "\n").map { Self.tidied(String($0)) }.joined(separator: "\n")
          }
        }))
  }

  private mutating func addRow(_ line: String, _ page: Int?) {
    bytes += line.utf8
    bytes.append(0x0A)
    origins.append(LineOrigin(page: page, form: .begins))
  }

  /// Adds a finding on the last line, or on the first where there is none.
  mutating func find(
    _ kind: Finding.Kind, _ excerpt: String, count: Int? = nil, line: Int? = nil
  ) {
    let line = max(1, line ?? lineCount)
    findings.append(
      Finding(
        kind: kind, lines: LineRange(line), excerpt: String(Self.tidied(excerpt).prefix(60)),
        count: count))
  }

  /// What is printed.
  func printed(_ provenance: Provenance) throws(ReadingFailure) -> PrintedText {
    guard lineCount > 0 else { throw ReadingFailure(.noText) }
    return PrintedText(
      source: SourceText(bytes: bytes), provenance: provenance, origins: origins, tables: tables,
      findings: findings)
  }

  /// On one line, without blanks at its ends.
  static func tidied(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        pendingBlank = !result.isEmpty
      } else {
        if pendingBlank { result.append(" ") }
        pendingBlank = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Blanks of every width; those in the middle of a line stand for one.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}
