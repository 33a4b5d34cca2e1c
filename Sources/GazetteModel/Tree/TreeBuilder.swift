import GazetteText

/// Builds the units of one document or attachment from its lines, by their printed numbers.
struct TreeBuilder {
  let lines: [PrintedLine]
  let joiner: ParagraphJoiner
  /// All drafts of the issue; this builder adds below `document`.
  var drafts: [DraftNode]
  /// What the numbering made the builder doubt.
  var findings: [Finding] = []

  let document: Int
  let styles: StyleSurvey
  /// The open units, outermost first.
  var stack: [(draft: Int, rank: Int)] = []
  /// The last ordinal of each rank in this document; 0 where there is none.
  var lastOrdinals = Array(repeating: 0, count: Self.rankCount)
  /// The draft that takes unnumbered paragraphs.
  var current: Int
  /// Whether the last unit opened is an item of a list, and of which rank.
  private var isItem = false
  private var itemRank: Int?
  /// Whether the document's wording amends another one, so that quoted articles stand in it.
  let isAmending: Bool
  /// Of how many paragraphs of which draft, none of them the last, the quotations left open are
  /// counted.
  var quotations = (draft: -1, paragraphs: 0, open: 0)

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

  var lastParagraph: DraftParagraph? { drafts[current].paragraphs.last }

  var isInMidSentence: Bool {
    guard let paragraph = lastParagraph, !drafts[current].endsWithTable else { return false }
    if drafts[current].startsWithHeading, drafts[current].paragraphs.count == 1 { return false }
    return !joiner.isFinished(paragraph)
  }

  // MARK: Numbered units

  /// Above it stand years and quantities, unless the number is due.
  private static let largestUnexpected = 300

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
    if match.numbering.style == .arabicDot, match.numbering.ordinal > Self.largestUnexpected,
      match.numbering.ordinal != lastOrdinals[rank(match.numbering)] + 1
    {
      return nil
    }
    return match
  }

  /// The depth of a style; a decimal stands the deeper the more components it has.
  func rank(_ numbering: Numbering) -> Int {
    let base = styles.rank(of: numbering.style) * 10
    guard numbering.style == .decimal else { return base }
    return base + numbering.arabic.utf8.count { $0 == UInt8(ascii: ".") } + 1
  }

  /// One more than the deepest rank: a style has ten, of which decimals use up to six.
  private static let rankCount = (2 * NumberingStyle.allCases.count + 1) * 10

  mutating func open(_ match: NumberingParser.Match, at index: Int, next: Int?) {
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

  mutating func add(_ draft: DraftNode, below parent: Int) -> Int {
    drafts.append(draft)
    drafts[parent].children.append(drafts.count - 1)
    return drafts.count - 1
  }
}
