import TerminalKit

/// What is known of the place being read.
enum DetailView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.details else { return }
    let lines = layouts.details(for: state, in: rect)
    let top = min(state.detailsTop, max(0, lines.count - rect.rows))
    let selected = state.focus == .details ? layouts.detailLink(for: state, in: rect)?.row : nil
    for row in 0..<rect.rows where lines.indices.contains(top + row) {
      let isSelected = top + row == selected
      if isSelected {
        frame.fill(
          Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1),
          style: ListRows.style(.plain, isSelected: true, hasFocus: true))
      }
      for piece in lines[top + row].pieces {
        frame.write(
          piece.text, at: Position(row: rect.row + row, column: rect.column + 1 + piece.column),
          style: ListRows.style(piece.role, isSelected: isSelected, hasFocus: true),
          limit: rect.columns - 1 - piece.column)
      }
    }
  }
}
