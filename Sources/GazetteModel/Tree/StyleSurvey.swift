import GazetteText

/// How a document uses its numbers, seen before its tree is built.
struct StyleSurvey {
  private var withText = StyleTable(0)
  private var headings = StyleTable(0)
  private var firstLine = StyleTable<Int?>(nil)
  private var decimals = 0
  /// Styles that start again at 1 under a new unit above them.
  private var restarting = StyleTable(false)

  /// Chapters and sections whose number is missing among the others: each with the stretch of lines
  /// between its neighbours.
  private var missing: [(between: Range<Int>, style: NumberingStyle, ordinal: Int)] = []

  init(lines: [PrintedLine], joiner: ParagraphJoiner, body: Range<Int>, consumed: SortedSet<Int>) {
    var highest = StyleTable(0)
    var last = StyleTable<(line: Int, ordinal: Int)?>(nil)
    for index in body where !consumed.contains(index) {
      guard case .numbered(let match) = joiner.shapes[index] else { continue }
      let style = match.numbering.style
      let text = lines[index].scalars
      if firstLine[style] == nil { firstLine[style] = index }
      if style == .chapter || style == .chineseComma {
        let ordinal = match.numbering.ordinal
        if let before = last[style], ordinal == before.ordinal + 2 {
          missing.append((before.line..<index, style, before.ordinal + 1))
        }
        last[style] = (index, ordinal)
      }
      if style == .decimal, match.textStart < text.count, text[match.textStart].isHan,
        match.isSpaced || lines[index].isMarkedHeading
      {
        decimals += 1
      }
      if highest[style] > 1, match.numbering.ordinal == 1 { restarting[style] = true }
      highest[style] = max(highest[style], match.numbering.ordinal)
      let inner = text.dropLast().dropFirst(match.textStart)
      if text.count > 60 || inner.contains("。") {
        withText[style] += 1
      } else {
        headings[style] += 1
      }
    }
  }

  /// The number of the chapter or section that is missing around a line; nil where none is.
  func missingNumber(at line: Int) -> Numbering? {
    guard let gap = missing.first(where: { $0.between.contains(line) }) else { return nil }
    let written = ChineseNumeral.written(gap.ordinal)
    return Numbering(
      style: gap.style, ordinal: gap.ordinal, arabic: String(gap.ordinal),
      printed: gap.style == .chapter ? "第\(written)章" : "\(written)、")
  }

  /// Whether the document numbers by decimals: 1, 1.1, 1.1.1.
  var usesDecimals: Bool { decimals >= 2 }

  /// Whether most units of the style have text on the line of their number.
  func carriesText(_ style: NumberingStyle) -> Bool {
    withText[style] > headings[style]
  }

  /// Whether the style of that rank starts again at 1 somewhere in the document.
  func restarts(_ rank: Int) -> Bool { restarting.contains { $1 && self.rank(of: $0) == rank } }

  /// The depth of a style in this document.
  ///
  /// Articles stand above 一、 in laws, but below it where a document divides its articles by 一、.
  func rank(of style: NumberingStyle) -> Int {
    guard style == .article, let article = firstLine[.article],
      let comma = firstLine[.chineseComma], comma < article, firstLine[.chapter] == nil
    else { return 2 * style.rawValue }
    return 2 * NumberingStyle.chineseComma.rawValue + 1
  }

  /// The number of `1 总则`, which only documents with decimals print without a mark.
  func bareNumber(_ line: PrintedLine) -> NumberingParser.Match? {
    let text = line.scalars
    guard let (value, end) = ChineseNumeral.readArabic(text, at: 0), value > 0, value < 100,
      end < text.count, text[end].isAnySpace, text.count < 30, !text.contains("。")
    else { return nil }
    var start = end
    while start < text.count, text[start].isAnySpace { start += 1 }
    guard start < text.count, text[start].isHan else { return nil }
    return NumberingParser.Match(
      numbering: Numbering(
        style: .arabicDot, ordinal: value, arabic: String(value), printed: String(value)),
      textStart: start, isSpaced: true)
  }
}
