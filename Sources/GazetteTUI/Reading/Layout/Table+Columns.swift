import GazetteModel

extension GazetteModel.Table {
  /// The table with some of its columns only, in that order.
  func keeping(columns: [Int]) -> GazetteModel.Table {
    GazetteModel.Table(
      after: after, lines: lines, caption: caption,
      header: header.isEmpty ? [] : columns.map { header[$0] }, headRows: headRows, cells: cells,
      grid: grid.map { row in columns.map { row[$0] } })
  }

  /// The first place below the head that a cell covers which is shown in a row: in that row, or in
  /// one above it from which it goes on.
  func cellPlace(of cell: Int, above row: Int, table: Int) -> CellPlace? {
    for near in (0...max(0, row)).reversed() where near < rowCount {
      guard let column = grid[headRows + near].firstIndex(of: cell) else { continue }
      let first = place(ofCellAt: near, column: column)
      return CellPlace(table: table, row: first.row, column: first.column)
    }
    return nil
  }
}
