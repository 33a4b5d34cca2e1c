import GazetteText

/// Tables as Word describes them: a cell says that it goes on with the one above it.
enum WordDocumentTable {
  struct Cell {
    var text: String
    var columns = 1
    /// Whether it is merged with the cell above.
    var goesOn = false
    var isHead = false
  }

  /// The same with cells that say how many rows they cover.
  static func merged(_ rows: [[Cell]]) -> [[TableGrid.Cell]] {
    var result: [[TableGrid.Cell]] = []
    /// For each column the row and place of the cell that the next may go on with.
    var above: [Int: (row: Int, place: Int)] = [:]
    for (index, row) in rows.enumerated() {
      var column = 0
      var cells: [TableGrid.Cell] = []
      var now: [Int: (row: Int, place: Int)] = [:]
      for cell in row {
        if cell.goesOn, let start = above[column] {
          result[start.row][start.place].rows = index - start.row + 1
          now[column] = start
        } else {
          now[column] = (index, cells.count)
          cells.append(
            TableGrid.Cell(text: cell.text, columns: cell.columns, isHead: cell.isHead))
        }
        column += max(1, cell.columns)
      }
      above = now
      result.append(cells)
    }
    return result
  }
}
