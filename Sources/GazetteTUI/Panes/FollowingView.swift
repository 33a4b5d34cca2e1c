import GazetteText
import TerminalKit

/// What can follow the keys of an unfinished sequence, in columns above the foot of the screen.
enum FollowingView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard state.showsFollowing, !state.pendingKeys.isEmpty, let status = state.panes.status else {
      return
    }
    let language = state.settings.language
    let entries = KeyMap.following(state.pendingKeys, in: state.mode, of: layouts.commands)
    guard !entries.isEmpty else { return }
    let columns = min(3, max(1, frame.size.columns / 38))
    let most = max(1, frame.size.rows - 4)
    let rows = min(most, (entries.count + columns - 1) / columns)
    let top = status.row - rows
    let area = Rect(column: 0, row: top, columns: frame.size.columns, rows: rows)
    frame.fill(area)
    let line = String(repeating: "-", count: frame.size.columns)
    if top > 0 {
      frame.write(line, at: Position(row: top - 1, column: 0), style: Style(.border))
      frame.write(
        " \(state.pendingKeys.label) ", at: Position(row: top - 1, column: 2), style: Style(.key))
    }
    let width = frame.size.columns / columns
    for (index, entry) in entries.prefix(rows * columns).enumerated() {
      let start = Position(row: top + index % rows, column: index / rows * width + 1)
      let used = frame.write(entry.keys, at: start, style: Style(.key))
      let column = max(5, used + 1)
      frame.write(
        DisplayWidth.truncated(
          entry.name[language], to: width - column - 2, ambiguous: frame.ambiguous),
        at: Position(row: start.row, column: start.column + column))
    }
  }
}
