import GazetteText
import TerminalKit

/// A box with a title over the width of a pane, which parts it from what it lies over.
enum PaneBox {
  /// A text in rows of so many columns; what stands on lines of its own stays so.
  static func rows(of text: String, columns: Int, ambiguous: AmbiguousWidth) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let scalars = Array(line.unicodeScalars)
      let rows = LineBreaking.rows(
        of: scalars, firstWidth: columns, restWidth: columns, ambiguous: ambiguous)
      return rows.map { String(String.UnicodeScalarView(scalars[$0.range.start..<$0.range.end])) }
    }
  }

  static func draw(
    _ rect: Rect, title: String, note: String = "", in frame: inout Frame
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
  }
}
