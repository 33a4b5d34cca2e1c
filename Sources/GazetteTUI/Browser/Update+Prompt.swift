import GazetteModel

// What is typed at the foot of the screen: words to find, and references to go to.

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

  mutating func acceptPrompt(_ layouts: LayoutCache) {
    switch mode {
    case .search: acceptSearch(layouts)
    case .reference: goToTypedReference(layouts)
    case .narrow: acceptNarrowing(layouts)
    case .filter: acceptFilter(layouts)
    default: break
    }
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

  // MARK: - References

  /// Opens at a reference instead of the beginning; a message says so when there is no such place.
  mutating func open(at reference: String, _ layouts: LayoutCache) {
    switch target(of: reference) {
    case .success(let target): goTo(target, layouts)
    case .failure(let failure): message = failure.message
    }
  }

  private mutating func goToTypedReference(_ layouts: LayoutCache) {
    if editor.isEmpty {
      cancelPrompt(layouts)
      return
    }
    let compared = ComparedDocuments.typed(editor.text)
    switch target(of: compared ?? editor.text) {
    case .failure(let failure):
      // The prompt stays open, so that a slip can be mended.
      message = failure.message
    case .success(let target) where compared != nil:
      close()
      snapshot = nil
      compare(with: NodeAddress(issue: target.issue, node: target.node))
    case .success(let target):
      close()
      snapshot = nil
      jumps.leave(place)
      if panes.arrangement == .onePane { focus = .text }
      goTo(target, layouts)
      let opened = library[issue]
      message = Message(
        .jumpedTo, target.row.map(opened.reference(of:)) ?? opened[target.node].reference.text)
    }
  }

  /// What a reference names, among the opened issues.
  private struct Target {
    var issue: IssueID
    var node: NodeID
    /// The row of a table that is named; nil for the node itself.
    var row: NodeRow?
  }

  private mutating func goTo(_ target: Target, _ layouts: LayoutCache) {
    goTo(target.node, in: target.issue, layouts)
    if let row = target.row { goTo(row, layouts) }
  }

  /// Why a reference names nothing.
  private struct UnknownReference: Error {
    var message: Message
  }

  private func target(of typed: String) -> Result<Target, UnknownReference> {
    let parts = Self.plainReference(typed).split(separator: ":", maxSplits: 1)
    var index = issue
    if parts.count == 2 {
      guard let named = library.issue(named: String(parts[0])) else {
        return .failure(UnknownReference(message: Message(.noSuchIssue, String(parts[0]))))
      }
      index = named
    }
    let text = parts.last.map(String.init) ?? ""
    if let row = library[index].row(at: Reference(text)) {
      return .success(Target(issue: index, node: row.node, row: row))
    }
    guard let node = library[index].nodes.first(where: { $0.reference.text == text }) else {
      return .failure(UnknownReference(message: Message(.unknownReference, typed)))
    }
    return .success(Target(issue: index, node: node.id))
  }

  /// A reference without blanks, its full-width characters made half-width.
  private static func plainReference(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3002: result.append(".")
      case 0x3001: result.append("/")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
