import GazetteModel
import GazetteText
import TerminalKit

// Which panes are shown, which has the focus, and how large they are.

extension State {
  /// The panes that Tab visits.
  private var reachablePanes: [Pane] {
    let panes = panes
    return panes.arrangement == .onePane ? Pane.allCases : panes.shownPanes
  }

  mutating func moveFocus(by step: Int) {
    let panes = reachablePanes
    guard let place = panes.firstIndex(of: focus), !panes.isEmpty else { return }
    focus = panes[(place + step + panes.count) % panes.count]
  }

  /// Gives the focus to the pane beside, where there is one.
  mutating func moveFocusBeside(by step: Int) {
    let panes = reachablePanes
    guard let place = panes.firstIndex(of: focus), panes.indices.contains(place + step) else {
      return
    }
    focus = panes[place + step]
  }

  /// Takes the new size and keeps the row at the top of the text.
  mutating func resize(to size: Size, _ layouts: LayoutCache) {
    self.size = size
    // Where nothing is shown, nothing moves: the reader will find everything as it was.
    guard panes.arrangement != .tooSmall else { return }
    focusShownPane()
    keepCursorOnScreen(layouts)
    keepSelectionVisible(layouts)
    keepTableRowInSight(layouts)
  }

  /// Sets everything anew for a terminal that draws ambiguous characters otherwise than thought.
  mutating func setAmbiguousWidth(_ width: AmbiguousWidth, _ layouts: LayoutCache) {
    guard settings.followsTerminal, settings.ambiguous != width else { return }
    guard panes.arrangement != .tooSmall else {
      settings.ambiguous = width
      return
    }
    keepingCursorRow(layouts) { $0.settings.ambiguous = width }
    keepSelectionVisible(layouts)
  }

  mutating func toggleReading(_ layouts: LayoutCache) {
    keepingCursorRow(layouts) { state in
      state.settings.isReading.toggle()
      if state.settings.isReading { state.focus = .text }
    }
    if settings.isReading { message = Message(.readingOn) }
  }

  mutating func toggleDetails() {
    switch panes.arrangement {
    case .twoPanes:
      settings.showsDetails.toggle()
      if focus == .details { focus = .text }
      if panes.details == nil, settings.showsDetails { message = Message(.noRoomForDetails) }
    case .threePanes, .onePane:
      focus = focus == .details ? .text : .details
    case .reading, .tooSmall:
      message = Message(.noRoomForDetails)
    }
    detailsTop = 0
  }

  mutating func toggleMouse() -> [Effect] {
    settings.usesMouse.toggle()
    message = Message(settings.usesMouse ? .mouseOn : .mouseOff)
    return [.useMouse(settings.usesMouse)]
  }

  mutating func togglePrinted(_ layouts: LayoutCache) {
    keepingCursorRow(layouts) { $0.settings.isPrinted.toggle() }
    message = Message(settings.isPrinted ? .printedOn : .printedOff)
  }

  mutating func changeMeasure(by columns: Int, _ layouts: LayoutCache) {
    // A step from what is seen, not from a measure that the pane cannot show.
    let seen = min(settings.measure, textColumn.columns)
    let wanted = min(
      max(Settings.measures.lowerBound, seen + columns), Settings.measures.upperBound)
    let before = textColumn.columns
    keepingCursorRow(layouts) { $0.settings.measure = wanted }
    let isLimit = textColumn.columns == before
    if isLimit { settings.measure = before }
    message = Message(isLimit ? .measureLimit : .measureIs, String(textColumn.columns / 2))
  }

  private mutating func focusShownPane() {
    let panes = panes
    if panes.arrangement == .onePane { return }
    if panes.rect(of: focus) == nil { focus = .text }
  }
}
