import CContent

/// Pinyin (拼音) of names and titles, for readers without a Chinese input method.
///
/// The table is opened by the first use of `shared`, which must come after the first frame.
public final class Pinyin: Sendable {
  /// The readings that are compiled in.
  public static let shared = Pinyin()

  private let table: PinyinTable
  /// Per set of readings, a bit for each letter of the alphabet that one of them begins with.
  private let initials: [UInt32]

  /// How many bytes of the program the table and the phrases take.
  package static var byteCount: Int {
    var readings = 0
    var phrases = 0
    _ = gazette_pinyin_readings(&readings)
    _ = gazette_pinyin_phrases(&phrases)
    return readings + phrases
  }

  private init() {
    let table = PinyinTable()
    self.table = table
    initials = (0..<table.setCount).map { set in
      table.syllables(ofSet: UInt16(set)).reduce(0) { initials, syllable in
        initials | Self.bit(of: table.letters(ofSyllable: syllable).first ?? 0)
      }
    }
  }

  /// The readings of a character without tones, ü written v, the commonest first; empty for what
  /// has none.
  public func readings(of scalar: Unicode.Scalar) -> [String] {
    table.syllables(ofSet: table.set(of: scalar)).map { spelling(of: $0) }
  }

  /// A name made ready for `firstMatch`, so that a list of names is looked up once.
  public func key(for name: [Unicode.Scalar]) -> PinyinKey {
    PinyinKey(
      elements: name.map { scalar in
        let set = table.set(of: scalar)
        if set != 0 { return .readings(set) }
        guard let letter = Self.letter(scalar) else { return .mark }
        return .letter(letter)
      })
  }

  /// Where `query` (letters and digits in ASCII, lower case) first matches: whole syllables,
  /// initials (zh, ch and sh may be written whole) and mixtures of both, contiguous, beginning at
  /// any character. The last syllable may be unfinished. Marks inside the name are passed over.
  public func matches(query: [UInt8], in name: [Unicode.Scalar]) -> ScalarRange? {
    firstMatch(of: query, in: key(for: name))
  }

  /// The syllables of a name as it is most likely read; what has no reading is left out.
  public func syllables(of name: String) -> [String] {
    let scalars = Array(name.unicodeScalars)
    var result: [String] = []
    var index = 0
    while index < scalars.count {
      if let phrase = phrase(at: index, in: scalars) {
        result += phrase.syllables
        index += phrase.word.count
        continue
      }
      if let syllable = table.syllables(ofSet: table.set(of: scalars[index])).first {
        result.append(spelling(of: syllable))
      }
      index += 1
    }
    return result
  }

  /// The first letters of the syllables of a name as it is most likely read: ssthjt for 省生态环境厅.
  public func initials(of name: String) -> String {
    String(syllables(of: name).compactMap(\.first))
  }

  private func spelling(of syllable: UInt16) -> String {
    String(decoding: table.letters(ofSyllable: syllable), as: UTF8.self)
  }
}

// MARK: - Matching

/// A name made ready for matching by pinyin.
public struct PinyinKey: Sendable {
  package enum Element: Sendable {
    /// A character with readings: the index of their set.
    case readings(UInt16)
    /// A Latin letter or a digit, in lower case.
    case letter(UInt8)
    /// A bracket, quotation mark or the like, which a match goes over.
    case mark
    /// What parts one sentence or word of a running text from the next: no match goes over it.
    case stop
  }

  package let elements: [Element]
}

extension Pinyin {
  /// The longest query; what goes beyond it never matches.
  package static let longestQuery = 63

  /// Where `query` first matches a name that was made ready.
  public func firstMatch(of query: [UInt8], in key: PinyinKey) -> ScalarRange? {
    guard let first = query.first, query.count <= Self.longestQuery else { return nil }
    return match(of: query, beginningWith: first, in: key.elements, from: 0)
  }

  /// Every place of a running text where `query` matches as it does in a name, from left to right
  /// without overlaps. A match goes over quotation marks and brackets, and over no other mark.
  public func occurrences(of query: [UInt8], inText text: [Unicode.Scalar]) -> [Range<Int>] {
    guard let first = query.first, query.count <= Self.longestQuery else { return [] }
    let elements = text.map { scalar -> PinyinKey.Element in
      let set = table.set(of: scalar)
      if set != 0 { return .readings(set) }
      if let letter = Self.letter(scalar) { return .letter(letter) }
      return Self.surroundsWords(scalar) ? .mark : .stop
    }
    var result: [Range<Int>] = []
    var start = 0
    while let found = match(of: query, beginningWith: first, in: elements, from: start) {
      result.append(found.start..<found.end)
      start = found.end
    }
    return result
  }

  /// Whether a mark stands around words and parts none.
  private static func surroundsWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "”", "‘", "’", "「", "」", "『", "』", "(", ")", "（", "）", "[", "]", "〔", "〕",
      "【", "】", "《", "》", "〈", "〉":
      true
    default: false
    }
  }

  /// The first match that begins at an element or behind it.
  private func match(
    of query: [UInt8], beginningWith first: UInt8, in elements: [PinyinKey.Element], from: Int
  ) -> ScalarRange? {
    let firstBit = Self.bit(of: first)
    for start in from..<elements.count {
      switch elements[start] {
      case .mark, .stop: continue
      case .letter(let letter): if letter != first { continue }
      case .readings(let set): if initials[Int(set)] & firstBit == 0 { continue }
      }
      if let end = matchEnd(of: query, in: elements, from: start) {
        return ScalarRange(start, end)
      }
    }
    return nil
  }

  /// Reads the query along the name from `start`, holding every place of the query that is reached,
  /// one bit each, so that all readings are tried at once.
  private func matchEnd(
    of query: [UInt8], in elements: [PinyinKey.Element], from start: Int
  ) -> Int? {
    var places: UInt64 = 1
    let finished: UInt64 = 1 << UInt64(query.count)
    var index = start
    while index < elements.count {
      var reached: UInt64 = 0
      switch elements[index] {
      case .mark:
        index += 1
        continue
      case .stop: return nil
      case .letter(let letter):
        for place in query.indices where places & (1 << UInt64(place)) != 0 {
          if query[place] == letter { reached |= 1 << UInt64(place + 1) }
        }
      case .readings(let set):
        for syllable in table.syllables(ofSet: set) {
          let letters = table.letters(ofSyllable: syllable)
          for place in query.indices where places & (1 << UInt64(place)) != 0 {
            reached |= Self.places(behind: letters, in: query, from: place)
          }
        }
      }
      index += 1
      if reached & finished != 0 { return index }
      if reached == 0 { return nil }
      places = reached
    }
    return nil
  }

  /// The places that one syllable leads to: behind it whole, behind its initial, and the end of the
  /// query when the query stops within it.
  private static func places(
    behind letters: UnsafeRawBufferPointer, in query: [UInt8], from place: Int
  ) -> UInt64 {
    var length = 0
    while length < letters.count, place + length < query.count,
      letters[length] == query[place + length]
    {
      length += 1
    }
    guard length > 0 else { return 0 }
    var reached: UInt64 = 1 << UInt64(place + 1)
    if length == letters.count || place + length == query.count {
      reached |= 1 << UInt64(place + length)
    }
    if length > 1, letters[1] == UInt8(ascii: "h") { reached |= 1 << UInt64(place + 2) }
    return reached
  }

  /// A bit for each letter that a reading of a set begins with.
  package func initials(ofSet set: UInt16) -> UInt32 { initials[Int(set)] }

  package static func bit(of letter: UInt8) -> UInt32 {
    letter >= 0x61 && letter <= 0x7A ? 1 << UInt32(letter - 0x61) : 0
  }

  /// A Latin letter or digit of any width in lower case.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    let value =
      scalar.value >= 0xFF01 && scalar.value <= 0xFF5E ? scalar.value - 0xFEE0 : scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return UInt8(value)
    case 0x41...0x5A: return UInt8(value + 0x20)
    default: return nil
    }
  }
}

// MARK: - Phrases

extension Pinyin {
  /// A word and the syllables it is read with.
  private struct Reading {
    let word: [Unicode.Scalar]
    let syllables: [String]
  }

  /// The words that are not read as their characters commonly are, by their first character.
  ///
  /// Only initials and syllables ask for them, so a browser in which no filter is typed never
  /// makes them.
  private static let phrases: [Unicode.Scalar: [Reading]] = {
    var length = 0
    let start = gazette_pinyin_phrases(&length)
    return Pinyin.phrases(in: UnsafeRawBufferPointer(start: start, count: length))
  }()

  private func phrase(at index: Int, in scalars: [Unicode.Scalar]) -> Reading? {
    Self.phrases[scalars[index]]?.first { phrase in
      index + phrase.word.count <= scalars.count
        && phrase.word.indices.allSatisfy { scalars[index + $0] == phrase.word[$0] }
    }
  }

  /// Reads lines of a word and its syllables; the longest words of a character come first.
  private static func phrases(in bytes: UnsafeRawBufferPointer) -> [Unicode.Scalar: [Reading]] {
    var result: [Unicode.Scalar: [Reading]] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard let word = words.first.map({ Array($0.unicodeScalars) }), let first = word.first,
        words.count == word.count + 1
      else { continue }
      result[first, default: []].append(Reading(word: word, syllables: Array(words.dropFirst())))
    }
    return result.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }
}
