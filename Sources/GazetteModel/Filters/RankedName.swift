import GazetteText

/// A name made ready for a list that is narrowed by typing, so that it is folded once.
public struct RankedName: Sendable {
  let text: FoldedText
  let key: PinyinKey

  /// Makes a name ready. It opens the pinyin table.
  public init(_ name: String) {
    let scalars = Array(name.unicodeScalars)
    text = FoldedText(scalars)
    key = Pinyin.shared.key(for: scalars)
  }

  init(text: FoldedText, key: PinyinKey) {
    self.text = text
    self.key = key
  }
}

/// How well a name fits what was typed, the best first.
public enum NameRank: Int, Sendable, Comparable, CaseIterable {
  /// The whole name.
  case whole
  /// A whole Latin word of it.
  case word
  case start
  case inside
  /// Pinyin or initials from the first character on.
  case pinyinStart
  case pinyinInside
  /// The letters in order with gaps; never for Han characters.
  case scattered

  public static func < (left: NameRank, right: NameRank) -> Bool { left.rawValue < right.rawValue }
}

/// Words typed to narrow a list: a name must fit each of them, in any order.
public struct NameQuery: Sendable, Hashable {
  struct Word: Sendable, Hashable {
    let folded: [Unicode.Scalar]
    /// The word as pinyin; nil where it is none.
    let letters: [UInt8]?
  }

  let words: [Word]

  /// Reads what was typed: words between blanks, each a part of a name or of its pinyin initials.
  public init(_ typed: String) {
    // Beside Han characters folding drops spaces, so the words are told apart before.
    words = typed.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).compactMap {
      let folded = FoldedText(Array($0)).folded
      return folded.isEmpty
        ? nil : Word(folded: folded, letters: FilterIndex.pinyinLetters(folded))
    }
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { words.isEmpty }

  /// How well something with these names fits; nil when a word fits none of them. The worst word
  /// counts.
  public func rank(of names: [RankedName]) -> NameRank? {
    var worst = NameRank.whole
    for word in words {
      var best: NameRank?
      for name in names {
        guard let rank = Self.rank(of: word, in: name), best.map({ rank < $0 }) ?? true else {
          continue
        }
        best = rank
      }
      guard let best else { return nil }
      worst = max(worst, best)
    }
    return worst
  }

  static func rank(of word: Word, in name: RankedName) -> NameRank? {
    let text = name.text.folded
    if let place = name.text.firstOccurrence(of: word.folded) {
      let end = place + word.folded.count
      if place == 0, end == text.count { return .whole }
      if isWordEdge(text, place, word.folded), isWordEdge(text, end, word.folded) { return .word }
      return place == 0 ? .start : .inside
    }
    guard let letters = word.letters else { return nil }
    if let range = Pinyin.shared.firstMatch(of: letters, in: name.key) {
      return range.start == 0 ? .pinyinStart : .pinyinInside
    }
    return isScattered(letters, in: name.key) ? .scattered : nil
  }

  /// Whether a Latin word could end at `index`; a name in Han characters has only its own edges.
  private static func isWordEdge(_ text: [Unicode.Scalar], _ index: Int, _ word: [Unicode.Scalar])
    -> Bool
  {
    if index == 0 || index == text.count { return true }
    func isLatin(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x250 && scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    guard word.allSatisfy({ $0.value < 0x250 }) else { return false }
    return !isLatin(text[index - 1]) || !isLatin(text[index])
  }

  /// Whether the letters stand in a name in order, as Latin letters or initials of syllables. A
  /// single letter would fit nearly everything.
  private static func isScattered(_ letters: [UInt8], in key: PinyinKey) -> Bool {
    guard letters.count >= 2, letters.count <= Pinyin.longestQuery else { return false }
    var place = 0
    for element in key.elements where place < letters.count {
      if Pinyin.shared.begins(element, with: letters[place]) { place += 1 }
    }
    return place == letters.count
  }
}

extension FoldedText {
  /// Where `pattern`, which is folded and not empty, first stands, in folded scalars.
  func firstOccurrence(of pattern: [Unicode.Scalar]) -> Int? {
    guard contains(pattern) else { return nil }
    return occurrences(of: pattern).first?.lowerBound
  }
}

extension Pinyin {
  /// Whether a character is a letter, or one of its readings begins with it.
  func begins(_ element: PinyinKey.Element, with letter: UInt8) -> Bool {
    switch element {
    case .mark, .stop: false
    case .letter(let own): own == letter
    case .readings(let set): initials(ofSet: set) & Self.bit(of: letter) != 0
    }
  }
}

extension FilterIndex {
  /// The title of a node made ready for ranking; nil where it has none.
  public func rankedTitle(of id: NodeID) -> RankedName? {
    guard let first = fields(of: id).first, first.place == .title else { return nil }
    guard let key = titleKey(ofField: fieldStarts[id.index]) else { return nil }
    return RankedName(text: first.text, key: key)
  }

  /// The names of a body made ready for ranking, by its place among the departments.
  public func rankedNames(ofBody place: Int) -> [RankedName] {
    bodyNames[place].map { RankedName(text: $0.text, key: $0.key) }
  }

  private func titleKey(ofField field: Int) -> PinyinKey? {
    let place = titleKeys.indices.partitionPoint { titleKeys[$0].field < field }
    return place < titleKeys.count && titleKeys[place].field == field ? titleKeys[place].key : nil
  }
}
