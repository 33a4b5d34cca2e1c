import GazetteModel
import TerminalKit

// Where a box over the text stands: inside the reading pane, and never over the clause it is about.

extension State {
  /// The room for a box: the reading pane, or where it is not shown, all between the bars.
  var boxRoom: Rect {
    panes.text ?? Rect(column: 0, row: 1, columns: size.columns, rows: max(1, size.rows - 2))
  }

  /// The most rows of a box: beside it some of the text stays in sight.
  var boxRows: Int { max(min(5, boxRoom.rows), boxRoom.rows - 4) }

  /// A box of so many rows: below what is read, or above where that leaves it in sight.
  func boxRect(rows: Int, _ layouts: LayoutCache) -> Rect {
    let room = boxRoom
    let rows = min(rows, room.rows)
    let below = Rect(
      column: room.column, row: room.row + room.rows - rows, columns: room.columns, rows: rows)
    guard panes.text != nil else { return below }
    let read = readRows(layouts)
    if read.upperBound < room.rows - rows || read.lowerBound < rows { return below }
    return Rect(column: room.column, row: room.row, columns: room.columns, rows: rows)
  }

  /// Scrolls the text so that a box of so many rows leaves the beginning of what is read in sight.
  mutating func makeRoomForBox(rows: Int, _ layouts: LayoutCache) {
    guard let pane = panes.text else { return }
    let read = readRows(layouts)
    let free = pane.rows - min(rows, pane.rows)
    guard read.upperBound >= free, read.lowerBound < rows, read.lowerBound > 0 else { return }
    let layout = layouts.document(for: self)
    top = layout.anchor(ofRow: layout.row(of: top) + read.lowerBound)
    cursor = layout.position(ofRow: max(layout.row(of: cursor), layout.row(of: top)))
  }

  /// The rows of the pane, counted from its top, in which what is read stands.
  private func readRows(_ layouts: LayoutCache) -> ClosedRange<Int> {
    let layout = layouts.document(for: self)
    let top = layout.row(of: self.top)
    let cursorRow = layout.row(of: cursor)
    let isOwn = { (row: Int) in
      layout.rows[row].node == self.cursor.node || layout.rows[row].isBlank
    }
    var first = cursorRow
    while first > 0, isOwn(first - 1) { first -= 1 }
    while first < cursorRow, layout.rows[first].isBlank { first += 1 }
    var last = cursorRow
    while last + 1 < layout.rows.count, isOwn(last + 1) { last += 1 }
    while last > cursorRow, layout.rows[last].isBlank { last -= 1 }
    return first - top...last - top
  }
}
