/// Reads numbers, in Arabic or Han digits, in a text.
package struct NumberReader {
  package let text: [Unicode.Scalar]

  /// Reads in `text`.
  package init(text: [Unicode.Scalar]) { self.text = text }

  /// A number as read.
  package struct Number {
    package var value: Double
    /// The offset behind it, multiplier included.
    package var end: Int
    /// Whether it was written in Han digits.
    package var isHan = false
    /// What 万 and 亿 behind it multiplied it by; 1 without.
    package var multiplier = 1.0
    /// The number of Arabic digits before the decimal point.
    package var digits = 0
  }

  /// Reads the number that begins at `index`, with its multiplier.
  package func number(at index: Int) -> Number? {
    guard index < text.count else { return nil }
    if digit(at: index) != nil { return arabic(at: index) }
    return han(at: index)
  }

  /// The value of an Arabic digit, of either width.
  package func digit(at index: Int) -> Int? {
    guard index >= 0, index < text.count else { return nil }
    let value = text[index].value
    if value >= 0x30, value <= 0x39 { return Int(value) - 0x30 }
    if value >= 0xFF10, value <= 0xFF19 { return Int(value) - 0xFF10 }
    return nil
  }

  /// Whether a Latin letter stands at `index`.
  package func isLatin(at index: Int) -> Bool {
    guard index >= 0, index < text.count else { return false }
    switch text[index].value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return true
    default: return false
    }
  }

  /// The offset of the next scalar that is not a space.
  package func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] == " " { index += 1 }
    return index
  }

  private func arabic(at start: Int) -> Number {
    var value = 0.0
    var index = start
    while let digit = digit(at: index) {
      value = value * 10 + Double(digit)
      index += 1
    }
    var digits = index - start
    if digits <= 3 {
      while index < text.count, text[index] == ",", let group = thousands(at: index + 1) {
        value = value * 1000 + group
        index += 4
        digits += 3
      }
    }
    if index < text.count, text[index] == "." || text[index] == "．", digit(at: index + 1) != nil {
      index += 1
      var place = 0.1
      while let digit = digit(at: index) {
        value += Double(digit) * place
        place /= 10
        index += 1
      }
      // Decimal fractions are read exactly to nine places, not as sums of rounded tenths.
      value = (value * 1e9).rounded() / 1e9
    }
    var number = Number(value: value, end: index, digits: digits)
    (number.multiplier, number.end) = multiplier(at: index)
    number.value *= number.multiplier
    return number
  }

  private func thousands(at index: Int) -> Double? {
    guard let first = digit(at: index), let second = digit(at: index + 1),
      let third = digit(at: index + 2), digit(at: index + 3) == nil
    else { return nil }
    return Double(first * 100 + second * 10 + third)
  }

  /// 万, 亿, 千万, 万亿 … behind an Arabic number.
  package func multiplier(at start: Int) -> (Double, Int) {
    var result = 1.0
    var index = skippingSpaces(start)
    while index < text.count, let unit = Self.hanUnit(text[index]) {
      // 千瓦, 千米, 千克, 千伏 and 百分点 are units.
      if index + 1 < text.count, unit == 1000 || unit == 100,
        text[index + 1].isOneOf("瓦米克伏分")
      {
        break
      }
      result *= unit
      index += 1
    }
    return result == 1 ? (1, start) : (result, index)
  }

  private static func hanUnit(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    case "万": 1e4
    case "亿": 1e8
    default: nil
    }
  }

  private static func hanDigit(_ scalar: Unicode.Scalar) -> Double? {
    scalar == "半" ? 0.5 : ChineseNumeral.digit(scalar).map(Double.init)
  }

  /// 两, 十五, 一千五百万, 万亿, 八十五点五.
  private func han(at start: Int) -> Number? {
    var total = 0.0
    var section = 0.0
    var digit: Double?
    var index = start
    while index < text.count {
      if let value = Self.hanDigit(text[index]) {
        digit = value
      } else if let unit = Self.hanUnit(text[index]) {
        if unit < 1e4 {
          section += (digit ?? 1) * unit
        } else {
          section += digit ?? 0
          // 万亿 multiplies what stands before it; 一亿三千万 adds to it.
          if section == 0 {
            total = total == 0 ? unit : total * unit
          } else {
            total += section * unit
          }
          section = 0
        }
        digit = nil
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    var value = total + section + (digit ?? 0)
    if index + 1 < text.count, text[index] == "点", Self.hanDigit(text[index + 1]) != nil {
      index += 1
      var place = 0.1
      while index < text.count, let digit = Self.hanDigit(text[index]) {
        value += digit * place
        place /= 10
        index += 1
      }
      value = (value * 1e9).rounded() / 1e9
    }
    return Number(value: value, end: index, isHan: true)
  }
}
