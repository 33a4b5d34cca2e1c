import GazetteText
import TerminalKit

/// What a tab of the left pane answers: everything that the rest of the browser asks of one.
///
/// A tab without rows that stand for units, or without columns, leaves those answers to the
/// extension below.
protocol LeftTab {
  /// Its name in the row of tabs.
  static var name: Phrase { get }
  /// How much of the screen it wants.
  static var room: PaneLayout.LeftRoom { get }
  /// The mode of its keys while it has the focus.
  static func mode(_ state: State) -> Mode
  /// What makes its rows others than before: a selection of rows ends with it.
  static func identity(_ state: State) -> ListIdentity
  /// Its rows with the nodes they stand for; nil for the tree, and while nothing is listed.
  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes?
  /// What the highlighted row stands for.
  static func highlight(_ state: State, _ layouts: LayoutCache) -> Highlight

  /// Settles the highlight when the tab is opened.
  static func open(_ state: inout State, _ layouts: LayoutCache)
  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache)
  /// Goes from the highlighted row to what it stands for.
  static func enter(_ state: inout State, _ layouts: LayoutCache)
  /// To what the row was opened from, to the column before, or to the pane beside.
  static func left(_ state: inout State, _ layouts: LayoutCache)
  /// Into the row, or to the next column.
  static func right(_ state: inout State, _ layouts: LayoutCache)
  /// The row of the pane in which the highlight stands, counted from its top, the heads included;
  /// nil where nothing is highlighted.
  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int?
  /// Highlights one of the rows that are `listed`.
  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache)
  /// Scrolls by so many rows and leaves the highlight where it is.
  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache)
  /// Highlights what stands at a place in the pane; whether a second press there opens it.
  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame)
}

extension LeftTab {
  static func mode(_ state: State) -> Mode { .list }
  static func left(_ state: inout State, _ layouts: LayoutCache) { state.moveFocusBeside(by: -1) }
  static func right(_ state: inout State, _ layouts: LayoutCache) { enter(&state, layouts) }

  static func highlight(_ state: State, _ layouts: LayoutCache) -> Highlight {
    guard let list = listed(state, layouts), let row = list.current else {
      return Highlight(issue: state.issue)
    }
    return Highlight(issue: list.issue, nodes: list.rows[row])
  }
}
