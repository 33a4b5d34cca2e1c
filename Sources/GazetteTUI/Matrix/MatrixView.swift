import GazetteModel
import GazetteText
import TerminalKit

/// Bodies by documents as a heat map of cells: clauses that the body leads, and all that name it.
enum MatrixView {
  /// The rows above those of the bodies.
  static let headRows = 2

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let language = state.settings.language
    guard let table = layouts.dutyTable(for: state),
      let index = state.indexes?[state.matrix.issue]?.departments
    else {
      return ListRows.drawNote(Strings.text(.notIndexed, language), in: rect, &frame)
    }
    guard !table.rows.isEmpty else {
      return ListRows.drawNote(Strings.text(.noBodies, language), in: rect, &frame)
    }
    let columns = MatrixColumns(table, columns: rect.columns)
    drawHeads(
      table, layouts.tableHeads(table, for: state), columns, state, in: rect, &frame)
    for line in 0..<min(state.matrixRows, max(0, rect.rows - 3)) {
      let place = state.matrix.top + line
      guard table.rows.indices.contains(place) else { break }
      draw(
        table.rows[place], isSelected: place == state.matrix.row,
        name: index.departments[table.rows[place].place].body.name, table, columns, state,
        at: Position(row: rect.row + headRows + line, column: rect.column), &frame)
    }
    drawFoot(table, index, state, in: rect, &frame)
  }

  // MARK: - Heads

  private static func drawHeads(
    _ table: DutyTable, _ titles: [String], _ columns: MatrixColumns, _ state: State, in rect: Rect,
    _ frame: inout Frame
  ) {
    let issue = state.library[state.matrix.issue]
    let language = state.settings.language
    let first = rect.column + 1 + columns.name
    frame.write(
      Strings.text(.matrixHead, language), at: Position(row: rect.row, column: rect.column + 1),
      style: Style(.muted), limit: columns.name - 1)
    drawLegend(state, at: Position(row: rect.row + 1, column: rect.column + 1), columns, &frame)
    frame.writeRight(
      Strings.text(.total, language), Position(row: rect.row, column: first), columns.total,
      headStyle(isSelected: state.matrix.column == 0))
    for place in 0..<columns.shown {
      let document = state.matrix.left + place
      guard table.documents.indices.contains(document) else { break }
      let start = first + columns.total + place * columns.document
      let style = headStyle(isSelected: state.matrix.column == document + 1)
      let node = table.documents[document].map { issue[$0] }
      frame.writeRight(
        node?.reference.text ?? "-", Position(row: rect.row, column: start), columns.document,
        style)
      frame.writeRight(
        titles[document], Position(row: rect.row + 1, column: start), columns.document,
        Style(.muted))
    }
    drawEdges(table, columns, state, in: rect, &frame)
  }

  /// What the shades of the cells mean, in the shades themselves.
  private static func drawLegend(
    _ state: State, at start: Position, _ columns: MatrixColumns, _ frame: inout Frame
  ) {
    var column = start.column
    let end = start.column + columns.name - 1
    let words: [(StringKey, StyleRole)] = [
      (.heatFew, .heatLow), (.heatSome, .heatMiddle), (.heatMany, .heatHigh),
      (.heatInherited, .muted),
    ]
    for (key, role) in words {
      let text = " \(state.word(key)) "
      guard column + DisplayWidth.columns(of: text, ambiguous: frame.ambiguous) <= end else {
        return
      }
      column += frame.write(
        text, at: Position(row: start.row, column: column), style: Style(role))
    }
  }

  /// Marks at the edge of the heads that there are documents to the left or to the right.
  private static func drawEdges(
    _ table: DutyTable, _ columns: MatrixColumns, _ state: State, in rect: Rect,
    _ frame: inout Frame
  ) {
    let row = rect.row + 1
    if state.matrix.left > 0 {
      let column = rect.column + columns.name + columns.total
      frame.write("«", at: Position(row: row, column: column), style: Style(.key))
    }
    if state.matrix.left + columns.shown < table.documents.count {
      frame.write(
        "»", at: Position(row: row, column: rect.column + rect.columns - 1), style: Style(.key))
    }
  }

  private static func headStyle(isSelected: Bool) -> Style {
    var style = Style(.heading)
    style.isMarked = isSelected
    return style
  }

  // MARK: - Rows

  private static func draw(
    _ row: DutyTable.Row, isSelected: Bool, name: String, _ table: DutyTable,
    _ columns: MatrixColumns, _ state: State, at start: Position, _ frame: inout Frame
  ) {
    var nameStyle = Style(row.isCollective ? .muted : .plain)
    nameStyle.isMarked = isSelected
    if isSelected {
      frame.fill(
        Rect(column: start.column, row: start.row, columns: columns.name + 1, rows: 1),
        style: nameStyle)
    }
    frame.write(
      DisplayWidth.truncated(name, to: columns.name - 1, ambiguous: frame.ambiguous),
      at: Position(row: start.row, column: start.column + 1), style: nameStyle)
    let first = start.column + 1 + columns.name
    drawCell(
      row.total, Style(.plain), isSelected: isSelected && state.matrix.column == 0,
      Position(row: start.row, column: first), columns.total, state, &frame)
    // The selected one last: its brackets take a column of the next.
    let documents = (state.matrix.left..<state.matrix.left + columns.shown).filter {
      row.cells.indices.contains($0)
    }
    let chosen = isSelected ? state.matrix.column - 1 : -1
    for document in documents.filter({ $0 != chosen }) + documents.filter({ $0 == chosen }) {
      let cell = row.cells[document]
      drawCell(
        cell, Style(heat(cell.clauses, most: table.most)), isSelected: document == chosen,
        Position(
          row: start.row,
          column: first + columns.total + (document - state.matrix.left) * columns.document),
        columns.document, state, &frame)
    }
  }

  /// The shade of a count.
  private static func heat(_ clauses: Int, most: Int) -> StyleRole {
    if clauses == 0 { return .muted }
    if clauses * 2 >= most { return .heatHigh }
    return clauses * 6 >= most ? .heatMiddle : .heatLow
  }

  /// Draws a cell: `7/20` for twenty clauses of which the body leads seven, `20` where it leads
  /// none, `(58)` for what it only inherits, nothing where there is none. The selected one stands in
  /// brackets, so that it shows without colour.
  private static func drawCell(
    _ cell: DutyTable.Cell, _ style: Style, isSelected: Bool, _ start: Position, _ columns: Int,
    _ state: State, _ frame: inout Frame
  ) {
    var text = " "
    if cell.clauses > 0 {
      text = cell.leads > 0 ? "\(cell.leads)/\(cell.clauses)" : String(cell.clauses)
    } else if cell.inherited > 0 {
      text = "(\(cell.inherited))"
    }
    let room = columns - 1
    let shade = isSelected ? "[\(text)]" : " \(text) "
    var style = style
    style.isSelected = isSelected && state.focus == .contents
    style.isMarked = isSelected && state.focus != .contents
    let width = min(shade.utf8.count, room)
    frame.write(
      shade, at: Position(row: start.row, column: start.column + columns - width + 1),
      style: style, limit: width)
  }

  // MARK: - Foot

  /// The selected cell in words.
  private static func drawFoot(
    _ table: DutyTable, _ index: DepartmentIndex, _ state: State, in rect: Rect,
    _ frame: inout Frame
  ) {
    guard table.rows.indices.contains(state.matrix.row) else { return }
    let language = state.settings.language
    let row = table.rows[state.matrix.row]
    let document = state.matrix.column - 1
    let cell = row.cells.indices.contains(document) ? row.cells[document] : row.total
    var text = index.departments[row.place].body.name
    if row.cells.indices.contains(document), let node = table.documents[document] {
      let issue = state.library[state.matrix.issue]
      text += "  \(issue[node].reference.text) \(issue[node].shortTitle ?? "")"
    }
    var counts = Message(.cellCounts, String(cell.leads), String(cell.clauses)).text(language)
    if cell.inherited > 0 {
      counts += "  \(DutyText.inherited[language]) \(cell.inherited)"
    }
    let room = rect.columns - 3 - DisplayWidth.columns(of: counts)
    let line = rect.row + rect.rows - 1
    let cut = DisplayWidth.truncated(text, to: max(0, room - 1), ambiguous: frame.ambiguous)
    let used = frame.write(
      cut, at: Position(row: line, column: rect.column + 1), style: Style(.label))
    frame.write(
      counts, at: Position(row: line, column: rect.column + 1 + used + 2), style: Style(.plain),
      limit: rect.columns - used - 3)
  }
}
