import GazetteText

/// Decides whether a line continues the paragraph before it, which a page or column break may have
/// cut.
struct ParagraphJoiner {
  let lines: [PrintedLine]
  let shapes: [LineShape]
  /// The width at which print broke its lines; nil where every line is a paragraph.
  private let wrapWidth: Int?

  init(lines: [PrintedLine], shapes: [LineShape]) {
    self.lines = lines
    self.shapes = shapes
    wrapWidth = Self.wrapWidth(of: lines)
  }

  private static let widths = 15...70

  /// The length that most of the lines have that end in mid-sentence, if enough of them have it.
  private static func wrapWidth(of lines: [PrintedLine]) -> Int? {
    var counts = Array(repeating: 0, count: widths.upperBound + 3)
    var cut = 0
    for line in lines {
      guard let last = line.scalars.last, last.isHan || last == "，" || last == "、" else { continue }
      if line.scalars.count >= widths.lowerBound { cut += 1 }
      if widths.contains(line.scalars.count) { counts[line.scalars.count] += 1 }
    }
    guard cut >= 8 else { return nil }
    var best = (width: 0, count: 0)
    for width in widths {
      let count = counts[width - 1] + counts[width] + counts[width + 1]
      if count > best.count { best = (width, count) }
    }
    return best.count * 2 >= cut ? best.width : nil
  }

  private static let quoteClosers: StaticString = "”』」》’"
  private static let neverFirst: StaticString = "，、。；：！？）”》〕,;:)%％"

  /// Whether the paragraph ends where a sentence, a list item or a bracket of responsibility ends.
  func isFinished(_ paragraph: DraftParagraph) -> Bool {
    guard let share = paragraph.shares.last else { return true }
    return isFinished(line: share.line, from: share.start)
  }

  /// Whether what stands on a line from `start` on ends there.
  func isFinished(line: Int, from start: Int) -> Bool {
    let text = lines[line].scalars
    guard text.count > start, let last = text.last else { return false }
    if Self.isTerminal(text, text.count - 1) { return true }
    if last.isOneOf(Self.quoteClosers), text.count >= 2 {
      return Self.isTerminal(text, text.count - 2)
    }
    if last == "）" || last == ")" { return Self.endsWithClosedRemark(text) }
    return last == "：" || last == ":"
  }

  /// Whether line `next` goes on with `paragraph`.
  func continues(_ paragraph: DraftParagraph, with next: Int) -> Bool {
    let following = lines[next].scalars
    guard let first = following.first, !lines[next].isMarkedHeading,
      let share = paragraph.shares.last
    else { return false }
    if shapes[share.line] == .cell || shapes[share.line] == .contentsLine { return false }
    let text = lines[share.line].scalars
    guard let last = text.last else { return false }
    if first == "|" || text[min(share.start, text.count - 1)] == "|" { return false }
    if first.isOneOf(Self.neverFirst) { return true }
    let begins = lines[next].form == .begins
    if begins || isFinished(paragraph) {
      if case .bracketNote = shapes[next], last != "：", last != ":" {
        return following.contains(anyOf: GenreVocabulary.responsibilityWords)
      }
      if begins { return false }
      return paragraph.balance.isOpen && paragraph.balance.isClosed(by: following)
    }
    if paragraph.balance.isOpen && paragraph.balance.isClosed(by: following) { return true }
    if last == "；" || last == ";" {
      let isListItem = paragraph.count < 60 && (following.last == "；" || following.last == "。")
      return !isListItem
    }
    if last.isHan, Self.isTail(following) { return true }
    let isShortLine =
      paragraph.count < 12 && following.count < 20 && last.isHan && !following.contains("。")
    return !isShortLine || text.ends(withAnyOf: GenreVocabulary.connectives)
  }

  /// Whether a line ends in a quantity whose unit, or the rest of whose digits, stands on the next: 10 before 家，, 2. before
  /// 5万立方米。
  private static func isCutInNumber(
    _ text: [Unicode.Scalar], _ next: [Unicode.Scalar], from start: Int
  ) -> Bool {
    guard let last = text.last, let first = next.first, text.count - start >= 3 else {
      return false
    }
    if last == ".", text[text.count - 2].halfWidth.isDigit { return first.halfWidth.isDigit }
    guard last.halfWidth.isDigit, first.isHan || first.isOneOf("%％‰") else { return false }
    return next.prefix(5).contains { $0.isOneOf("，。；、,;") }
  }

  /// What may be all of a line and is no end of one: 注：, 略。
  private static let labels: [Unicode.Scalar] = ["注", "附", "另", "略"]

  /// Whether a line is no more than the end of what a break cut: 款：, 30%；
  private static func isTail(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last, text.count >= 2, !text.contains(where: \.isAnySpace),
      !Self.labels.contains(text[0])
    else { return false }
    if last.isOneOf("：:") { return text.count == 2 }
    return last.isOneOf("；;。") && text.count <= 4
  }

  private static func isTerminal(_ text: [Unicode.Scalar], _ offset: Int) -> Bool {
    switch text[offset] {
    case "。", "！", "？", "!", "?", "…": true
    case ".": offset > 0 && text[offset - 1].isHan
    default: false
    }
  }

  /// Whether the text ends with a bracket that says who is responsible, or that stands behind a
  /// full stop.
  private static func endsWithClosedRemark(_ text: [Unicode.Scalar]) -> Bool {
    var depth = 0
    var offset = text.count - 1
    while offset >= 0 {
      if text[offset] == "）" || text[offset] == ")" { depth += 1 }
      if text[offset] == "（" || text[offset] == "(" {
        depth -= 1
        if depth == 0 { break }
      }
      offset -= 1
    }
    if offset < 0 {
      // The bracket was opened on an earlier line.
      return text.contains(anyOf: GenreVocabulary.responsibilityWords)
    }
    if offset > 0, isTerminal(text, offset - 1) { return true }
    if isTerminal(text, text.count - 2) { return true }
    return Array(text[offset...]).contains(anyOf: GenreVocabulary.responsibilityWords)
  }

  /// Whether line `index`, the first of a numbered unit, is a heading alone, so that the next line
  /// is not its end.
  ///
  /// - Parameter siblingsCarryText: Whether most units of that style in the document have text on
  ///   their line.
  func isHeading(
    _ index: Int, textStart: Int, style: NumberingStyle, siblingsCarryText: Bool, next: Int?
  ) -> Bool {
    let text = lines[index].scalars
    guard textStart < text.count else { return true }
    for offset in textStart..<text.count - 1 where Self.isTerminal(text, offset) { return false }
    if Self.isTerminal(text, text.count - 1) || text.last == "：" || text.last == ":" { return true }
    if let last = text.last, last.isOneOf("，,、；;") { return false }
    if let next, shapes[next] == .plain,
      Self.isCutInNumber(text, lines[next].scalars, from: textStart)
    {
      return false
    }
    if text.ends(withAnyOf: GenreVocabulary.connectives) { return false }
    if let next, !lines[next].isMarkedHeading, shapes[next] == .plain,
      let end = lines[next].scalars.last, end.isOneOf("；;")
    {
      return false
    }
    var balance = BracketBalance()
    balance.read(text, from: textStart)
    if balance.isOpen { return false }
    let length = text.count - textStart
    if let wrapWidth, text.count >= wrapWidth - 1, let last = text.last, last.isHan, let next,
      !lines[next].isMarkedHeading, shapes[next] == .plain
    {
      return false
    }
    // A break cuts a line at the width of a column; headings over sections are cut more rarely.
    let canBeCut = style == .chineseComma ? length >= 14 && siblingsCarryText : length >= 10
    if canBeCut, let next, !lines[next].isMarkedHeading, shapes[next] == .plain,
      endsSentenceEarly(lines[next].scalars)
    {
      return false
    }
    if lines[index].isMarkedHeading { return true }
    if style == .chineseComma, length >= 16, let next, endsHeading(lines[next].scalars, next) {
      return false
    }
    if style == .article {
      if let next, shapes[next] == .plain, Self.isTail(lines[next].scalars) { return false }
      return length <= 10 && !text.contains("，")
    }
    if length > 45 { return false }
    return style == .chineseComma || style < .article || !siblingsCarryText
  }

  /// Whether a line is the last of a heading that was cut: no sentence, before the first unit below
  /// the heading.
  private func endsHeading(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard shapes[index] == .plain, text.count <= 16, index + 1 < lines.count,
      case .numbered(let match) = shapes[index + 1]
    else { return false }
    return match.numbering.style > .chineseComma && match.numbering.ordinal == 1
      && text.allSatisfy { $0.isHan || $0 == "、" }
  }

  /// Whether a line closes a sentence within a few characters and then goes on: the end of a cut
  /// heading.
  private func endsSentenceEarly(_ text: [Unicode.Scalar]) -> Bool {
    for offset in 0..<min(15, text.count) {
      if text[offset] == "。" { return offset + 1 < text.count }
      if text[offset].isOneOf("，,；;：:（(、") { return false }
    }
    return false
  }
}
