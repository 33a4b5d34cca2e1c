import GazetteModel
import GazetteText

/// A table for LibreOffice and Excel as comma-separated values: RFC 4180, with a byte order mark so
/// that both take it for UTF-8.
///
/// Both programs turn what looks like a number or a date into one unless they are told otherwise:
/// `1.` becomes 1, in Excel `1/2` a day and `（1）` minus one. So text that could be read as a value
/// begins with an apostrophe, as what could be a formula does.
public enum CSVTable {
  /// The table with its head.
  public static func text(of table: ExportTable) -> String {
    let head = line(table.columns.map { textField($0.name) })
    return "\u{FEFF}" + head + table.rows.map { line($0.map(field)) }.joined()
  }

  /// Rows of which programs may read numbers and days as such; the first is the head.
  public static func bytes(of rows: [[String]]) -> [UInt8] {
    Array(("\u{FEFF}" + rows.map { line($0.map { field($0) }) }.joined()).utf8)
  }

  private static func line(_ fields: [String]) -> String {
    fields.joined(separator: ",") + "\r\n"
  }

  private static func field(_ cell: ExportTable.Cell) -> String {
    switch cell {
    case .text(let text): textField(text)
    case .date(let date): date.iso8601
    case .number(let number): String(number)
    case .empty: ""
    }
  }

  /// One field: with marks for what is hidden, never a formula, and quoted where it must be.
  public static func field(_ text: String) -> String {
    written(text, afterApostrophe: startsFormula(text))
  }

  /// One field that stays text: also never a number, a date or a truth value.
  public static func textField(_ text: String) -> String {
    written(text, afterApostrophe: startsFormula(text) || SpreadsheetValue.canBeRead(in: text))
  }

  /// What has to be quoted. LibreOffice also splits at semicolons and tabs unless it is told
  /// otherwise.
  private static let quotable = "\",;\t\n\r'"

  private static func written(_ text: String, afterApostrophe: Bool) -> String {
    let safe = (afterApostrophe ? "'" : "") + SafeText.lines(text)
    let scalars = safe.unicodeScalars
    guard scalars.contains(where: quotable.unicodeScalars.contains) else { return safe }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Whether a spreadsheet could take the text for a formula: it begins with = + - @, also
  /// full-width, also after white space.
  private static func startsFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && !isIgnored($0) }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) { return true }
    return text.unicodeScalars.first == "\t" || text.unicodeScalars.first == "\r"
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.value < 0x20
  }
}
