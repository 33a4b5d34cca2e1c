@testable import TerminalKit

@testable import GazetteTUI

extension DocumentLayout {
  /// The rows as they stand on the screen, without blanks at their ends.
  var lines: [String] {
    rows.indices.map { index in
      var frame = Frame(size: Size(columns: measure, rows: 1), ambiguous: options.ambiguous)
      for segment in segments(ofRow: index) {
        frame.write(
          segment.text, at: Position(row: 0, column: segment.column), style: segment.style)
      }
      var text = String.UnicodeScalarView()
      for cell in frame.row(0) where cell.shape != .continuation { text.append(cell.scalar) }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }
}
