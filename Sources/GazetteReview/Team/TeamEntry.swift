import GazetteText

/// One entry of the team's journal: who said what about a topic, when, and on which words.
///
/// Entries are only added. Like marks, those of two stores are merged by putting them together, in
/// any order, and what holds follows from them alone.
public struct TeamEntry: Hashable, Sendable {
  /// What was said.
  public enum TopicState: String, Hashable, Sendable, CaseIterable {
    /// Nothing any more: what undoing a first entry leaves.
    case none = ""
    /// The reader is to read the unit.
    case assigned
    /// The second reader agrees with the mark.
    case confirmed
    /// The second reader gives the mark back (退回).
    case returned
    /// A remark was made.
    case said
    /// The discussion is settled.
    case resolved
    /// The review of the issue is closed.
    case closed
  }

  /// What something is said about.
  public let topic: TeamTopic
  /// What is said of it.
  public let state: TopicState
  /// Any number of lines: why a mark is returned, the remark, a word on closing.
  public let note: String
  /// What belongs to it by its kind, by name; see `TeamDetail`.
  public let details: [String: String]
  /// Who made it.
  public let author: String
  /// When.
  public let at: ReviewTime
  /// The words of the unit at the time.
  public let text: ReviewedText
  /// Where it stands in the issue as that is; as it was recorded, in a store.
  public let placement: ReviewPlacement
  /// What it is about in the store.
  public let storedTopic: TeamTopic

  /// Creates an entry.
  public init(
    topic: TeamTopic, state: TopicState, note: String = "", details: [String: String] = [:],
    author: String, at: ReviewTime, text: ReviewedText, placement: ReviewPlacement = .asPut,
    storedTopic: TeamTopic? = nil
  ) {
    self.topic = topic
    self.state = state
    self.note = note
    self.details = details
    self.author = author
    self.at = at
    self.text = text
    self.placement = placement
    self.storedTopic = storedTopic ?? topic
  }

  /// Whether both say the same of the same words, whoever said it and whenever that was.
  public func saysTheSame(as other: TeamEntry) -> Bool {
    topic == other.topic && state == other.state && note == other.note && details == other.details
      && text.saysTheSame(as: other.text)
  }

  /// Whether this one holds against `other` of the same topic: the newer one does.
  ///
  /// Of two of the same millisecond the one whose content comes later in the order of bytes holds,
  /// so that every store decides alike.
  func holds(against other: TeamEntry) -> Bool {
    if at != other.at { return at > other.at }
    for (mine, theirs) in zip(content, other.content) where mine != theirs {
      return theirs.utf8.lexicographicallyPrecedes(mine.utf8)
    }
    return false
  }

  private var content: [String] {
    [
      state.rawValue, note, TeamDetail.written(details), author, text.content,
      text.writtenSurroundings,
    ]
  }
}

/// The details that entries of the team's journal carry.
public enum TeamDetail {
  /// The discussion that a remark belongs to; a remark that begins one has none.
  public static let thread = "thread"
  /// The words that a remark is about, with those before and behind them.
  public static let quote = "quote"
  /// The words before the stretch, to find it again.
  public static let before = "before"
  /// The words behind the stretch, to find it again.
  public static let after = "after"
  /// The state of the mark that a verdict is about, and the note of that mark.
  public static let judged = "judged"
  /// The note that stood at the mark when it was judged.
  public static let judgedNote = "judgedNote"
  /// What was read by whom when an issue was closed; see `TeamSummary`.
  public static let summary = "summary"

  /// The details as one text: an object of JSON, its names sorted.
  static func written(_ details: [String: String]) -> String {
    if details.isEmpty { return "" }
    var object: JSONObject = [:]
    for (name, value) in details { object[name] = .string(value) }
    return String(decoding: JSONWriter.bytes(of: .object(object)), as: UTF8.self)
  }

  /// Reads what `written` wrote; nil where it is anything else.
  static func read(_ text: String) -> [String: String]? {
    if text.isEmpty { return [:] }
    guard case .object(let members) = try? JSONParser.parse(Array(text.utf8)) else { return nil }
    var details: [String: String] = [:]
    for (name, value) in members {
      guard case .string(let text) = value else { return nil }
      details[name] = text
    }
    return details
  }
}
