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
    let grid = HelpGrid(size)
    if list.rows.isEmpty {
      frame.write(
        Strings.text(.noMatch, language), at: Position(row: 1, column: grid.left),
        style: Style(state.mode == .helpSearch ? .muted : .warning))
    }
    for place in state.help.top..<state.help.top + rows where list.rows.indices.contains(place) {
      let area = grid.area(of: place - state.help.top)
      switch list.rows[place] {
      case .blank: continue
      case .heading(let phrase):
        frame.write(
          phrase[language], at: Position(row: area.row, column: area.column),
          style: Style(.heading))
      case .sign(let sign):
        frame.write(
          sign.sign[language], at: Position(row: area.row, column: area.column + 2),
          style: Style(sign.role))
        frame.write(
          DisplayWidth.truncated(
            sign.meaning[language], to: area.columns - grid.keyColumns, ambiguous: frame.ambiguous),
          at: Position(row: area.row, column: area.column + grid.keyColumns))
      case .command(let index):
        draw(
          layouts.commands[index], isSelected: place == state.help.selected, language, grid,
          in: area, &frame)
      }
    }
  }

  private static func draw(
    _ command: Command, isSelected: Bool, _ language: Language, _ grid: HelpGrid,
    in area: Rect, _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: true)
    }
    if isSelected { frame.fill(area, style: style(.plain)) }
    // Keys whole or not at all: half a name of a key is none.
    var keys = command.keys.map(\.label)
    while keys.count > 1, keys.joined(separator: "  ").utf8.count > grid.keyColumns - 3 {
      keys.removeLast()
    }
    frame.write(
      keys.joined(separator: "  "),
      at: Position(row: area.row, column: area.column + 2), style: style(.key),
      limit: grid.keyColumns - 3)
    frame.write(
      DisplayWidth.truncated(
        command.name[language], to: area.columns - grid.keyColumns, ambiguous: frame.ambiguous),
      at: Position(row: area.row, column: area.column + grid.keyColumns), style: style(.plain))
  }
}

/// The columns in which the help is set: as many as the screen has room for, read one after the other.
struct HelpGrid: Hashable, Sendable {
  /// The rows of each column.
  let rows: Int
  let columns: Int
  /// The first column of the screen that is used.
  let left: Int
  /// The columns that keys take, with the space behind them.
  let keyColumns: Int
  private let width: Int

  private static let widest = 76
  private static let narrowest = 56
  private static let gap = 3

  init(_ size: Size) {
    rows = max(1, size.rows - 2)
    let room = size.columns - 4
    columns = max(1, min(3, (room + Self.gap) / (Self.narrowest + Self.gap)))
    width = min(Self.widest, (room - (columns - 1) * Self.gap) / columns)
    left = (size.columns - columns * width - (columns - 1) * Self.gap) / 2
    keyColumns = columns == 1 ? 22 : 18
  }

  /// How many rows of the list are shown at once.
  var count: Int { rows * columns }

  /// Where a row of those shown stands, counted from 0.
  func area(of place: Int) -> Rect {
    Rect(
      column: left + place / rows * (width + Self.gap), row: 1 + place % rows, columns: width,
      rows: 1)
  }

  /// The row of those shown that stands at a position.
  func place(at position: Position) -> Int? {
    (0..<count).first { area(of: $0).contains(position) }
  }
}
