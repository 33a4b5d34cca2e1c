/// The sentences of a text (句), as stretches of it.
package enum Sentences {
  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？", ";", "\n": true
    default: false
    }
  }

  /// The sentence that a stretch stands in, with what ends it.
  package static func sentence(around range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    var start = min(max(0, range.lowerBound), text.count)
    while start > 0, !ends(text[start - 1]) { start -= 1 }
    var end = min(max(start, range.upperBound), text.count)
    while end < text.count, !ends(text[end]) { end += 1 }
    return start..<min(text.count, end + 1)
  }

  /// All sentences in order.
  package static func all(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let sentence = sentence(around: start..<start, in: text)
      result.append(sentence)
      start = max(start + 1, sentence.upperBound)
    }
    return result
  }
}
