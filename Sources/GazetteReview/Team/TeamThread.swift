/// A remark in a discussion.
public struct TeamRemark: Hashable, Sendable {
  /// Its number, by which it is named.
  public let id: String
  /// Who made it.
  public let author: String
  /// The remark.
  public let words: String
  /// When.
  public let at: ReviewTime
  /// The words that it is about; nil where it is about the whole unit.
  public let quote: TextQuote?
  /// The discussion that it belongs to; its own number where it began one.
  public let thread: String
  /// Where it stands in the issue as that is.
  public let placement: ReviewPlacement

  init?(_ entry: TeamEntry) {
    guard entry.topic.kind == .remark, entry.state == .said else { return nil }
    id = entry.topic.subject
    author = entry.topic.owner
    words = entry.note
    at = entry.at
    quote = entry.details[TeamDetail.quote].map { exact in
      TextQuote(
        exact: exact, before: entry.details[TeamDetail.before] ?? "",
        after: entry.details[TeamDetail.after] ?? "")
    }
    thread = entry.details[TeamDetail.thread] ?? id
    placement = entry.placement
  }
}

/// A discussion under a unit (讨论): a remark or a mark's note, and what was answered.
public struct TeamThread: Hashable, Sendable {
  /// Its number, or `note:` and the reviewer whose note it is about.
  public let id: String
  /// What was said, the oldest first.
  public let remarks: [TeamRemark]
  /// Who settled it; nil while it is open.
  public let settledBy: String?
  /// Where it stands in the issue as that is; unsure where more than one place could be meant.
  public var placement = ReviewPlacement.asPut

  /// Whether it still waits for somebody.
  public var isOpen: Bool { settledBy == nil && !remarks.isEmpty }

  /// The reviewer whose note it is about; nil where it began with a remark.
  public var noteReviewer: String? { Self.noteReviewer(of: id) }

  /// The words of the text that it is about: those of the remark that began it.
  public var quote: TextQuote? {
    noteReviewer == nil ? remarks.first { $0.id == id }?.quote : nil
  }

  private static let notePrefix = "note:"

  /// The reviewer whose note a discussion of that number is about; nil where it began with a remark.
  public static func noteReviewer(of id: String) -> String? {
    id.hasPrefix(notePrefix) ? String(id.dropFirst(notePrefix.count)) : nil
  }

  /// The discussion about a reviewer's note at a unit.
  public static func ofNote(by reviewer: String) -> String { notePrefix + reviewer }
}
