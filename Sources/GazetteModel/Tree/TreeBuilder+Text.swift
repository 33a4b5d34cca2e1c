import GazetteText

/// Lines without a number, and what closes a document.
extension TreeBuilder {
  mutating func addText(_ index: Int) {
    let scalars = lines[index].scalars
    // A number alone on its line is that of the title on the next.
    if drafts[current].numbering != nil, drafts[current].startsWithHeading,
      drafts[current].paragraphs.count == 1, drafts[current].paragraphs[0].count == 0
    {
      drafts[current].paragraphs[0].append(line: index, start: 0, scalars: scalars)
      return
    }
    if let paragraph = lastParagraph, !drafts[current].endsWithTable,
      joiner.shapes[index] != .image,
      !(drafts[current].startsWithHeading && drafts[current].paragraphs.count == 1)
        || joiner.isFinished(paragraph) && paragraph.balance.isOpen,
      isNext(index, behind: paragraph), joiner.continues(paragraph, with: index)
    {
      let last = drafts[current].paragraphs.count - 1
      drafts[current].paragraphs[last].append(line: index, start: 0, scalars: scalars)
      return
    }
    if current == document {
      current = add(DraftNode(.text(heading: nil)), below: document)
    }
    drafts[current].paragraphs.append(DraftParagraph(line: index, start: 0, scalars: scalars))
  }

  mutating func addTable(_ table: Int) {
    if current == document {
      current = add(DraftNode(.text(heading: nil)), below: document)
    }
    drafts[current].tables.append(
      DraftNode.PlacedTable(table: table, after: drafts[current].paragraphs.count))
  }

  /// Whether the image on a line stands inside a paragraph that goes on behind it.
  func isInterruption(_ index: Int, next: Int?) -> Bool {
    guard let next, let paragraph = lastParagraph, isInMidSentence else { return false }
    return joiner.shapes[next] == .plain && joiner.continues(paragraph, with: next)
  }

  /// Whether nothing but page marks, and images that interrupt, stands between a paragraph and a
  /// line.
  private func isNext(_ index: Int, behind paragraph: DraftParagraph) -> Bool {
    guard let last = paragraph.shares.last?.line else { return false }
    if last + 1 >= index { return true }
    return (last + 1..<index).allSatisfy {
      joiner.shapes[$0].isFurniture || joiner.shapes[$0] == .image
    }
  }

  /// A line that is a paragraph of its own whatever stands around it: a cell, a line of contents.
  mutating func addAlone(_ index: Int) {
    if current == document {
      current = add(DraftNode(.text(heading: nil)), below: document)
    }
    drafts[current].paragraphs.append(
      DraftParagraph(line: index, start: 0, scalars: lines[index].scalars))
  }

  // MARK: Headings without their number

  /// The longest heading that is told without its number.
  private static let longestHeading = 20

  /// Whether a line is the heading of the chapter or section that is missing: short, before the first
  /// unit below it, where the next heading of its style is numbered one too high.
  func isLostHeading(_ index: Int, _ next: Int?) -> Bool {
    guard let due = styles.missingNumber(at: index), !isInMidSentence, let next,
      lastOrdinals[rank(due)] == due.ordinal - 1, stack.last?.rank != rank(due),
      case .numbered(let match) = joiner.shapes[next]
    else { return false }
    let below = match.numbering.style
    let opens =
      due.style == .chapter
      ? below == .article : below > due.style && match.numbering.ordinal == 1
    let text = lines[index].scalars
    guard opens, (2...Self.longestHeading).contains(text.count) else { return false }
    return text.allSatisfy { $0.isHan || $0.isAnySpace || $0 == "、" }
  }

  /// Opens the unit that is due under a heading that lost its number, which `check` names.
  mutating func openLostHeading(_ index: Int) {
    guard let numbering = styles.missingNumber(at: index) else { return }
    findings.append(
      Finding(
        kind: .numberMissing, lines: LineRange(lines[index].line),
        excerpt: numbering.printed + " " + TitleText.set(lines[index].scalars)))
    open(
      NumberingParser.Match(numbering: numbering, textStart: 0, isSpaced: true), at: index,
      next: nil)
  }

  /// A marked line without a number: the rest of a long heading, or a heading whose number is lost.
  mutating func addUnnumberedHeading(_ index: Int) {
    if var paragraph = lastParagraph, drafts[current].startsWithHeading,
      drafts[current].paragraphs.count == 1, paragraph.count >= 16, !joiner.isFinished(paragraph),
      paragraph.shares.last?.line == index - 1
    {
      paragraph.append(line: index, start: 0, scalars: lines[index].scalars)
      drafts[current].paragraphs[0] = paragraph
      return
    }
    let scalars = lines[index].scalars
    if !scalars.starts(withAnyOf: GenreVocabulary.boxes) { stack.removeAll() }
    let parent = stack.last?.draft ?? document
    current = add(DraftNode(.text(heading: TitleText.set(scalars))), below: parent)
    drafts[current].otherLines.append(index)
  }

  // MARK: The closing of the document

  /// Moves the paragraphs behind the last unit that close the whole document to a text node of
  /// their own.
  mutating func detachClosing() {
    guard let unit = stack.last?.draft, current == unit,
      case .unit(let numbering) = drafts[unit].form,
      numbering.style != .article
    else { return }
    let paragraphs = drafts[unit].paragraphs
    // 二、删去第九条。 is a whole act though it looks like a heading.
    let firstPossible = drafts[unit].startsWithHeading && !isAmending ? 2 : 1
    guard paragraphs.count > firstPossible else { return }
    for index in firstPossible..<paragraphs.count {
      let share = paragraphs[index].shares[0]
      let text = lines[share.line].scalars
      let closes =
        text.starts(withAnyOf: GenreVocabulary.closings)
        || !drafts[unit].startsWithHeading
          && text.starts(withAnyOf: GenreVocabulary.closingsBehindClauses)
      // 以上任务 right behind a table speaks of its rows.
      guard closes, !drafts[unit].tables.contains(where: { $0.after == index }) else { continue }
      let closing = add(DraftNode(.text(heading: nil)), below: document)
      drafts[closing].paragraphs = Array(paragraphs[index...])
      drafts[unit].paragraphs = Array(paragraphs[..<index])
      let tables = drafts[unit].tables
      drafts[unit].tables = tables.filter { $0.after <= index }
      drafts[closing].tables = tables.filter { $0.after > index }.map {
        DraftNode.PlacedTable(table: $0.table, after: $0.after - index)
      }
      return
    }
  }
}
