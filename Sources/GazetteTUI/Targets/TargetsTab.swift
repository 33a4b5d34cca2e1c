import GazetteModel
import GazetteText
import TerminalKit

/// Targets and deadlines (指标).
enum TargetsTab: LeftTab {
  static let name = Strings.phrase(.targetsTab)
  static let room = PaneLayout.LeftRoom.table
  static func mode(_ state: State) -> Mode { .targets }

  static func identity(_ state: State) -> ListIdentity {
    let order = TargetChoice.Order.allCases.firstIndex(of: state.targets.order) ?? 0
    return ListIdentity(
      tab: .targets, query: state.filter.query,
      choices: [order, state.targets.isReversed ? 1 : 0])
  }

  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? {
    guard let table = layouts.targetTable(for: state),
      let index = state.indexes?[state.targets.issue]?.targets
    else { return nil }
    return ListedNodes(
      issue: state.targets.issue, rows: table.rows.map { [index.targets[$0].node] },
      current: table.row(of: state.targets.selected))
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) { state.enterTargets(layouts) }

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    state.moveInTargets(motion, count: count, layouts)
  }

  static func enter(_ state: inout State, _ layouts: LayoutCache) { state.enterTarget(layouts) }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    listed(state, layouts)?.current.map {
      $0 - state.targets.top + state.outlineRows - state.targetRows
    }
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let table = layouts.targetTable(for: state), table.rows.indices.contains(row) else {
      return
    }
    state.select(target: table.rows[row], layouts)
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let table = layouts.targetTable(for: state) else { return }
    var cursor = ListCursor(
      row: 0, top: state.targets.top, count: table.rows.count, page: state.targetRows)
    cursor.wheel(rows)
    state.targets.top = cursor.top
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    let head = state.outlineRows - state.targetRows
    guard let table = layouts.targetTable(for: state), row >= head,
      table.rows.indices.contains(state.targets.top + row - head)
    else { return false }
    state.select(target: table.rows[state.targets.top + row - head], layouts)
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    TargetsView.draw(state, layouts, in: &frame)
  }
}
