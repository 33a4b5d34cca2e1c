/// What is known of the place being read.
enum DetailView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.details else { return }
    let lines = layouts.details(for: state, in: rect)
    let top = min(state.detailsTop, max(0, lines.count - rect.rows))
    for row in 0..<rect.rows where lines.indices.contains(top + row) {
      for piece in lines[top + row].pieces {
        frame.write(
          piece.text, at: Position(row: rect.row + row, column: rect.column + 1 + piece.column),
          style: Style(piece.role), limit: rect.columns - 1 - piece.column)
      }
    }
  }
}
