import GazetteText

/// What an entry of the team's journal is about. Of all entries about the same topic the newest holds.
public struct TeamTopic: Hashable, Sendable, Comparable {
  /// What is said about it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Who is to read a unit (分派).
    case assignment
    /// What a second reader thinks of a mark (复核).
    case verdict
    /// A remark in a discussion (讨论).
    case remark
    /// Whether a discussion is settled (了结).
    case thread
    /// Whether the review of an issue is closed (定稿).
    case closing
  }

  /// What kind of thing is said about it.
  public let kind: Kind
  /// The unit; of a closing the issue, with an empty reference.
  public let key: ReviewKey
  /// The reader of an assignment, whose mark a verdict is about, the number of a remark or of a
  /// discussion; empty for a closing.
  public let subject: String
  /// Who alone may speak: of a verdict and of a remark its author. Empty where anybody may.
  public let owner: String

  /// Creates a topic.
  public init(_ kind: Kind, _ key: ReviewKey, subject: String = "", owner: String = "") {
    self.kind = kind
    self.key = key
    self.subject = subject
    self.owner = owner
  }

  public static func < (left: TeamTopic, right: TeamTopic) -> Bool {
    (left.key, left.kind.rawValue, left.subject, left.owner)
      < (right.key, right.kind.rawValue, right.subject, right.owner)
  }
}

/// What may be stored in an entry of the team's journal.
enum TeamRules {
  /// The longest quotation or detail, in scalars.
  static let longestDetail = 100_000

  /// Whether a topic can have been made by this program.
  static func allows(_ topic: TeamTopic) -> Bool {
    guard ReviewRules.keyPart(topic.key.issue) != nil else { return false }
    let isName = ReviewRules.reviewer(topic.subject) == topic.subject
    let ownerIsName = ReviewRules.reviewer(topic.owner) == topic.owner
    if topic.kind == .closing {
      return topic.key.reference.isEmpty && topic.subject.isEmpty && topic.owner.isEmpty
    }
    guard ReviewRules.keyPart(topic.key.reference) != nil, isName else { return false }
    switch topic.kind {
    case .assignment, .thread: return topic.owner.isEmpty
    case .verdict, .remark: return ownerIsName
    case .closing: return false
    }
  }

  /// Details without control characters other than line feeds and tabs, and none too long.
  static func details(_ details: [String: String]) -> [String: String] {
    details.mapValues { value in
      let scalars = value.unicodeScalars.prefix(longestDetail).filter { scalar in
        scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
      }
      return String(String.UnicodeScalarView(scalars))
    }
  }
}
