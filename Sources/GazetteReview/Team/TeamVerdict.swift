import GazetteText

/// What a second reader thinks of somebody's mark (复核).
public struct TeamVerdict: Hashable, Sendable {
  /// Whose mark it is about.
  public let reviewer: String
  /// Who looked at it again.
  public let author: String
  /// Whether it is returned, not confirmed.
  public let isReturned: Bool
  /// Why.
  public let note: String
  /// When it was judged.
  public let at: ReviewTime
  /// The state that the mark had, and the words that it was put on.
  let judged: ReviewState
  let text: ReviewedText

  init?(_ entry: TeamEntry) {
    guard entry.topic.kind == .verdict, entry.state == .confirmed || entry.state == .returned,
      let judged = entry.details[TeamDetail.judged].flatMap(ReviewState.init(rawValue:))
    else { return nil }
    reviewer = entry.topic.subject
    author = entry.topic.owner
    isReturned = entry.state == .returned
    note = entry.note
    at = entry.at
    self.judged = judged
    text = entry.text
  }

  /// Whether it still is about the mark as it is: a mark that was returned is looked at anew once
  /// it was changed, one that was confirmed once its state or its words are others.
  func holds(for mark: ReviewMark) -> Bool {
    guard mark.state == judged, mark.text.saysTheSame(as: text) else { return false }
    return !isReturned || mark.at <= at
  }
}

/// How far two pairs of eyes are with a mark (四眼).
public enum TeamStanding: Hashable, Sendable {
  /// There is nothing to look at again: unread, or changed since.
  case none
  /// Nobody else has looked at it yet, or not since it changed.
  case pending
  /// Another confirmed it and nobody returned it.
  case confirmed
  /// Another returned it.
  case returned

  /// The standing's name for readers; nil for none.
  public func name(in language: Language) -> String? {
    let name: Phrase? =
      switch self {
      case .none: nil
      case .pending: Phrase("待复核", "awaits a second reader")
      case .confirmed: Phrase("已复核", "confirmed")
      case .returned: Phrase("退回", "returned")
      }
    return name?[language]
  }
}
