import GazetteText

/// A table as `gazette-sheet` takes it: fields that end with a NUL, as `Sources/GazetteSheetWriter`
/// describes them.
enum WorkbookFields {
  /// The longest text that a cell of a workbook takes, in characters of UTF-16.
  private static let cellLimit = 32_767
  /// The longest name of a sheet, in the same.
  private static let nameLimit = 31

  static func bytes(of table: ExportTable) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ field: String) {
      bytes += field.utf8
      bytes.append(0)
    }
    add("s" + sheetName(table.name))
    for column in table.columns { add("c\(column.width) \(SafeText.line(column.name))") }
    for row in table.rows {
      add("r")
      for cell in row { add(field(cell)) }
    }
    return bytes
  }

  private static func field(_ cell: ExportTable.Cell) -> String {
    switch cell {
    case .text(let text): "t" + cut(SafeText.lines(text))
    case .number(let number): "n\(number)"
    case .empty: "e"
    // Workbooks reckon from 1900.
    case .date(let date):
      ((1900...9999).contains(date.year) ? "d" : "t") + date.iso8601
    }
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > cellLimit else { return text }
    var result = String.UnicodeScalarView()
    var length = 1
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length > cellLimit { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }

  /// A name that a sheet can have: none of `[]:*?/\'`, and not too long.
  private static func sheetName(_ name: String) -> String {
    let scalars = SafeText.line(name).unicodeScalars.filter {
      !"[]:*?/\\'".unicodeScalars.contains($0)
    }
    var result = String(String.UnicodeScalarView(scalars))
    while result.utf16.count > nameLimit { result.removeLast() }
    return result
  }
}
