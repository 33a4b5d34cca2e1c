import GazetteText
import TerminalKit

extension Frame {
  /// Writes a text at the right of a column, cut to leave a blank before it.
  mutating func writeRight(_ text: String, _ start: Position, _ columns: Int, _ style: Style) {
    let cut = DisplayWidth.truncated(text, to: columns - 1, ambiguous: ambiguous)
    let width = DisplayWidth.columns(of: cut, ambiguous: ambiguous)
    write(cut, at: Position(row: start.row, column: start.column + columns - width), style: style)
  }
}
