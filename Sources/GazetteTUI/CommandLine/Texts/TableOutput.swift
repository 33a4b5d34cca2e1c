import GazetteModel
import GazetteText

/// A table as lines of text.
enum TableOutput {
  /// The columns that a table may fill where the output is no terminal.
  private static let widest = 100
  private static let indent = 4

  /// Adds a table in rows and columns; where its columns would be too narrow, each row as a sentence with
  /// what its columns are called.
  static func write(
    _ table: GazetteModel.Table, _ language: Language, to output: inout TextOutput
  ) {
    output.writeLine("")
    if let caption = table.caption { output.writeParagraph(caption, indent: indent) }
    let measure = (output.columns ?? widest) - indent
    if let grid = TableGrid(table, measure: measure, ambiguous: .narrow) {
      for line in lines(of: grid, table) {
        output.writeLine(line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
      }
    } else {
      for row in 0..<table.rowCount {
        output.writeParagraph(table.sentence(ofRow: row), indent: indent, hanging: indent + 2)
      }
    }
    output.writeLine("")
  }

  private static func lines(of grid: TableGrid, _ table: GazetteModel.Table) -> [String] {
    var result: [String] = []
    for (row, lines) in grid.rows.enumerated() {
      for pieces in lines {
        var text = ""
        var column = 0
        for piece in pieces {
          text += String(repeating: " ", count: max(0, piece.column - column))
          text += Array(table.cells[piece.cell].scalars[piece.range.start..<piece.range.end]).string
          column = piece.column + piece.columns
        }
        result.append(text)
      }
      if table.headRows > 0, row == table.headRows - 1 {
        result.append(String(repeating: "-", count: grid.width))
      }
    }
    return result
  }
}
