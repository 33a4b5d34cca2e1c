import GazetteText

/// Builds the units of one document or attachment from its lines, by their printed numbers.
struct TreeBuilder {
  let lines: [PrintedLine]
  let joiner: ParagraphJoiner
  /// All drafts of the issue; this builder adds below `document`.
  var drafts: [DraftNode]
  /// What the numbering made the builder doubt.
  var findings: [Finding] = []

  private let document: Int
  private let styles: StyleSurvey
  /// The open units, outermost first.
  private var stack: [(draft: Int, rank: Int)] = []
  /// The last ordinal of each rank in this document; 0 where there is none.
  private var lastOrdinals = Array(repeating: 0, count: Self.rankCount)
  /// The draft that takes unnumbered paragraphs.
  private var current: Int
  /// Whether the last unit opened is an item of a list, and of which rank.
  private var isItem = false
  private var itemRank: Int?
  /// Whether the document's wording amends another one, so that quoted articles stand in it.
  private let isAmending: Bool
  /// Of how many paragraphs of which draft, none of them the last, the quotations left open are
  /// counted.
  private var quotations = (draft: -1, paragraphs: 0, open: 0)

  init(
    lines: [PrintedLine], joiner: ParagraphJoiner, drafts: [DraftNode], document: Int,
    body: Range<Int>, consumed: SortedSet<Int>
  ) {
    self.lines = lines
    self.joiner = joiner
    self.drafts = drafts
    self.document = document
    current = document
    styles = StyleSurvey(lines: lines, joiner: joiner, body: body, consumed: consumed)
    let title = [Unicode.Scalar](drafts[document].title ?? "")
    isAmending =
      title.contains(word: "修改") || title.contains(word: "修正") || title.contains(word: "修订")
  }

  /// Adds the units that stand on the lines of `body`.
  mutating func build(_ body: Range<Int>, _ consumed: SortedSet<Int>) {
    var contentsEnd = body.lowerBound
    for index in body where !consumed.contains(index) {
      if index < contentsEnd {
        drafts[current].paragraphs.append(
          DraftParagraph(line: index, start: 0, scalars: lines[index].scalars))
      } else if let end = ContentsPage.innerEnd(lines, at: index, before: body.upperBound) {
        addUnnumberedHeading(index)
        contentsEnd = end
      } else if joiner.shapes[index].isFurniture {
        drafts[current].otherLines.append(index)
      } else if let table = lines[index].table {
        addTable(table)
      } else if joiner.shapes[index] == .image,
        isInterruption(index, next: nextText(behind: index, body, consumed))
      {
        drafts[current].otherLines.append(index)
      } else if joiner.shapes[index] == .cell || joiner.shapes[index] == .contentsLine {
        addAlone(index)
      } else if let match = unit(at: index) {
        open(match, at: index, next: nextText(behind: index, body, consumed))
      } else if isLostHeading(index, nextText(behind: index, body, consumed)) {
        openLostHeading(index)
      } else if lines[index].isMarkedHeading {
        addUnnumberedHeading(index)
      } else {
        addText(index)
      }
    }
    detachClosing()
  }

  private func nextText(behind index: Int, _ body: Range<Int>, _ consumed: SortedSet<Int>) -> Int? {
    var next = index + 1
    while next < body.upperBound {
      if !consumed.contains(next), !joiner.shapes[next].isFurniture { return next }
      next += 1
    }
    return nil
  }

  // MARK: Numbered units

  /// The numbered unit that line `index` opens, or nil when its number belongs to running text.
  private mutating func unit(at index: Int) -> NumberingParser.Match? {
    let text = lines[index].scalars
    var candidate: NumberingParser.Match?
    if case .numbered(let match) = joiner.shapes[index] { candidate = match }
    if candidate == nil, styles.usesDecimals { candidate = styles.bareNumber(lines[index]) }
    guard var match = candidate else { return nil }
    if match.numbering.style == .decimal, !styles.usesDecimals {
      guard let glued = NumberingParser.gluedNumber(text),
        glued.numbering.ordinal == lastOrdinals[rank(glued.numbering)] + 1,
        !isInMidSentence
      else { return nil }
      match = glued
    }
    if isAmending, isInsideQuotation() { return nil }
    if match.numbering.style == .article, !match.isSpaced || isInMidSentence,
      isReferenceToArticle(text, match)
    {
      return nil
    }
    if lines[index].form != .begins, isInMidSentence, !isPlausible(match, text) { return nil }
    if match.numbering.style == .arabicDot, match.numbering.ordinal > 300 { return nil }
    return match
  }

  /// Whether the number goes on a run of its style or starts one.
  private func isPlausible(_ match: NumberingParser.Match, _ text: [Unicode.Scalar]) -> Bool {
    if match.textStart < text.count, text[match.textStart].isDigit,
      !match.isSpaced || isNumberAwaited
    {
      return false
    }
    let last = lastOrdinals[rank(match.numbering)]
    if match.numbering.ordinal == last + 1 || match.numbering.ordinal == 1 { return true }
    return match.numbering.style == .article && match.numbering.arabic.contains("-")
  }

  private static let beforeNumbers = [
    "低于", "高于", "少于", "多于", "大于", "小于", "超过", "达到", "达", "为", "约", "近", "逾", "到", "至", "增长", "下降",
    "提高", "降低",
    "减少", "增加", "共", "计", "总量", "总数", "，", "、", "（", "(", "-", "—", "～", "~", "和",
  ].map { [Unicode.Scalar]($0) }

  /// Whether the sentence that was cut goes on with a number: 不低于 before 2. 5万吨.
  private var isNumberAwaited: Bool {
    guard let share = lastParagraph?.shares.last else { return false }
    let text = lines[share.line].scalars
    return text.ends(withAnyOf: Self.beforeNumbers) || (text.last?.halfWidth.isDigit ?? false)
  }

  /// What stands before it where a sentence was cut there.
  private static let beforeReference = [
    "依照", "按照", "依据", "根据", "违反", "适用", "本法", "本办法", "本条例", "本规定", "和", "或", "或者", "及", "以及", "与",
    "、",
    "至", "符合", "有", "将", "在", "对", "按", "”", "》",
  ].map { [Unicode.Scalar]($0) }

  /// Whether an article is spoken of, not opened. In mid-sentence, where a page break may have cut
  /// one, the number that is due opens an article unless the words around it need it.
  private func isReferenceToArticle(
    _ text: [Unicode.Scalar], _ match: NumberingParser.Match
  ) -> Bool {
    guard match.textStart < text.count else { return false }
    if !match.isSpaced, text[match.textStart].isOneOf(NumberingParser.behindReference) {
      return true
    }
    guard isInMidSentence else { return false }
    if match.numbering.ordinal != lastOrdinals[rank(match.numbering)] + 1 { return !match.isSpaced }
    guard let share = lastParagraph?.shares.last else { return false }
    return lines[share.line].scalars.ends(withAnyOf: Self.beforeReference)
  }

  private var lastParagraph: DraftParagraph? { drafts[current].paragraphs.last }

  private var isInMidSentence: Bool {
    guard let paragraph = lastParagraph, !drafts[current].endsWithTable else { return false }
    if drafts[current].startsWithHeading, drafts[current].paragraphs.count == 1 { return false }
    return !joiner.isFinished(paragraph)
  }

  /// Whether a quotation is open. Only the last paragraph of a draft may still grow: the others are
  /// counted once.
  private mutating func isInsideQuotation() -> Bool {
    guard let last = drafts[current].paragraphs.last else { return false }
    if quotations.draft != current { quotations = (current, 0, 0) }
    while quotations.paragraphs < drafts[current].paragraphs.count - 1 {
      quotations.open += drafts[current].paragraphs[quotations.paragraphs].balance.quote
      quotations.paragraphs += 1
    }
    return quotations.open + last.balance.quote > 0
  }

  /// The depth of a style; a decimal stands the deeper the more components it has.
  private func rank(_ numbering: Numbering) -> Int {
    let base = styles.rank(of: numbering.style) * 10
    guard numbering.style == .decimal else { return base }
    return base + numbering.arabic.utf8.count { $0 == UInt8(ascii: ".") } + 1
  }

  /// One more than the deepest rank: a style has ten, of which decimals use up to six.
  private static let rankCount = (2 * NumberingStyle.allCases.count + 1) * 10

  private mutating func open(_ match: NumberingParser.Match, at index: Int, next: Int?) {
    let rank = rank(match.numbering)
    while let top = stack.last, top.rank >= rank { stack.removeLast() }
    let parent = stack.last?.draft ?? document
    noteOrder(match, rank, index)
    let id = add(DraftNode(.unit(match.numbering)), below: parent)
    drafts[id].paragraphs = [
      DraftParagraph(line: index, start: match.textStart, scalars: lines[index].scalars)
    ]
    isItem = endsAsItem(index) || isItem && rank == itemRank
    itemRank = isItem ? rank : nil
    drafts[id].startsWithHeading =
      !(isItem && match.textStart < lines[index].scalars.count)
      && joiner.isHeading(
        index, textStart: match.textStart, style: match.numbering.style,
        siblingsCarryText: styles.carriesText(match.numbering.style), next: next)
    stack.append((id, rank))
    current = id
    lastOrdinals[rank] = match.numbering.ordinal
    for deeper in rank + 1..<Self.rankCount
    where lastOrdinals[deeper] > 0 && styles.restarts(deeper / 10) {
      lastOrdinals[deeper] = 0
    }
  }

  /// The most lines that an item of a list takes up.
  private static let longestItem = 8

  /// Whether the unit that begins on a line is an item of a list, which ends in ； before the next
  /// number of its style: its line, wherever it was cut, is no heading.
  private func endsAsItem(_ index: Int) -> Bool {
    guard case .numbered(let match) = joiner.shapes[index] else { return false }
    var last = index
    var next = index + 1
    while next < lines.count, next - index <= Self.longestItem {
      if case .numbered(let other) = joiner.shapes[next] {
        return other.numbering.style == match.numbering.style
          && (lines[last].scalars.last?.isOneOf("；;") ?? false)
      }
      if joiner.shapes[next] == .plain {
        last = next
      } else if !joiner.shapes[next].isFurniture {
        return false
      }
      next += 1
    }
    return false
  }

  private mutating func noteOrder(_ match: NumberingParser.Match, _ rank: Int, _ index: Int) {
    let ordinal = match.numbering.ordinal
    let last = lastOrdinals[rank]
    guard ordinal != last + 1, ordinal != 1, !match.numbering.arabic.contains("-") else { return }
    findings.append(
      Finding(
        kind: ordinal > last ? .numberMissing : .numberOutOfOrder,
        lines: LineRange(lines[index].line),
        excerpt: ordinal > last
          ? match.numbering.missing(behind: last) : match.numbering.printed))
  }

  private mutating func add(_ draft: DraftNode, below parent: Int) -> Int {
    drafts.append(draft)
    drafts[parent].children.append(drafts.count - 1)
    return drafts.count - 1
  }

  // MARK: Unnumbered lines

  private mutating func addText(_ index: Int) {
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

  private mutating func addTable(_ table: Int) {
    if current == document {
      current = add(DraftNode(.text(heading: nil)), below: document)
    }
    drafts[current].tables.append(
      DraftNode.PlacedTable(table: table, after: drafts[current].paragraphs.count))
  }

  /// Whether the image on a line stands inside a paragraph that goes on behind it.
  private func isInterruption(_ index: Int, next: Int?) -> Bool {
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
  private mutating func addAlone(_ index: Int) {
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
  private func isLostHeading(_ index: Int, _ next: Int?) -> Bool {
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
  private mutating func openLostHeading(_ index: Int) {
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
  private mutating func addUnnumberedHeading(_ index: Int) {
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
  private mutating func detachClosing() {
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
