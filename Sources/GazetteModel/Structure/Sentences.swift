/// The sentences of a text (句), as stretches of it.
package enum Sentences {
  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？", ";", "\n": true
    default: false
    }
  }

  /// How many scalars of a sentence before and behind a stretch are its own; a text without full stops is none.
  private static let longest = 1000

  /// The sentence that a stretch stands in, with what ends it.
  package static func sentence(around range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    var start = min(max(0, range.lowerBound), text.count)
    let first = max(0, start - longest)
    while start > first, !ends(text[start - 1]) { start -= 1 }
    var end = min(max(start, range.upperBound), text.count)
    let last = min(text.count, end + longest)
    while end < last, !ends(text[end]) { end += 1 }
    return start..<min(text.count, end + 1)
  }

  /// All sentences in order.
  package static func all(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in text.indices where ends(text[index]) || index == text.count - 1 {
      result.append(start..<index + 1)
      start = index + 1
    }
    return result
  }
}
