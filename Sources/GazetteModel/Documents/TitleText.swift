import GazetteText

/// Sets a title: spaces that line wraps left in it go, the one between two issuers stays.
enum TitleText {
  /// The title as people read it.
  static func set(_ printed: [Unicode.Scalar]) -> String {
    let reading = ReadingTextSetter.text(protectIssuerSpaces(printed))
    return reading.map { $0 == "\u{3000}" ? " " : $0 }.string
  }

  /// Turns the spaces between joint issuers into U+3000, which setting keeps, and takes out all
  /// others between Chinese characters.
  private static func protectIssuerSpaces(_ printed: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let about = printed.firstOffset(of: ["关", "于"]) ?? 0
    var result: [Unicode.Scalar] = []
    var offset = 0
    while offset < printed.count {
      guard printed[offset].isAnySpace else {
        result.append(printed[offset])
        offset += 1
        continue
      }
      var end = offset
      while end < printed.count, printed[end].isAnySpace { end += 1 }
      if end <= about, separatesIssuers(printed, offset, end, about) {
        result.append("\u{3000}")
      } else if let before = result.last, end < printed.count,
        !before.isChineseText && !printed[end].isChineseText
      {
        result.append(" ")
      }
      offset = end
    }
    return result
  }

  private static func separatesIssuers(
    _ printed: [Unicode.Scalar], _ start: Int, _ end: Int, _ about: Int
  ) -> Bool {
    guard Array(printed[..<start]).trimmed.ends(withAnyOf: GenreVocabulary.bodySuffixes) else {
      return false
    }
    var next = end
    while next < about, !printed[next].isAnySpace { next += 1 }
    let right = Array(printed[end..<next])
    return right.count >= 3 && right.ends(withAnyOf: GenreVocabulary.bodySuffixes)
  }

  /// Who issues a document, as its title names them.
  static func issuers(of title: String) -> [String] {
    let text = [Unicode.Scalar](title)
    if let about = text.firstOffset(of: ["关", "于"]), about > 0 {
      let names = Array(text[..<about]).split { $0.isAnySpace || $0 == "、" }.map(Array.init)
      guard names.allSatisfy({ $0.ends(withAnyOf: GenreVocabulary.bodySuffixes) }) else {
        return []
      }
      return names.map(\.string)
    }
    let acts = ["决定", "任免", "免职", "任命", "公告", "令", "通告", "命令"].map { [Unicode.Scalar]($0) }
    for length in stride(from: min(text.count - 1, 30), through: 4, by: -1) {
      let name = Array(text[..<length])
      guard name.ends(withAnyOf: GenreVocabulary.bodySuffixes), name.first != "《" else { continue }
      if Array(text[length...]).starts(withAnyOf: acts) { return [name.string] }
    }
    return []
  }
}
