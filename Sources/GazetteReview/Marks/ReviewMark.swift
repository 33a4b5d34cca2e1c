import GazetteModel
import GazetteText

/// What a mark is put on: a node, named so that it survives re-parsing.
public struct ReviewKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name of the issue among all there are: 吉林省人民政府公报/2021-11. In stores of older versions its
  /// id alone, which several gazettes may share.
  public let issue: String
  /// The reference within the issue: `3.1/2.3.11`.
  public let reference: String

  /// Creates the name of a node.
  public init(issue: String, reference: String) {
    self.issue = issue
    self.reference = reference
  }

  /// Reads `ISSUE:REF`; nil where a side is missing.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let reference = text[text.index(after: colon)...]
    guard colon > text.startIndex, !reference.isEmpty else { return nil }
    self.init(issue: String(text[..<colon]), reference: String(reference))
  }

  public var description: String { "\(issue):\(reference)" }

  /// The reference as it is printed where only one publication is concerned: `2021-11:3.1/2.3.11`.
  public var shortDescription: String { "\(IssueName(issue).id):\(reference)" }

  public static func < (left: ReviewKey, right: ReviewKey) -> Bool {
    (left.issue, left.reference) < (right.issue, right.reference)
  }
}

/// The words that a mark was put on, and their fingerprint.
public struct ReviewedText: Hashable, Sendable {
  /// The reading text, paragraphs joined by line feeds.
  public let content: String
  /// SHA-256 of the content without white space, in hexadecimal digits.
  public let fingerprint: String
  /// What stood around the words; nil where that is not known, as in stores of older versions.
  public let surroundings: WordSurroundings?

  /// Takes a text and its fingerprint.
  ///
  /// White space (`White_Space` of Unicode, so U+3000 and line ends too) does not count, because it
  /// comes from the layout of a page. Everything else does, punctuation too: a comma can move a
  /// duty.
  public init(_ content: String, surroundings: WordSurroundings? = nil) {
    var counted = String.UnicodeScalarView()
    counted.append(contentsOf: content.unicodeScalars.filter { !$0.properties.isWhitespace })
    self.init(
      content: content, fingerprint: SHA256.hexadecimal(String(counted)),
      surroundings: surroundings)
  }

  /// Takes all as they were stored.
  init(content: String, fingerprint: String, surroundings: WordSurroundings?) {
    self.content = content
    self.fingerprint = fingerprint
    self.surroundings = surroundings
  }

  /// Whether both say the same, white space aside.
  public func saysTheSame(as other: ReviewedText) -> Bool { fingerprint == other.fingerprint }

  /// Whether both say the same in the same text, so that putting anything on it again changes nothing.
  func standsTheSame(as other: ReviewedText) -> Bool {
    saysTheSame(as: other) && surroundings == other.surroundings
  }
}

/// What one reviewer thinks of one node, since when, and on which words.
public struct ReviewMark: Hashable, Sendable {
  /// The node it is put on.
  public let key: ReviewKey
  /// Who put it.
  public let reviewer: String
  /// What the reviewer thinks.
  public let state: ReviewState
  /// Any number of lines; empty when there is none.
  public let note: String
  /// Sorted, each once, without `#`.
  public let tags: [String]
  /// When.
  public let at: ReviewTime
  /// The words it was put on.
  public let text: ReviewedText
  /// Where it stands in the issue as that is; as it was put, in a store.
  public let placement: ReviewPlacement
  /// What it is put on in the store.
  public let storedKey: ReviewKey

  /// Creates a mark; tags are sorted and doubles dropped.
  public init(
    key: ReviewKey, reviewer: String, state: ReviewState, note: String, tags: [String],
    at: ReviewTime, text: ReviewedText, placement: ReviewPlacement = .asPut,
    storedKey: ReviewKey? = nil
  ) {
    self.key = key
    self.reviewer = reviewer
    self.state = state
    self.note = note
    self.tags = Set(tags).sorted()
    self.at = at
    self.text = text
    self.placement = placement
    self.storedKey = storedKey ?? key
  }

  /// Whether it is kept apart because its place is unsure, under a key that names no node.
  public var isKeptApart: Bool { ReviewPlacement.isUnsureKey(storedKey) }

  /// The mark as it is shown at another place than it was put on.
  func shown(at key: ReviewKey, _ placement: ReviewPlacement) -> ReviewMark {
    ReviewMark(
      key: key, reviewer: reviewer, state: state, note: note, tags: tags, at: at, text: text,
      placement: placement, storedKey: storedKey)
  }

  /// Whether it says nothing: unread, no note, no tag. What undoing a first mark leaves.
  public var isBlank: Bool { state == .unread && note.isEmpty && tags.isEmpty }

  /// Whether both say the same of the same words, whenever that was.
  public func saysTheSame(as other: ReviewMark) -> Bool {
    key == other.key && reviewer == other.reviewer && state == other.state && note == other.note
      && tags == other.tags && text.saysTheSame(as: other.text)
  }

  /// Whether this one holds against `other`, which is of the same key and reviewer: the newer one
  /// does.
  ///
  /// Of two of the same millisecond the one whose content comes later in the order of scalars
  /// holds, so that every store decides alike, whatever came first.
  func holds(against other: ReviewMark) -> Bool {
    if at != other.at { return at > other.at }
    if state != other.state { return state > other.state }
    if note != other.note { return Self.order(other.note, note) }
    if tags != other.tags { return other.tags.lexicographicallyPrecedes(tags, by: Self.order) }
    if text.content != other.text.content {
      return Self.order(other.text.content, text.content)
    }
    return Self.order(other.text.writtenSurroundings, text.writtenSurroundings)
  }

  private static func order(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
