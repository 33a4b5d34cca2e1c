import GazetteModel
import TerminalKit

extension State {
  /// How many rows a turn of the wheel scrolls.
  private static let wheelRows = 3

  mutating func mouse(_ event: MouseEvent, _ layouts: LayoutCache) -> [Effect] {
    let rows = event.kind == .wheelUp ? -Self.wheelRows : Self.wheelRows
    if event.kind == .release {
      releaseInText(at: event.position, layouts)
      return []
    }
    review.work.press = nil
    let isWheel = event.kind == .wheelUp || event.kind == .wheelDown
    switch mode {
    case .help, .helpSearch, .palette, .chooser:
      if isWheel {
        moveInChoices(.lines(event.kind == .wheelUp ? -1 : 1), count: nil, layouts)
        return []
      }
      return pressInChoices(event, layouts)
    case .start:
      mouseInStart(event, layouts)
      return []
    case .citing:
      isWheel ? move(.lines(rows.signum()), count: nil, layouts) : close()
      return []
    case .marks:
      isWheel ? move(.lines(rows), count: nil, layouts) : close()
      return []
    case .comparison:
      if isWheel { move(.lines(rows), count: nil, layouts) }
      return []
    case .table:
      isWheel
        ? move(.halfPages(rows.signum()), count: nil, layouts)
        : pressInTable(at: event.position, layouts)
      return []
    case .closing: return []
    case .stretch:
      if !isWheel {
        pressInStretch(at: event.position, layouts)
        review.work.press = wordsPressed(at: event.position, layouts)
      }
      return []
    case .handCopy:
      isWheel ? move(.lines(rows), count: nil, layouts) : close()
      return []
    default: break
    }
    if !isWheel, pressInFilters(at: event.position, layouts) { return [] }
    guard !mode.takesText else { return [] }
    if let tab = tab(at: event.position), event.kind == .press { open(tab, layouts) }
    guard let pane = panes.pane(at: event.position) else { return [] }
    switch event.kind {
    case .wheelUp, .wheelDown: wheel(rows, in: pane, layouts)
    case .press, .doublePress:
      press(event, in: pane, layouts)
      if mode == .text { review.work.press = wordsPressed(at: event.position, layouts) }
    case .release: break
    }
    return []
  }

  private mutating func wheel(_ rows: Int, in pane: Pane, _ layouts: LayoutCache) {
    switch pane {
    case .contents: tab.answers.wheel(rows, &self, layouts)
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
    case .contents: pressInLeftPane(event, layouts)
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

// MARK: - Filters and lists

extension State {
  /// A press on a chip takes it away, on a toggle turns it over, on a completion puts it in;
  /// whether it was on one of them.
  private mutating func pressInFilters(at position: Position, _ layouts: LayoutCache) -> Bool {
    if let rect = panes.chips, rect.contains(position) {
      let chip = chips().first { ($0.column..<$0.column + $0.columns).contains(position.column) }
      if let chip, !isTypingFilter { removeChip(chip.target, layouts) }
      return true
    }
    guard let rect = panes.filters, rect.contains(position) else { return false }
    let rows = filterRows
    let row = position.row - rect.row
    if rows.toggles > 0, row == rect.rows - 1 {
      let labels = layouts.toggleLabels(for: self, columns: rect.columns)
      let label = labels.first {
        ($0.column..<$0.column + $0.columns).contains(position.column)
      }
      if let label, !isTypingFilter { toggle(label.target, layouts) }
    } else if row >= rows.line {
      let place = row - rows.line + firstCompletion(rows)
      if layouts.suggestions(for: self).indices.contains(place) {
        filterLine.completion = place
        complete(layouts)
      }
    }
    return true
  }

  /// The completion in the first row of the list.
  func firstCompletion(_ rows: FilterRows) -> Int {
    max(0, (filterLine.completion ?? 0) - max(0, rows.list - 1))
  }

  private mutating func pressInChoices(_ event: MouseEvent, _ layouts: LayoutCache) -> [Effect] {
    if mode == .help || mode == .helpSearch {
      guard let place = HelpGrid(size).place(at: event.position) else { return [] }
      let row = help.top + place
      let rows = layouts.helpList(for: self).rows
      guard rows.indices.contains(row), case .command = rows[row] else { return [] }
      help.selected = row
    } else {
      let list = chooserLayout(layouts).list
      let row = chooser.top + event.position.row - list.row
      guard list.contains(event.position), layouts.choices(for: self).indices.contains(row) else {
        return []
      }
      chooser.selected = row
    }
    return event.kind == .doublePress ? choose(layouts) : []
  }
}

extension Outline {
  /// The column of the fold mark of a line at a depth, in a pane of so many columns.
  static func markColumn(depth: Int, columns: Int) -> Int { 1 + depth * (columns < 40 ? 1 : 2) }
}
