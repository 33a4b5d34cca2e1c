import GazetteModel
import GazetteText
import TerminalKit

/// A table set in columns for a measure: which stretch of which cell stands on which line.
///
/// What a cell says that covers several rows goes on down through all of them, and nothing is drawn
/// between columns, so that no line runs through it.
struct TableGrid {
  /// A stretch of a cell on a line.
  struct Piece: Hashable {
    /// The place in `Table.cells`.
    let cell: Int
    let range: ScalarRange
    /// The column of the screen, from the left edge of the table.
    let column: Int
    let columns: Int
  }

  /// A line of a cell: the stretch that it shows and its width.
  struct Line: Hashable {
    let range: ScalarRange
    let columns: Int
  }

  /// The blank columns between two columns of the table.
  static let gap = 2
  /// The narrowest column of text: six Han.
  static let narrowest = 12

  /// A column that is rather kept on one line: eight Han.
  private static let short = 16

  /// For each row of the table, those of the head included, its lines.
  private(set) var rows: [[[Piece]]] = []
  /// The columns that the table takes up.
  let width: Int

  private let table: GazetteModel.Table
  private let ambiguous: AmbiguousWidth
  private let widths: [Int]
  private let starts: [Int]
  private let isNumeric: [Bool]

  /// Sets a table; nil where its columns would fall under six Han.
  init?(_ table: GazetteModel.Table, measure: Int, ambiguous: AmbiguousWidth) {
    guard table.columnCount > 0 else { return nil }
    self.table = table
    self.ambiguous = ambiguous
    let natural = Self.naturalWidths(table, ambiguous)
    isNumeric = (0..<table.columnCount).map { Self.isNumeric($0, table) }
    let room = measure - Self.gap * (table.columnCount - 1)
    // A column of dates or of one name stays on one line where the others can do with less.
    guard
      let widths = Self.fitted(natural, isNumeric, room, whole: Self.short)
        ?? Self.fitted(natural, isNumeric, room, whole: Self.narrowest)
    else { return nil }
    self.widths = widths
    var starts: [Int] = []
    var next = 0
    for width in widths {
      starts.append(next)
      next += width + Self.gap
    }
    self.starts = starts
    width = next - Self.gap
    set()
  }

  // MARK: Widths

  /// The columns that the widest line of each column takes; cells over several columns aside.
  static func naturalWidths(
    _ table: GazetteModel.Table, _ ambiguous: AmbiguousWidth
  ) -> [Int] {
    var widths = Array(repeating: 1, count: table.columnCount)
    for row in table.grid {
      for column in row.indices {
        let isWide =
          column > 0 && row[column] == row[column - 1]
          || column + 1 < row.count && row[column] == row[column + 1]
        if isWide { continue }
        for line in table.cells[row[column]].scalars.split(separator: "\n") {
          let width = DisplayWidth.columns(of: line, ambiguous: ambiguous)
          widths[column] = max(widths[column], width)
        }
      }
    }
    return widths
  }

  /// Whether a column holds nothing but numbers below its head.
  private static func isNumeric(_ column: Int, _ table: GazetteModel.Table) -> Bool {
    var hasNumber = false
    for row in 0..<table.rowCount {
      for scalar in table.cell(row: row, column: column).scalars {
        switch scalar {
        case "0"..."9": hasNumber = true
        case ".", ",", "%", "‰", "+", "-", "—", "－", "/", " ": continue
        default: return false
        }
      }
    }
    return hasNumber
  }

  /// The widths that fit the room: short columns as they are, the others by how much they hold, but
  /// not in proportion to it, since a long text is read as well in a few more lines; nil where that
  /// would leave some too narrow.
  ///
  /// - Parameter whole: Columns up to that width are not made narrower.
  private static func fitted(
    _ natural: [Int], _ isNumeric: [Bool], _ room: Int, whole: Int
  ) -> [Int]? {
    if natural.reduce(0, +) <= room { return natural }
    var widths = natural
    var open = natural.indices.filter { !isNumeric[$0] && natural[$0] > whole }
    var rest = room - natural.reduce(0, +) + open.reduce(0) { $0 + natural[$1] }
    guard !open.isEmpty, rest >= open.count * narrowest else { return nil }
    while !open.isEmpty {
      let weights = open.map { Double(natural[$0]).squareRoot() }
      let whole = weights.reduce(0, +)
      var isSettled = true
      for (place, column) in open.enumerated() {
        let share = Int(Double(rest) * weights[place] / whole)
        if share < narrowest || share >= natural[column] {
          widths[column] = share < narrowest ? narrowest : natural[column]
          rest -= widths[column]
          open.remove(at: place)
          isSettled = false
          break
        }
        widths[column] = share
      }
      if isSettled { return widths }
      if rest < open.count * narrowest { return nil }
    }
    return widths.reduce(0, +) <= room ? widths : nil
  }

  // MARK: Lines

  private mutating func set() {
    var heights = table.grid.indices.map { height(ofRow: $0) }
    let covers = merged()
    // Where some row takes several lines, a blank one stands between rows; what a cell over several
    // rows says goes on there too.
    if heights[table.headRows...].contains(where: { $0 > 1 }) {
      for row in heights.indices.dropFirst(table.headRows).dropLast() { heights[row] += 1 }
    }
    for cover in covers {
      let missing = lines(of: cover).count - heights[cover.rows].reduce(0, +)
      if missing > 0 { heights[cover.rows.upperBound - 1] += missing }
    }
    rows = heights.map { Array(repeating: [], count: $0) }
    for row in table.grid.indices {
      for span in spans(ofRow: row) where !isCovered(span, row) {
        place(lines(of: span), in: span, from: row)
      }
    }
    for cover in covers { place(lines(of: cover), in: cover, from: cover.rows.lowerBound) }
    for row in rows.indices {
      for line in rows[row].indices { rows[row][line].sort { $0.column < $1.column } }
    }
  }

  /// The places that one cell covers.
  private struct Span {
    let cell: Int
    let columns: Range<Int>
    let rows: Range<Int>
  }

  private func spans(ofRow row: Int) -> [Span] {
    var result: [Span] = []
    var column = 0
    let line = table.grid[row]
    while column < line.count {
      var end = column + 1
      while end < line.count, line[end] == line[column] { end += 1 }
      result.append(Span(cell: line[column], columns: column..<end, rows: row..<row + 1))
      column = end
    }
    return result
  }

  /// The cells that cover several rows.
  private func merged() -> [Span] {
    var result: [Span] = []
    for row in table.grid.indices {
      for span in spans(ofRow: row) {
        let column = span.columns.lowerBound
        if row > 0, table.grid[row - 1][column] == span.cell { continue }
        var end = row + 1
        while end < table.grid.count, table.grid[end][column] == span.cell { end += 1 }
        if end > row + 1 {
          result.append(Span(cell: span.cell, columns: span.columns, rows: row..<end))
        }
      }
    }
    return result
  }

  private func isCovered(_ span: Span, _ row: Int) -> Bool {
    let column = span.columns.lowerBound
    return row > 0 && table.grid[row - 1][column] == span.cell
      || row + 1 < table.grid.count && table.grid[row + 1][column] == span.cell
  }

  private func height(ofRow row: Int) -> Int {
    spans(ofRow: row).filter { !isCovered($0, row) }.reduce(1) { max($0, lines(of: $1).count) }
  }

  private func lines(of span: Span) -> [Line] {
    let last = span.columns.upperBound - 1
    let width = starts[last] + widths[last] - starts[span.columns.lowerBound]
    return TableGrid.lines(of: table.cells[span.cell].scalars, width: width, ambiguous: ambiguous)
  }

  private mutating func place(_ lines: [Line], in span: Span, from first: Int) {
    var row = first
    var place = 0
    for line in lines {
      while row < rows.count, place >= rows[row].count {
        row += 1
        place = 0
      }
      guard row < rows.count else { return }
      let last = span.columns.upperBound - 1
      let start = starts[span.columns.lowerBound]
      let isRight = span.columns.count == 1 && isNumeric[last]
      let shift = isRight ? max(0, starts[last] + widths[last] - start - line.columns) : 0
      rows[row][place].append(
        Piece(cell: span.cell, range: line.range, column: start + shift, columns: line.columns))
      place += 1
    }
  }

  /// The lines of a cell: its own, each broken by the rules for Chinese.
  static func lines(
    of scalars: [Unicode.Scalar], width: Int, ambiguous: AmbiguousWidth
  ) -> [Line] {
    guard !scalars.isEmpty else { return [] }
    var result: [Line] = []
    var start = 0
    while start <= scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      for row in LineBreaking.rows(
        of: Array(scalars[start..<end]), firstWidth: width, restWidth: width, ambiguous: ambiguous)
      {
        result.append(
          Line(
            range: ScalarRange(row.range.start + start, row.range.end + start),
            columns: row.columns))
      }
      start = end + 1
    }
    return result
  }
}
