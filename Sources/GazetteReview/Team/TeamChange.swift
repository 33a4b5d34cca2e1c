import GazetteText

/// What a member of the team asks to be recorded about a topic.
public struct TeamChange: Hashable, Sendable {
  /// What is said something about.
  public let topic: TeamTopic
  /// What is said of it.
  public let state: TeamEntry.TopicState
  /// Why, or the remark itself; empty where nothing is said.
  public let note: String
  /// What belongs to it by its kind, by name; see `TeamDetail`.
  public let details: [String: String]
  /// The words of the unit as they stand now.
  public let text: ReviewedText

  /// Creates a change; notes and details lose what may not be stored.
  public init(
    _ topic: TeamTopic, _ state: TeamEntry.TopicState, note: String = "",
    details: [String: String] = [:], text: ReviewedText
  ) {
    self.topic = topic
    self.state = state
    self.note = ReviewRules.note(note)
    self.details = TeamRules.details(details)
    self.text = text
  }

  /// The entry that it makes where `current` holds, later than that in any case; nil when nothing
  /// would change.
  func applied(to current: TeamEntry?, author: String, at now: ReviewTime) -> TeamEntry? {
    let entry = TeamEntry(
      topic: topic, state: state, note: note, details: details, author: author,
      at: current.map { max(now, $0.at.next) } ?? now, text: text)
    guard let current else { return state == .none ? nil : entry }
    // What was taken away already has nothing to take away.
    if state == .none, current.state == .none { return nil }
    return entry.saysTheSame(as: current) && entry.text.standsTheSame(as: current.text)
      ? nil : entry
  }
}

extension TeamChange {
  /// Deals a unit out to a reader, or takes it back.
  public static func assign(
    _ key: ReviewKey, to reader: String, isTakenBack: Bool = false, text: ReviewedText
  ) -> TeamChange {
    TeamChange(
      TeamTopic(.assignment, key, subject: reader), isTakenBack ? .none : .assigned, text: text)
  }

  /// Confirms somebody's mark, or returns it with a remark.
  public static func judge(
    _ mark: ReviewMark, by author: String, _ state: TeamEntry.TopicState, note: String = "",
    text: ReviewedText
  ) -> TeamChange {
    TeamChange(
      TeamTopic(.verdict, mark.storedKey, subject: mark.reviewer, owner: author), state, note: note,
      details: state == .none
        ? [:] : [TeamDetail.judged: mark.state.rawValue, TeamDetail.judgedNote: mark.note],
      text: text)
  }

  /// Makes a remark: in a discussion, or one that begins a discussion.
  public static func remark(
    _ words: String, at key: ReviewKey, by author: String, in thread: String? = nil,
    about quote: TextQuote? = nil, text: ReviewedText, now: ReviewTime = .now()
  ) -> TeamChange {
    let number = SHA256.hexadecimal(
      [author, now.iso8601, key.description, thread ?? "", words].joined(separator: "\n"))
    var details: [String: String] = [:]
    if let thread { details[TeamDetail.thread] = thread }
    if let quote {
      details[TeamDetail.quote] = quote.exact
      if !quote.before.isEmpty { details[TeamDetail.before] = quote.before }
      if !quote.after.isEmpty { details[TeamDetail.after] = quote.after }
    }
    return TeamChange(
      TeamTopic(.remark, key, subject: String(number.prefix(12)), owner: author), .said,
      note: words, details: details, text: text)
  }

  /// Settles a discussion, or opens it again.
  public static func settle(
    _ thread: String, at key: ReviewKey, isSettled: Bool = true, text: ReviewedText
  ) -> TeamChange {
    TeamChange(
      TeamTopic(.thread, key, subject: thread), isSettled ? .resolved : .none, text: text)
  }

  /// Closes the review of an issue with what was read by whom, or opens it again.
  public static func close(
    issue: String, isClosed: Bool = true, note: String = "", summary: TeamSummary? = nil
  ) -> TeamChange {
    TeamChange(
      TeamTopic(.closing, ReviewKey(issue: issue, reference: "")), isClosed ? .closed : .none,
      note: note, details: summary.map { [TeamDetail.summary: $0.written] } ?? [:],
      text: ReviewedText(""))
  }
}
