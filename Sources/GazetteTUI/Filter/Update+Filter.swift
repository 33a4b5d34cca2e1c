import GazetteModel

// Typing a filter, keeping it, turning conditions on and off, and going from match to match.

extension State {
  mutating func openFilter(_ layouts: LayoutCache) {
    guard filter.kept.count < Filter.limit else {
      message = Message(.tooManyFilters, String(Filter.limit))
      return
    }
    snapshot = makeSnapshot()
    editor = LineEditor()
    filterLine.reset()
    open(.filter)
    filter.typed = ""
  }

  /// Filters by what is typed now, from where the reader was when the line opened.
  mutating func filterAgain(_ layouts: LayoutCache) {
    guard filter.typed != editor.text else { return }
    filterLine.completion = nil
    filterLine.isRefused = false
    let kept = filter.kept
    if let origin = snapshot { restorePlace(of: origin) }
    filter.kept = kept
    filter.typed = editor.text
    filterFolds = FoldSet()
    settleFilter(layouts)
  }

  /// Goes to the first match at or behind the unit being read, and keeps the lists on what is left.
  mutating func settleFilter(_ layouts: LayoutCache) {
    outlineTop = 0
    detailsTop = 0
    if let matches = layouts.filterMatches(for: self),
      let match = matches.match(
        1, from: NodeAddress(issue: issue, node: cursor.node), includesSelf: true),
      match != NodeAddress(issue: issue, node: cursor.node)
    {
      showMatch(match, layouts)
    }
    if let item = layouts.outline(for: self).visible(.node(issue: issue, cursor.node)) {
      selected = item
    }
    keepSelectionVisible(layouts)
    keepTargetVisible(layouts)
    keepCellVisible(layouts)
  }

  /// Moves the selection to a line that the filter leaves.
  mutating func keepSelectionLeft(_ layouts: LayoutCache) {
    let outline = layouts.outline(for: self)
    guard outline.row(of: selected) == nil else { return }
    if let item = outline.visible(selected) {
      selected = item
    } else if let row = outline.nearestRow(to: selected) {
      selected = outline.rows[row].item
    }
    keepSelectionVisible(layouts)
  }

  /// Shows a match where its words stand.
  private mutating func showMatch(_ match: NodeAddress, _ layouts: LayoutCache) {
    reveal(match.node, in: match.issue, layouts)
    let highlights = layouts.highlights(of: match.node, in: match.issue, for: self)
    let first = highlights.paragraphs.min { $0.key < $1.key }
    let cell = highlights.cells.keys.min()
    if highlights.title.isEmpty, first != nil || cell != nil {
      let part = first.map { TextPart.paragraph($0.key) } ?? cell.map { .cell($0) } ?? .heading
      let position = TextPosition(
        node: match.node, part: part, offset: first?.value.first?.start ?? 0)
      let layout = layouts.document(of: match.node, in: match.issue, for: self)
      show(layout.position(ofRow: layout.row(of: position)), in: match.issue, layouts)
    } else {
      show(match.node, in: match.issue, layouts)
    }
    followCursor(layouts)
  }

  mutating func acceptFilter(_ layouts: LayoutCache) {
    if filterLine.completion != nil {
      complete(layouts)
      return
    }
    let text = editor.text
    guard text.contains(where: { !$0.isWhitespace }) else {
      cancelPrompt(layouts)
      return
    }
    guard !QueryParser.parse(text).query.isEverything else {
      // The line stays open, so that a slip can be mended.
      filterLine.isRefused = true
      message = Message(.nothingFiltered)
      return
    }
    close()
    filterLine.remember(text)
    filter.typed = nil
    if !filter.kept.contains(text) { filter.kept.append(text) }
    if let origin = snapshot, origin.place.cursor != cursor || origin.place.issue != issue {
      jumps.leave(origin.place)
    }
    snapshot = nil
    keepSelectionVisible(layouts)
  }

  // MARK: - Completion and history

  /// Puts the selected completion, or the first one, in the place of the word at the cursor.
  mutating func complete(_ layouts: LayoutCache) {
    let suggestions = layouts.suggestions(for: self)
    guard
      let suggestion = suggestions.indices.contains(filterLine.completion ?? 0)
        ? suggestions[filterLine.completion ?? 0] : nil
    else {
      message = Message(.noCompletion)
      return
    }
    for _ in 0..<suggestion.range.count { editor.apply(.eraseBack) }
    // What is a beginning goes on; what is whole is followed by the next term.
    let isWhole = suggestion.text.last.map { !":@>".contains($0) } ?? false
    editor.apply(.insert(suggestion.text + (isWhole ? " " : "")))
    filterAgain(layouts)
  }

  mutating func stepCompletion(by step: Int, _ layouts: LayoutCache) {
    let count = layouts.suggestions(for: self).count
    if let current = filterLine.completion {
      let next = current + step
      filterLine.completion = next < 0 ? nil : min(next, count - 1)
    } else if step > 0, filterLine.shown == nil {
      filterLine.completion = count > 0 ? 0 : nil
      if count == 0 { message = Message(.noCompletion) }
    } else {
      stepHistory(by: step, layouts)
    }
  }

  /// Shows an older (negative) or newer line of the history.
  private mutating func stepHistory(by step: Int, _ layouts: LayoutCache) {
    let place = (filterLine.shown ?? filterLine.history.count) + step
    guard place >= 0 else {
      message = Message(filterLine.history.isEmpty ? .noHistory : .oldestFilter)
      return
    }
    if filterLine.shown == nil { filterLine.draft = editor.text }
    if place >= filterLine.history.count {
      filterLine.shown = nil
      editor = LineEditor(filterLine.draft)
    } else {
      filterLine.shown = place
      editor = LineEditor(filterLine.history[place])
    }
    filterAgain(layouts)
  }

  /// Takes the last chip back into the line; whether there was one.
  mutating func editLastChip(_ layouts: LayoutCache) -> Bool {
    guard mode == .filter, let last = filter.kept.popLast() else { return false }
    editor = LineEditor(last)
    filter.typed = nil
    filterAgain(layouts)
    return true
  }

  // MARK: - Chips and toggles

  mutating func toggle(_ toggle: FilterToggle, _ layouts: LayoutCache) {
    changeFilter(layouts) { filter in
      filter.flip(toggle)
    }
    guard let matches = layouts.filterMatches(for: self) else {
      message = Message(.filtersCleared)
      return
    }
    if indexes == nil {
      message = Message(.notIndexed)
      return
    }
    let isOn = filter.toggles.contains(toggle)
    let isBound = isOn && toggle.role != nil && filter.namesBody
    message = Message(
      isBound ? .toggledOnForBody : isOn ? .toggledOn : .toggledOff,
      Strings.text(toggle.name, settings.language), String(matches.count))
  }

  mutating func removeChip(_ place: Int, _ layouts: LayoutCache) {
    guard filter.kept.indices.contains(place) else { return }
    changeFilter(layouts) { $0.kept.remove(at: place) }
  }

  mutating func clearFilters(_ layouts: LayoutCache) {
    changeFilter(layouts) { filter in
      filter.kept = []
      filter.toggles = []
    }
    message = Message(.filtersCleared)
  }

  /// Changes what is filtered by and keeps the unit being read, where it is left.
  mutating func changeFilter(_ layouts: LayoutCache, _ change: (inout Filter) -> Void) {
    let before = place
    change(&filter)
    filterFolds = FoldSet()
    settleFilter(layouts)
    if cursor != before.cursor || issue != before.issue { jumps.leave(before) }
    if !filter.isActive { reveal(cursor.node, in: issue, layouts) }
    followCursor(layouts)
    keepSelectionVisible(layouts)
  }

  // MARK: - From match to match

  mutating func stepFilterMatch(by steps: Int, _ layouts: LayoutCache) {
    guard let matches = layouts.filterMatches(for: self),
      let match = matches.match(steps, from: NodeAddress(issue: issue, node: cursor.node))
    else {
      message = Message(.noMatch)
      return
    }
    let before = place
    showMatch(match, layouts)
    if cursor != before.cursor || issue != before.issue { jumps.leave(before) }
  }
}
