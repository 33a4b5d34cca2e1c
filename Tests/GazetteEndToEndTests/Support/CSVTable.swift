/// The fields of a file of comma-separated values as RFC 4180 has them.
enum CSVTable {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var closed = false
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if isQuoted {
        if scalar == "\"" { (isQuoted, closed) = (false, true) } else { field.append(scalar) }
        continue
      }
      switch scalar {
      case "\"":
        // A second quotation mark right after one that closed stands for itself.
        if closed { field.append(scalar) }
        isQuoted = true
      case ",", "\n":
        row.append(String(field))
        field.removeAll()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      case "\r": break
      default: field.append(scalar)
      }
      closed = false
    }
    return rows
  }
}
