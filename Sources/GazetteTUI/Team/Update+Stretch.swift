import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

// Choosing words of the text, to write a note on them.

extension State {
  /// The text of the paragraph that words are chosen in.
  private func text(of stretch: TextStretch) -> [Unicode.Scalar] {
    let node = library[stretch.issue][stretch.node]
    guard node.paragraphs.indices.contains(stretch.paragraph) else { return [] }
    return Array(node.paragraphs[stretch.paragraph].text.unicodeScalars)
  }

  /// Begins at the row being read.
  mutating func openStretch(_ layouts: LayoutCache) {
    guard case .paragraph(let paragraph) = cursor.part, !settings.isPrinted,
      layouts.reviewUnit(of: cursor.node, in: issue) != nil
    else {
      message = Message(.noWordsHere)
      return
    }
    var stretch = TextStretch(
      issue: issue, node: cursor.node, paragraph: paragraph, anchor: 0, end: 0)
    let text = text(of: stretch)
    guard !text.isEmpty else {
      message = Message(.noWordsHere)
      return
    }
    stretch.anchor = min(cursor.offset, text.count - 1)
    stretch.end = stretch.anchor
    review.work.stretch = stretch
    open(.stretch)
  }

  mutating func closeStretch() {
    review.work.stretch = nil
    if mode == .stretch { close() }
  }

  mutating func moveStretch(_ motion: StretchMotion, _ layouts: LayoutCache) {
    guard var stretch = review.work.stretch else { return }
    let text = text(of: stretch)
    switch motion {
    case .characters(let step): stretch.end += step
    case .phrases(let step): stretch.end = Self.phraseEnd(from: stretch.end, step, in: text)
    case .rows(let step): stretch.end = row(step, from: stretch, layouts) ?? stretch.end
    case .start: stretch.end = 0
    case .end: stretch.end = text.count - 1
    case .swap: (stretch.anchor, stretch.end) = (stretch.end, stretch.anchor)
    }
    stretch.end = min(max(0, stretch.end), text.count - 1)
    review.work.stretch = stretch
    followStretch(stretch, layouts)
  }

  /// The row of the text at a place of the screen.
  private func textRow(at position: Position, _ layouts: LayoutCache) -> DocumentRow? {
    guard let pane = panes.text, pane.contains(position), !settings.isPrinted else { return nil }
    let layout = layouts.document(for: self)
    let index = layout.row(of: top) + position.row - textColumn.row
    return layout.rows.indices.contains(index) ? layout.rows[index] : nil
  }

  /// The character at a place of the screen, as a stretch of this one; nil where there is no text.
  func wordsPressed(at position: Position, _ layouts: LayoutCache) -> TextStretch? {
    guard let row = textRow(at: position, layouts), case .paragraph(let paragraph) = row.part,
      layouts.reviewUnit(of: row.node, in: issue) != nil
    else { return nil }
    var stretch = TextStretch(
      issue: issue, node: row.node, paragraph: paragraph, anchor: 0, end: 0)
    let text = text(of: stretch)
    guard !text.isEmpty else { return nil }
    var column = textColumn.column + row.column
    var offset = row.range.start
    while offset < row.range.end - 1 {
      column += DisplayWidth.columns(
        of: text[offset..<offset + 1], ambiguous: settings.ambiguous)
      if column > position.column { break }
      offset += 1
    }
    stretch.anchor = min(max(0, offset), text.count - 1)
    stretch.end = stretch.anchor
    return stretch
  }

  /// Moves the end to what was pressed in the text.
  mutating func pressInStretch(at position: Position, _ layouts: LayoutCache) {
    guard var stretch = review.work.stretch, let pressed = wordsPressed(at: position, layouts),
      (pressed.node, pressed.paragraph) == (stretch.node, stretch.paragraph)
    else { return }
    stretch.end = pressed.end
    review.work.stretch = stretch
  }

  /// Chooses the words from where the mouse was pressed to where it was released; of several paragraphs those of
  /// the first.
  mutating func releaseInText(at position: Position, _ layouts: LayoutCache) {
    guard var stretch = review.work.press, review.isOpen, mode == .text || mode == .stretch else {
      return
    }
    review.work.press = nil
    if let released = wordsPressed(at: position, layouts), released.node == stretch.node,
      released.paragraph == stretch.paragraph
    {
      stretch.end = released.end
    } else if let row = textRow(at: position, layouts) {
      let layout = layouts.document(for: self)
      let start = layout.row(
        of: TextPosition(
          node: stretch.node, part: .paragraph(stretch.paragraph), offset: stretch.anchor))
      let end = layout.row(of: top) + position.row - textColumn.row
      guard row.node != stretch.node || row.part != .paragraph(stretch.paragraph) else { return }
      stretch.end = end < start ? 0 : text(of: stretch).count - 1
    } else {
      return
    }
    guard stretch.end != stretch.anchor else { return }
    review.work.stretch = stretch
    if mode != .stretch { open(.stretch) }
  }

  /// Keeps the end of what is chosen in sight.
  private mutating func followStretch(_ stretch: TextStretch, _ layouts: LayoutCache) {
    let layout = layouts.document(for: self)
    let position = TextPosition(
      node: stretch.node, part: .paragraph(stretch.paragraph), offset: stretch.end)
    cursor = layout.position(ofRow: layout.row(of: position))
    keepTargetVisible(layouts)
  }

  /// The character in the row above or below.
  private func row(_ step: Int, from stretch: TextStretch, _ layouts: LayoutCache) -> Int? {
    let layout = layouts.document(for: self)
    let position = TextPosition(
      node: stretch.node, part: .paragraph(stretch.paragraph), offset: stretch.end)
    let here = layout.row(of: position)
    let next = here + step
    guard layout.rows.indices.contains(next), layout.rows[next].node == stretch.node,
      layout.rows[next].part == .paragraph(stretch.paragraph)
    else { return step < 0 ? 0 : text(of: stretch).count - 1 }
    let inRow = stretch.end - layout.rows[here].range.start
    let range = layout.rows[next].range
    return min(range.start + inRow, range.end - 1)
  }

  /// The last character before the next punctuation mark, or the first behind the last one.
  private static func phraseEnd(from offset: Int, _ step: Int, in text: [Unicode.Scalar]) -> Int {
    func isMark(_ index: Int) -> Bool {
      "，。；：、！？（）“”《》,.;:!?()\n".unicodeScalars.contains(text[index])
    }
    var index = offset + step
    while text.indices.contains(index), isMark(index) { index += step }
    while text.indices.contains(index + step), !isMark(index + step) { index += step }
    return index
  }

  /// Writes a note on what is chosen.
  mutating func noteStretch(_ layouts: LayoutCache) {
    guard let stretch = review.work.stretch,
      let unit = layouts.reviewUnit(of: stretch.node, in: stretch.issue)
    else { return }
    let quote = TextQuote(stretch.range, of: text(of: stretch))
    closeStretch()
    open(
      NoteDraft(
        targets: [layouts.scope(of: stretch.issue).key(of: unit)], before: "",
        editor: NoteEditor(""), purpose: .remark(thread: nil, quote: quote)), layouts)
  }
}
