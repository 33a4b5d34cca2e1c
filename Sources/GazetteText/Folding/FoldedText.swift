/// A text folded for comparison, with the way back to the original.
///
/// Folded are: full width to half width, the shapes of brackets, quotation marks, dots and dashes,
/// brackets around a year, letter case and marks over letters, subscript digits, radicals and other
/// forms that stand for a plain character (`PlainForm`), what cannot be seen inside a word, the spaces beside Han characters, and the numerals of numbering:
/// 第十二条 reads 第12条, （三） reads (3), a leading 一、 reads `1.`, ① reads 1. Numerals in running text
/// stay as they are.
public struct FoldedText: Sendable, Equatable {
  /// The folded scalars.
  public private(set) var folded: [Unicode.Scalar] = []
  /// The folded scalars whose original is not the one scalar behind the original of the scalar
  /// before: few, so that the way back takes little memory.
  private var turns: [Turn] = []

  /// A folded scalar at `index` and where its original begins and ends, in scalars.
  private struct Turn: Sendable, Equatable {
    let index: Int32
    let start: Int32
    let end: Int32
  }

  /// Folds a text given as scalars.
  public init(_ scalars: [Unicode.Scalar]) {
    folded.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      index = appendFolding(of: scalars, at: index)
    }
    if let last = folded.last, last == " " { removeLast() }
  }

  /// Folds a text.
  public init(_ text: String) {
    self.init([Unicode.Scalar](text))
  }

  /// Whether nothing is left to search in.
  public var isEmpty: Bool { folded.isEmpty }

  /// The stretch of the original that a stretch of the folded text came from.
  public func originalRange(of range: Range<Int>) -> ScalarRange {
    guard range.lowerBound < folded.count, !range.isEmpty else {
      let end = original(at: folded.count - 1).end
      return ScalarRange(end, end)
    }
    return ScalarRange(
      original(at: range.lowerBound).start, original(at: range.upperBound - 1).end)
  }

  /// Where the original of a folded scalar begins and ends; 0 and 0 before the first.
  private func original(at index: Int) -> (start: Int, end: Int) {
    let behind = turns.indices.partitionPoint { turns[$0].index <= index }
    return original(at: index, behind: behind > 0 ? turns[behind - 1] : nil)
  }

  /// The same where the last turn up to there is known.
  private func original(at index: Int, behind turn: Turn?) -> (start: Int, end: Int) {
    guard let turn else { return (max(index, 0), index + 1) }
    let distance = index - Int(turn.index)
    guard distance > 0 else { return (Int(turn.start), Int(turn.end)) }
    let end = Int(turn.end) + distance
    return (end - 1, end)
  }

  /// Where `pattern` occurs, from left to right without overlaps, in folded scalars.
  public func occurrences(of pattern: [Unicode.Scalar]) -> [Range<Int>] {
    guard let first = pattern.first, pattern.count <= folded.count else { return [] }
    var result: [Range<Int>] = []
    folded.withUnsafeBufferPointer { text in
      pattern.withUnsafeBufferPointer { pattern in
        var index = 0
        let last = text.count - pattern.count
        while index <= last {
          guard text[index] == first else {
            index += 1
            continue
          }
          var length = 1
          while length < pattern.count, text[index + length] == pattern[length] { length += 1 }
          if length == pattern.count {
            result.append(index..<index + length)
            index += length
          } else {
            index += 1
          }
        }
      }
    }
    return result
  }
}

// MARK: - Folding

extension FoldedText {
  /// Appends what the original at `index` folds to and returns the index behind it.
  private mutating func appendFolding(of scalars: [Unicode.Scalar], at index: Int) -> Int {
    let scalar = scalars[index]
    if scalar.value < 0x80 {
      if Self.isSpace(scalar) { return appendSpace(of: scalars, at: index) }
      if let end = appendYear(of: scalars, at: index) { return end }
      append(Self.foldedASCII(scalar), index, index + 1)
      return index + 1
    }
    if let end = numberingEnd(in: scalars, at: index) {
      let digits = String(HanNumeral.value(of: scalars[index..<end]) ?? 0)
      for digit in digits.unicodeScalars { append(digit, index, end) }
      return end
    }
    if Self.isSpace(scalar) { return appendSpace(of: scalars, at: index) }
    // What cannot be seen, and marks over letters, are none of a word.
    if PlainForm.isUnseen(scalar) || (0x300...0x36F).contains(scalar.value) { return index + 1 }
    if let end = appendYear(of: scalars, at: index) { return end }
    if scalar == "、", folded.count > 0, isLeadingNumber(in: scalars, before: index) {
      append(".", index, index + 1)
    } else if scalar.value >= 0x2460, scalar.value <= 0x2473 {
      for digit in String(scalar.value - 0x245F).unicodeScalars { append(digit, index, index + 1) }
    } else {
      append(Self.folded(scalar), index, index + 1)
    }
    return index + 1
  }

  /// Appends a year in brackets of any shape, as document numbers have it: 〔2021〕, (2021) and ［2021］ are
  /// one; nil where none begins.
  private mutating func appendYear(of scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + 5 < scalars.count, Self.folded(scalars[index]).isOneOf("([{") else { return nil }
    for offset in index + 1...index + 4 where !Self.folded(scalars[offset]).isDigit { return nil }
    guard Self.folded(scalars[index + 5]).isOneOf(")]}") else { return nil }
    append("[", index, index + 1)
    for offset in index + 1...index + 4 { append(Self.folded(scalars[offset]), offset, offset + 1) }
    append("]", index + 5, index + 6)
    return index + 6
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    let expected = original(at: folded.count, behind: turns.last)
    if start != expected.start || end != expected.end {
      turns.append(Turn(index: Int32(folded.count), start: Int32(start), end: Int32(end)))
    }
    folded.append(scalar)
  }

  private mutating func removeLast() {
    folded.removeLast()
    if let last = turns.last, last.index == folded.count { turns.removeLast() }
  }

  /// Keeps one space of a run, and none at the ends or beside Han characters, where OCR put it.
  private mutating func appendSpace(of scalars: [Unicode.Scalar], at index: Int) -> Int {
    var end = index + 1
    while end < scalars.count, Self.isSpace(scalars[end]) { end += 1 }
    let isBesideHan =
      folded.last.map(Self.isHan) ?? true || (end < scalars.count && Self.isHan(scalars[end]))
    if !isBesideHan { append(" ", index, end) }
    return end
  }

  /// Where a numeral of numbering that begins at `index` ends: behind 第, alone in brackets, or at
  /// the start of the text before 、; also a year in Han digits (二〇二一).
  private func numberingEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard HanNumeral.isDigit(scalars[index]) else { return nil }
    var end = index
    while end < scalars.count, HanNumeral.isDigit(scalars[end]) {
      end += 1
      // A longer run is none, and is not to be read again from each of its digits.
      if end - index > HanNumeral.longest { return nil }
    }
    let before = folded.last
    let after = end < scalars.count ? Self.folded(scalars[end]) : nil
    let isNumbering =
      before == "第" || (before == "(" && after == ")")
      || (before == nil && (after == "、" || after == "."))
      || (end - index == 4 && after == "年")
    return isNumbering && HanNumeral.value(of: scalars[index..<end]) != nil ? end : nil
  }

  /// Whether everything before `index` is a number, so that the 、 there belongs to numbering.
  private func isLeadingNumber(in scalars: [Unicode.Scalar], before index: Int) -> Bool {
    guard index <= 6 else { return false }
    return folded.allSatisfy { $0.value >= 0x30 && $0.value <= 0x39 }
  }

  private static func foldedASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value >= 0x41 && scalar.value <= 0x5A
      ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
  }

  /// What a scalar compares as, whatever stands around it.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0...0x7F: return foldedASCII(scalar)
    case 0xFF01...0xFF5E:
      return foldedASCII(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x2080...0x2089: return Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30))
    default: break
    }
    switch scalar {
    case "〔", "【", "〖", "﹝": return "["
    case "〕", "】", "〗", "﹞": return "]"
    case "“", "”", "「", "」", "『", "』", "〝", "〞": return "\""
    case "‘", "’": return "'"
    case "〈": return "《"
    case "〉": return "》"
    case "。", "．", "｡": return "."
    case "•", "・", "‧", "●": return "·"
    case "–", "—", "―", "−", "‐": return "-"
    case "〜": return "~"
    case "￥": return "¥"
    default: return PlainForm.of(scalar) ?? PlainForm.letter(scalar) ?? scalar
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether a scalar is written without spaces around it: Han characters and Chinese punctuation.
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF00...0xFF60, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}

/// Numerals in Han characters as numbering uses them: 十二, 一百零三, 二〇二一.
package enum HanNumeral {
  /// The most scalars that a numeral has.
  package static let longest = 9

  /// Whether the scalar can stand in a numeral.
  package static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || unit(scalar) != nil
  }

  /// The value of a numeral; nil for what is none, such as 十十 or 零.
  package static func value(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard scalars.count <= longest else { return nil }
    if scalars.count > 1, scalars.allSatisfy({ digit($0) != nil }) {
      return scalars.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
    }
    var total = 0
    var pending: Int?
    var lastUnit = Int.max
    for scalar in scalars {
      if let unit = unit(scalar) {
        guard unit < lastUnit, pending != nil || unit == 10 else { return nil }
        total += (pending ?? 1) * unit
        pending = nil
        lastUnit = unit
      } else {
        guard let digit = digit(scalar) else { return nil }
        guard digit > 0 else { continue }
        guard pending == nil else { return nil }
        pending = digit
      }
    }
    total += pending ?? 0
    return total > 0 ? total : nil
  }

  /// Numbering is printed without 两 and without a circle for zero.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    scalar == "两" || scalar == "○" ? nil : ChineseNumeral.digit(scalar)
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? { ChineseNumeral.multiplier(scalar) }
}
