import GazetteModel

extension State {
  /// How many rows a turn of the wheel scrolls.
  private static let wheelRows = 3

  mutating func mouse(_ event: MouseEvent, _ layouts: LayoutCache) -> [Effect] {
    guard !mode.takesText else { return [] }
    let rows = event.kind == .wheelUp ? -Self.wheelRows : Self.wheelRows
    if mode == .help || mode == .marks {
      if event.kind == .wheelUp || event.kind == .wheelDown {
        move(.lines(rows), count: nil, layouts)
      } else {
        close()
      }
      return []
    }
    if let tab = tab(at: event.position), event.kind == .press { open(tab, layouts) }
    guard let pane = panes.pane(at: event.position) else { return [] }
    switch event.kind {
    case .wheelUp, .wheelDown: wheel(rows, in: pane, layouts)
    case .press, .doublePress: press(event, in: pane, layouts)
    }
    return []
  }

  private mutating func wheel(_ rows: Int, in pane: Pane, _ layouts: LayoutCache) {
    switch pane {
    case .contents where tab != .contents: wheelInList(rows, layouts)
    case .contents:
      let last = max(0, layouts.outline(for: self).rows.count - outlineRows)
      outlineTop = min(max(0, outlineTop + rows), last)
    case .text:
      let layout = layouts.document(for: self)
      let target = min(max(0, layout.row(of: top) + rows), max(0, layout.rows.count - textRows))
      let kept = outlineTop
      top = layout.anchor(ofRow: target)
      let before = selected
      keepCursorOnScreen(layouts)
      if selected == before { outlineTop = kept }
    case .details:
      let focused = focus
      focus = .details
      move(.lines(rows), count: nil, layouts)
      focus = focused
    }
  }

  private mutating func press(_ event: MouseEvent, in pane: Pane, _ layouts: LayoutCache) {
    focus = pane
    switch pane {
    case .contents where tab != .contents: pressInList(event, layouts)
    case .contents:
      guard let rect = panes.contents else { return }
      let rows = layouts.outline(for: self).rows
      let row = outlineTop + event.position.row - rect.row
      guard rows.indices.contains(row) else { return }
      let line = rows[row]
      let markColumn = rect.column + Outline.markColumn(depth: line.depth, columns: rect.columns)
      select(line.item, layouts)
      if line.hasChildren, event.kind == .press, event.position.column <= markColumn + 1,
        event.position.column >= markColumn - 1
      {
        setFold(nil, layouts)
      } else if event.kind == .doublePress {
        enterSelected(layouts)
      }
    case .text:
      let layout = layouts.document(for: self)
      let row = layout.row(of: top) + event.position.row - textColumn.row
      guard layout.rows.indices.contains(row) else { return }
      cursor = layout.position(ofRow: layout.textRow(from: row, step: -1))
      followCursor(layouts)
    case .details:
      break
    }
  }
}

extension Outline {
  /// The column of the fold mark of a line at a depth, in a pane of so many columns.
  static func markColumn(depth: Int, columns: Int) -> Int { 1 + depth * (columns < 40 ? 1 : 2) }
}
