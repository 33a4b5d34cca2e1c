import GazetteModel

// What is typed at the foot of the screen: words to find, and what is narrowed by.

extension State {
  mutating func openPrompt(_ mode: Mode, _ layouts: LayoutCache) {
    snapshot = makeSnapshot()
    editor = LineEditor(mode == .narrow ? departments.query : "")
    if mode == .search {
      // What is found has to be in sight.
      focus = .text
      search = Search()
    }
    open(mode)
  }

  mutating func edit(_ edit: LineEdit, _ layouts: LayoutCache) {
    if mode == .note {
      editNote(edit)
      return
    }
    if edit == .eraseBack, editor.isEmpty {
      if !editLastChip(layouts) { cancelPrompt(layouts) }
      return
    }
    editor.apply(edit)
    if mode == .filter { filterAgain(layouts) }
    if mode == .palette || mode == .helpSearch { narrowChoices(layouts) }
    if mode == .search, search.query != editor.text { searchAgain(layouts) }
    if mode == .narrow { narrowDepartments(layouts) }
  }

  mutating func acceptPrompt(_ layouts: LayoutCache) -> [Effect] {
    switch mode {
    case .search: acceptSearch(layouts)
    case .reference: return goToTypedReference(layouts)
    case .narrow: acceptNarrowing(layouts)
    case .filter: acceptFilter(layouts)
    default: break
    }
    return []
  }

  /// Closes the prompt and gives back exactly what was there; without a prompt, ends the search.
  mutating func cancelPrompt(_ layouts: LayoutCache) {
    if mode == .note {
      cancelNote()
      return
    }
    guard mode.takesText else {
      if review.anchor != nil {
        review.anchor = nil
      } else {
        search = Search()
      }
      return
    }
    if mode == .helpSearch { help = HelpChoice() }
    close()
    guard let snapshot else { return }
    restore(snapshot)
    self.snapshot = nil
    keepCursorOnScreen(layouts)
    selected = layouts.outline(for: self).visible(snapshot.selected) ?? selected
    outlineTop = snapshot.outlineTop
    keepSelectionVisible(layouts)
  }

  /// Where the reader is, for coming back.
  func makeSnapshot() -> Snapshot {
    Snapshot(
      place: place, selected: selected, outlineTop: outlineTop, treeFolds: treeFolds,
      filterFolds: filterFolds, filter: filter, targets: targets, focus: focus, search: search,
      departments: departments)
  }

  private mutating func restore(_ snapshot: Snapshot) {
    restorePlace(of: snapshot)
    filter = snapshot.filter
    focus = snapshot.focus
    search = snapshot.search
    departments = snapshot.departments
  }

  /// Gives back where the reader was, but not what the reader looks for.
  mutating func restorePlace(of snapshot: Snapshot) {
    issue = snapshot.place.issue
    cursor = snapshot.place.cursor
    top = snapshot.place.top
    selected = snapshot.selected
    outlineTop = snapshot.outlineTop
    treeFolds = snapshot.treeFolds
    filterFolds = snapshot.filterFolds
    targets = snapshot.targets
  }

  private mutating func acceptNarrowing(_ layouts: LayoutCache) {
    if layouts.departmentList(for: self)?.count == 0 {
      // The prompt stays open, so that a slip can be mended.
      message = Message(.noBodyFits)
      return
    }
    close()
    snapshot = nil
  }

  // MARK: - Finding

  /// Searches for what is typed now, from where the reader was when the prompt opened.
  private mutating func searchAgain(_ layouts: LayoutCache) {
    guard let origin = snapshot else { return }
    restore(origin)
    focus = .text
    search = Search(query: editor.text, current: nil)
    search.current = firstMatch(from: origin.place.cursor, layouts)
    showCurrentMatch(layouts)
  }

  private mutating func acceptSearch(_ layouts: LayoutCache) {
    close()
    guard let origin = snapshot else { return }
    snapshot = nil
    if editor.isEmpty {
      restore(origin)
      return
    }
    if search.current == nil {
      restore(origin)
      // The counts of what was looked for before would be taken for those of this.
      search = Search()
      message = noMatchMessage(for: editor.text)
    } else if place.cursor != origin.place.cursor {
      jumps.leave(origin.place)
    }
  }

  /// Says that nothing was found; to who typed a single letter, that it is not read as pinyin yet.
  func noMatchMessage(for typed: String) -> Message {
    let isLetter = typed.count == 1 && typed.unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
    guard isLetter else { return Message(.noMatch) }
    return Message(.noMatchOfLetter, String(SearchIndex.fewestPinyinLetters))
  }

  mutating func stepMatch(by steps: Int, _ layouts: LayoutCache) {
    if search.query.isEmpty, filter.isActive {
      stepFilterMatch(by: steps, layouts)
      return
    }
    let matches = layouts.matches(for: self)
    guard !matches.isEmpty else {
      message = Message(.noMatch)
      return
    }
    let isTyping = mode == .search
    let before = place
    // After the reader has moved away, the next match is the next one from there.
    let from: Int
    if let current = search.current, isOnMatch(matches[current]) {
      from = current + steps
    } else {
      let next = firstMatch(from: cursor, layouts) ?? 0
      from = steps > 0 ? next + steps - 1 : next + steps
    }
    let count = matches.count
    search.current = ((from % count) + count) % count
    showCurrentMatch(layouts)
    if !isTyping, place.cursor != before.cursor { jumps.leave(before) }
  }

  private func isOnMatch(_ match: SearchIndex.Match) -> Bool {
    cursor.node == match.node
  }

  /// The first match at or behind a position, or the first of all.
  private func firstMatch(from position: TextPosition, _ layouts: LayoutCache) -> Int? {
    let matches = layouts.matches(for: self)
    guard !matches.isEmpty else { return nil }
    let index = layouts.index(of: issue)
    let part = position.part.indexed ?? .heading
    let order = index.order(of: part, in: position.node)
    let isIndexed = position.part.indexed != nil
    return matches.firstIndex {
      ($0.order, $0.range.start) >= (order, isIndexed ? position.offset : 0)
    } ?? 0
  }

  private mutating func showCurrentMatch(_ layouts: LayoutCache) {
    let matches = layouts.matches(for: self)
    guard let current = search.current, matches.indices.contains(current) else { return }
    let match = matches[current]
    reveal(match.node, in: issue, layouts)
    let position = TextPosition(
      node: match.node, part: TextPart(match.part), offset: match.range.start)
    let layout = layouts.document(of: match.node, in: issue, for: self)
    show(layout.position(ofRow: layout.row(of: position)), in: issue, layouts)
    followCursor(layouts)
  }
}
