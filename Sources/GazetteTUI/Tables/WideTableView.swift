import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// A table over the whole screen.
enum WideTableView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let wide = state.wideTable else { return }
    let layout = layouts.wideTable.layout(of: wide, for: state)
    let table = state.library[wide.issue][wide.node].tables[wide.table]
    drawBar(state, wide, layout, table, in: &frame)
    let headLines = state.tableHeadLines(layout)
    for (line, pieces) in layout.head.prefix(max(0, headLines - 1)).enumerated() {
      for piece in pieces {
        draw(piece, of: table, found: [], .heading, row: line + 1, in: &frame)
      }
    }
    if headLines > 0 {
      frame.write(
        String(repeating: "-", count: layout.width),
        at: Position(row: headLines, column: State.gutterColumns), style: Style(.border))
    }
    let marks = state.sheet.map { ($0, layouts.scope(of: wide.issue)) }
    for place in 0..<state.tableLines(layout) where layout.lines.indices.contains(wide.top + place)
    {
      let line = layout.lines[wide.top + place]
      let row = headLines + 1 + place
      let isFirst = layout.firstLines[line.row] == wide.top + place
      if line.row == wide.row, isFirst || place == 0 {
        frame.write(">", at: Position(row: row, column: 0), style: Style(.current))
        frame.cursor = Position(row: row, column: 0)
      }
      if isFirst, let (sheet, scope) = marks,
        let key = scope.key(
          of: NodeRow(node: wide.node, place: RowPlace(table: wide.table, row: line.row))),
        let look = ReviewLook(at: key, sheet, scope)
      {
        frame.write(look.symbol, at: Position(row: row, column: 1), style: Style(look.role))
      }
      for piece in line.pieces {
        let cell = table.cellPlace(of: piece.cell, above: line.row, table: wide.table)
        let found = cell.map { cell in
          let all = layouts.matches(for: state)
          return layouts.matches(in: .cell(cell), of: wide.node, for: state).map { all[$0].range }
            + layouts.highlights(in: .cell(cell), of: wide.node, for: state)
        }
        draw(piece, of: table, found: found ?? [], .plain, row: row, in: &frame)
      }
    }
  }

  private static func draw(
    _ piece: TableGrid.Piece, of table: GazetteModel.Table, found: [ScalarRange],
    _ role: StyleRole, row: Int, in frame: inout Frame
  ) {
    let segments = DocumentLayout.segments(
      of: table.cells[piece.cell].scalars, piece.range, column: piece.column, role, found: found,
      ambiguous: frame.ambiguous)
    for segment in segments {
      frame.write(
        segment.text, at: Position(row: row, column: State.gutterColumns + segment.column),
        style: segment.style)
    }
  }

  /// The bar: what the table is, which of its columns are in sight, and which row is being read.
  private static func drawBar(
    _ state: State, _ wide: WideTable, _ layout: WideTableLayout, _ table: GazetteModel.Table,
    in frame: inout Frame
  ) {
    let language = state.settings.language
    frame.fill(
      Rect(column: 0, row: 0, columns: state.size.columns, rows: 1), style: Style(.activeBar))
    var tail = Message(
      .rowOfTable, String(min(wide.row + 1, table.rowCount)), String(table.rowCount)
    ).text(language)
    let isCut = layout.shown.count + layout.staying < table.columnCount
    if isCut {
      let columns = Message(
        .columnsOfTable, String(layout.shown.lowerBound + 1), String(layout.shown.upperBound),
        String(table.columnCount)
      ).text(language)
      let left = layout.hasMoreAtLeft ? "«" : " "
      let right = layout.shown.upperBound < table.columnCount ? "»" : " "
      tail = "\(left) \(columns) \(right)  \(tail)"
    }
    let tailColumns = DisplayWidth.columns(of: tail, ambiguous: frame.ambiguous)
    let room = max(0, state.size.columns - tailColumns - 5)
    let issue = state.library[wide.issue]
    let crumb = Breadcrumb(of: wide.node, in: issue).text(
      columns: room, sign: state.settings.isASCII ? "/" : "›", ambiguous: frame.ambiguous)
    frame.write(
      DisplayWidth.truncated(table.caption ?? crumb, to: room, ambiguous: frame.ambiguous),
      at: Position(row: 0, column: 2), style: Style(.activeBar))
    frame.write(
      tail, at: Position(row: 0, column: max(0, state.size.columns - tailColumns - 2)),
      style: Style(.activeBar))
  }
}
