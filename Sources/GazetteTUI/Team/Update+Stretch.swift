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

  /// Moves the end to what was pressed in the text.
  mutating func pressInStretch(at position: Position, _ layouts: LayoutCache) {
    guard var stretch = review.work.stretch, let pane = panes.text, pane.contains(position) else {
      return
    }
    let layout = layouts.document(for: self)
    let index = layout.row(of: top) + position.row - textColumn.row
    guard layout.rows.indices.contains(index),
      layout.rows[index].node == stretch.node,
      layout.rows[index].part == .paragraph(stretch.paragraph)
    else { return }
    let row = layout.rows[index]
    let text = text(of: stretch)
    var column = textColumn.column + row.column
    var offset = row.range.start
    while offset < row.range.end - 1 {
      column += DisplayWidth.columns(
        of: text[offset..<offset + 1], ambiguous: settings.ambiguous)
      if column > position.column { break }
      offset += 1
    }
    stretch.end = min(max(0, offset), text.count - 1)
    review.work.stretch = stretch
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
