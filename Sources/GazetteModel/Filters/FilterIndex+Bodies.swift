import GazetteText

extension FilterIndex {
  /// A body that was found by what somebody typed.
  public struct FoundBody: Sendable, Hashable {
    /// The place in `departments.departments`.
    public let place: Int
    /// What of the canonical name was found; nil where another name of the body was.
    public let range: ScalarRange?
  }

  /// The bodies that fit what was typed, in the order of `departments.departments`.
  ///
  /// Words stand in any order. Each is a part of a name, its pinyin, its initials, or a mixture
  /// such as 生态hj; letters and digits may be of any width.
  public func bodies(typed: String) -> [FoundBody] {
    let words = Self.words(in: typed)
    return bodyNames.indices.compactMap { place in
      guard !words.isEmpty else { return FoundBody(place: place, range: nil) }
      var range: ScalarRange?
      for word in words {
        guard let name = bodyNames[place].first(where: { Self.range(of: word, in: $0) != nil })
        else { return nil }
        if range == nil, bodyNames[place].first.map({ $0.text == name.text }) ?? false {
          range = Self.range(of: word, in: name)
        }
      }
      return FoundBody(place: place, range: range)
    }
  }

  /// The words of a typed line, folded; one that goes over from Han to letters counts as two.
  private static func words(in typed: String) -> [[Unicode.Scalar]] {
    typed.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).flatMap { word in
      var parts: [[Unicode.Scalar]] = []
      var wasLetter: Bool?
      for scalar in FoldedText(Array(word)).folded {
        let isLetter = scalar.value < 0x80 || scalar.value == 0xFC
        if isLetter == wasLetter {
          parts[parts.count - 1].append(scalar)
        } else {
          parts.append([scalar])
        }
        wasLetter = isLetter
      }
      return parts
    }
  }

  private static func range(of word: [Unicode.Scalar], in name: BodyName) -> ScalarRange? {
    if let found = name.text.occurrences(of: word).first {
      return name.text.originalRange(of: found)
    }
    return pinyinLetters(word).flatMap { Pinyin.shared.firstMatch(of: $0, in: name.key) }
  }
}
