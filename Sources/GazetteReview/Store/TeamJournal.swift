/// What a store reads and writes, inside a transaction, of what is dealt out, judged, said and closed.
///
/// What holds is not kept but follows from the entries, of which few are about the same topic.
protocol TeamJournal {
  /// Every entry about a topic, in no order.
  func history(of topic: TeamTopic) throws -> [TeamJournalEntry]

  /// Every verdict on the marks of a reviewer under a key, in no order.
  func verdicts(on key: ReviewKey, of reviewer: String) throws -> [TeamJournalEntry]

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

  /// Keeps the verdicts on marks with these where they are kept under other keys from now on.
  ///
  /// - Parameter moves: From which key to which, and when the mark there was put.
  func moveVerdicts(
    _ moves: [(from: ReviewKey, to: ReviewKey, at: ReviewTime)], of reviewer: String,
    step: () throws -> Int64
  ) throws {
    // All are read before any is written, since each may take the place of another.
    var held: [(entry: TeamEntry, id: Int64, to: ReviewKey, at: ReviewTime)] = []
    for move in moves {
      for topic in Set(try verdicts(on: move.from, of: reviewer).map(\.entry.topic)).sorted() {
        guard let current = try current(of: topic), current.entry.state != .none else { continue }
        held.append((current.entry, current.id, move.to, move.at))
      }
    }
    for (entry, id, _, at) in held {
      let nothing = TeamEntry(
        topic: entry.topic, state: .none, author: entry.author, at: max(at, entry.at.next),
        text: entry.text)
      try append(nothing, step: step(), previous: id)
    }
    for (entry, _, key, at) in held {
      let topic = entry.topic.at(key)
      let there = try current(of: topic)
      let moved = TeamEntry(
        topic: topic, state: entry.state, note: entry.note, details: entry.details,
        author: entry.author, at: max(at, entry.at.next, there?.entry.at.next ?? at),
        text: entry.text)
      try append(moved, step: step(), previous: there?.id)
    }
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
