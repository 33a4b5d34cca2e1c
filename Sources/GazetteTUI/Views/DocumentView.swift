import GazetteModel

/// The text being read.
enum DocumentView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let pane = state.panes.text else { return }
    let layout = layouts.document(for: state)
    let column = state.textColumn
    let top = layout.row(of: state.top)
    let cursorRow = layout.row(of: state.cursor)
    let currentMatch = currentMatch(state, layouts)
    for line in 0..<pane.rows where layout.rows.indices.contains(top + line) {
      let row = top + line
      drawMatchesAndText(
        row, at: Position(row: pane.row + line, column: column.column), state, layout, layouts,
        currentMatch, in: &frame)
      if row == cursorRow {
        frame.write(
          ">", at: Position(row: pane.row + line, column: column.column - 2),
          style: Style(.current))
      }
    }
    if state.focus == .text, !state.mode.takesText, state.mode != .help {
      frame.cursor = Position(
        row: pane.row + cursorRow - top, column: column.column - State.gutterColumns)
    }
  }

  private static func currentMatch(
    _ state: State, _ layouts: LayoutCache
  ) -> SearchIndex.Match? {
    guard let current = state.search.current else { return nil }
    let matches = layouts.matches(for: state)
    return matches.indices.contains(current) ? matches[current] : nil
  }

  private static func drawMatchesAndText(
    _ index: Int, at start: Position, _ state: State, _ layout: DocumentLayout,
    _ layouts: LayoutCache, _ currentMatch: SearchIndex.Match?, in frame: inout Frame
  ) {
    let row = layout.rows[index]
    guard let part = row.part else { return }
    let all = layouts.matches(for: state)
    let found = layouts.matches(in: part, of: row.node, for: state).map { all[$0] }
    var currentRange: ScalarRange?
    if let match = currentMatch, match.node == row.node, TextPart(match.part) == part {
      currentRange = match.range
    }
    let segments = layout.segments(
      ofRow: index, matches: found.map(\.range), current: currentRange)
    for (place, segment) in segments.enumerated() {
      var style = segment.style
      if place == 0, row.marker != nil {
        style.isMatch = found.contains { $0.includesNumber }
        style.isCurrentMatch = currentRange != nil && currentMatch?.includesNumber == true
      }
      frame.write(
        segment.text, at: Position(row: start.row, column: start.column + segment.column),
        style: style)
    }
  }
}
