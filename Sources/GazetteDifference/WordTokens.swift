/// Texts as runs of words (词): a Han character is a word, as are a run of Latin letters or digits and
/// every other character; so 2021年 against 2025年 is one word changed, not two digits.
struct WordTokens {
  /// A number for each word, the same for the same word.
  let words: [Int32]
  /// Where each word begins in the scalars, and behind the last where they end.
  let starts: [Int32]

  /// Numbers words of more than one scalar, above all scalars.
  struct Lexicon {
    private var numbers: [[Unicode.Scalar]: Int32] = [:]

    mutating func number(of word: ArraySlice<Unicode.Scalar>) -> Int32 {
      if word.count == 1, let scalar = word.first { return Int32(scalar.value) }
      let key = Array(word)
      if let number = numbers[key] { return number }
      let number = Int32(0x20_0000 + numbers.count)
      numbers[key] = number
      return number
    }
  }

  init(_ scalars: [Unicode.Scalar], _ lexicon: inout Lexicon) {
    var words: [Int32] = []
    var starts: [Int32] = []
    words.reserveCapacity(scalars.count)
    starts.reserveCapacity(scalars.count + 1)
    var index = 0
    while index < scalars.count {
      var end = index + 1
      if let kind = Self.kind(scalars[index]) {
        while end < scalars.count, Self.kind(scalars[end]) == kind { end += 1 }
      }
      starts.append(Int32(index))
      words.append(lexicon.number(of: scalars[index..<end]))
      index = end
    }
    starts.append(Int32(scalars.count))
    self.words = words
    self.starts = starts
  }

  private enum Kind { case letters, digits }

  /// What a scalar makes words with; nil for one that is a word by itself.
  private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
    switch scalar {
    case "0"..."9": .digits
    case "a"..."z", "A"..."Z", "À"..."ɏ": .letters
    default: nil
    }
  }
}
