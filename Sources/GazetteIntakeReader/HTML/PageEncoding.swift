/// Finds the encoding of a page: its byte order mark, what it was sent with, what it says itself, or
/// a guess.
enum PageEncoding {
  /// So many bytes are searched for what the page says.
  private static let reach = 4096
  /// One damaged character in so many bytes, and the page says something else than it is.
  private static let damageShare = 500

  /// The page in UTF-8, and the encoding that it was in.
  static func decoded(_ bytes: [UInt8], header: String? = nil) -> (
    text: [UInt8], encoding: CharacterEncoding, isDoubtful: Bool
  )? {
    let hasMark =
      bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.starts(with: [0xFE, 0xFF])
    if !hasMark {
      for label in [header, declared(bytes)] {
        guard let label, let encoding = CharacterEncoding(label: label) else { continue }
        let (text, damage) = encoding.decoded(bytes[...])
        if damage * damageShare <= bytes.count { return (text, encoding, false) }
      }
      let (text, damage) = CharacterEncoding.utf8.decoded(bytes[...])
      if damage * damageShare <= bytes.count { return (text, .utf8, false) }
    }
    guard let guess = EncodingGuess(bytes) else { return nil }
    return (guess.text, guess.encoding, guess.isDoubtful)
  }

  /// The value behind `charset=` or `encoding=` at the beginning.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(reach), as: UTF8.self).lowercased()
    for word in ["charset=", "encoding="] {
      guard let range = start.firstRange(of: word) else { continue }
      let value = start[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      return String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
    return nil
  }
}
