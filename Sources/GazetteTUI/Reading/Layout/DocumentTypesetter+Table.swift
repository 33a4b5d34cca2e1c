import GazetteModel
import GazetteText
import TerminalKit

extension DocumentTypesetter {
  /// Sets a table of a node, with its left edge in a column: in columns where they fit, else each row
  /// as a card of labels and values.
  mutating func setTable(_ index: Int, of node: Node, column: Int) {
    let table = node.tables[index]
    separate(before: .table)
    let texts = rememberCells(of: table)
    if let caption = table.caption {
      setCentred(caption, node: node, part: .tableHead(index), block: nil, role: .heading)
    }
    let grid = TableGrid(
      table, measure: measure - column + options.roomBeside, ambiguous: options.ambiguous)
    if let grid {
      set(grid, index, of: node, column: column, texts: texts)
    } else {
      if table.caption != nil { blank(1) }
      setCards(index, of: node, column: column, texts: texts)
    }
  }

  /// Keeps the texts of a table's cells; returns the number of the first.
  private mutating func rememberCells(of table: GazetteModel.Table) -> Int {
    let first = texts.count
    texts += table.cells.map(\.scalars)
    return first
  }

  // MARK: Columns

  private mutating func set(
    _ grid: TableGrid, _ index: Int, of node: Node, column: Int, texts first: Int
  ) {
    let table = node.tables[index]
    for (row, lines) in grid.rows.enumerated() {
      let isHead = row < table.headRows
      let part: TextPart =
        isHead
        ? .tableHead(index) : .row(RowPlace(table: index, row: row - table.headRows))
      for (line, pieces) in lines.enumerated() {
        if pieces.isEmpty {
          blank(1)
          continue
        }
        let offset = isHead ? row * 100 + line : line
        var result = DocumentRow(node: node.id, part: part, range: ScalarRange(offset, offset))
        result.role = isHead ? .heading : .plain
        result.column = column
        result.columns = grid.width
        result.cells = pieces.map { piece in
          DocumentRow.CellPiece(
            place: isHead
              ? nil : table.cellPlace(of: piece.cell, above: row - table.headRows, table: index),
            text: first + piece.cell, range: piece.range, column: column + piece.column,
            role: isHead ? .heading : .plain)
        }
        append(result, text: first)
      }
      if isHead, row == table.headRows - 1 { setRule(grid.width, index, of: node, column, first) }
    }
  }

  /// The line below the head.
  private mutating func setRule(
    _ width: Int, _ index: Int, of node: Node, _ column: Int, _ text: Int
  ) {
    let end = mostHeadLines
    var rule = DocumentRow(
      node: node.id, part: .tableHead(index), range: ScalarRange(end, end), column: column,
      columns: width)
    rule.trailers = [
      .init(text: String(repeating: "-", count: width), column: column, role: .border)
    ]
    append(rule, text: text)
  }

  /// More than any head has lines; the rule stands behind them.
  private var mostHeadLines: Int { 1_000 }

  // MARK: Cards

  private mutating func setCards(_ index: Int, of node: Node, column: Int, texts first: Int) {
    let table = node.tables[index]
    let labels = table.header.map { Array($0.unicodeScalars) }
    let firstLabel = texts.count
    texts += labels
    let widest = labels.reduce(0) {
      max($0, DisplayWidth.columns(of: $1[...], ambiguous: options.ambiguous))
    }
    let labelColumns = min(widest, max(4, (measure - column) / 3))
    let valueColumn = labels.isEmpty ? 0 : labelColumns + TableGrid.gap
    for row in 0..<table.rowCount {
      if row > 0 { blank(1) }
      var line = 0
      for place in 0..<table.columnCount {
        let cells = table.grid[table.headRows + row]
        if place > 0, cells[place] == cells[place - 1] { continue }
        let value = TableGrid.lines(
          of: table.cells[cells[place]].scalars, width: measure - column - valueColumn,
          ambiguous: options.ambiguous)
        if value.isEmpty { continue }
        let label =
          labels.isEmpty
          ? []
          : TableGrid.lines(of: labels[place], width: labelColumns, ambiguous: options.ambiguous)
        let origin = table.place(ofCellAt: row, column: place)
        for step in 0..<max(value.count, label.count) {
          var result = DocumentRow(
            node: node.id, part: .row(RowPlace(table: index, row: row)),
            range: ScalarRange(line, line), column: column, columns: measure - column)
          if step < label.count {
            result.cells.append(
              DocumentRow.CellPiece(
                place: nil, text: firstLabel + place, range: label[step].range, column: column,
                role: .label))
          }
          if step < value.count {
            result.cells.append(
              DocumentRow.CellPiece(
                place: CellPlace(table: index, row: origin.row, column: origin.column),
                text: first + cells[place], range: value[step].range,
                column: column + valueColumn, role: .plain))
          }
          append(result, text: first)
          line += 1
        }
      }
    }
  }
}
