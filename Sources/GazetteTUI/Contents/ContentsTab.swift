import GazetteModel
import GazetteText
import TerminalKit

/// The tree of documents and clauses (目录).
enum ContentsTab: LeftTab {
  static let name = Strings.phrase(.contentsTab)
  static let room = PaneLayout.LeftRoom.tree
  static func mode(_ state: State) -> Mode { .contents }

  static func identity(_ state: State) -> ListIdentity {
    ListIdentity(tab: .contents, query: state.filter.query)
  }

  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? { nil }

  static func highlight(_ state: State, _ layouts: LayoutCache) -> Highlight {
    switch state.selected {
    case .node(let issue, let node): return Highlight(issue: issue, nodes: [node])
    case .issue(let issue):
      return Highlight(issue: issue, name: state.library[issue].identity.title)
    case .column(let issue, let column):
      return Highlight(issue: issue, name: layouts.tree[issue].columns[column].name)
    case .entry(let issue, let entry):
      return Highlight(issue: issue, name: state.library[issue].contents[entry].title)
    }
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) {
    state.keepSelectionVisible(layouts)
  }

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    state.moveInOutline(motion, count: count, layouts)
  }

  static func enter(_ state: inout State, _ layouts: LayoutCache) { state.enterSelected(layouts) }

  static func left(_ state: inout State, _ layouts: LayoutCache) {
    state.foldOrGoToParent(layouts)
  }

  static func right(_ state: inout State, _ layouts: LayoutCache) {
    state.unfoldOrEnter(layouts)
  }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    state.selectedRow(layouts).map { $0 - state.outlineTop }
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    let rows = layouts.outline(for: state).rows
    guard rows.indices.contains(row) else { return }
    state.select(rows[row].item, layouts)
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    var list = ListCursor(
      row: 0, top: state.outlineTop, count: layouts.outline(for: state).rows.count,
      page: state.outlineRows)
    list.wheel(rows)
    state.outlineTop = list.top
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    guard let rect = state.panes.contents else { return false }
    let rows = layouts.outline(for: state).rows
    guard rows.indices.contains(state.outlineTop + row) else { return false }
    let line = rows[state.outlineTop + row]
    let markColumn = Outline.markColumn(depth: line.depth, columns: rect.columns)
    state.select(line.item, layouts)
    if line.hasChildren, !isSecond, abs(column - markColumn) <= 1 {
      state.setFold(nil, layouts)
    }
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    OutlineView.draw(state, layouts, in: &frame)
  }
}
