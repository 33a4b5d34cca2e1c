import TerminalKit

/// Everyone's marks at a clause, side by side.
enum MarksView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard state.mode == .marks else { return }
    let lines = layouts.marksText(for: state)
    let rect = state.boxRect(rows: state.marksBoxRows(lines: lines.count, layouts), layouts)
    let rows = rect.rows - 2
    let top = min(state.review.marksTop, max(0, lines.count - rows))
    let below = lines.count - top - rows
    PaneBox.draw(
      rect, title: Strings.text(.marksTitle, state.settings.language),
      note: below > 0 ? Message(.moreBelow, String(below)).text(state.settings.language) : "",
      in: &frame)
    for row in 0..<rows where lines.indices.contains(top + row) {
      for piece in lines[top + row].pieces {
        frame.write(
          piece.text, at: Position(row: rect.row + 1 + row, column: rect.column + 2 + piece.column),
          style: Style(piece.role), limit: rect.columns - 4 - piece.column)
      }
    }
    frame.cursor = nil
  }
}
