import GazetteText
import TerminalKit

/// A box with a title, over what is below it.
enum Box {
  static func draw(
    _ rect: Rect, title: String, note: String = "", hasSides: Bool = true, in frame: inout Frame
  ) {
    frame.fill(rect)
    let bar = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    frame.fill(bar, style: Style(.activeBar))
    frame.write(
      title, at: Position(row: rect.row, column: rect.column + 2), style: Style(.activeBar),
      limit: rect.columns - 4)
    let width = DisplayWidth.columns(of: note)
    if !note.isEmpty, DisplayWidth.columns(of: title) + width + 6 <= rect.columns {
      frame.write(
        note, at: Position(row: rect.row, column: rect.column + rect.columns - width - 2),
        style: Style(.activeBar))
    }
    let foot = rect.row + rect.rows - 1
    frame.write(
      String(repeating: "-", count: rect.columns), at: Position(row: foot, column: rect.column),
      style: Style(.border))
    guard hasSides else { return }
    for row in rect.row + 1..<foot {
      for column in [rect.column, rect.column + rect.columns - 1] {
        frame.write("|", at: Position(row: row, column: column), style: Style(.border))
      }
    }
  }
}
