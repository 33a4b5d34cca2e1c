import GazetteModel
import GazetteText
import TerminalKit

/// The findings with their lines: what kind of doubt, and the words in question.
enum ChecksView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let language = state.settings.language
    guard let list = ChecksTab.list(state) else {
      return ListRows.drawNote(Strings.text(.notIndexed, language), in: rect, &frame)
    }
    guard let cursor = ChecksTab.cursor(state, list) else {
      let nothing = Phrase("没有存疑之处", "Nothing is in doubt")
      return ListRows.drawNote(nothing[language], in: rect, &frame)
    }
    let marks = ListMarks(state, layouts)
    for line in 0..<rect.rows {
      let index = cursor.top + line
      guard list.rows.indices.contains(index) else { break }
      let area = Rect(column: rect.column, row: rect.row + line, columns: rect.columns, rows: 1)
      let isSelected = index == cursor.row
      draw(list.rows[index].finding, isSelected: isSelected, state, in: area, &frame)
      marks?.draw(
        index, at: Position(row: area.row, column: area.column), isSelected: isSelected,
        in: &frame)
    }
  }

  private static func draw(
    _ finding: Finding, isSelected: Bool, _ state: State, in area: Rect, _ frame: inout Frame
  ) {
    let language = state.settings.language
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: state.focus == .contents)
    }
    if isSelected { frame.fill(area, style: style(.plain)) }
    var column = 1
    for (text, role) in [
      (finding.field ?? String(finding.lines.first), StyleRole.number),
      (Messages.text(of: finding.kind)[language], .question),
      (Messages.about(finding, language), .plain),
    ] {
      let room = area.columns - column - 1
      guard room > 1 else { break }
      column +=
        1
        + frame.write(
          DisplayWidth.truncated(text, to: room, ambiguous: frame.ambiguous),
          at: Position(row: area.row, column: area.column + column), style: style(role))
    }
  }
}
