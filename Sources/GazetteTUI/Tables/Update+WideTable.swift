import GazetteModel
import TerminalKit

// A table over the whole screen.

extension State {
  mutating func change(_ action: TableAction, count: Int?, _ layouts: LayoutCache) {
    switch action {
    case .open: openTable(layouts)
    case .close: closeTable(layouts)
    case .shift(let step): shiftTable(by: step * (count ?? 1), layouts)
    }
  }

  /// The place of the table at the cursor.
  var tableAtCursor: (node: NodeID, row: RowPlace)? { table(at: cursor) }

  private func table(at position: TextPosition) -> (node: NodeID, row: RowPlace)? {
    let node = position.node
    switch position.part {
    case .row(let place): return (node, place)
    case .cell(let place): return (node, RowPlace(table: place.table, row: place.row))
    case .tableHead(let table): return (node, RowPlace(table: table, row: 0))
    case .line(let line):
      let tables = library[issue][node].tables
      guard let table = tables.firstIndex(where: { $0.lines.contains(line) }) else { return nil }
      return (node, RowPlace(table: table, row: tables[table].row(atLine: line)))
    default: return nil
    }
  }

  /// Shows the table at the cursor, or the first one in sight, over the whole screen.
  private mutating func openTable(_ layouts: LayoutCache) {
    var found = tableAtCursor
    if found == nil {
      let layout = layouts.document(for: self)
      let top = layout.row(of: self.top)
      for row in top..<min(layout.rows.count, top + textRows) where found == nil {
        found = table(at: layout.position(ofRow: row))
      }
    }
    guard let found else {
      message = Message(.noTableHere)
      return
    }
    wideTable = WideTable(
      issue: issue, node: found.node, table: found.row.table, row: max(0, found.row.row))
    open(.table)
    keepTableRowInSight(layouts)
  }

  /// Goes back to the text, at the row that was read.
  private mutating func closeTable(_ layouts: LayoutCache) {
    close()
    guard let wide = wideTable else { return }
    wideTable = nil
    guard library[wide.issue][wide.node].tables[wide.table].rowCount > 0 else { return }
    show(
      TextPosition(
        node: wide.node, part: .row(RowPlace(table: wide.table, row: wide.row))),
      in: wide.issue, layouts)
    if settings.isPrinted { keepCursorOnScreen(layouts) }
    followCursor(layouts)
  }

  private mutating func shiftTable(by step: Int, _ layouts: LayoutCache) {
    guard let wide = wideTable else { return }
    let layout = layouts.wideTable.layout(of: wide, for: self)
    let target = layout.shown.lowerBound + step
    if target < layout.staying {
      message = Message(.firstColumn)
    } else if target > layout.lastLeft {
      message = Message(.lastColumn)
    }
    wideTable?.left = min(max(layout.staying, target), layout.lastLeft)
    keepTableRowInSight(layouts)
  }

  /// The lines of the screen below the head of the table.
  func tableLines(_ layout: WideTableLayout) -> Int {
    max(1, size.rows - 2 - tableHeadLines(layout))
  }

  /// The lines that the head of the table takes with the rule below it: it never takes half of the
  /// screen.
  func tableHeadLines(_ layout: WideTableLayout) -> Int {
    layout.head.isEmpty ? 0 : min(layout.head.count, max(1, (size.rows - 2) / 2)) + 1
  }

  /// Moves by rows. A row that is higher than the screen is gone through before the next one.
  mutating func moveInTable(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let wide = wideTable else { return }
    let layout = layouts.wideTable.layout(of: wide, for: self)
    let page = tableLines(layout)
    let times = count ?? 1
    switch motion {
    case .lines(let step):
      if times == 1, abs(step) == 1, scrollInRow(by: step, layout, page) { return }
      wideTable?.row = wide.row + step * times
    case .halfPages(let step): scrollTable(by: step * times * max(1, page / 2), layout, page)
    case .pages(let step): scrollTable(by: step * times * max(1, page - 1), layout, page)
    case .first: wideTable?.row = times - 1
    case .last: wideTable?.row = count.map { $0 - 1 } ?? layout.firstLines.count - 1
    case .siblings, .documents: break
    }
    keepTableRowInSight(layouts)
  }

  /// Goes on inside the row being read where it ends or begins out of sight; whether it did.
  private mutating func scrollInRow(by step: Int, _ layout: WideTableLayout, _ page: Int) -> Bool {
    guard let wide = wideTable else { return false }
    let lines = layout.lines(ofRow: wide.row)
    let rest =
      step > 0 ? lines.upperBound - (wide.top + page) : wide.top - lines.lowerBound
    guard rest > 0, lines.count > page else { return false }
    wideTable?.top += step * min(rest, max(1, page - 1))
    return true
  }

  private mutating func scrollTable(by lines: Int, _ layout: WideTableLayout, _ page: Int) {
    guard let wide = wideTable else { return }
    let last = max(0, layout.lines.count - page)
    let top = min(max(0, wide.top + lines), last)
    let current = layout.lines(ofRow: wide.row).lowerBound
    let target = min(
      max(0, current + (top == wide.top ? lines : top - wide.top)), layout.lines.count - 1)
    wideTable?.top = top
    if layout.lines.indices.contains(target) { wideTable?.row = layout.lines[target].row }
  }

  /// Keeps the row being read among those of the table and scrolls as little as shows it.
  mutating func keepTableRowInSight(_ layouts: LayoutCache) {
    guard var wide = wideTable else { return }
    let layout = layouts.wideTable.layout(of: wide, for: self)
    let page = tableLines(layout)
    wide.row = min(max(0, wide.row), max(0, layout.firstLines.count - 1))
    let lines = layout.lines(ofRow: wide.row)
    let highest = min(lines.lowerBound, lines.upperBound - page)
    wide.top = min(max(wide.top, highest), lines.lowerBound)
    wide.top = min(max(0, wide.top), max(0, layout.lines.count - page))
    wideTable = wide
  }

  /// A press on a line of the table puts the reader on its row.
  mutating func pressInTable(at position: Position, _ layouts: LayoutCache) {
    guard let wide = wideTable else { return }
    let layout = layouts.wideTable.layout(of: wide, for: self)
    let line = wide.top + position.row - 1 - tableHeadLines(layout)
    guard position.row > tableHeadLines(layout), layout.lines.indices.contains(line) else { return }
    wideTable?.row = layout.lines[line].row
    keepTableRowInSight(layouts)
  }
}

extension GazetteModel.Table {
  /// The row below the head that a printed line belongs to, the first where none does.
  fileprivate func row(atLine line: Int) -> Int {
    (0..<rowCount).first { row in
      grid[headRows + row].contains { cells[$0].lines.contains(line) }
    } ?? 0
  }
}

extension LayoutCache {
  /// What is shown of a table over the whole screen.
  var wideTable: WideTableMemo { memo(WideTableMemo.self) }
}
