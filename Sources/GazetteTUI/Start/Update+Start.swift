import GazetteModel
import GazetteText
import TerminalKit

// The page that an issue begins with when it is opened for the first time.

extension State {
  /// The row of the terminal where the list of the start page begins: below the bar and the heads,
  /// which on a high screen stand apart.
  var startListRow: Int { size.rows >= Self.highScreen ? 4 : 2 }

  private static let highScreen = 32

  /// The rows that the list of the start page has: the keys and the foot stand below.
  var startListRows: Int { max(1, size.rows - startListRow - StartKeys(self).rows.count - 3) }

  mutating func openStart() {
    let rows = StartRows(self)
    start = StartPage()
    start.selected = rows.selectable(from: 0, step: 1) ?? 0
    open(.start)
  }

  /// Opens the page where none of the issues was ever read.
  mutating func openStartForTheFirstTime() {
    guard settings.showsStart, overlays.isEmpty, !settings.isReading else { return }
    openStart()
  }

  mutating func closeStart() {
    overlays.removeAll { $0 == .start }
  }

  mutating func moveInStart(_ motion: Motion, count: Int?) {
    let rows = StartRows(self)
    var cursor = ListCursor(
      row: start.selected, top: start.top, count: rows.rows.count, page: startListRows)
    guard let target = cursor.target(of: motion, times: count) else { return }
    guard let row = rows.selectable(from: target, step: target < start.selected ? -1 : 1) else {
      return
    }
    if row == start.selected { message = Message(target > row ? .atLast : .atFirst) }
    cursor.scroll(toShow: row)
    // What stands above the first row that can be selected stays with it.
    if rows.selectable(from: 0, step: 1) == row { cursor.scroll(toShow: 0) }
    start.selected = row
    start.top = cursor.top
  }

  /// Goes to the selected document.
  mutating func chooseDocument(_ layouts: LayoutCache) {
    let rows = StartRows(self).rows
    guard rows.indices.contains(start.selected) else { return closeStart() }
    switch rows[start.selected] {
    case .document(let document):
      closeStart()
      jumpFar(to: document.address, place: nil, nil, layouts)
      message = nil
    case .missing: message = Message(.noText)
    case .issue, .missingHead, .blank: break
    }
  }

  mutating func mouseInStart(_ event: MouseEvent, _ layouts: LayoutCache) {
    switch event.kind {
    case .wheelUp: moveInStart(.lines(-1), count: nil)
    case .wheelDown: moveInStart(.lines(1), count: nil)
    case .release: break
    case .press, .doublePress:
      let row = start.top + event.position.row - startListRow
      guard (0..<startListRows).contains(event.position.row - startListRow),
        StartRows(self).isSelectable(row)
      else { return }
      start.selected = row
      if event.kind == .doublePress { chooseDocument(layouts) }
    }
  }
}
