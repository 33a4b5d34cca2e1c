/// What a store reads and writes, inside a transaction, of what is dealt out, judged, said and closed.
///
/// What holds is not kept but follows from the entries, of which few are about the same topic.
protocol TeamJournal {
  /// Every entry about a topic, in no order.
  func history(of topic: TeamTopic) throws -> [TeamJournalEntry]

  /// The entries of one step, in the order they were made.
  func entries(ofStep step: Int64) throws -> [TeamJournalEntry]

  /// The entry of that number.
  func entry(_ id: Int64) throws -> TeamEntry?

  /// Adds an entry.
  func append(_ entry: TeamEntry, step: Int64, previous: Int64?) throws
}

/// An entry of the team with its place in the journal.
struct TeamJournalEntry {
  let id: Int64
  let entry: TeamEntry
  /// What held before.
  let previous: Int64?
}

extension TeamJournal {
  /// The entry about a topic that holds.
  func current(of topic: TeamTopic) throws -> TeamJournalEntry? {
    try history(of: topic).max { $1.entry.holds(against: $0.entry) }
  }

  /// Refuses what would change a closed issue.
  func requireOpen(_ issues: some Sequence<String>) throws {
    for issue in Set(issues) {
      let topic = TeamTopic(.closing, ReviewKey(issue: issue, reference: ""))
      guard let closing = try current(of: topic).flatMap({ TeamClosing($0.entry) }) else {
        continue
      }
      throw ReviewFailure(.closed(closing.author, closing.at))
    }
  }

  /// Puts back what held before a step, wherever what the step put still holds.
  func reverse(
    _ target: Int64, in step: Int64, by author: String, at now: ReviewTime,
    into result: inout ReviewStep
  ) throws {
    for row in try entries(ofStep: target).reversed() {
      let entry = row.entry
      guard let current = try current(of: entry.topic), current.entry.saysTheSame(as: entry) else {
        result.skipped.append(entry.topic.key)
        continue
      }
      let before = try row.previous.flatMap { try self.entry($0) }
      let restored = TeamEntry(
        topic: entry.topic, state: before?.state ?? .none, note: before?.note ?? "",
        details: before?.details ?? [:], author: author, at: max(now, current.entry.at.next),
        text: before?.text ?? entry.text)
      try append(restored, step: step, previous: current.id)
      result.team.append(restored)
    }
  }
}
