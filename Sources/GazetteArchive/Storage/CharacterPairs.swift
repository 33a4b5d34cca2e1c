import GazetteText

/// The pairs of neighbouring characters of a text, by which it is found (二元组).
///
/// Two Han are most words, and an index of pairs answers them exactly; of longer words it leaves
/// few places to look at. Taken from folded text, so that what folding makes equal is found alike.
enum CharacterPairs {
  /// The pairs of folded texts, each once, as one text with blanks between them.
  static func text(of folded: [FoldedText]) -> String {
    var pairs: [UInt64] = []
    for text in folded { add(text.folded, to: &pairs) }
    pairs.sort()
    var result: [UInt8] = []
    result.reserveCapacity(pairs.count * 7)
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      append(UInt32(pair >> 32), to: &result)
      append(UInt32(truncatingIfNeeded: pair), to: &result)
      result.append(UInt8(ascii: " "))
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  /// The pairs that a text must have to have the words in it, as a query of FTS5; nil where no pair
  /// can say so.
  static func query(for folded: [Unicode.Scalar]) -> String? {
    var pairs: [UInt64] = []
    add(folded, to: &pairs)
    guard !pairs.isEmpty else { return nil }
    return Set(pairs).sorted().compactMap { pair in
      guard let first = Unicode.Scalar(UInt32(pair >> 32)),
        let second = Unicode.Scalar(UInt32(truncatingIfNeeded: pair))
      else { return nil }
      return "\"\(Character(first))\(Character(second))\""
    }.joined(separator: " AND ")
  }

  /// The pairs of folded texts as numbers, each once and in order.
  ///
  /// Four bytes tell apart what nearly all texts are written in; of rarer characters some pairs share
  /// a number, and what is found by one is looked for in the texts anyway.
  static func numbers(of folded: [FoldedText]) -> [Int32] {
    var pairs: [UInt64] = []
    for text in folded { add(text.folded, to: &pairs) }
    return numbers(of: pairs)
  }

  /// The numbers that a text must have to have the words in it.
  static func numbers(of folded: [Unicode.Scalar]) -> [Int32] {
    var pairs: [UInt64] = []
    add(folded, to: &pairs)
    return numbers(of: pairs)
  }

  private static func numbers(of pairs: [UInt64]) -> [Int32] {
    var numbers = pairs.map { pair in
      Int32(
        truncatingIfNeeded: (pair >> 32 & 0xFFFF) << 16 | pair & 0xFFFF)
    }
    numbers.sort()
    var next = 0
    for index in numbers.indices where index == 0 || numbers[index] != numbers[index - 1] {
      numbers[next] = numbers[index]
      next += 1
    }
    numbers.removeSubrange(next...)
    return numbers
  }

  private static func add(_ scalars: [Unicode.Scalar], to pairs: inout [UInt64]) {
    guard scalars.count > 1 else { return }
    for index in 1..<scalars.count where isWord(scalars[index - 1]) && isWord(scalars[index]) {
      pairs.append(UInt64(scalars[index - 1].value) << 32 | UInt64(scalars[index].value))
    }
  }

  /// What the tokenizer takes for part of a word whatever stands beside it, and does not change.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x80 }
}
