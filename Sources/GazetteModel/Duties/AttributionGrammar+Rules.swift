import GazetteText

/// What is said of all attributions at once: which body leads, and who is meant where nobody is
/// named.
extension AttributionGrammar {
  /// Reads 列第一位的为牵头单位 and its like; whether the segment is one.
  mutating func readRule(_ segment: Range<Int>) -> Bool {
    if sameBelow.prefix(of: text, in: segment) != nil { return true }
    if RuleWords.firstPlace.occurs(in: text, segment) {
      if leadNoun.occurs(in: text, segment) { attribution.rule = .firstLeads }
      return true
    }
    if RuleWords.responsibleLeads.occurs(in: text, segment) {
      attribution.rule = .responsibleLeads
      return true
    }
    return false
  }

  /// Whether a segment says that a body is not named again: 不再列出, 不再一一标注, 不另单列.
  private func confirms(_ segment: Range<Int>) -> Bool {
    for index in segment {
      guard let word = RuleWords.notRepeated.prefix(of: text, in: index..<segment.upperBound) else {
        continue
      }
      let end = min(index + word.length + 6, segment.upperBound)
      if listing.occurs(in: text, index + word.length..<end) { return true }
    }
    return false
  }

  /// Reads 以下任务均需各地政府负责落实 and the 不再列出 that confirms it.
  mutating func readStatement(_ segment: Range<Int>) -> Bool {
    if confirms(segment) {
      if StatementGrammar.mayRead(text, segment), let found = StatementGrammar.read(text, segment) {
        candidate = found
      }
      if var confirmed = candidate {
        confirmed.range = confirmed.range.lowerBound..<segment.upperBound
        attribution.statement = confirmed
        candidate = nil
      }
      return true
    }
    if case .ignored? = label { return false }
    guard StatementGrammar.mayRead(text, segment),
      let found = StatementGrammar.read(text, segment)
    else { return false }
    flushLabel()
    candidate = found
    return true
  }
}

private let sameBelow = WordTable("下同 以下同 以下均同 下列同")
private let leadNoun = WordTable("牵头")
private let listing = WordTable("列出 列示 列明 列举 列入 标注 标明 注明 罗列 重复 单列 另列 赘列 赘述 列")
