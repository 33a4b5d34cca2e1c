import GazetteText

/// Decides whether the bytes of a file are a text that can be parsed.
///
/// A text with a few damaged bytes is one: the parser reports each line of damage as a finding.
enum TextScreening {
  /// More damaged bytes than one in this many, and it is not a text.
  private static let damageShare = 20
  /// Up to so many damaged bytes a short text is still one.
  private static let damageAllowance = 8

  /// Why the bytes are no text that can be read.
  enum Refusal: Error, Equatable { case isEmpty, notText, otherEncoding(String) }

  /// The bytes without their byte order mark, when they are UTF-8 but for a few.
  static func text(in raw: [UInt8]) throws(Refusal) -> [UInt8] {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding("UTF-16")
    }
    let text = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw[3...]) : raw
    if text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { throw .isEmpty }
    if text.contains(0) || String(validating: text, as: UTF8.self) == nil {
      let nulls = text.count { $0 == 0 }
      let damaged = nulls + damagedByteCount(in: text)
      let isMuch = damaged * damageShare > text.count
      if isMuch, damaged > damageAllowance { throw refusal(of: text, nulls: nulls) }
      if isMuch, nulls == 0, looksLikeGB18030(text) { throw .otherEncoding("GB18030") }
    }
    return text
  }

  // MARK: UTF-8

  /// How many bytes are not part of a sequence of UTF-8.
  private static func damagedByteCount(in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var count = 0
      var position = 0
      while position < bytes.count {
        let (scalar, length) = Unicode.Scalar.decodeChecked(bytes, position)
        if scalar == nil { count += length }
        position += length
      }
      return count
    }
  }

  // MARK: Refusal

  private static func refusal(of text: [UInt8], nulls: Int) -> Refusal {
    if looksLikeUTF16(text, highByteFirst: false) { return .otherEncoding("UTF-16LE") }
    if looksLikeUTF16(text, highByteFirst: true) { return .otherEncoding("UTF-16BE") }
    return nulls == 0 && looksLikeGB18030(text) ? .otherEncoding("GB18030") : .notText
  }

  /// Whether pairs of bytes nearly all are Han, Chinese punctuation or ASCII.
  private static func looksLikeUTF16(_ text: [UInt8], highByteFirst: Bool) -> Bool {
    var common = 0
    for index in stride(from: 0, to: text.count - 1, by: 2) {
      let (high, low) =
        highByteFirst ? (text[index], text[index + 1]) : (text[index + 1], text[index])
      switch high {
      case 0x00: if low == 0x0A || low == 0x0D || (0x20...0x7E).contains(low) { common += 1 }
      case 0x20, 0x30, 0x4E...0x9F, 0xFF: common += 1
      default: break
      }
    }
    return common * 10 > text.count / 2 * 9
  }

  /// Whether nearly all bytes beyond ASCII form pairs or fours as GB 18030 has them, mostly Han
  /// of its first level and punctuation.
  private static func looksLikeGB18030(_ text: [UInt8]) -> Bool {
    var common = 0
    var broken = 0
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let trail = index + 1 < text.count ? text[index + 1] : 0
      switch (lead, trail) {
      case (0xA1...0xD7, 0xA1...0xFE): common += 1
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE), (0x81...0xFE, 0x30...0x39): break
      default:
        broken += 1
        index += 1
        continue
      }
      index += 2
    }
    let pairs = text.count { $0 >= 0x80 } / 2
    return common * 2 > pairs && broken * damageShare <= common
  }
}
