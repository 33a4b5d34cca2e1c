import GazetteModel
import GazetteText

/// A review as a table for LibreOffice and Excel (RFC 4180 with a byte order mark, so that both
/// take it for UTF-8).
///
/// Both programs turn what looks like a number or a date into one unless they are told otherwise:
/// `1.` becomes 1, in Excel `1/2` a day and `（1）` minus one. So the clause column has the printed
/// numbers from the outermost heading down, `二、（一）1.`, which also says where a clause is; what
/// could still be read as a value begins with an apostrophe, as what could be a formula does. The
/// times stay text in both.
///
/// Column names and states are those of the command line in every language. A mark that counts as
/// unread because the words have changed is printed as unread.
public enum CSVExport {
  /// The names of the columns.
  public static let columns = [
    "reference", "document number", "section", "clause", "title", "text", "lead", "participants",
    "state", "note", "tags", "reviewer", "time",
  ]

  /// The table.
  public static func text(of report: ReviewReport) -> String {
    var lines = [columns]
    for row in report.rows {
      lines.append([
        row.key.description, row.documentNumber, row.section, row.numbers, row.title, row.text,
        row.duties.lead.joined(separator: "、"), row.duties.participants.joined(separator: "、"),
        row.state.rawValue, row.mark?.note ?? "", (row.mark?.tags ?? []).joined(separator: " "),
        row.mark?.reviewer ?? "", row.mark?.at.iso8601Seconds ?? "",
      ])
    }
    return "\u{FEFF}" + lines.map { $0.map(textField).joined(separator: ",") + "\r\n" }.joined()
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
