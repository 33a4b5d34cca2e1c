import GazetteText

/// Reads the printed number at the start of a line.
///
/// Sources: GB/T 9704—2012, 7.3.3 (一、 → （一） → 1. → （1）); 立法技术规范 for 编, 章, 节, 条, 款, 项.
enum NumberingParser {
  /// A number and where the text behind it begins.
  struct Match: Equatable {
    let numbering: Numbering
    /// The offset of the first scalar behind the number and its spaces.
    let textStart: Int
    /// Whether white space stood between the number and the text.
    let isSpaced: Bool
  }

  /// What stands behind the number of an article that is spoken of: 第十二条第二款, 第三条规定.
  static let behindReference: StaticString = "第规和的所至或、，及中之款项列以与"
  /// The number that `text` begins with, or nil. `text` has no leading white space.
  static func match(_ text: [Unicode.Scalar]) -> Match? {
    guard let first = text.first else { return nil }
    switch first {
    case "第": return law(text)
    case "（", "(", "〔", "﹙": return bracketed(text)
    default: break
    }
    if ChineseNumeral.isNumeral(first) { return chineseComma(text) }
    if first.halfWidth.isDigit { return arabic(text) }
    if let value = circledValue(first) {
      return result(.circled, value, String(value), String(first), text, 1)
    }
    return nil
  }

  private static func result(
    _ style: NumberingStyle, _ ordinal: Int, _ arabic: String, _ printed: String,
    _ text: [Unicode.Scalar], _ end: Int
  ) -> Match? {
    guard ordinal > 0 else { return nil }
    var start = end
    while start < text.count, text[start].isAnySpace { start += 1 }
    return Match(
      numbering: Numbering(style: style, ordinal: ordinal, arabic: arabic, printed: printed),
      textStart: start, isSpaced: start > end)
  }

  /// 第一编, 第二章, 第三节, 第十七条, 第十七条之一.
  private static func law(_ text: [Unicode.Scalar]) -> Match? {
    var offset = 1
    while offset < text.count, text[offset].isAnySpace { offset += 1 }
    guard let (value, numeralEnd) = ChineseNumeral.readAny(text, at: offset) else { return nil }
    var end = numeralEnd
    while end < text.count, text[end].isAnySpace { end += 1 }
    guard end < text.count else { return nil }
    let style: NumberingStyle
    switch text[end] {
    case "编": style = .part
    case "章": style = .chapter
    case "节": style = .lawSection
    case "条": style = .article
    default: return nil
    }
    let numeral = Array(text[offset..<numeralEnd]).string
    var printed = "第\(numeral)\(text[end])"
    var arabic = String(value)
    end += 1
    if end + 1 < text.count, text[end] == "之",
      let (suffix, suffixEnd) = ChineseNumeral.read(text, at: end + 1)
    {
      printed += Array(text[end..<suffixEnd]).string
      arabic += "-\(suffix)"
      end = suffixEnd
    }
    return result(style, value, arabic, printed, text, end)
  }

  /// （一）, （1）, in either width.
  private static func bracketed(_ text: [Unicode.Scalar]) -> Match? {
    var offset = 1
    while offset < text.count, text[offset].isAnySpace { offset += 1 }
    guard let (value, numeralEnd) = ChineseNumeral.readAny(text, at: offset) else { return nil }
    var end = numeralEnd
    while end < text.count, text[end].isAnySpace { end += 1 }
    guard end < text.count, [")", "）", "〕", "﹚"].contains(text[end]), value < 1000 else {
      return nil
    }
    let isArabic = text[offset].halfWidth.isDigit
    let numeral = isArabic ? String(value) : Array(text[offset..<numeralEnd]).string
    return result(
      isArabic ? .arabicBracket : .chineseBracket, value, String(value), "（\(numeral)）", text,
      end + 1)
  }

  /// 一、; also 一． and 一.
  private static func chineseComma(_ text: [Unicode.Scalar]) -> Match? {
    guard let (value, numeralEnd) = ChineseNumeral.read(text, at: 0) else { return nil }
    var end = numeralEnd
    while end < text.count, text[end].isInnerSpace { end += 1 }
    guard end < text.count, ["、", "．", "."].contains(text[end]), value < 1000 else { return nil }
    let numeral = Array(text[0..<numeralEnd]).string
    return result(.chineseComma, value, String(value), "\(numeral)、", text, end + 1)
  }

  /// 1., 1．, 1、, 1）, and decimals 1.1, 1.2.1.
  private static func arabic(_ text: [Unicode.Scalar]) -> Match? {
    guard let (value, numeralEnd) = ChineseNumeral.readArabic(text, at: 0), value < 1000 else {
      return nil
    }
    var end = numeralEnd
    while end < text.count, text[end].isInnerSpace { end += 1 }
    guard end < text.count else { return nil }
    if text[end] == ".", isDecimalPoint(text, end) { return decimal(text, first: value, at: end) }
    switch text[end] {
    case "、", "．", ".":
      return result(.arabicDot, value, String(value), "\(value).", text, end + 1)
    case ")", "）":
      return result(.arabicHalfBracket, value, String(value), "\(value)）", text, end + 1)
    default:
      return nil
    }
  }

  private static func isDecimalPoint(_ text: [Unicode.Scalar], _ offset: Int) -> Bool {
    offset + 1 < text.count && text[offset + 1].isDigit
  }

  private static func decimal(_ text: [Unicode.Scalar], first: Int, at dot: Int) -> Match? {
    var components = [first]
    var end = dot
    while end < text.count, text[end] == ".", components.count < 6,
      let (value, next) = ChineseNumeral.readArabic(text, at: end + 1)
    {
      components.append(value)
      end = next
    }
    guard components.allSatisfy({ $0 > 0 && $0 < 1000 }), let last = components.last else {
      return nil
    }
    let printed = components.map(String.init).joined(separator: ".")
    return result(.decimal, last, printed, printed, text, end)
  }

  /// Reads `11.121人才` as clause 11 with a text that begins with digits, for a run that has reached
  /// 10.
  static func gluedNumber(_ text: [Unicode.Scalar]) -> Match? {
    guard let (value, end) = ChineseNumeral.readArabic(text, at: 0), value < 1000,
      end < text.count, text[end] == "."
    else { return nil }
    return result(.arabicDot, value, String(value), "\(value).", text, end + 1)
  }

  private static func circledValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2460...0x2473: Int(scalar.value - 0x2460) + 1
    case 0x2776...0x277F: Int(scalar.value - 0x2776) + 1
    default: nil
    }
  }
}
