/// A list of words with what they mean, for finding the longest one at a place in a text.
struct WordTable<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let meaning: Meaning
  }

  private var byFirst: [Unicode.Scalar: [Entry]] = [:]
  private var byLast: [Unicode.Scalar: [Entry]] = [:]

  /// Makes a table of words separated by spaces, each line with one meaning.
  init(_ lines: [(words: String, meaning: Meaning)]) {
    for line in lines {
      for word in line.words.split(separator: " ") {
        let entry = Entry(word: Array(word.unicodeScalars), meaning: line.meaning)
        guard let first = entry.word.first, let last = entry.word.last else { continue }
        byFirst[first, default: []].append(entry)
        byLast[last, default: []].append(entry)
      }
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.word.count > $1.word.count } }
    for key in byLast.keys { byLast[key]?.sort { $0.word.count > $1.word.count } }
  }

  /// The longest word that begins at `index`, ending at or before `limit`.
  func longest(
    at index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (end: Int, meaning: Meaning)? {
    guard index < limit, let entries = byFirst[text[index]] else { return nil }
    for entry in entries where index + entry.word.count <= limit {
      if entry.word.indices.allSatisfy({ text[index + $0] == entry.word[$0] }) {
        return (index + entry.word.count, entry.meaning)
      }
    }
    return nil
  }

  /// The longest word that ends at `index` and begins at or behind `limit`.
  func longest(
    endingAt index: Int, in text: [Unicode.Scalar], limit: Int
  ) -> (start: Int, meaning: Meaning)? {
    guard index > limit, let entries = byLast[text[index - 1]] else { return nil }
    for entry in entries where index - entry.word.count >= limit {
      let start = index - entry.word.count
      if entry.word.indices.allSatisfy({ text[start + $0] == entry.word[$0] }) {
        return (start, entry.meaning)
      }
    }
    return nil
  }
}

extension WordTable where Meaning == Bool {
  /// Makes a table of words that mean no more than that they are there.
  init(_ words: String) {
    self.init([(words, true)])
  }
}
