/// Numerals as documents print them: 十二, 一百零三, 二〇二一, and Arabic digits of either width.
public enum ChineseNumeral {
  /// The value of a digit 〇–九, or nil.
  @inlinable
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// What 十, 百 and 千 multiply by, or nil.
  @inlinable
  public static func multiplier(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// A number below 10,000 as documents write it: 十二, 一百零三.
  @inlinable
  public static func written(_ value: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<10_000).contains(value) else { return String(value) }
    var text = ""
    var rest = value
    var isZeroDue = false
    for (factor, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / factor
      rest %= factor
      guard digit > 0 else {
        isZeroDue = !text.isEmpty
        continue
      }
      if isZeroDue { text += digits[0] }
      isZeroDue = false
      // 十二, not 一十二.
      if !(factor == 10 && digit == 1 && text.isEmpty) { text += digits[digit] }
      text += unit
    }
    return text
  }

  /// Whether the character can be part of a Chinese numeral.
  @inlinable
  public static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || multiplier(scalar) != nil
  }

  /// Reads a Chinese numeral at `offset`; returns its value and the offset behind it.
  @inlinable
  public static func read(_ text: [Unicode.Scalar], at offset: Int) -> (value: Int, end: Int)? {
    var end = offset
    var total = 0
    var pending: Int?
    var digits = 0
    var usesMultipliers = false
    while end < text.count, end - offset < 9 {
      if let value = digit(text[end]) {
        if usesMultipliers || digits == 0 {
          pending = value
        } else {
          pending = (pending ?? 0) * 10 + value
        }
        digits += 1
      } else if let factor = multiplier(text[end]) {
        total += (pending ?? 1) * factor
        pending = nil
        usesMultipliers = true
      } else {
        break
      }
      end += 1
    }
    guard end > offset else { return nil }
    return (total + (pending ?? 0), end)
  }

  /// Reads Arabic digits of either width at `offset`, at most nine of them.
  @inlinable
  public static func readArabic(_ text: [Unicode.Scalar], at offset: Int) -> (
    value: Int, end: Int
  )? {
    var end = offset
    var value = 0
    while end < text.count, end - offset < 9, text[end].halfWidth.isDigit {
      value = value * 10 + Int(text[end].halfWidth.value - 0x30)
      end += 1
    }
    return end > offset ? (value, end) : nil
  }

  /// Reads a numeral of either script at `offset`.
  @inlinable
  public static func readAny(_ text: [Unicode.Scalar], at offset: Int) -> (value: Int, end: Int)? {
    readArabic(text, at: offset) ?? read(text, at: offset)
  }
}
