/// How a character takes part in line breaking.
///
/// The sets are those of W3C *Requirements for Chinese Text Layout*, "Prohibition Rules for Line
/// Start and Line End", level GB, with the half-width forms that gazettes mix in. Quotation marks
/// are decided by their own direction: UAX 14 counts all four as ambiguous and so forbids good
/// breaks such as 说|“.
package enum LineBreakClass: UInt8, Sendable {
  /// Han and everything else that may be parted from its neighbours.
  case ideograph
  /// Must not end a row: opening brackets and quotes, currency signs.
  case opening
  /// Must not start a row: closing marks, leaders, iteration marks.
  case closing
  /// Must not start a row and joins what it stands between if both are letters or digits: — ～ · and
  /// the half-width points.
  case joiningMark
  /// A sign behind a number: % ‰ ℃ ° ′ ″. Must not start a row.
  case postfix
  /// Must neither start nor end a row (level GB).
  case slash
  /// A letter of a script written in words.
  case letter
  /// A sign inside words and addresses, behind which an overlong word is best cut.
  case symbol
  /// An Arabic digit.
  case digit
  /// The undirected quotation mark, which opens and closes in turn.
  case quote
  /// A blank, which disappears where a row is wrapped.
  case space
  /// Holds both its neighbours: the no-break space, the word joiner, the zero-width joiner.
  case glue

  /// Whether a row must not start with it.
  package var mustNotStart: Bool {
    switch self {
    case .closing, .joiningMark, .postfix, .slash: true
    default: false
    }
  }

  /// Whether a row must not end with it.
  package var mustNotEnd: Bool { self == .opening || self == .slash }

  /// Whether it is part of a word or a number.
  package var isWord: Bool {
    switch self {
    case .letter, .symbol, .digit: true
    default: false
    }
  }

  /// The class of `scalar`, which takes `columns` columns and is not a combining mark.
  package static func of(_ scalar: Unicode.Scalar, columns: Int) -> LineBreakClass {
    let value = scalar.value
    if value < 0x80 { return ascii[Int(value)] }
    if value >= 0x4E00 && value <= 0x9FFF { return .ideograph }
    if let known = marks(value) { return known }
    if value >= 0xFF10 && value <= 0xFF19 { return .digit }
    if value >= 0xFF21 && value <= 0xFF3A || value >= 0xFF41 && value <= 0xFF5A { return .letter }
    if columns == 2 || value >= 0x2100 && value < 0x2C00 { return .ideograph }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      ? .letter : .ideograph
  }

  /// Whether a number of at most `LineBreaking.longestNumber` columns keeps `scalar`, a unit, on
  /// its row.
  package static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "日", "号", "期", "页", "元", "个", "吨", "名", "人", "次", "条", "项", "届", "位",
      "家", "户", "亩", "台", "套", "辆", "岁", "时", "分", "秒", "度", "米", "里", "克", "升", "倍", "成",
      "章", "节", "款", "级", "类", "天", "周", "处", "所", "座", "件", "份", "种", "斤", "顷":
      true
    default: isUnitPrefix(scalar)
    }
  }

  /// Whether a further unit may follow `scalar` in the same number: 10万元, 5公里, 3人次.
  package static func isUnitPrefix(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "万", "亿", "千", "百", "公", "平", "立", "方", "毫", "厘", "人": true
    default: false
    }
  }

  private static func marks(_ value: UInt32) -> LineBreakClass? {
    switch value {
    case 0x00A0, 0x202F, 0x2060, 0x200D, 0xFEFF: .glue
    case 0x3000, 0x2000...0x200A, 0x205F: .space
    // ‘ “ 〈《「『【〔〖〘〚 ［（｛ ￥ £ ¥ €
    case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A,
      0xFF3B, 0xFF08, 0xFF5B, 0xFFE5, 0x00A3, 0x00A5, 0x20AC, 0xFFE1, 0xFF04, 0x301D, 0x00AB:
      .opening
    // ’ ” 〉》」』】〕〗〙〛 ］）｝ 、。，：；？！ … ‥ 々〃〻 ー 〞 »
    case 0x2019, 0x201D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B,
      0xFF3D, 0xFF09, 0xFF5D, 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF01, 0x2026,
      0x2025,
      0x22EF, 0x3005, 0x3003, 0x303B, 0x30FC, 0x301E, 0x301F, 0x00BB, 0xFF61, 0xFF64:
      .closing
    // – — ― ⸺ ～ 〜 · ‧ ・ • ．‐ ‑
    case 0x2010...0x2015, 0x2E3A, 0x2E3B, 0xFF5E, 0x301C, 0x00B7, 0x2027, 0x30FB, 0x2022, 0xFF0E,
      0xFF0D:
      .joiningMark
    // ‰ ‱ ° ′ ″ ‴ ℃ ℉ ％
    case 0x2030, 0x2031, 0x00B0, 0x2032...0x2034, 0x2103, 0x2109, 0xFF05: .postfix
    case 0xFF0F: .slash
    // ± × ÷ § № − ＋ : signs that stay with their number.
    case 0x00B1, 0x00D7, 0x00F7, 0x00A7, 0x2116, 0x2212, 0xFF0B: .letter
    // Superscripts and subscripts, and Roman numerals.
    case 0x00B2, 0x00B3, 0x00B9, 0x2070...0x209C, 0x2150...0x218B: .letter
    default: nil
    }
  }

  private static let ascii: [LineBreakClass] = (0..<128).map { value in
    switch Character(Unicode.Scalar(UInt8(value))) {
    case " ", "\t": .space
    case "(", "[", "{", "$": .opening
    case ")", "]", "}": .closing
    case ".", ",", ":", ";", "?", "!", "-", "~": .joiningMark
    case "%": .postfix
    case "/": .slash
    case "\"": .quote
    case "0"..."9": .digit
    case "a"..."z", "A"..."Z", "'", "+", "*", "#", "<", "`", "^": .letter
    case "@", "&", "=", "_", "|", "\\", ">": .symbol
    default: .ideograph
    }
  }
}
