import GazetteText

/// Divides lines on which a conversion ran together what was printed on several: a unit whose number
/// is the next of its run, a chapter and its first article, a document behind the signature of the
/// one before.
///
/// Only numbers that are due count, behind the end of a sentence: 第三条 behind 第二条, never one that a
/// sentence speaks of.
struct LineSplitter {
  /// The titles of the contents, without white space.
  private let titles: [[Unicode.Scalar]]
  /// The last number of each style that began a line, or a part of one; 0 where there is none.
  private var last = StyleTable(0)

  init(titles: [[Unicode.Scalar]]) {
    self.titles = titles.filter { $0.count >= 10 }
  }

  /// The lines with what they ran together divided; parts of one line have its number.
  ///
  /// - Parameters:
  ///   - lines: All printed lines.
  ///   - start: Where the documents begin.
  mutating func split(_ lines: [PrintedLine], from start: Int) -> [PrintedLine]? {
    var result: [PrintedLine]?
    for index in start..<max(start, lines.count) {
      let line = lines[index]
      let cuts = self.cuts(line.scalars)
      if !cuts.isEmpty, result == nil { result = Array(lines[..<index]) }
      if result != nil { result? += line.parts(at: cuts) }
    }
    return result
  }

  /// Where a line is to be divided.
  private mutating func cuts(_ text: [Unicode.Scalar]) -> [Int] {
    var cuts: [Int] = []
    var isHeading = note(NumberingParser.match(text))
    guard text.count >= 8 else { return [] }
    var quotes = 0
    var brackets = 0
    var offset = 1
    while offset < text.count {
      // Behind nearly all characters nothing ends.
      if Self.standsInside(text[offset - 1]) {
        if isHeading, quotes == 0, brackets == 0, text[offset] == "第",
          let match = dueUnit(text, at: offset, behindHeading: true)
        {
          cuts.append(offset)
          isHeading = note(match)
        }
        offset += 1
        continue
      }
      switch text[offset - 1] {
      case "“": quotes += 1
      case "”": quotes -= 1
      case "（", "(": brackets += 1
      case "）", ")": brackets -= 1
      default: break
      }
      if quotes > 0 || brackets > 0 {
        offset += 1
        continue
      }
      if Self.mayEndDocument(text[offset - 1]), let end = titleEnd(text, at: offset) {
        cuts.append(offset)
        if end < text.count { cuts.append(end) }
        offset = max(end, offset + 1)
        isHeading = false
        continue
      }
      if Self.mayBegin(text[offset]),
        let match = dueUnit(text, at: offset, behindHeading: isHeading)
      {
        cuts.append(offset)
        isHeading = note(match)
        offset += 1
        continue
      }
      if text[offset - 1] == "。" || text[offset - 1] == "！" { isHeading = false }
      offset += 1
    }
    if cuts.isEmpty {
      let around = ClosingNote.cuts(text)
      if !around.isEmpty { return around }
    }
    return headCut(text, behind: cuts.last ?? 0) ?? cuts
      + signatureCuts(text, behind: cuts.last ?? 0)
  }

  /// Where a running head begins that was run on behind the text of its page, where one before it ends, or both where
  /// it stands amid a line: it names a gazette and the number of its issue.
  private func headCut(_ text: [Unicode.Scalar], behind start: Int) -> [Int]? {
    guard start == 0, text.contains("报"), text.contains(where: { $0.halfWidth.isDigit }),
      !RunningHeads.isGazetteHead(text)
    else { return nil }
    let spaces = text.indices.filter { text[$0].isAnySpace }
    for space in spaces where text.count - space <= RunningHeads.longestHead + 1 {
      if RunningHeads.isGazetteHead(Array(text[(space + 1)...])) { return [space + 1] }
    }
    for space in spaces.reversed() where space <= RunningHeads.longestHead {
      if RunningHeads.isGazetteHead(Array(text[..<space])) { return [space + 1] }
    }
    return innerHeadCut(text, spaces)
  }

  /// A running head between blanks amid a line. It has few blanks of its own, so that few stretches are looked at.
  private func innerHeadCut(_ text: [Unicode.Scalar], _ spaces: [Int]) -> [Int]? {
    for (place, start) in spaces.enumerated() {
      let ends = spaces[(place + 1)...].prefix(Self.mostBlanksOfHead)
      for end in ends.reversed() where end - start <= RunningHeads.longestHead + 1 {
        let between = text[(start + 1)..<end]
        guard between.contains("报"), RunningHeads.isGazetteHead(Array(between)) else { continue }
        return [start + 1, end + 1]
      }
    }
    return nil
  }

  /// 某省人民政府公报 2021年 第11期 ·15·, each in a place of its own.
  private static let mostBlanksOfHead = 4

  /// Notes a number that begins a line or a part; whether the unit is a chapter or section of a law.
  private mutating func note(_ match: NumberingParser.Match?) -> Bool {
    guard let numbering = match?.numbering else { return false }
    last[numbering.style] = numbering.ordinal
    for deeper in NumberingStyle.allCases
    where deeper > numbering.style && deeper != .article { last[deeper] = 0 }
    return numbering.style < .article
  }

  /// Whether neither a quotation, a sentence nor a document may end with a character: any Han but the one that closes
  /// a date.
  private static func standsInside(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF && scalar != "日"
  }

  /// Whether a document may end with a character, or with white space behind one: hardly any does,
  /// so that most of a text is passed without a closer look.
  private static func mayEndDocument(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "日", "）", ")": true
    default: scalar.isAnySpace
    }
  }

  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "第" || scalar == "（" || scalar == "(" || scalar.halfWidth.isDigit
      || ChineseNumeral.isNumeral(scalar)
  }

  /// The unit that begins at `offset`, if its number is the next of its run and a sentence has ended
  /// before it.
  private func dueUnit(
    _ text: [Unicode.Scalar], at offset: Int, behindHeading: Bool
  ) -> NumberingParser.Match? {
    var before = offset - 1
    while before > 0, text[before].isAnySpace { before -= 1 }
    let isSpaced = before < offset - 1
    let isBehindSentence = text[before].isOneOf("。！）)")
    // Of 第一章总则第一条 the article is told by its word as well.
    let isBehindHeading = behindHeading && offset <= 30 && (isSpaced || text[offset] == "第")
    guard isBehindSentence || isBehindHeading else { return nil }
    let rest = Array(text[offset..<min(text.count, offset + 24)])
    guard let match = NumberingParser.match(rest), match.textStart + 1 < rest.count else {
      return nil
    }
    let ordinal = match.numbering.ordinal
    guard !match.numbering.arabic.contains("-") else { return nil }
    let next = rest[match.textStart]
    switch match.numbering.style {
    case .article:
      guard ordinal == last[.article] + 1, next.isHan,
        !next.isOneOf(NumberingParser.behindReference)
      else { return nil }
      return isBehindSentence && ordinal > 1 || behindHeading ? match : nil
    case .chapter, .lawSection, .part:
      let isDue = ordinal == last[match.numbering.style] + 1 && ordinal > 1
      return isBehindSentence && isDue && next.isHan && match.isSpaced ? match : nil
    case .chineseComma, .chineseBracket, .arabicDot:
      guard isBehindSentence, next.isHan, ordinal == last[match.numbering.style] + 1 else {
        return nil
      }
      if ordinal > 1 { return match }
      return match.numbering.style == .arabicDot && beginsRun(text, at: offset) ? match : nil
    default:
      return nil
    }
  }

  /// How many characters behind its number 1 the 2 of a run is looked for: on a line without end it is asked often.
  private static let longestFirstItem = 400

  /// Whether a number 1 begins a run on the line of the heading above it: 一、目标。1.甲。2.乙。
  private func beginsRun(_ text: [Unicode.Scalar], at offset: Int) -> Bool {
    guard let heading = NumberingParser.match(text)?.numbering.style, heading < .arabicDot else {
      return false
    }
    let end = min(text.count, offset + Self.longestFirstItem)
    var index = offset + 1
    while index + 2 < end {
      if text[index] == "。" {
        var next = index + 1
        while next + 1 < text.count, text[next].isAnySpace { next += 1 }
        if text[next].halfWidth == "2", next + 1 < text.count, text[next + 1].isOneOf(".．、") {
          return true
        }
      }
      index += 1
    }
    return false
  }

  // MARK: Documents

  /// Where a title of the contents that begins at `offset` behind the end of a document ends.
  private func titleEnd(_ text: [Unicode.Scalar], at offset: Int) -> Int? {
    var before = offset - 1
    while before > 0, text[before].isAnySpace { before -= 1 }
    guard text[before].isOneOf("。日）)") else { return nil }
    for title in titles where title[0] == text[offset] {
      var index = offset
      var matched = 0
      while index < text.count, matched < title.count {
        if text[index] == title[matched] {
          matched += 1
        } else if !text[index].isAnySpace {
          break
        }
        index += 1
      }
      if matched == title.count { return index }
    }
    return nil
  }

  /// Where a signature with its date, and a title behind it, were run into the text before.
  private func signatureCuts(_ text: [Unicode.Scalar], behind start: Int) -> [Int] {
    guard let year = text.lastIndex(of: "年"), year > start + 4 else { return [] }
    var offset = year
    while offset > start,
      text[offset - 1].halfWidth.isDigit || text[offset - 1].isAnySpace
        || ChineseNumeral.digit(text[offset - 1]) != nil
    {
      offset -= 1
    }
    guard let (_, end) = DateParser.date(in: text, at: offset) else { return [] }
    let rest = Array(text[end...]).trimmed
    let isTitle =
      rest.count >= 8 && rest.count <= 60 && rest.contains(word: "关于")
      && rest.ends(withAnyOf: GenreVocabulary.issuingTypes)
      && !rest.contains { $0.isOneOf("，。；：") }
    guard rest.isEmpty || isTitle else { return [] }
    var cuts: [Int] = []
    if let stop = text[start..<offset].lastIndex(where: { $0.isOneOf("。！") }), offset - stop <= 40 {
      let name = Array(text[(stop + 1)..<offset]).trimmed
      let isSigner =
        name.count >= 4 && name.ends(withAnyOf: GenreVocabulary.bodySuffixes)
        && !name.contains { $0.isOneOf("，；：、") }
      if isSigner { cuts.append(stop + 1) }
    }
    if isTitle { cuts.append(end) }
    return cuts
  }
}

extension PrintedLine {
  /// The parts of a line that is divided at the offsets, in order; what was noted of the line stays
  /// with the first.
  func parts(at cuts: [Int]) -> [PrintedLine] {
    if cuts.isEmpty { return [self] }
    var parts: [PrintedLine] = []
    for (start, end) in zip([0] + cuts, cuts + [scalars.count]) where start < end {
      var part = self
      part.cut(start..<end)
      if !parts.isEmpty { part.forgetNotes() }
      if !part.scalars.isEmpty { parts.append(part) }
    }
    return parts
  }
}
