import GazetteText

/// Numbers of pages and issues, as heads, covers and contents print them.
enum PageNumbers {
  /// Whether dots lead from a title to a page number: no sentence ends so.
  static func hasLeader(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last, last.halfWidth.isDigit || last.isOneOf("）)"), text.count <= 80,
      let (_, start) = atEnd(of: text), start > 1, !text[..<start].contains("。")
    else { return false }
    let leader = text[start...].filter { $0.isOneOf(".…·．‥・•") }
    return leader.reduce(0) { $0 + ($1 == "…" ? 3 : 1) } >= 3
  }

  /// The page number at the end of a line and where its leader begins: `.....( 4 )`, `……12`,
  /// `（11）`, `·11·`.
  static func atEnd(of text: [Unicode.Scalar]) -> (page: Int, start: Int)? {
    var end = text.count
    var isBracketed = false
    var frame: Unicode.Scalar?
    if end > 1, text[end - 1].isOneOf(")）") {
      isBracketed = true
      end -= 1
    } else if end > 1, text[end - 1].isOneOf("·•・—–-") {
      frame = text[end - 1]
      end -= 1
    }
    while end > 0, text[end - 1].isAnySpace { end -= 1 }
    var start = end
    while start > 0, text[start - 1].halfWidth.isDigit { start -= 1 }
    guard start < end, end - start <= 4, let (page, _) = ChineseNumeral.readArabic(text, at: start)
    else { return nil }
    var spaces = 0
    while start > 0, text[start - 1].isAnySpace {
      start -= 1
      spaces += 1
    }
    if isBracketed {
      guard start > 0, text[start - 1] == "(" || text[start - 1] == "（" else { return nil }
      start -= 1
    } else if let frame {
      guard start > 1, text[start - 1] == frame else { return nil }
      start -= 1
    }
    var leader = start
    var dots = 0
    while leader > 0 {
      let scalar = text[leader - 1]
      if scalar.isAnySpace {
        spaces += 1
      } else if scalar.isOneOf(".…·．。‥—-_・•") || spaces > 0 && scalar.isOneOf("/／|")
        || scalar.isOneOf("/／") && leader > 1 && endsTitle(text[leader - 2])
      {
        if scalar.isOneOf("/／") { spaces += 1 }
        dots += scalar == "…" ? 3 : 1
      } else {
        break
      }
      leader -= 1
    }
    let isFramed = isBracketed || frame != nil
    guard dots >= 2 || isFramed || spaces >= 1, leader > 0 || frame == nil else { return nil }
    if !isFramed, dots < 2, leader == 0 || text[leader - 1].isLatinLetter { return nil }
    return (page, leader)
  }

  /// The page number that stands before a title, and where that begins: `（3）甲通知`, `3 甲通知`.
  static func atStart(of text: [Unicode.Scalar]) -> (page: Int, end: Int)? {
    var offset = 0
    let isBracketed = text.first.map { $0.isOneOf("(（") } ?? false
    if isBracketed { offset += 1 }
    guard let (page, digitsEnd) = ChineseNumeral.readArabic(text, at: offset), page > 0,
      digitsEnd - offset <= 3
    else { return nil }
    offset = digitsEnd
    if isBracketed {
      guard offset < text.count, text[offset].isOneOf(")）") else { return nil }
      offset += 1
    }
    let spaces = offset
    while offset < text.count, text[offset].isAnySpace { offset += 1 }
    guard isBracketed || offset > spaces, text.count - offset >= 6, text[offset].isHan else {
      return nil
    }
    return (page, offset)
  }

  /// Whether a title may end with a character, so that a stroke behind it leads to the page.
  private static func endsTitle(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isAnySpace || scalar.isOneOf("）)》”")
  }

  /// N of 第N期, but not of 总第N期.
  static func ofIssue(_ key: [Unicode.Scalar]) -> Int? {
    for offset in key.indices where key[offset] == "第" {
      if offset > 0, key[offset - 1] == "总" { continue }
      guard let (value, end) = ChineseNumeral.readAny(key, at: offset + 1), end < key.count else {
        continue
      }
      if key[end] == "期" || key[end] == "号" && key.count <= 12 { return value }
    }
    return nil
  }
}
