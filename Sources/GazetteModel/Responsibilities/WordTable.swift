/// Words of a grammar with what they mean, found at the start or at the end of a stretch of text.
struct WordTable<Value: Sendable>: Sendable {
  private typealias Entry = (word: [Unicode.Scalar], value: Value)

  private var byFirst: [Unicode.Scalar: [Entry]] = [:]
  private var byLast: [Unicode.Scalar: [Entry]] = [:]

  /// Creates a table from words separated by spaces, each list with its meaning.
  init(_ lists: [(words: String, value: Value)]) {
    for list in lists {
      for word in list.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let scalars = Array(word.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else { continue }
        byFirst[first, default: []].append((scalars, list.value))
        byLast[last, default: []].append((scalars, list.value))
      }
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.word.count > $1.word.count } }
    for key in byLast.keys { byLast[key]?.sort { $0.word.count > $1.word.count } }
  }

  /// The longest word that begins at `range.lowerBound` and fits the stretch.
  func prefix(of text: [Unicode.Scalar], in range: Range<Int>) -> (length: Int, value: Value)? {
    guard !range.isEmpty, let entries = byFirst[text[range.lowerBound]] else { return nil }
    for entry in entries where entry.word.count <= range.count {
      if text.matches(entry.word, at: range.lowerBound) { return (entry.word.count, entry.value) }
    }
    return nil
  }

  /// The longest word that ends at `range.upperBound` and fits the stretch.
  func suffix(of text: [Unicode.Scalar], in range: Range<Int>) -> (length: Int, value: Value)? {
    guard !range.isEmpty, let entries = byLast[text[range.upperBound - 1]] else { return nil }
    for entry in entries where entry.word.count <= range.count {
      if text.matches(entry.word, at: range.upperBound - entry.word.count) {
        return (entry.word.count, entry.value)
      }
    }
    return nil
  }

  /// Whether one of the words stands anywhere in the stretch.
  func occurs(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.contains { prefix(of: text, in: $0..<range.upperBound) != nil }
  }
}

extension WordTable where Value == Bool {
  /// Creates a table of words without meanings.
  init(_ words: String) {
    self.init([(words, true)])
  }
}

extension [Unicode.Scalar] {
  /// Whether `word` stands at `index`; the caller has checked that it fits.
  func matches(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    for offset in word.indices where self[index + offset] != word[offset] { return false }
    return true
  }

  /// The index of the bracket that closes the one at `open`, or nil; brackets are of the prepared shape.
  func closing(_ open: Int, before end: Int) -> Int? {
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
