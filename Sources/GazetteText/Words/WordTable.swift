/// Words of a grammar with what they mean, found at the start or at the end of a stretch of text.
public struct WordTable<Value: Sendable>: Sendable {
  @usableFromInline
  let words: WordList
  @usableFromInline
  let values: [Value]

  /// Creates a table from words separated by spaces, each list with its meaning.
  public init(_ lists: [(words: String, value: Value)]) {
    words = WordList(lists.map(\.words))
    values = lists.map(\.value)
  }

  /// The longest word that begins at `range.lowerBound` and fits the stretch.
  @inlinable @inline(__always)
  public func prefix(
    of text: [Unicode.Scalar], in range: Range<Int>
  ) -> (length: Int, value: Value)? {
    guard let found = words.prefix(of: text, in: range) else { return nil }
    return (found.length, values[found.list])
  }

  /// The longest word that ends at `range.upperBound` and fits the stretch.
  @inlinable @inline(__always)
  public func suffix(
    of text: [Unicode.Scalar], in range: Range<Int>
  ) -> (length: Int, value: Value)? {
    guard let found = words.suffix(of: text, in: range) else { return nil }
    return (found.length, values[found.list])
  }

  /// Whether one of the words stands anywhere in the stretch.
  @inlinable
  public func occurs(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    words.occurs(in: text, range)
  }
}

extension WordTable where Value == Bool {
  /// Creates a table of words without meanings.
  public init(_ words: String) {
    self.init([(words, true)])
  }
}

extension [Unicode.Scalar] {
  /// Whether `word` stands at `index`; the caller has checked that it fits.
  public func matches(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    for offset in word.indices where self[index + offset] != word[offset] { return false }
    return true
  }

  /// The index of the bracket that closes the one at `open`, or nil; brackets are of the prepared
  /// shape.
  public func closing(_ open: Int, before end: Int) -> Int? {
    var depth = 0
    for index in open..<end {
      if self[index] == "（" {
        depth += 1
      } else if self[index] == "）" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
