import TerminalKit

/// A text alone on the screen, so that the terminal can select it without what stands beside it.
enum HandCopyView {
  static func draw(_ state: State, in frame: inout Frame) {
    let rows = HandCopyRows(state).rows
    for row in 0..<max(0, state.size.rows - 1) where rows.indices.contains(state.handCopyTop + row)
    {
      frame.write(rows[state.handCopyTop + row], at: Position(row: row, column: 0))
    }
  }
}
