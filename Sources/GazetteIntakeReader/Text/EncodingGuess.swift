/// Guesses the encoding of a text that names none.
struct EncodingGuess {
  let encoding: CharacterEncoding
  /// The text in UTF-8.
  let text: [UInt8]
  let damage: Int
  /// Whether another encoding reads nearly as well.
  let isDoubtful: Bool

  /// One damaged byte in so many is a text still.
  private static let damageShare = 20

  /// Nil where no encoding makes a Chinese text of the bytes.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(.utf8, bytes[3...])
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(.utf16Little, bytes[2...])
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(.utf16Big, bytes[2...])
    } else {
      self.init(guessing: bytes)
    }
  }

  private init(_ encoding: CharacterEncoding, _ bytes: ArraySlice<UInt8>) {
    self.encoding = encoding
    (text, damage) = encoding.decoded(bytes)
    isDoubtful = false
  }

  private init?(guessing bytes: [UInt8]) {
    let hasNulls = bytes.prefix(1 << 16).contains(0)
    let candidates: [CharacterEncoding] =
      hasNulls ? [.utf16Little, .utf16Big] : [.utf8, .gb18030, .big5, .utf16Little, .utf16Big]
    var tried: [(encoding: CharacterEncoding, text: [UInt8], damage: Int, score: Double)] = []
    for encoding in candidates {
      // UTF-16 comes in pairs; a last byte alone is damage.
      let (text, damage) = encoding.decoded(bytes[...])
      guard damage * Self.damageShare <= bytes.count else { continue }
      let score = CommonCharacters.share(of: text) - Double(damage) / Double(bytes.count)
      tried.append((encoding, text, damage, score))
    }
    tried.sort { $0.score > $1.score }
    guard let best = tried.first, best.score >= CommonCharacters.leastShare else { return nil }
    encoding = best.encoding
    text = best.text
    damage = best.damage
    isDoubtful = tried.dropFirst().contains { $0.score > best.score * 0.75 }
  }
}
