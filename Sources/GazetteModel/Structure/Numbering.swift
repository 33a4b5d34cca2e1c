import GazetteText

/// The style of a printed number. Its raw value is its rank: a higher rank stands deeper.
///
/// The order 一、 → （一） → 1. → （1） is that of GB/T 9704—2012, 7.3.3; 编, 章, 节 and 条 are those of laws.
public enum NumberingStyle: Int, Sendable, Comparable, CaseIterable {
  /// 第一编
  case part
  /// 第一章
  case chapter
  /// 第一节
  case lawSection
  /// 第一条
  case article
  /// 一、
  case chineseComma
  /// （一）
  case chineseBracket
  /// 1.
  case arabicDot
  /// 1.1, 1.1.1
  case decimal
  /// （1）
  case arabicBracket
  /// 1）
  case arabicHalfBracket
  /// ①
  case circled

  public static func < (left: NumberingStyle, right: NumberingStyle) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A printed number (编号) as a value.
public struct Numbering: Hashable, Sendable {
  /// How it is printed.
  public let style: NumberingStyle
  /// Its value, at least 1; of a decimal number the last component.
  public let ordinal: Int
  /// The number in Arabic digits as references use it: `3`, `17-1` for 第十七条之一, `1.2` for a decimal.
  public let arabic: String
  /// The number as the reader sees it: `（三）`, `11.`, `第十二条`.
  public let printed: String

  /// Creates a number.
  public init(style: NumberingStyle, ordinal: Int, arabic: String, printed: String) {
    self.style = style
    self.ordinal = ordinal
    self.arabic = arabic
    self.printed = printed
  }
}

extension Numbering {
  /// The numbers that are missing between `last` and this one, as they would be printed: 第三条, 第三条至第五条.
  func missing(behind last: Int) -> String {
    let first = Self.printed(style, last + 1)
    return last + 2 >= ordinal ? first : first + "至" + Self.printed(style, ordinal - 1)
  }

  private static func printed(_ style: NumberingStyle, _ ordinal: Int) -> String {
    let han = ChineseNumeral.written(ordinal)
    return switch style {
    case .part: "第\(han)编"
    case .chapter: "第\(han)章"
    case .lawSection: "第\(han)节"
    case .article: "第\(han)条"
    case .chineseComma: "\(han)、"
    case .chineseBracket: "（\(han)）"
    case .arabicDot: "\(ordinal)."
    case .decimal, .circled: "\(ordinal)"
    case .arabicBracket: "（\(ordinal)）"
    case .arabicHalfBracket: "\(ordinal)）"
    }
  }
}
