import GazetteText

/// Rows of cells that belong to a node (表), printed between its paragraphs.
///
/// A cell that covers several places of the grid (合并单元格) stands once in `cells`; every place that
/// it covers names it.
public struct Table: Sendable, Equatable {
  /// How many of its node's own paragraphs stand before it.
  public let after: Int
  /// The printed lines that it takes up, page marks between its parts included.
  public let lines: LineRange
  /// The title that is printed inside the table; nil where a paragraph above says it.
  public let caption: String?
  /// What each column is called, the lowest row of the head; empty where there is no head.
  public let header: [String]
  /// How many of the first rows of `grid` are the head.
  public let headRows: Int
  /// Every cell once, in order of print.
  public let cells: [TableCell]
  /// For each row, those of the head included, the place in `cells` of what each column shows. All
  /// rows have the same number of columns.
  public let grid: [[Int]]

  /// Creates a table from its grid of cells.
  public init(
    after: Int, lines: LineRange, caption: String?, header: [String], headRows: Int,
    cells: [TableCell], grid: [[Int]]
  ) {
    self.after = after
    self.lines = lines
    self.caption = caption
    self.header = header
    self.headRows = headRows
    self.cells = cells
    self.grid = grid
  }

  /// The table behind another number of paragraphs.
  func moved(to after: Int) -> Table {
    Table(
      after: after, lines: lines, caption: caption, header: header, headRows: headRows,
      cells: cells, grid: grid)
  }

  /// How many rows stand below the head.
  public var rowCount: Int { grid.count - headRows }

  /// How many columns there are; 0 for a table without rows.
  public var columnCount: Int { grid.first?.count ?? 0 }

  /// The cell that a row below the head, counted from 0, shows in a column.
  public func cell(row: Int, column: Int) -> TableCell {
    cells[grid[headRows + row][column]]
  }

  /// The texts below the head, row by row; what a merged cell says is repeated.
  public var rows: [[String]] {
    grid[headRows...].map { row in row.map { cells[$0].text } }
  }

  /// The first place below the head that the cell at a place covers.
  public func place(ofCellAt row: Int, column: Int) -> (row: Int, column: Int) {
    let cell = grid[headRows + row][column]
    var first = (row: row, column: column)
    while first.row > 0, grid[headRows + first.row - 1][first.column] == cell { first.row -= 1 }
    while first.column > 0, grid[headRows + first.row][first.column - 1] == cell {
      first.column -= 1
    }
    return first
  }

  /// Whether a place of a row below the head is the first that its cell covers, so that what the
  /// cell says counts there and nowhere else.
  public func isFirst(row: Int, column: Int) -> Bool {
    let line = headRows + row
    let cell = grid[line][column]
    if column > 0, grid[line][column - 1] == cell { return false }
    return row == 0 || grid[line - 1][column] != cell
  }
}

/// What one cell of a table says, in reading text.
public struct TableCell: Sendable, Equatable {
  /// The text, by whose scalars offsets count; lines of a cell are divided by line feeds.
  public let scalars: [Unicode.Scalar]
  /// The printed lines that it stands on.
  public let lines: LineRange

  /// Creates a cell from its reading text.
  public init(scalars: [Unicode.Scalar], lines: LineRange) {
    self.scalars = scalars
    self.lines = lines
  }

  /// The reading text.
  public var text: String { scalars.string }
}

/// A cell of a node's tables by its place; of a merged cell the first that it covers.
public struct CellPlace: Hashable, Sendable, Comparable {
  /// Which of the node's tables, from 0.
  public let table: Int
  /// The row below the head, from 0.
  public let row: Int
  /// The column, from 0.
  public let column: Int

  /// Creates a place; all three count from 0.
  public init(table: Int, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }

  public static func < (left: CellPlace, right: CellPlace) -> Bool {
    (left.table, left.row, left.column) < (right.table, right.row, right.column)
  }
}

/// A row of a node's tables.
public struct RowPlace: Hashable, Sendable, Comparable {
  /// Which of the node's tables, from 0.
  public let table: Int
  /// The row below the head, from 0.
  public let row: Int

  /// Creates a place; both count from 0.
  public init(table: Int, row: Int) {
    self.table = table
    self.row = row
  }

  public static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.table, left.row) < (right.table, right.row)
  }
}

/// Which of a node's texts a stretch lies in.
public enum TextPlace: Hashable, Sendable {
  /// A paragraph, by its place in `Node.paragraphs`.
  case paragraph(Int)
  case cell(CellPlace)

  /// The paragraph; nil for a cell.
  public var paragraph: Int? {
    if case .paragraph(let index) = self { index } else { nil }
  }

  /// The cell; nil for a paragraph.
  public var cell: CellPlace? {
    if case .cell(let place) = self { place } else { nil }
  }
}

extension TextPlace {
  /// The place as one number, for indexes on disk: paragraphs from 0 up, cells below 0.
  package var code: Int {
    switch self {
    case .paragraph(let index): index
    case .cell(let cell): -1 - (cell.table << 40 | cell.row << 12 | cell.column)
    }
  }

  /// The place that such a number stands for.
  package init(code: Int) {
    guard code < 0 else {
      self = .paragraph(code)
      return
    }
    let bits = -1 - code
    self = .cell(
      CellPlace(table: bits >> 40, row: bits >> 12 & 0xFFF_FFFF, column: bits & 0xFFF))
  }
}

extension Node {
  /// The cell at that place; nil where the node has none.
  public func cell(at place: CellPlace) -> TableCell? {
    guard tables.indices.contains(place.table) else { return nil }
    let table = tables[place.table]
    guard place.row >= 0, place.row < table.rowCount,
      place.column >= 0, place.column < table.columnCount
    else { return nil }
    return table.cell(row: place.row, column: place.column)
  }

  /// The printed lines of a row: of the cells that begin in it, or of all that it shows where none
  /// does; nil where the node has no such row.
  package func lines(of place: RowPlace) -> LineRange? {
    guard tables.indices.contains(place.table) else { return nil }
    let table = tables[place.table]
    guard place.row >= 0, place.row < table.rowCount else { return nil }
    let columns = Array(0..<table.columnCount)
    let own = columns.filter { table.isFirst(row: place.row, column: $0) }
    let lines = (own.isEmpty ? columns : own).map { table.cell(row: place.row, column: $0).lines }
    guard let first = lines.map(\.first).min(), let last = lines.map(\.last).max() else {
      return nil
    }
    return LineRange(first, last)
  }

  /// The scalars of one of its texts; nil where it has no such text.
  public func scalars(at place: TextPlace) -> [Unicode.Scalar]? {
    switch place {
    case .paragraph(let index):
      paragraphs.indices.contains(index) ? paragraphs[index].scalars : nil
    case .cell(let place): cell(at: place)?.scalars
    }
  }

  /// The cells that say something, each once at the first place that it covers, row by row.
  public var cellPlaces: [CellPlace] {
    tables.indices.flatMap(cellPlaces(ofTable:))
  }

  private func cellPlaces(ofTable index: Int) -> [CellPlace] {
    var result: [CellPlace] = []
    let table = tables[index]
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount
      where table.isFirst(row: row, column: column)
        && !table.cell(row: row, column: column).scalars.isEmpty
      {
        result.append(CellPlace(table: index, row: row, column: column))
      }
    }
    return result
  }

  /// Its paragraphs and cells in order of print.
  public var textPlaces: [TextPlace] {
    blocks.flatMap { block -> [TextPlace] in
      switch block {
      case .paragraph(let index): [.paragraph(index)]
      case .table(let index): cellPlaces(ofTable: index).map(TextPlace.cell)
      }
    }
  }
}
