import GazetteText
import TerminalKit

/// The help screen: every command with its keys, by group; the selected one can be run.
enum HelpView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    let language = state.settings.language
    let size = state.size
    let bar = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    frame.fill(bar, style: Style(.activeBar))
    var column = 2
    column += frame.write(
      Strings.text(.helpTitle, language), at: Position(row: 0, column: column),
      style: Style(.activeBar))
    if !state.help.query.isEmpty, state.mode == .help {
      frame.write(
        "/" + state.help.query, at: Position(row: 0, column: column + 2),
        style: Style(.activeBar), limit: max(0, size.columns / 2 - column))
    }
    let list = layouts.helpList(for: state)
    let rows = state.helpRows
    let below = list.rows.count - state.help.top - rows
    if below > 0 {
      let text = Message(.moreBelow, String(below)).text(language)
      let column = size.columns - DisplayWidth.columns(of: text) - 2
      frame.write(text, at: Position(row: 0, column: column), style: Style(.activeBar))
    }
    let width = min(size.columns - 4, 100)
    let left = (size.columns - width) / 2
    if list.rows.isEmpty {
      frame.write(
        Strings.text(.noMatch, language), at: Position(row: 1, column: left), style: Style(.warning)
      )
    }
    for row in 0..<rows where list.rows.indices.contains(state.help.top + row) {
      let place = state.help.top + row
      let area = Rect(column: left, row: row + 1, columns: width, rows: 1)
      switch list.rows[place] {
      case .blank: continue
      case .heading(let phrase):
        frame.write(
          phrase[language], at: Position(row: area.row, column: left), style: Style(.heading))
      case .command(let index):
        draw(
          layouts.commands[index], isSelected: place == state.help.selected, language, in: area,
          &frame)
      }
    }
  }

  private static func draw(
    _ command: Command, isSelected: Bool, _ language: Language, in area: Rect,
    _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: true)
    }
    if isSelected { frame.fill(area, style: style(.plain)) }
    frame.write(
      command.keys.map(\.label).joined(separator: "  "),
      at: Position(row: area.row, column: area.column + 2), style: style(.key),
      limit: keyColumns - 3)
    frame.write(
      DisplayWidth.truncated(
        command.name[language], to: area.columns - keyColumns, ambiguous: frame.ambiguous),
      at: Position(row: area.row, column: area.column + keyColumns), style: style(.plain))
  }

  /// The columns that keys take, with the space behind them.
  private static let keyColumns = 26
}
