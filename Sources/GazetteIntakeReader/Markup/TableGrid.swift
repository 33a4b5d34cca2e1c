/// A table with merged cells, laid out so that every place has what is said there.
struct TableGrid {
  /// A cell as formats describe it.
  struct Cell {
    var text: String
    var columns = 1
    var rows = 1
    /// Whether the format says that it is a head.
    var isHead = false
  }

  /// More places than any printed table has; what lies behind is left out.
  private static let mostPlaces = 400_000
  private static let mostColumns = 200
  /// A head has no longer cells.
  private static let longestHead = 16

  private(set) var rows: [[String]] = []
  private(set) var headRows = 0
  /// Whether not everything had room.
  private(set) var isCut = false

  init(_ described: [[Cell]]) {
    var places: [[String?]] = []
    var heads = 0
    for (row, cells) in described.enumerated() {
      while places.count <= row { places.append([]) }
      var column = 0
      for cell in cells {
        while column < places[row].count, places[row][column] != nil { column += 1 }
        let columns = min(max(1, cell.columns), Self.mostColumns)
        let last = min(row + max(1, cell.rows), described.count)
        guard column + columns <= Self.mostColumns, last * (column + columns) <= Self.mostPlaces
        else {
          isCut = true
          break
        }
        while places.count < last { places.append([]) }
        for covered in row..<last {
          while places[covered].count < column + columns { places[covered].append(nil) }
          for place in column..<column + columns { places[covered][place] = cell.text }
        }
        column += columns
      }
      if heads == row, !cells.isEmpty, cells.allSatisfy(\.isHead) { heads = row + 1 }
    }
    let width = places.map(\.count).max() ?? 0
    rows = places.filter { !$0.isEmpty }.map { row in
      (0..<width).map { $0 < row.count ? row[$0] ?? "" : "" }
    }
    headRows = heads > 0 ? min(heads, rows.count) : Self.guessedHeadRows(described, rows)
  }

  /// Formats that people write with name no heads: a first row of different short labels is one, with
  /// the rows that its merged cells reach into.
  private static func guessedHeadRows(_ described: [[Cell]], _ rows: [[String]]) -> Int {
    guard let first = described.first, let labels = rows.first, rows.count > 1, labels.count > 1,
      labels.allSatisfy({ !$0.isEmpty && $0.count <= longestHead }),
      labels.allSatisfy({ $0.contains { !$0.isNumber && !$0.isPunctuation } })
    else { return 0 }
    let reach = first.map(\.rows).max() ?? 1
    let isWide = first.contains { $0.columns > 1 }
    return isWide && reach > 1 && reach < rows.count ? reach : 1
  }

  var width: Int { rows.first?.count ?? 0 }
}
