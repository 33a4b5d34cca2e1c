import GazetteModel
import GazetteText
import TerminalKit

// The mouse in the left pane.

extension State {
  /// The tab whose name stands at a position.
  func tab(at position: Position) -> Tab? {
    guard let rect = panes.tabs, rect.contains(position) else { return nil }
    let column = position.column - rect.column
    return Tab.labels(
      of: tabs, open: tab, columns: rect.columns, language: settings.language
    ).last {
      $0.column <= column && column < $0.column + DisplayWidth.columns(of: $0.text)
    }?.tab
  }

  /// Selects what is pressed; pressed twice it is opened.
  mutating func pressInLeftPane(_ event: MouseEvent, _ layouts: LayoutCache) {
    guard let rect = panes.contents else { return }
    let isSecond = event.kind == .doublePress
    let opens = tab.answers.press(
      row: event.position.row - rect.row, column: event.position.column - rect.column,
      isSecond: isSecond, &self, layouts)
    if opens, isSecond { tab.answers.enter(&self, layouts) }
  }
}
