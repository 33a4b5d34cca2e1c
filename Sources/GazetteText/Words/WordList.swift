/// Words in lists, found at the start or at the end of a stretch of text.
///
/// Flat arrays, not dictionaries: the grammar asks tables at nearly every scalar of an issue, and
/// nearly every answer is no, which a look at one bucket gives. What the lists mean is told by
/// `WordTable`; the words know of no type, so that they are compiled once.
public struct WordList: Sendable {
  /// Words by the scalar at one of their ends, the longest first.
  private struct Side: Sendable {
    /// Where each bucket begins in `entries`; one more than there are buckets.
    private var starts: [Int32]
    /// Each word's place in the letters, its length and the place of its meaning.
    private var entries: [(start: Int32, count: Int32, value: Int32)] = []
    private let mask: UInt32
    /// A bit for each remainder by 64 that some word has at its end: most scalars end no word.
    private let remainders: UInt64

    init(_ words: [(start: Int32, count: Int32, value: Int32)], ends: [Unicode.Scalar]) {
      var size = 16
      while size < words.count * 2, size < 1024 { size *= 2 }
      mask = UInt32(size - 1)
      starts = Array(repeating: 0, count: size + 1)
      let mask = mask
      remainders = ends.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
      // As numbers, which sort quicker than by a rule: the bucket, the longest first, then the place in the lists.
      let order = words.indices.map { place in
        UInt64(ends[place].value & mask) << 44 | UInt64(0xFFFFF - words[place].count) << 24
          | UInt64(place)
      }.sorted().map { Int($0 & 0xFFFFFF) }
      for place in order {
        entries.append(words[place])
        starts[Int(ends[place].value & mask) + 1] += 1
      }
      for bucket in 0..<size { starts[bucket + 1] += starts[bucket] }
    }

    /// The words that may have that scalar at their end.
    @inline(__always)
    func bucket(of scalar: Unicode.Scalar) -> Range<Int> {
      if remainders >> UInt64(scalar.value & 63) & 1 == 0 { return 0..<0 }
      let bucket = Int(scalar.value & mask)
      return Int(starts[bucket])..<Int(starts[bucket + 1])
    }

    subscript(place: Int) -> (start: Int32, count: Int32, value: Int32) { entries[place] }
  }

  private let letters: [Unicode.Scalar]
  private let byFirst: Side
  private let byLast: Side

  /// Creates the lists from words separated by spaces.
  public init(_ lists: [String]) {
    var letters: [Unicode.Scalar] = []
    var words: [(start: Int32, count: Int32, value: Int32)] = []
    for (place, list) in lists.enumerated() {
      var start = letters.count
      func endWord() {
        if letters.count > start {
          words.append((Int32(start), Int32(letters.count - start), Int32(place)))
        }
        start = letters.count
      }
      for scalar in list.unicodeScalars {
        if scalar == " " || scalar == "\n" { endWord() } else { letters.append(scalar) }
      }
      endWord()
    }
    byFirst = Side(words, ends: words.map { letters[Int($0.start)] })
    byLast = Side(words, ends: words.map { letters[Int($0.start + $0.count) - 1] })
    self.letters = letters
  }

  /// Whether a word may begin with that scalar.
  public func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    !byFirst.bucket(of: scalar).isEmpty
  }

  /// The length of the longest word that begins at `range.lowerBound` and fits the stretch, and the
  /// place of its list.
  public func prefix(
    of text: [Unicode.Scalar], in range: Range<Int>
  ) -> (length: Int, list: Int)? {
    guard !range.isEmpty else { return nil }
    for place in byFirst.bucket(of: text[range.lowerBound]) {
      let entry = byFirst[place]
      if entry.count <= range.count,
        stands(entry.start, entry.count, in: text, at: range.lowerBound)
      {
        return (Int(entry.count), Int(entry.value))
      }
    }
    return nil
  }

  /// The length of the longest word that ends at `range.upperBound` and fits the stretch, and the
  /// place of its list.
  public func suffix(
    of text: [Unicode.Scalar], in range: Range<Int>
  ) -> (length: Int, list: Int)? {
    guard !range.isEmpty else { return nil }
    for place in byLast.bucket(of: text[range.upperBound - 1]) {
      let entry = byLast[place]
      if entry.count <= range.count,
        stands(entry.start, entry.count, in: text, at: range.upperBound - Int(entry.count))
      {
        return (Int(entry.count), Int(entry.value))
      }
    }
    return nil
  }

  /// Whether one of the words stands anywhere in the stretch.
  public func occurs(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.contains { prefix(of: text, in: $0..<range.upperBound) != nil }
  }

  private func stands(
    _ start: Int32, _ count: Int32, in text: [Unicode.Scalar], at index: Int
  ) -> Bool {
    for offset in 0..<Int(count) where text[index + offset] != letters[Int(start) + offset] {
      return false
    }
    return true
  }
}
