import GazetteModel
import GazetteText
import TerminalKit

/// Bodies by documents (矩阵).
enum MatrixTab: LeftTab {
  static let name = Strings.phrase(.matrixTab)
  static let room = PaneLayout.LeftRoom.table
  static func mode(_ state: State) -> Mode { .matrix }

  static func identity(_ state: State) -> ListIdentity {
    ListIdentity(tab: .matrix, choices: [state.matrix.column])
  }

  /// Each row stands for the clauses of its body in the selected column.
  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? {
    guard let table = layouts.dutyTable(for: state),
      let departments = state.indexes?[state.matrix.issue]?.departments
    else { return nil }
    let opened = state.library[state.matrix.issue]
    let left = layouts.filterMatches(for: state)?[state.matrix.issue]
    let rows = table.rows.map { row in
      let nodes = departments.departments[row.place].nodes.filter { left?.contains($0) ?? true }
      guard state.matrix.column > 0 else { return nodes }
      let document = table.documents[state.matrix.column - 1]
      return nodes.filter { opened.document(of: $0) == document }
    }
    return ListedNodes(
      issue: state.matrix.issue, rows: rows,
      current: rows.indices.contains(state.matrix.row) ? state.matrix.row : nil)
  }

  static func highlight(_ state: State, _ layouts: LayoutCache) -> Highlight {
    guard let list = listed(state, layouts), let row = list.current,
      let table = layouts.dutyTable(for: state),
      let departments = state.indexes?[list.issue]?.departments.departments
    else { return Highlight(issue: state.issue) }
    return Highlight(
      issue: list.issue, nodes: list.rows[row],
      name: list.rows[row].isEmpty ? departments[table.rows[row].place].body.name : nil)
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) { state.keepCellVisible(layouts) }

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    state.moveInMatrix(motion, count: count, layouts)
  }

  static func enter(_ state: inout State, _ layouts: LayoutCache) { state.enterCell(layouts) }

  static func left(_ state: inout State, _ layouts: LayoutCache) {
    state.moveMatrixColumn(by: -1, layouts)
  }

  static func right(_ state: inout State, _ layouts: LayoutCache) {
    state.moveMatrixColumn(by: 1, layouts)
  }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    listed(state, layouts)?.current.map { $0 - state.matrix.top + MatrixView.headRows }
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    state.matrix.row = row
    state.keepCellVisible(layouts)
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let table = layouts.dutyTable(for: state) else { return }
    var cursor = ListCursor(
      row: 0, top: state.matrix.top, count: table.rows.count, page: state.matrixRows)
    cursor.wheel(rows)
    state.matrix.top = cursor.top
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    guard let table = layouts.dutyTable(for: state), row >= MatrixView.headRows,
      row < state.matrixRows + MatrixView.headRows,
      table.rows.indices.contains(state.matrix.top + row - MatrixView.headRows)
    else { return false }
    state.matrix.row = state.matrix.top + row - MatrixView.headRows
    let columns = MatrixColumns(table, columns: state.leftColumns)
    let behindTotal = column - 1 - columns.name - columns.total
    let document = state.matrix.left + behindTotal / columns.document
    state.matrix.column = behindTotal < 0 ? 0 : min(document + 1, table.documents.count)
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    MatrixView.draw(state, layouts, in: &frame)
  }
}
