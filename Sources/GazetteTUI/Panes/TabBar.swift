import TerminalKit

/// The quiet row of tabs over what the left pane shows.
enum TabBar {
  static func draw(_ state: State, in frame: inout Frame) {
    guard let rect = state.panes.tabs else { return }
    let labels = Tab.labels(
      of: state.tabs, open: state.tab, columns: rect.columns, language: state.settings.language)
    for label in labels {
      frame.write(
        label.text, at: Position(row: rect.row, column: rect.column + label.column),
        style: Style(label.tab == state.tab ? .key : .muted), limit: rect.columns - label.column)
    }
  }
}
