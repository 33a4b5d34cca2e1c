import GazetteModel
import TerminalKit

// Moving through the text.

extension State {
  /// The rows that the reading pane shows.
  var textRows: Int { max(1, textColumn.rows) }

  /// How many rows stay visible before and behind the row being read.
  private var margin: Int { min(3, (textRows - 1) / 2) }

  mutating func move(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    switch mode {
    case .help, .helpSearch, .palette, .chooser:
      moveInChoices(motion, count: count, layouts)
      return
    case .handCopy:
      handCopyTop = scrolled(handCopyTop, by: motion, count: count, page: max(1, size.rows - 1))
      handCopyTop = min(handCopyTop, max(0, HandCopyRows(self).rows.count - size.rows + 1))
      return
    case .start:
      moveInStart(motion, count: count)
      return
    case .citing:
      moveInCitations(motion, count: count)
      return
    case .marks:
      scrollMarks(motion, count: count, layouts)
      return
    case .comparison:
      scrollComparison(motion, count: count, layouts)
      return
    case .table:
      moveInTable(motion, count: count, layouts)
      return
    default: break
    }
    switch (motion, focus) {
    case (.siblings, .contents) where tab != .contents:
      tab.answers.move(motion, count: count, &self, layouts)
    case (.siblings(let step), _): moveToSibling(step * (count ?? 1), layouts)
    case (.documents(let step), _): moveToDocument(step * (count ?? 1), layouts)
    case (_, .contents): tab.answers.move(motion, count: count, &self, layouts)
    case (_, .text): moveInText(motion, count: count, layouts)
    case (_, .details): moveInDetails(motion, count: count, layouts)
    }
  }

  private mutating func moveInText(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    let layout = layouts.document(for: self)
    let row = layout.row(of: cursor)
    let times = count ?? 1
    switch motion {
    case .lines(let lines):
      moveCursor(to: row + lines * times, from: row, layout, layouts)
    case .halfPages(let step):
      scroll(by: step * times * max(1, textRows / 2), layout, layouts)
    case .pages(let step):
      scroll(by: step * times * max(1, textRows - 2), layout, layouts)
    case .first:
      jumps.leave(place)
      moveCursor(to: count.map { $0 - 1 } ?? 0, from: nil, layout, layouts)
    case .last:
      jumps.leave(place)
      moveCursor(to: count.map { $0 - 1 } ?? layout.rows.count - 1, from: nil, layout, layouts)
    case .siblings, .documents:
      break
    }
  }

  /// Puts the cursor on a row and scrolls as little as keeps it clear of the edges. From the last
  /// row the way goes on to the next document, from the first to the one before, when `start` says
  /// it was there.
  private mutating func moveCursor(
    to row: Int, from start: Int?, _ layout: DocumentLayout, _ layouts: LayoutCache
  ) {
    let first = layout.textRow(from: 0, step: 1)
    let last = layout.textRow(from: layout.rows.count - 1, step: -1)
    if let start, row > last, start == last {
      continueInDocument(by: 1, layouts)
      return
    }
    if let start, row < first, start == first {
      continueInDocument(by: -1, layouts)
      return
    }
    let target = layout.textRow(from: row, step: row < (start ?? 0) ? -1 : 1)
    cursor = layout.position(ofRow: target)
    scrollToCursor(target, layout)
    followCursor(layouts)
  }

  /// Moves the text and the cursor in it by whole rows.
  private mutating func scroll(by rows: Int, _ layout: DocumentLayout, _ layouts: LayoutCache) {
    let cursorRow = layout.row(of: cursor)
    let last = layout.textRow(from: layout.rows.count - 1, step: -1)
    if rows > 0, cursorRow == last {
      continueInDocument(by: 1, layouts)
      return
    }
    if rows < 0, cursorRow == layout.textRow(from: 0, step: 1) {
      continueInDocument(by: -1, layouts)
      return
    }
    let topRow = layout.row(of: top)
    let newTop = min(max(0, topRow + rows), lastTop(of: layout))
    top = layout.anchor(ofRow: newTop)
    let target = layout.textRow(from: cursorRow + rows, step: rows > 0 ? 1 : -1)
    cursor = layout.position(ofRow: target)
    scrollToCursor(target, layout)
    followCursor(layouts)
  }

  /// Goes on reading in the document behind or before this one.
  private mutating func continueInDocument(by step: Int, _ layouts: LayoutCache) {
    let opened = library[issue]
    let roots = opened.roots
    guard let place = roots.firstIndex(of: opened.root(of: cursor.node)),
      roots.indices.contains(place + step)
    else {
      message = Message(step > 0 ? .atLast : .atFirst)
      return
    }
    let layout = layouts.document(of: roots[place + step], in: issue, for: self)
    let row = step > 0 ? 0 : layout.rows.count - 1
    let target = layout.textRow(from: row, step: -step)
    cursor = layout.position(ofRow: target)
    top = layout.anchor(ofRow: step > 0 ? 0 : lastTop(of: layout))
    folds.remove(.node(issue: issue, roots[place + step]))
    followCursor(layouts)
  }

  /// The largest row that may stand at the top: the end of the text stays at the bottom of the
  /// pane.
  private func lastTop(of layout: DocumentLayout) -> Int { max(0, layout.rows.count - textRows) }

  /// Scrolls as little as keeps the cursor's row clear of the edges.
  private mutating func scrollToCursor(_ row: Int, _ layout: DocumentLayout) {
    let topRow = layout.row(of: top)
    let highest = row - textRows + 1 + margin
    let lowest = row - margin
    let wanted = min(max(topRow, highest), lowest)
    let newTop = min(max(0, wanted), lastTop(of: layout))
    if newTop != topRow { top = layout.anchor(ofRow: newTop) }
  }

  /// Scrolls when the rows that are shown now have lost the cursor: another pane may have taken
  /// room.
  mutating func keepCursorInSight(_ layouts: LayoutCache) {
    let layout = layouts.document(for: self)
    let row = layout.row(of: cursor)
    let topRow = layout.row(of: top)
    if row < topRow || row >= topRow + textRows { scrollToCursor(row, layout) }
  }

  /// Changes how the text is set or shown, and keeps the row being read where it is on the screen.
  mutating func keepingCursorRow(_ layouts: LayoutCache, _ change: (inout State) -> Void) {
    let before = layouts.document(for: self)
    let offset = before.row(of: cursor) - before.row(of: top)
    change(&self)
    let layout = layouts.document(for: self)
    let row = layout.textRow(from: layout.row(of: cursor), step: 1)
    cursor = layout.position(ofRow: row)
    let wanted = row - min(max(0, offset), textRows - 1)
    top = layout.anchor(ofRow: min(max(0, wanted), lastTop(of: layout)))
    followCursor(layouts)
  }

  /// Moves the cursor into the rows that are shown, after something else has decided them.
  mutating func keepCursorOnScreen(_ layouts: LayoutCache) {
    let layout = layouts.document(for: self)
    let topRow = layout.row(of: top)
    let row = layout.row(of: cursor)
    let last = min(layout.rows.count, topRow + textRows) - 1
    if row < topRow {
      cursor = layout.position(ofRow: layout.textRow(from: topRow, step: 1))
    } else if row > last {
      cursor = layout.position(ofRow: layout.textRow(from: last, step: -1))
    }
    followCursor(layouts)
  }

  /// Shows a place in the text; scrolls only when it is out of sight, and then gives it room above.
  mutating func show(_ position: TextPosition, in issue: IssueID, _ layouts: LayoutCache) {
    let before = library[self.issue].root(of: cursor.node)
    let isSameText = issue == self.issue && before == library[issue].root(of: position.node)
    self.issue = issue
    cursor = position
    let layout = layouts.document(for: self)
    let row = layout.textRow(from: layout.row(of: position), step: 1)
    let topRow = layout.row(of: top)
    if !isSameText || row < topRow || row >= topRow + textRows {
      let above = min(2, textRows / 4)
      top = layout.anchor(ofRow: min(max(0, row - above), lastTop(of: layout)))
    }
  }

  /// Shows the beginning of a node.
  mutating func show(_ node: NodeID, in issue: IssueID, _ layouts: LayoutCache) {
    let layout = layouts.document(of: node, in: issue, for: self)
    let row = layout.textRow(from: layout.firstRow(of: node), step: 1)
    show(layout.position(ofRow: row), in: issue, layouts)
  }

  /// Moves the selection of the tree to what is being read.
  mutating func followCursor(_ layouts: LayoutCache) {
    let outline = layouts.outline(for: self)
    let item = outline.visible(.node(issue: issue, cursor.node))
    if let item, item != selected {
      selected = item
      detailsTop = 0
      detailsLink = 0
    }
    keepSelectionVisible(layouts)
  }

  // MARK: - Details and help

  private mutating func moveInDetails(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let rect = panes.details else { return }
    let lines = layouts.details(for: self, in: rect)
    let hidden = lines.count - rect.rows
    if case .lines(let step) = motion, moveToLink(step * (count ?? 1), in: lines, rect) { return }
    let top = scrolled(min(detailsTop, max(0, hidden)), by: motion, count: count, page: rect.rows)
    detailsTop = min(top, max(0, hidden))
  }

  /// Selects another link of the details and scrolls to it; whether there was one within a pane's
  /// height.
  private mutating func moveToLink(_ steps: Int, in lines: [DetailLine], _ rect: Rect) -> Bool {
    let links = lines.indices.filter { lines[$0].link != nil }
    guard !links.isEmpty else { return false }
    let current = min(max(0, detailsLink), links.count - 1)
    let target = min(max(0, current + steps), links.count - 1)
    guard target != current else { return false }
    detailsLink = target
    let row = links[target]
    if row < detailsTop { detailsTop = row }
    if row >= detailsTop + rect.rows { detailsTop = row - rect.rows + 1 }
    return true
  }

  func scrolled(_ top: Int, by motion: Motion, count: Int?, page: Int) -> Int {
    let times = count ?? 1
    let target: Int
    switch motion {
    case .lines(let lines): target = top + lines * times
    case .halfPages(let step): target = top + step * times * max(1, page / 2)
    case .pages(let step): target = top + step * times * max(1, page - 1)
    case .first: target = 0
    case .last: target = Int(Int32.max)
    case .siblings, .documents: target = top
    }
    return max(0, target)
  }
}
