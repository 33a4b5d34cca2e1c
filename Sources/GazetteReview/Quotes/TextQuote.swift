import GazetteText

/// Words of a text, and those around them, by which they are found again when the text changes.
///
/// The way of the text quote selector of the W3C's Web Annotation Data Model, 4.2.4.
public struct TextQuote: Hashable, Sendable {
  /// The words.
  public let exact: String
  /// Up to `context` scalars before and behind them.
  public let before: String
  /// The words behind the quoted ones.
  public let after: String

  /// How many scalars around the words are remembered.
  public static let context = 24

  /// Creates a quotation.
  public init(exact: String, before: String = "", after: String = "") {
    self.exact = exact
    self.before = before
    self.after = after
  }

  /// Quotes a stretch of a text, in scalars.
  public init(_ range: Range<Int>, of text: [Unicode.Scalar]) {
    let range = range.clamped(to: 0..<text.count)
    exact = Self.string(text[range])
    before = Self.string(text[max(0, range.lowerBound - Self.context)..<range.lowerBound])
    after = Self.string(text[range.upperBound..<min(text.count, range.upperBound + Self.context)])
  }

  /// Where words were found.
  public struct Place: Hashable, Sendable {
    /// In scalars.
    public let range: Range<Int>
    /// Whether the words stand there no longer as they were quoted.
    public let isChanged: Bool
    /// How many of the scalars around them are the same; more is surer.
    let likeness: Int
  }

  /// Where the words stand in a text: as they were quoted, the place whose surroundings fit best;
  /// else what stands between the same surroundings; nil where there is neither.
  public func place(in text: [Unicode.Scalar]) -> Place? {
    let words = Array(exact.unicodeScalars)
    let before = Array(self.before.unicodeScalars)
    let after = Array(self.after.unicodeScalars)
    guard !words.isEmpty, !text.isEmpty else { return nil }
    var best: Place?
    for start in Self.occurrences(of: words, in: text) {
      let end = start + words.count
      let likeness =
        Self.shared(before.reversed(), text[..<start].reversed())
        + Self.shared(after, text[end...])
      if likeness > best?.likeness ?? -1 {
        best = Place(range: start..<end, isChanged: false, likeness: likeness)
      }
    }
    return best ?? between(before, after, in: text, words: words)
  }

  /// The shortest surroundings that are believed.
  private static let surest = 4

  /// What stands between surroundings that are still there, where it is not much longer than the
  /// words were.
  private func between(
    _ before: [Unicode.Scalar], _ after: [Unicode.Scalar], in text: [Unicode.Scalar],
    words: [Unicode.Scalar]
  ) -> Place? {
    let starts = before.isEmpty ? [0] : Self.ends(of: before, in: text)
    let ends = after.isEmpty ? [text.count] : Self.starts(of: after, in: text)
    var best: Place?
    for start in starts {
      guard let end = ends.first(where: { $0 > start }), end - start <= 2 * words.count + 16 else {
        continue
      }
      let place = Place(range: start..<end, isChanged: true, likeness: 0)
      if best.map({ place.range.count < $0.range.count }) ?? true { best = place }
    }
    return best
  }

  /// Where the last scalars of `before` end in a text: as many of them as stand anywhere.
  private static func ends(of before: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
    var count = before.count
    while count >= min(surest, before.count), count > 0 {
      let found = occurrences(of: Array(before.suffix(count)), in: text)
      if !found.isEmpty { return found.map { $0 + count } }
      count -= 1
    }
    return []
  }

  private static func starts(of after: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
    var count = after.count
    while count >= min(surest, after.count), count > 0 {
      let found = occurrences(of: Array(after.prefix(count)), in: text)
      if !found.isEmpty { return found }
      count -= 1
    }
    return []
  }

  private static func occurrences(of words: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
    guard let first = words.first, words.count <= text.count else { return [] }
    return (0...text.count - words.count).filter { start in
      text[start] == first && text[start..<start + words.count].elementsEqual(words)
    }
  }

  private static func shared(
    _ left: some Sequence<Unicode.Scalar>, _ right: some Sequence<Unicode.Scalar>
  ) -> Int {
    var count = 0
    for (mine, theirs) in zip(left, right) {
      if mine != theirs { break }
      count += 1
    }
    return count
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
