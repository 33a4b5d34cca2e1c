import GazetteText

/// A table as it was found in the lines, before it is set as reading text.
struct DraftTable {
  /// A cell with the text of each of its lines.
  struct Cell {
    var texts: [[Unicode.Scalar]]
    /// The printed lines that it stands on.
    var lines: LineRange
  }

  /// The most columns that are kept apart; what stands behind them joins the last.
  static let mostColumns = 100

  var lines: LineRange
  var caption: [Unicode.Scalar] = []
  /// How many of the first rows are known to be the head; nil where only their words can tell.
  var headRows: Int?
  var cells: [Cell] = []
  /// For each row the places in `cells`, one for each column; a merged cell repeats.
  var rows: [[Int]] = []
  /// Whether rows were cut or filled up, or the end was missing.
  var isDamaged = false

  init(lines: LineRange) {
    self.lines = lines
  }

  var columnCount: Int { rows.reduce(0) { max($0, $1.count) } }

  /// What a place of the grid says, its lines joined.
  func text(_ row: Int, _ column: Int) -> [Unicode.Scalar] {
    guard row < rows.count, column < rows[row].count else { return [] }
    return cells[rows[row][column]].texts.reduce(into: []) { $0 += $1 }
  }

  /// Adds a cell that covers nothing yet and returns its place in `cells`.
  mutating func add(_ texts: [[Unicode.Scalar]], lines: LineRange) -> Int {
    cells.append(Cell(texts: texts.filter { !$0.isEmpty }, lines: lines))
    return cells.count - 1
  }

  /// Gives every row the same number of columns.
  mutating func complete() {
    let columns = columnCount
    for index in rows.indices {
      while rows[index].count < columns { rows[index].append(add([], lines: lines)) }
    }
  }

  /// Whether a row says nothing.
  func isBlank(_ row: Int) -> Bool {
    rows[row].allSatisfy { cells[$0].texts.isEmpty }
  }

  /// Whether one cell covers the whole of a row, as a title inside a table does.
  func isWhole(_ row: Int) -> Bool {
    guard let first = rows[row].first, rows[row].count > 1 else { return false }
    return rows[row].allSatisfy { $0 == first } && !cells[first].texts.isEmpty
  }
}

extension DraftTable {
  /// A table whose cells a format names.
  init(_ printed: PrintedTable) {
    self.init(lines: printed.lines)
    caption = [Unicode.Scalar](printed.caption ?? "")
    headRows = printed.headRows > 0 ? printed.headRows : nil
    for row in printed.rows {
      rows.append(
        row.prefix(Self.mostColumns).map { text in
          add(
            text.split(separator: "\n").map { [Unicode.Scalar](String($0)).trimmed },
            lines: printed.lines)
        })
    }
    for merged in printed.merged { merge(merged) }
    complete()
  }

  private mutating func merge(_ merged: MergedCells) {
    guard rows.indices.contains(merged.row), rows[merged.row].indices.contains(merged.column) else {
      return
    }
    let cell = rows[merged.row][merged.column]
    let lastRow = min(rows.count, merged.row + max(1, merged.rows))
    for row in merged.row..<lastRow {
      let lastColumn = min(rows[row].count, merged.column + max(1, merged.columns))
      for column in merged.column..<max(merged.column, lastColumn) { rows[row][column] = cell }
    }
  }
}
