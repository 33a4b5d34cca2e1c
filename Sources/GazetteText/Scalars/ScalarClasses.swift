/// The classes of characters that the grammar of the genre speaks of.
extension Unicode.Scalar {
  /// A Han ideograph, 〇 included.
  @inlinable
  public var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x3005, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A digit 0–9 in half width.
  @inlinable
  public var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// A Latin letter in half width.
  @inlinable
  public var isLatinLetter: Bool {
    (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A)
  }

  /// Part of Chinese text: an ideograph, CJK or full-width punctuation, curly quotes, dashes and
  /// dots.
  @inlinable
  public var isChineseText: Bool {
    if isHan { return true }
    switch value {
    case 0x3001...0x303F, 0xFF01...0xFF5E, 0x2018...0x201F, 0x2014, 0x2026, 0xB7: return true
    default: return false
    }
  }

  /// White space that may stand inside a line; U+3000 is typeset on purpose and is not among it.
  @inlinable
  public var isInnerSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x2002...0x200A, 0x202F: true
    default: false
    }
  }

  /// Any white space of a line.
  @inlinable
  public var isAnySpace: Bool { isInnerSpace || value == 0x3000 || value == 0x0B || value == 0x0C }
}

extension Array where Element == Unicode.Scalar {
  /// The scalars of a string.
  ///
  /// Only where scalars are asked for: `Array(text)` alone stays an array of characters.
  @_disfavoredOverload
  @inlinable
  public init(_ string: String) {
    var string = string
    // Counting and copying through the scalar view costs three times as much as decoding here.
    self = string.withUTF8 { bytes in
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        var offset = 0
        while offset < bytes.count {
          let (scalar, length) = Unicode.Scalar.decode(bytes, offset)
          buffer.initializeElement(at: count, to: scalar)
          count += 1
          offset += length
        }
      }
    }
  }

  /// The scalars as a string.
  @inlinable
  public var string: String {
    String(unsafeUninitializedCapacity: 4 * count) { buffer in
      var length = 0
      for scalar in self { length += scalar.encode(into: buffer, at: length) }
      return length
    }
  }

  /// Whether `word` stands at `offset`.
  @inlinable
  public func has(_ word: [Unicode.Scalar], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= count else { return false }
    for index in 0..<word.count where self[offset + index] != word[index] { return false }
    return true
  }

  /// Whether the text ends with `word`.
  @inlinable
  public func ends(with word: [Unicode.Scalar]) -> Bool { has(word, at: count - word.count) }

  /// Whether the text of a literal stands at `offset`.
  @inlinable
  public func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0 else { return false }
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var index = offset
    var byte = 0
    while byte < bytes.count {
      let (scalar, length) = Unicode.Scalar.decode(bytes, byte)
      guard index < count, self[index] == scalar else { return false }
      index += 1
      byte += length
    }
    return true
  }

  /// Whether the text of a literal occurs.
  @inlinable
  public func contains(word: StaticString) -> Bool { indices.contains { has(word, at: $0) } }

  /// Whether the text ends with that of a literal.
  @inlinable
  public func ends(with word: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return has(word, at: count - bytes.count { $0 & 0xC0 != 0x80 })
  }

  /// Whether the text ends with one of `words`.
  @inlinable
  public func ends(withAnyOf words: [[Unicode.Scalar]]) -> Bool {
    words.contains { ends(with: $0) }
  }

  /// Whether the text starts with one of `words`.
  @inlinable
  public func starts(withAnyOf words: [[Unicode.Scalar]]) -> Bool {
    words.contains { has($0, at: 0) }
  }

  /// Where `word` first stands at or behind `start`.
  @inlinable
  public func firstOffset(of word: [Unicode.Scalar], from start: Int = 0) -> Int? {
    guard let head = word.first, count >= word.count else { return nil }
    var offset = start
    while offset + word.count <= count {
      if self[offset] == head, has(word, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// Whether `word` occurs.
  @inlinable
  public func contains(word: [Unicode.Scalar]) -> Bool { firstOffset(of: word) != nil }

  /// Whether one of `words` occurs.
  @inlinable
  public func contains(anyOf words: [[Unicode.Scalar]]) -> Bool {
    words.contains { contains(word: $0) }
  }

  /// The text without white space at both ends.
  @inlinable
  public var trimmed: [Unicode.Scalar] {
    var start = 0
    var end = count
    while start < end, self[start].isAnySpace { start += 1 }
    while end > start, self[end - 1].isAnySpace { end -= 1 }
    return start == 0 && end == count ? self : Array(self[start..<end])
  }

  /// The text without any white space.
  @inlinable
  public var withoutSpaces: [Unicode.Scalar] { filter { !$0.isAnySpace } }

  /// Ideographs, letters and digits only, letters in lower case: what two prints of a title share.
  @inlinable
  public var titleKey: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(count)
    for scalar in self {
      if let folded = scalar.titleKey { result.append(folded) }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether the character is one of `set`, a short literal. Quicker than a set of scalars, which
  /// hashes.
  @inline(__always)
  @inlinable
  public func isOneOf(_ set: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = Unicode.Scalar.decode(bytes, offset)
      if scalar == self { return true }
      offset += length
    }
    return false
  }

  /// The character as `titleKey` of a text holds it; nil where it is left out.
  @inlinable
  public var titleKey: Unicode.Scalar? {
    let folded = halfWidth
    if folded.isHan || folded.isDigit { return folded }
    return folded.isLatinLetter ? Unicode.Scalar(UInt8(folded.value | 0x20)) : nil
  }

  /// The half-width form of a full-width ASCII character; every other character itself.
  @inlinable
  public var halfWidth: Unicode.Scalar {
    guard value >= 0xFF01, value <= 0xFF5E else { return self }
    return Unicode.Scalar(UInt8(value - 0xFEE0))
  }
}
