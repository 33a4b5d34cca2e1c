import GazetteText

/// Where a mark stands in an issue whose text may be another than when it was put (位置).
public enum ReviewPlacement: Hashable, Sendable {
  /// At the reference that it was put on.
  case asPut
  /// Where its words stand now; it was put on another reference.
  case moved(from: ReviewKey)
  /// Its words stand at these references, and more than one mark or place could be meant (位置存疑). None
  /// where its node is gone and its words with it.
  case unsure([String])

  /// Whether the place is a question for the reader.
  public var isUnsure: Bool {
    guard case .unsure(let places) = self else { return false }
    return !places.isEmpty
  }

  /// What a reader has to know of it; nil where there is nothing.
  public func notice(in language: Language) -> String? {
    switch self {
    case .asPut: return nil
    case .moved(let key):
      let reference = Self.plain(key).reference
      return Phrase("原标在 \(reference)，随条文移来", "put on \(reference), moved with its words")[language]
    case .unsure(let places):
      if places.isEmpty { return nil }
      let shown = Array(places.prefix(4))
      let others = places.count > shown.count ? Phrase(" 等", " and others") : nil
      return Phrase(
        "位置存疑，同文见 \(list: shown)\(others)",
        "place unsure, its words stand at \(list: shown)\(others)")[language]
    }
  }

  // MARK: - Keys of unsure places

  /// Behind the reference of a mark whose place is unsure once its reader has put others on the changed
  /// text: no node has such a reference, so the mark never sits anywhere by itself.
  private static let sign: Character = "?"

  /// A key under which a mark whose place is unsure is kept: one that is not taken.
  static func unsureKey(_ key: ReviewKey, besides taken: Set<ReviewKey>) -> ReviewKey {
    if isUnsureKey(key) { return key }
    var reference = key.reference + String(sign)
    while taken.contains(ReviewKey(issue: key.issue, reference: reference)) {
      reference.append(sign)
    }
    return ReviewKey(issue: key.issue, reference: reference)
  }

  /// Whether a key is that of a mark whose place is unsure.
  static func isUnsureKey(_ key: ReviewKey) -> Bool { key.reference.last == sign }

  /// The key that a mark was put on.
  static func plain(_ key: ReviewKey) -> ReviewKey {
    guard isUnsureKey(key) else { return key }
    let signs = key.reference.reversed().prefix { $0 == sign }.count
    return ReviewKey(issue: key.issue, reference: String(key.reference.dropLast(signs)))
  }

  /// The rank of what went with its words.
  static let movedRank = 0

  /// The rank of what surely stands at no place.
  static let unsureRank = 2

  /// Which of several marks of a reviewer at a node is meant first: the one whose words stand there.
  var rank: Int {
    switch self {
    case .moved: Self.movedRank
    case .asPut: 1
    case .unsure: Self.unsureRank
    }
  }
}

/// A mark of the reviewer's that is to be kept under another key, before something is put under its own.
public struct ReviewMove: Hashable, Sendable {
  /// The key that it is kept under.
  public let from: ReviewKey
  /// The key that it is to be kept under.
  public let to: ReviewKey
  /// The words that it was put on: a mark on others is not meant.
  public let text: ReviewedText
}
