import GazetteModel
import TerminalKit

// Where a box over the panes stands: inside one pane, and never over the clause it is about.

extension State {
  /// The room for a box: the reading pane, or where it is not shown, all between the bars.
  var boxRoom: Rect {
    panes.text ?? Rect(column: 0, row: 1, columns: size.columns, rows: max(1, size.rows - 2))
  }

  /// The most rows of a box: what it is about stays in sight beside it, of a long clause as much as
  /// the box takes.
  func boxRows(_ layouts: LayoutCache) -> Int {
    let room = boxRoom.rows
    let about = boxSubject(layouts)
    // The text is scrolled until the box fits, a list is not.
    let beside =
      panes.text == nil
      ? max(about.lowerBound, room - about.upperBound - 1) : room - about.count - 1
    return min(room, max(5, min(room - 4, max(room / 2, beside))))
  }

  /// A box of so many rows: below what it is about, or above where that leaves it in sight.
  func boxRect(rows: Int, _ layouts: LayoutCache) -> Rect {
    let room = boxRoom
    let rows = min(rows, room.rows)
    let about = boxSubject(layouts)
    let isBelow = about.upperBound < room.rows - rows || about.lowerBound < rows
    return Rect(
      column: room.column, row: isBelow ? room.row + room.rows - rows : room.row,
      columns: room.columns, rows: rows)
  }

  /// Scrolls the text so that a box of so many rows leaves in sight what is read.
  mutating func makeRoomForBox(rows: Int, _ layouts: LayoutCache) {
    guard let pane = panes.text else { return }
    let layout = layouts.document(for: self)
    let first = layout.row(of: top)
    let row = layout.row(of: cursor)
    let free = max(1, pane.rows - min(rows, pane.rows))
    let about = readRows(layouts)
    let isInSight = about.upperBound < free || about.lowerBound >= pane.rows - free
    guard !isInSight || about.lowerBound < 0 else { return }
    // In the text the row being read matters most; of what a list points at, the beginning.
    let beginning = first + about.lowerBound
    let wanted = focus == .text ? max(beginning, row - free + 1) : beginning
    guard wanted != first else { return }
    top = layout.anchor(ofRow: wanted)
    // A unit may be longer than the pane.
    let shown = layout.row(of: top)
    cursor = layout.position(ofRow: min(max(row, shown), shown + free - 1))
  }

  /// The rows of the room, counted from its top, in which what a box is about stands.
  private func boxSubject(_ layouts: LayoutCache) -> ClosedRange<Int> {
    if panes.text != nil { return readRows(layouts) }
    guard let row = tab.answers.highlightedRow(self, layouts), let list = panes.contents else {
      return 0...0
    }
    let below = list.row + row - boxRoom.row
    return below...below
  }

  /// The rows of the text, counted from the top of its pane, of the unit that is read.
  private func readRows(_ layouts: LayoutCache) -> ClosedRange<Int> {
    let layout = layouts.document(for: self)
    let top = layout.row(of: self.top)
    let cursorRow = layout.row(of: cursor)
    let nodes = readNodes(layouts)
    let isOwn = { (row: Int) in
      nodes.contains(layout.rows[row].node.index) || layout.rows[row].isBlank
    }
    var first = cursorRow
    while first > 0, isOwn(first - 1) { first -= 1 }
    while first < cursorRow, layout.rows[first].isBlank { first += 1 }
    var last = cursorRow
    while last + 1 < layout.rows.count, isOwn(last + 1) { last += 1 }
    while last > cursorRow, layout.rows[last].isBlank { last -= 1 }
    return first - top...last - top
  }

  /// The clause that is read with all below it; elsewhere only the node at the cursor.
  private func readNodes(_ layouts: LayoutCache) -> Range<Int> {
    let own = cursor.node.index..<cursor.node.index + 1
    guard let unit = layouts.reviewUnit(of: cursor.node, in: issue) else { return own }
    let node = library[issue][unit]
    guard Self.takesAllBelow(node), cursor.node.index < node.subtreeEnd, unit <= cursor.node else {
      return own
    }
    return unit.index..<node.subtreeEnd
  }
}
