import GazetteText
import TerminalKit

/// The ways to cite, each with what would be copied, in a box beside the clause.
enum CitationView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard state.mode == .citing else { return }
    let room = state.boxRoom
    let columns = room.columns - 4
    let parts = state.citing.ways.map { way in
      PaneBox.rows(of: way.text, columns: columns - 3, ambiguous: frame.ambiguous)
    }
    // What has no room is cut: of the way that is selected last of all.
    let order = [state.citing.selected] + parts.indices.filter { $0 != state.citing.selected }
    var spare = max(0, state.boxRows(layouts) - 2 - 2 * parts.count)
    var shown = parts.map { min(1, $0.count) }
    for place in order {
      let more = min(spare, parts[place].count - shown[place])
      shown[place] += more
      spare -= more
    }
    let rows = parts.count + shown.reduce(0, +) + 2
    let box = state.boxRect(rows: rows, layouts)
    PaneBox.draw(
      box, title: Message(.citations, state.citing.subject).text(state.settings.language),
      in: &frame)
    var row = box.row + 1
    for (place, way) in state.citing.ways.enumerated() where row < box.row + box.rows - 1 {
      let isSelected = place == state.citing.selected
      func style(_ role: StyleRole) -> Style {
        ListRows.style(role, isSelected: isSelected, hasFocus: true)
      }
      let area = Rect(column: box.column, row: row, columns: box.columns, rows: 1)
      if isSelected { frame.fill(area, style: style(.plain)) }
      frame.write(
        String(place + 1), at: Position(row: row, column: box.column + 2), style: style(.key))
      frame.write(
        Strings.text(way.name, state.settings.language),
        at: Position(row: row, column: box.column + 5), style: style(.label),
        limit: columns - 3)
      row += 1
      for (index, line) in parts[place].prefix(shown[place]).enumerated()
      where row < box.row + box.rows - 1 {
        let isCut = index == shown[place] - 1 && parts[place].count > shown[place]
        let text =
          isCut
          ? DisplayWidth.truncated(line + line, to: columns - 3, ambiguous: frame.ambiguous) : line
        frame.write(text, at: Position(row: row, column: box.column + 5), limit: columns - 3)
        row += 1
      }
    }
    frame.cursor = nil
  }
}
