import GazetteText

/// Sets a table as reading text: its head found, its cells joined from their lines, cells that were
/// left empty because the one above goes on filled with it.
struct TableSetter {
  private var table: DraftTable
  private let headRows: Int

  init(_ table: DraftTable) {
    self.table = table
    headRows = TableHead.rowCount(of: table)
    if headRows > 1 { spreadHeads() }
    if headRows > 0 { continueCells() }
  }

  /// The table as it stands behind so many paragraphs of its node.
  func table(after paragraphs: Int) -> Table {
    let cells = table.cells.map {
      TableCell(scalars: CellText.reading($0.texts), lines: $0.lines)
    }
    let head = table.rows[..<headRows].map { row in row.map { cells[$0].scalars } }
    let caption = ReadingTextSetter.text(table.caption)
    return Table(
      after: paragraphs, lines: table.lines, caption: caption.isEmpty ? nil : caption.string,
      header: TableHead.labels(head), headRows: headRows, cells: cells, grid: table.rows)
  }

  /// Of strokes between cells nobody sees which cells a head covers: one goes on over the empty
  /// places behind it and below it.
  private mutating func spreadHeads() {
    for row in 0..<headRows {
      for column in table.rows[row].indices where table.text(row, column).isEmpty {
        let isDivided = (row + 1..<headRows).contains { !table.text($0, column).isEmpty }
        if column > 0, isDivided, !table.text(row, column - 1).isEmpty {
          table.rows[row][column] = table.rows[row][column - 1]
        } else if row > 0, !table.text(row - 1, column).isEmpty {
          table.rows[row][column] = table.rows[row - 1][column]
        }
      }
    }
  }

  /// An empty cell at the start of a row goes on with the one above it, but not before a sum.
  private mutating func continueCells() {
    let labels = table.rows[headRows - 1].indices.map {
      ColumnWords.meaning(of: table.text(headRows - 1, $0))
    }
    for row in headRows + 1..<max(headRows + 1, table.rows.count) {
      guard
        let first = table.rows[row].indices.first(where: {
          !table.text(row, $0).isEmpty && labels[$0] != .number
        }), !Self.isSum(table.text(row, first))
      else { continue }
      for column in 0..<first where table.text(row, column).isEmpty {
        guard Self.mayContinue(labels[column]) else { break }
        table.rows[row][column] = table.rows[row - 1][column]
      }
    }
  }

  private static func mayContinue(_ meaning: ColumnWords.Meaning?) -> Bool {
    switch meaning {
    case .role, .deadline: false
    default: true
    }
  }

  private static func isSum(_ text: [Unicode.Scalar]) -> Bool {
    ["合计", "总计", "小计", "共计", "总和"].contains(text.withoutSpaces.string)
  }
}

/// The reading text of a cell.
enum CellText {
  /// Sets the lines of a cell, divided by line feeds.
  static func reading(_ lines: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for line in lines {
      let text = reading(line)
      if text.isEmpty { continue }
      if !result.isEmpty { result.append("\n") }
      result += text
    }
    return result
  }

  /// Sets one line. A blank between two names of bodies stays: it divides them.
  private static func reading(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let words = line.split(whereSeparator: \.isAnySpace).map(Array.init)
    let dividesNames =
      words.count > 1
      && words.allSatisfy { $0.count > 2 && $0.allSatisfy(\.isChineseText) }
      && words.allSatisfy { $0.ends(withAnyOf: GenreVocabulary.bodySuffixes) }
    guard dividesNames else { return ReadingTextSetter.text(line) }
    var result: [Unicode.Scalar] = []
    for word in words {
      if !result.isEmpty { result.append(" ") }
      result += ReadingTextSetter.text(word)
    }
    return result
  }
}
