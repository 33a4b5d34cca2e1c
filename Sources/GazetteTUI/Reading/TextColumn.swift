import TerminalKit

extension State {
  /// The cells of the reading pane that text fills: the measure, centred, with a gutter at its
  /// left.
  var textColumn: Rect {
    let pane = panes.text ?? PaneLayout(size: size, focus: .text, left: tab.room).text
    guard let pane else {
      return Rect(column: 0, row: 0, columns: DocumentLayout.narrowestMeasure, rows: 1)
    }
    let room = max(DocumentLayout.narrowestMeasure, pane.columns - Self.gutterColumns - 1)
    // Han are two columns wide: an odd column would stay empty in every row.
    let columns = min(settings.measure, room) & ~1
    let margin = max(Self.gutterColumns, (pane.columns - columns) / 2)
    return Rect(
      column: pane.column + margin, row: pane.row, columns: columns, rows: pane.rows)
  }

  /// The columns between the text and the right edge of its pane, but for one.
  var roomBeside: Int {
    guard let pane = panes.text else { return 0 }
    let column = textColumn
    return max(0, pane.column + pane.columns - column.column - column.columns - 1)
  }

  /// The columns at the left of the text for the mark of the row being read.
  static let gutterColumns = 2
}
