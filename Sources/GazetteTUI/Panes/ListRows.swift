import GazetteText
import TerminalKit

/// What the lists of the left pane share.
enum ListRows {
  static func style(_ role: StyleRole, isSelected: Bool, hasFocus: Bool) -> Style {
    var style = Style(role)
    style.isSelected = isSelected && hasFocus
    style.isMarked = isSelected && !hasFocus
    return style
  }

  /// A text cut to its room, with the stretches that were looked for.
  static func drawFound(
    _ text: String, _ found: [ScalarRange], _ style: Style, at start: Position, room: Int,
    _ frame: inout Frame
  ) {
    let shown = DisplayWidth.truncated(text, to: room, ambiguous: frame.ambiguous)
    frame.write(shown, at: start, style: style)
    if found.isEmpty { return }
    let scalars = Array(shown.unicodeScalars)
    for range in found {
      let end = min(range.end, scalars.count)
      guard range.start < end else { continue }
      let before = DisplayWidth.columns(of: scalars[..<range.start], ambiguous: frame.ambiguous)
      let inside = DisplayWidth.columns(
        of: scalars[range.start..<end], ambiguous: frame.ambiguous)
      frame.restyle(
        Rect(column: start.column + before, row: start.row, columns: inside, rows: 1)
      ) { $0.isMatch = true }
    }
  }

  /// A sentence where a list would stand.
  static func drawNote(_ text: String, in rect: Rect, _ frame: inout Frame) {
    let scalars = Array(text.unicodeScalars)
    let width = max(2, rect.columns - 2)
    let rows = LineBreaking.rows(of: scalars, firstWidth: width, restWidth: width)
    for (index, row) in rows.prefix(rect.rows).enumerated() {
      frame.write(
        scalars[row.range.start..<row.range.end],
        at: Position(row: rect.row + index, column: rect.column + 1), style: Style(.muted))
    }
  }
}
