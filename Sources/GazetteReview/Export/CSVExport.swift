import GazetteModel

/// A review as a table for LibreOffice and Excel (RFC 4180 with a byte order mark, so that both take it for
/// UTF-8).
///
/// Column names and states are those of the command line in every language. A mark that counts as unread
/// because the words have changed is printed as unread.
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
        row.key.description, row.documentNumber, row.section, row.clause, row.title, row.text,
        row.duties.lead.joined(separator: "、"), row.duties.participants.joined(separator: "、"),
        row.state.rawValue, row.mark?.note ?? "", (row.mark?.tags ?? []).joined(separator: " "),
        row.mark?.reviewer ?? "", row.mark?.at.iso8601Seconds ?? "",
      ])
    }
    return "\u{FEFF}" + lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One field: with marks for what is hidden, never a formula, and quoted where it must be.
  public static func field(_ text: String) -> String {
    let safe = (startsFormula(text) ? "'" : "") + SafeText.lines(text)
    let scalars = safe.unicodeScalars
    guard
      scalars.contains(where: { $0 == "\"" || $0 == "," || $0 == "\n" || $0 == "\r" || $0 == "'" })
    else { return safe }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Whether a spreadsheet could take the text for a formula: it begins with = + - @, also full-width, also
  /// after white space.
  private static func startsFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && !isIgnored($0) }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) { return true }
    return text.unicodeScalars.first == "\t" || text.unicodeScalars.first == "\r"
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.value < 0x20
  }
}
