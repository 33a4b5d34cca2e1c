import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The row at the foot: what is typed, or a message, or hints; and how many matches there are.
enum StatusBar {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.status else { return }
    let right = drawRight(state, layouts, in: rect, &frame)
    let room = Rect(column: rect.column, row: rect.row, columns: right - rect.column, rows: 1)
    if state.mode.takesText, ![.filter, .palette, .note].contains(state.mode) {
      drawPrompt(state, layouts, in: room, &frame)
    } else if state.message != nil || state.habit != nil, state.mode != .note {
      drawMessages(
        [state.message, state.habit].compactMap { $0 }, state, layouts, in: room, &frame)
    } else if let title = state.cutTitle(layouts) {
      frame.write(
        DisplayWidth.truncated(title, to: room.columns - 2, ambiguous: frame.ambiguous),
        at: Position(row: rect.row, column: rect.column + 1), style: Style(.muted))
    } else {
      drawHints(state, layouts, in: room, &frame)
    }
  }

  /// Draws messages one behind the other. Where they would be cut, the last takes the place of the others, unless the
  /// first answers what was done.
  private static func drawMessages(
    _ messages: [Message], _ state: State, _ layouts: LayoutCache, in room: Rect,
    _ frame: inout Frame
  ) {
    let language = state.settings.language
    let texts = messages.map { $0.text(language, keys: layouts.keys.label) }
    let widths = texts.map { DisplayWidth.columns(of: $0, ambiguous: frame.ambiguous) + 2 }
    let isWhole = widths.reduce(0, +) <= room.columns
    let all = Array(zip(messages, texts))
    let shown = isWhole ? all[...] : messages[0].isNotice ? all.prefix(1) : all.suffix(1)
    var column = room.column + 1
    for (message, text) in shown {
      let left = room.column + room.columns - column
      column += frame.write(
        DisplayWidth.truncated(text, to: left - 1, ambiguous: frame.ambiguous),
        at: Position(row: room.row, column: column),
        style: Style(message.isNotice ? .heading : .warning))
      column += 2
    }
  }

  /// Draws what stands at the right and returns where it begins.
  private static func drawRight(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, _ frame: inout Frame
  ) -> Int {
    var end = rect.column + rect.columns - 1
    func draw(_ text: String, _ role: StyleRole) {
      let width = min(DisplayWidth.columns(of: text), rect.columns / 2)
      guard width > 0 else { return }
      end -= width
      frame.write(
        text, at: Position(row: rect.row, column: end), style: Style(role), limit: width)
      end -= 1
    }
    let isOverlaid =
      state.compared != nil
      || [.help, .helpSearch, .handCopy, .comparison, .table, .start].contains(state.mode)
    if !isOverlaid {
      draw(percentText(state, layouts), .plain)
      draw(placeText(state), .muted)
    }
    let language = state.settings.language
    if let progress = layouts.progress(of: state.issue, in: state.review), !isOverlaid {
      if state.filter.isActive, let sheet = state.sheet {
        let scope = layouts.scope(of: state.issue)
        let left = ReviewCount(
          state.unitsLeft(in: state.issue, layouts).map { sheet.state(at: $0, of: scope) })
        draw(Message(.filteredProgress, left.fraction).text(language), .muted)
      }
      draw(Message(.reviewProgress, progress.whole.fraction).text(language), .muted)
    }
    if let waiting = state.review.waitingMessage { draw(waiting.text(language), .warning) }
    let hidden = frame.hiddenCount
    if hidden > 0 { draw(Message(.hiddenOnPage, String(hidden)).text(language), .warning) }
    if let selection = state.selectedUnits(layouts) {
      draw(Message(.selectedUnits, String(selection.units.count)).text(language), .key)
    }
    if let message = state.message, state.mode.takesText, state.mode != .filter,
      state.mode != .palette
    {
      draw(message.text(language, keys: layouts.keys.label), .warning)
    } else if !state.pendingKeys.isEmpty || state.count != nil {
      draw((state.count.map(String.init) ?? "") + state.pendingKeys.label, .key)
    } else if state.mode == .narrow || state.mode == .departments, !state.departments.query.isEmpty,
      let list = layouts.departmentList(for: state)
    {
      draw(
        Message(.bodyCount, String(list.count)).text(language),
        list.count == 0 && state.mode != .narrow ? .warning : .muted)
    } else if !state.search.query.isEmpty, !state.isTypingFilter {
      let found = layouts.found(for: state)
      let count = found.matches.count
      let current = String((state.search.current ?? -1) + 1)
      let message =
        count == 0
        ? state.noMatchMessage(for: state.search.query)
        : Message(
          found.isPinyin ? .pinyinMatchCount : .matchCount, current, String(count))
      // What is being typed may go on to be something that is found.
      let isFinal = count == 0 && state.mode != .search
      draw(
        message.text(language, keys: layouts.keys.label), isFinal ? .warning : .muted)
    }
    return end
  }

  /// How far into the document the reader is. It keeps its width, so that nothing moves beside it.
  private static func percentText(_ state: State, _ layouts: LayoutCache) -> String {
    let layout = layouts.document(for: state)
    let last = max(1, layout.rows.count - 1)
    let percent = min(100, layout.row(of: state.cursor) * 100 / last)
    let text = Message(.percent, String(percent)).text(state.settings.language)
    return String(repeating: " ", count: max(0, 5 - text.utf8.count)) + text
  }

  /// Where in its file the text at the cursor stands; empty where the format has no pages.
  private static func placeText(_ state: State) -> String {
    let issue = state.library[state.issue]
    if issue.printed.origins.isEmpty { return "" }
    let node = issue[state.cursor.node]
    var line = node.lines.first
    if case .paragraph(let paragraph) = state.cursor.part,
      node.paragraphs.indices.contains(paragraph)
    {
      let starts = node.paragraphs[paragraph].lineStarts
      line = starts.last { $0.offset <= state.cursor.offset }?.line ?? line
    }
    return issue.printed.origin(ofLine: line)
      .map { PlaceText.text($0, state.settings.language) } ?? ""
  }

  private static func drawPrompt(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, _ frame: inout Frame
  ) {
    let (name, sign): (StringKey, String) =
      switch state.mode {
      case .search: (.searchFor, "/")
      case .narrow: (.narrowTo, "/")
      case .helpSearch: (.searchHelp, "/")
      case .tags: (.tagsPrompt, "#")
      case .assign: (.assignPrompt, ":")
      default: (.goToReference, ":")
      }
    let prompt = "\(Strings.text(name, state.settings.language)) \(sign)"
    var column = rect.column + 1
    column += frame.write(
      prompt, at: Position(row: rect.row, column: column), style: Style(.label))
    column += 1
    let room = rect.column + rect.columns - column - 1
    // A line longer than its room shows the part before the cursor.
    var before = Substring(state.editor.textBeforeCursor)
    while DisplayWidth.columns(of: String(before), ambiguous: frame.ambiguous) >= room,
      !before.isEmpty
    { before.removeFirst() }
    let shown = before + state.editor.text.dropFirst(state.editor.textBeforeCursor.count)
    frame.write(String(shown), at: Position(row: rect.row, column: column), limit: room)
    let cursor = column + DisplayWidth.columns(of: String(before), ambiguous: frame.ambiguous)
    frame.cursor = Position(row: rect.row, column: cursor)
    var end = column + DisplayWidth.columns(of: String(shown), ambiguous: frame.ambiguous) + 3
    if state.mode == .tags || state.mode == .assign {
      let known =
        state.mode == .tags ? state.tagCandidates : state.nameCandidates.map(SafeText.line)
      let candidates = known.prefix(5).joined(separator: " ")
      let width = min(
        DisplayWidth.columns(of: candidates, ambiguous: frame.ambiguous), max(0, room / 2))
      end += frame.write(
        DisplayWidth.truncated(candidates, to: width, ambiguous: frame.ambiguous),
        at: Position(row: rect.row, column: end),
        style: Style(.muted))
      end += 2
    }
    drawHints(
      state, layouts,
      in: Rect(
        column: end, row: rect.row, columns: rect.column + rect.columns - end, rows: 1), &frame)
  }

  private static func drawHints(
    _ state: State, _ layouts: LayoutCache, in rect: Rect, _ frame: inout Frame
  ) {
    let choice = KeyHint.Choice(
      mode: state.mode, language: state.settings.language,
      isReviewing: state.review.isAtWork || state.mode == .review,
      isAtTable: state.mode == .text && state.tableAtCursor != nil)
    let hints = layouts.hints(for: choice) {
      HelpText.hints(
        for: choice.mode, in: choice.language, isReviewing: choice.isReviewing,
        isAtTable: choice.isAtTable, of: layouts.commands)
    }
    let gap = 2
    var room = rect.columns - 2
    for hint in hints where hint.isPinned { room -= columns(of: hint) + gap }
    var column = rect.column + 1
    for hint in hints {
      if !hint.isPinned {
        guard columns(of: hint) + gap <= room else {
          room = 0
          continue
        }
        room -= columns(of: hint) + gap
      }
      let limit = rect.column + rect.columns - column
      guard columns(of: hint) <= limit else { return }
      column += frame.write(
        hint.keys, at: Position(row: rect.row, column: column), style: Style(.key))
      column += 1
      column += frame.write(
        hint.name, at: Position(row: rect.row, column: column), style: Style(.muted))
      column += gap
    }
  }

  private static func columns(of hint: KeyHint) -> Int {
    DisplayWidth.columns(of: hint.keys) + 1 + DisplayWidth.columns(of: hint.name)
  }
}
