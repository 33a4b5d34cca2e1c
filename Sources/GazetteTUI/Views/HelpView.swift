/// The help screen: every command with its keys, by group.
enum HelpView {
  static func draw(_ state: State, in frame: inout Frame) {
    let language = state.settings.language
    let size = state.size
    let bar = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    frame.fill(bar, style: Style(.activeBar))
    frame.write(
      Strings.text(.helpTitle, language), at: Position(row: 0, column: 2), style: Style(.activeBar))
    let lines = HelpText.lines(in: language)
    let rows = max(1, size.rows - 2)
    let below = lines.count - state.helpTop - rows
    if below > 0 {
      let text = Message(.moreBelow, String(below)).text(language)
      let column = size.columns - DisplayWidth.columns(of: text) - 2
      frame.write(text, at: Position(row: 0, column: column), style: Style(.activeBar))
    }
    let width = min(size.columns - 4, 100)
    let left = (size.columns - width) / 2
    for row in 0..<rows where lines.indices.contains(state.helpTop + row) {
      let start = Position(row: row + 1, column: left)
      switch lines[state.helpTop + row] {
      case .blank: continue
      case .heading(let text):
        frame.write(text, at: start, style: Style(.heading))
      case .command(let keys, let name):
        frame.write(
          keys, at: Position(row: start.row, column: left + 2), style: Style(.key),
          limit: keyColumns - 3)
        frame.write(
          DisplayWidth.truncated(name, to: width - keyColumns),
          at: Position(row: start.row, column: left + keyColumns))
      }
    }
  }

  /// The columns that keys take, with the space behind them.
  private static let keyColumns = 26
}
