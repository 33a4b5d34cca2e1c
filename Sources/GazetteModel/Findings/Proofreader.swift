import GazetteText

/// Looks over a parsed issue for what a careful reader would query (存疑).
enum Proofreader {
  static func findings(
    lines: [PrintedLine], nodes: [Node], contents: [ContentsEntry], corrections: [Correction]
  ) -> [Finding] {
    var result: [Finding] = []
    for line in lines { check(line, corrections, &result) }
    var printed = Set(lines.map(\.line))
    for line in lines { printed.formUnion(line.breaks.map(\.line)) }
    for correction in corrections where !printed.contains(correction.line) {
      result.append(notApplicable(correction))
    }
    for entry in contents where entry.document == nil {
      result.append(
        Finding(kind: .contentsEntryWithoutText, lines: entry.lines, excerpt: entry.title))
    }
    for node in nodes where node.kind != .cover {
      for paragraph in node.paragraphs { check(paragraph, of: node, &result) }
    }
    return result
  }

  private static func notApplicable(_ correction: Correction) -> Finding {
    Finding(
      kind: .correctionNotApplicable, lines: LineRange(max(1, correction.line)),
      excerpt: correction.printed)
  }

  private static func check(
    _ line: PrintedLine, _ corrections: [Correction], _ result: inout [Finding]
  ) {
    for index in line.failedCorrections { result.append(notApplicable(corrections[index])) }
    if line.hasInvalidBytes {
      result.append(Finding(kind: .notUTF8, lines: LineRange(line.line), excerpt: "\u{FFFD}"))
    }
    if line.tags.isEmpty, startsWithStrayNumeral(line.scalars) {
      result.append(
        Finding(
          kind: .suspiciousText, lines: LineRange(line.line), excerpt: excerpt(line.scalars, 0)))
    }
    if !line.hidden.isEmpty { result.append(Finding(hidden: line.hidden, line: line.line)) }
  }

  /// A numeral set off by a space, with no mark of a number behind it: 一 抓好项目谋划.
  private static func startsWithStrayNumeral(_ text: [Unicode.Scalar]) -> Bool {
    text.count > 4 && ChineseNumeral.digit(text[0]) != nil && text[1].isInnerSpace
      && text[2].isHan && !line(text, isSpacedOut: 6)
  }

  /// Whether the first characters are all set apart by spaces, as titles sometimes are: 一 年 计 划.
  private static func line(_ text: [Unicode.Scalar], isSpacedOut count: Int) -> Bool {
    text.count > count && (0..<count).allSatisfy { text[$0].isInnerSpace == ($0 % 2 == 1) }
  }

  private static func check(_ paragraph: Paragraph, of node: Node, _ result: inout [Finding]) {
    let text = [Unicode.Scalar](paragraph.text)
    if let offset = unbalancedOffset(text) {
      result.append(
        Finding(
          kind: .unbalancedBracket, lines: paragraph.lines, excerpt: excerpt(text, offset)))
    }
    if let last = text.last, last.isHan || last == "，" || last == "、", text.count > 40 {
      result.append(
        Finding(
          kind: .unfinishedParagraph, lines: paragraph.lines, excerpt: excerpt(text, text.count - 1)
        ))
    }
    for offset in suspiciousOffsets(text) {
      let line = paragraph.lineStarts.last { $0.offset <= offset }?.line ?? paragraph.lines.first
      result.append(
        Finding(kind: .suspiciousText, lines: LineRange(line), excerpt: excerpt(text, offset)))
    }
    for offset in innerNumberOffsets(text, of: node) {
      let line = paragraph.lineStarts.last { $0.offset <= offset }?.line ?? paragraph.lines.first
      result.append(
        Finding(kind: .numberInsideLine, lines: LineRange(line), excerpt: excerpt(text, offset)))
    }
  }

  private static func excerpt(_ text: [Unicode.Scalar], _ offset: Int) -> String {
    Array(text[max(0, offset - 8)..<min(text.count, offset + 9)]).string
  }

  /// The first bracket or quotation mark that has no partner.
  private static func unbalancedOffset(_ text: [Unicode.Scalar]) -> Int? {
    let partners: [Unicode.Scalar: Unicode.Scalar] = ["）": "（", "”": "“", "》": "《", "〕": "〔"]
    var open: [(Unicode.Scalar, Int)] = []
    for (offset, scalar) in text.enumerated() {
      switch scalar {
      case "（", "“", "《", "〔": open.append((scalar, offset))
      case "）", "”", "》", "〕":
        guard let last = open.last, last.0 == partners[scalar] else { return offset }
        open.removeLast()
      default: break
      }
    }
    return open.first?.1
  }

  /// Places that look like errors of OCR: a lower-case Latin word between spaces in Chinese text, 一
  /// where a dash should stand, a numeral apart from its text, a doubled mark, a Latin letter for a
  /// Roman numeral.
  private static func suspiciousOffsets(_ text: [Unicode.Scalar]) -> [Int] {
    var result: [Int] = []
    var offset = 0
    while offset < text.count {
      let scalar = text[offset]
      if isFunctionWord(text, offset) { result.append(offset) }
      if offset >= 1, offset + 3 < text.count, scalar == "一", text[offset + 2] == "一",
        text[offset - 1].isHan, text[offset + 1].isHan, text[offset + 3].isHan,
        offset + 4 < text.count, text[offset + 4] == "一"
      {
        result.append(offset)
        offset += 4
      }
      if offset >= 1, scalar.isOneOf("，。；：、"), text[offset - 1] == scalar {
        result.append(offset)
      }
      if scalar == "V" || scalar == "I", offset >= 1, text[offset - 1] == "劣" {
        result.append(offset)
      }
      if scalar.value == 0xFFFD { result.append(offset) }
      offset += 1
    }
    return result
  }

  /// An English function word directly between Chinese characters: the work of a language model in
  /// OCR.
  private static func isFunctionWord(_ text: [Unicode.Scalar], _ offset: Int) -> Bool {
    guard offset > 0, text[offset - 1].isHan, text[offset].isLatinLetter else { return false }
    for word in ["and", "of", "the", "to", "in", "or", "with", "for"] {
      let letters = [Unicode.Scalar](word)
      if text.has(letters, at: offset), offset + letters.count < text.count,
        text[offset + letters.count].isHan
      {
        return true
      }
    }
    return false
  }

  /// The next number of a clause's own run inside its text: 2. on the line of 1.
  private static func innerNumberOffsets(_ text: [Unicode.Scalar], of node: Node) -> [Int] {
    guard let numbering = node.numbering, numbering.style == .arabicDot else { return [] }
    let next = [Unicode.Scalar](String(numbering.ordinal + 1))
    var result: [Int] = []
    var offset = 1
    while let found = text.firstOffset(of: next, from: offset) {
      let before = text[found - 1]
      let mark = found + next.count
      if before == "。" || before == "）", mark + 1 < text.count, text[mark].isOneOf(".、．"),
        text[mark + 1].isHan
      {
        result.append(found)
      }
      offset = found + 1
    }
    return result
  }
}

extension Finding {
  /// Hidden characters, or marks that are too many, of a line or of a field of the manifest about
  /// it.
  init(hidden scalars: [Unicode.Scalar], line: Int, field: String? = nil) {
    let hidden = HiddenCharacter.counted(scalars)
    self.init(
      kind: .hiddenCharacters, lines: LineRange(line),
      excerpt: hidden.prefix(8).map(\.code).joined(separator: " "), hidden: hidden, field: field)
  }

  /// In order of line, then of kind.
  static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    (left.lines.first, left.kind.rawValue) < (right.lines.first, right.kind.rawValue)
  }
}
