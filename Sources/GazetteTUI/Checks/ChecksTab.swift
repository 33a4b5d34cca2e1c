import GazetteModel
import GazetteText
import TerminalKit

/// What the parser is unsure of (存疑), each finding a row that leads to its lines.
enum ChecksTab: LeftTab {
  static let name = Phrase("存疑", "Findings")
  static let room = PaneLayout.LeftRoom.list

  static func identity(_ state: State) -> ListIdentity { ListIdentity(tab: .checks) }

  /// The findings of the issue being read; nil until the bodies are worked out.
  static func list(_ state: State) -> CheckList? {
    state.currentIndexes.map { CheckList($0.departments, in: state.library[state.issue]) }
  }

  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? {
    guard let list = list(state) else { return nil }
    return ListedNodes(
      issue: state.issue, rows: list.rows.map { $0.node.map { [$0] } ?? [] },
      current: cursor(state, list).map(\.row))
  }

  /// Where the reader is; nil where nothing is listed.
  static func cursor(_ state: State, _ list: CheckList) -> ListCursor? {
    guard !list.rows.isEmpty else { return nil }
    let place = state.lists[.checks]
    return ListCursor(
      row: min(place.row, list.rows.count - 1), top: place.top, count: list.rows.count,
      page: state.outlineRows)
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) {
    guard let list = list(state), var cursor = cursor(state, list) else { return }
    // What the reader is at, or the next one behind it.
    let here = state.cursor.node
    if list.rows[cursor.row].node != here,
      let row = list.rows.firstIndex(where: { row in
        row.node.map { $0 >= here } ?? false
      })
    {
      cursor.row = row
    }
    keep(cursor, in: &state)
  }

  private static func keep(_ cursor: ListCursor, in state: inout State) {
    var cursor = cursor
    cursor.show()
    state.lists[.checks] = ListPlaces.Place(row: cursor.row, top: cursor.top)
  }

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    guard let list = list(state), var cursor = cursor(state, list),
      let target = cursor.target(of: motion, times: count)
    else { return }
    if let end = cursor.move(to: target) { state.message = end }
    select(row: cursor.row, &state, layouts)
  }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    list(state).flatMap { cursor(state, $0) }.map { $0.row - $0.top }
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let list = list(state), var cursor = cursor(state, list) else { return }
    cursor.row = row
    keep(cursor, in: &state)
    if let node = list.rows[row].node { state.goTo(node, in: state.issue, layouts) }
  }

  static func enter(_ state: inout State, _ layouts: LayoutCache) {
    guard let list = list(state), let cursor = cursor(state, list),
      let node = list.rows[cursor.row].node
    else {
      state.message = Message(.noText)
      return
    }
    state.jumps.leave(state.place)
    state.focus = .text
    state.goTo(node, in: state.issue, layouts)
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let list = list(state), var cursor = cursor(state, list) else { return }
    cursor.wheel(rows)
    state.lists[.checks].top = cursor.top
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    guard let list = list(state), list.rows.indices.contains(state.lists[.checks].top + row) else {
      return false
    }
    select(row: state.lists[.checks].top + row, &state, layouts)
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    ChecksView.draw(state, layouts, in: &frame)
  }
}
