import GazetteModel

// The matrix of bodies by documents.

extension State {
  /// The rows of the table that are shown: two of heads stand above, one that explains below.
  var matrixRows: Int { max(1, outlineRows - 3) }

  mutating func moveInMatrix(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let table = layouts.dutyTable(for: self), !table.rows.isEmpty else { return }
    if case .siblings(let step) = motion {
      moveMatrixColumn(by: step * (count ?? 1), layouts)
      return
    }
    var cursor = ListCursor(row: matrix.row, count: table.rows.count, page: matrixRows)
    guard let target = cursor.target(of: motion, times: count) else { return }
    if let end = cursor.move(to: target) { message = end }
    matrix.row = cursor.row
    keepCellVisible(layouts)
  }

  mutating func moveMatrixColumn(by step: Int, _ layouts: LayoutCache) {
    guard let table = layouts.dutyTable(for: self) else { return }
    let target = matrix.column + step
    matrix.column = min(max(0, target), table.documents.count)
    if matrix.column != target { message = Message(step < 0 ? .atFirst : .atLast) }
    keepCellVisible(layouts)
  }

  mutating func keepCellVisible(_ layouts: LayoutCache) {
    guard let table = layouts.dutyTable(for: self) else { return }
    var cursor = ListCursor(
      row: matrix.row, top: matrix.top, count: table.rows.count, page: matrixRows)
    // A filter may have left fewer rows.
    _ = cursor.move(to: cursor.row)
    cursor.show()
    matrix.row = cursor.row
    matrix.top = cursor.top
    let shown = MatrixColumns(table, columns: leftColumns).shown
    let document = matrix.column - 1
    if document >= 0 {
      if document < matrix.left { matrix.left = document }
      if document >= matrix.left + shown { matrix.left = document - shown + 1 }
    }
    matrix.left = min(max(0, matrix.left), max(0, table.documents.count - shown))
  }

  /// Keeps the selection on a row: a filter may have left fewer.
  mutating func keepMatrixInside(_ layouts: LayoutCache) {
    guard matrix.row > 0, let table = layouts.dutyTable(for: self), matrix.row >= table.rows.count
    else { return }
    keepCellVisible(layouts)
  }

  /// Opens the clauses of the selected cell: the dossier of its body, restricted to its document.
  mutating func enterCell(_ layouts: LayoutCache) {
    guard let table = layouts.dutyTable(for: self), table.rows.indices.contains(matrix.row) else {
      message = Message(.noBodies)
      return
    }
    guard matrix.issue == issue else {
      // The reader has gone on to another issue meanwhile; the dossier would be of that one.
      settleLists()
      keepCellVisible(layouts)
      return
    }
    let row = table.rows[matrix.row]
    guard matrix.column > 0 else {
      departments.selected = row.place
      openDossier(of: row.place, layouts)
      return
    }
    let document = matrix.column - 1
    guard !row.cells[document].isEmpty else {
      message = Message(.noClauses)
      return
    }
    departments.selected = row.place
    openDossier(
      of: row.place, document: OpenDossier.OnlyDocument(node: table.documents[document]), layouts)
  }
}

/// How the columns of a matrix stand in a pane.
struct MatrixColumns: Hashable, Sendable {
  /// The columns of the names.
  let name: Int
  /// The columns of the total.
  let total = 8
  /// The columns of each document.
  let document: Int
  /// How many documents are shown at once.
  let shown: Int

  private static let narrowest = 7
  private static let widest = 14

  init(_ table: DutyTable, columns: Int) {
    name = max(14, min(26, columns * 2 / 7))
    let room = max(Self.narrowest, columns - 2 - name - total)
    let count = max(1, table.documents.count)
    document = min(Self.widest, max(Self.narrowest, room / count))
    shown = max(1, min(count, room / document))
  }
}
