import GazetteModel
import GazetteText
import TerminalKit

/// A list over the panes with what the selected row holds beside it.
enum ChooserView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    let layout = state.chooserLayout(layouts)
    let choices = layouts.choices(for: state)
    let kindColumns = kindColumns(in: state.settings.language)
    if state.mode == .palette {
      drawBox(layout, in: &frame)
      drawHead(state, choices.count, layout, in: &frame)
    } else {
      PaneBox.draw(
        layout.box, title: Strings.text(state.chooser.title, state.settings.language),
        note: String(choices.count), in: &frame)
      frame.cursor = nil
    }
    drawBorder(layout, in: &frame)
    for row in 0..<layout.list.rows where choices.indices.contains(state.chooser.top + row) {
      let place = state.chooser.top + row
      let area = Rect(
        column: layout.list.column, row: layout.list.row + row, columns: layout.list.columns,
        rows: 1)
      draw(
        choices[place], isSelected: place == state.chooser.selected, kindColumns, state, in: area,
        &frame)
    }
    if let rect = layout.preview, choices.indices.contains(state.chooser.selected) {
      let preview = Preview(choices[state.chooser.selected], state, layouts)
      drawPreview(preview, in: rect, &frame)
    }
  }

  /// How wide the widest name of a kind is, with a gap behind it.
  private static func kindColumns(in language: Language) -> Int {
    let widths = Choice.Kind.allCases.map {
      DisplayWidth.columns(of: Strings.text($0.name, language))
    }
    return 2 + (widths.max() ?? 0)
  }

  private static func drawBox(_ layout: ChooserLayout, in frame: inout Frame) {
    let box = layout.box
    frame.fill(box)
    let line = "+" + String(repeating: "-", count: max(0, box.columns - 2)) + "+"
    for row in [box.row, box.row + box.rows - 1] {
      frame.write(line, at: Position(row: row, column: box.column), style: Style(.border))
    }
    for row in box.row + 1..<box.row + box.rows - 1 {
      for column in [box.column, box.column + box.columns - 1] {
        frame.write("|", at: Position(row: row, column: column), style: Style(.border))
      }
    }
  }

  private static func drawBorder(_ layout: ChooserLayout, in frame: inout Frame) {
    guard let border = layout.border else { return }
    let mark = border.rows > 1 ? "|" : String(repeating: "-", count: border.columns)
    for row in border.row..<border.row + border.rows {
      frame.write(mark, at: Position(row: row, column: border.column), style: Style(.border))
    }
  }

  private static func drawHead(
    _ state: State, _ count: Int, _ layout: ChooserLayout, in frame: inout Frame
  ) {
    let language = state.settings.language
    let row = layout.head.row
    var column = layout.head.column
    let title = Strings.text(state.chooser.title, language)
    column +=
      frame.write(
        title, at: Position(row: row, column: column), style: Style(.heading)) + 1
    let number = String(count)
    let end = layout.head.column + layout.head.columns - number.count
    frame.write(number, at: Position(row: row, column: end), style: Style(.muted))
    guard state.mode == .palette else { return }
    column += frame.write(":", at: Position(row: row, column: column), style: Style(.key)) + 1
    let room = max(2, end - column - 2)
    var before = Substring(state.editor.textBeforeCursor)
    while DisplayWidth.columns(of: String(before), ambiguous: frame.ambiguous) >= room,
      !before.isEmpty
    {
      before.removeFirst()
    }
    let shown = before + state.editor.text.dropFirst(state.editor.textBeforeCursor.count)
    frame.write(String(shown), at: Position(row: row, column: column), limit: room)
    frame.cursor = Position(
      row: row,
      column: column + DisplayWidth.columns(of: String(before), ambiguous: frame.ambiguous))
  }

  /// The columns of a row with what stands at its right, so that the eye finds from the one to the other.
  private static let widest = 120

  private static func draw(
    _ choice: Choice, isSelected: Bool, _ kindColumns: Int, _ state: State, in area: Rect,
    _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: true)
    }
    let ambiguous = frame.ambiguous
    if isSelected { frame.fill(area, style: style(.plain)) }
    let kind = Strings.text(choice.kind.name, state.settings.language)
    var column = area.column + 1
    frame.write(
      kind, at: Position(row: area.row, column: column), style: style(.muted),
      limit: kindColumns - 1)
    column += kindColumns
    let detail = DisplayWidth.truncated(
      choice.detail, to: max(0, area.columns / 3), ambiguous: ambiguous)
    let detailColumns = DisplayWidth.columns(of: detail, ambiguous: ambiguous)
    let end = area.column + min(area.columns, widest) - 1
    frame.write(
      detail, at: Position(row: area.row, column: end - detailColumns),
      style: style(choice.kind == .command ? .key : .number))
    frame.write(
      DisplayWidth.truncated(
        choice.title, to: end - detailColumns - 1 - column, ambiguous: ambiguous),
      at: Position(row: area.row, column: column),
      style: style(choice.target == .missing ? .missing : .plain))
  }

  private static func drawPreview(_ preview: Preview, in rect: Rect, _ frame: inout Frame) {
    var row = rect.row
    let last = rect.row + rect.rows
    for part in preview.parts where row < last && rect.columns > 2 {
      let scalars = Array(part.text.unicodeScalars)
      let rows = LineBreaking.rows(
        of: scalars, firstWidth: rect.columns, restWidth: rect.columns, ambiguous: frame.ambiguous)
      for set in rows where row < last {
        var column = rect.column
        for index in set.range.start..<set.range.end {
          var style = Style(part.role)
          style.isMatch = part.match?.contains(index) ?? false
          column += frame.write(
            scalars[index...index], at: Position(row: row, column: column), style: style,
            limit: rect.column + rect.columns - column)
        }
        row += 1
      }
    }
  }
}
