extension ReviewJournal {
  /// Adds a mark and has it hold.
  func put(_ mark: ReviewMark, step: Int64, previous: Int64?) throws {
    let entry = try append(mark, step: step, previous: previous)
    try hold(mark.key, mark.reviewer, entry: entry)
  }

  /// Makes changes in one step and gives the marks that now hold for each; what changes nothing is
  /// not recorded.
  func apply(
    _ changes: [ReviewChange], by reviewer: String, at now: ReviewTime
  ) throws -> [ReviewMark] {
    try team.requireOpen(changes.map(\.key.issue))
    var step: Int64?
    var marks: [ReviewMark] = []
    var moves: [ReviewMove] = []
    for move in changes.flatMap(\.moves) where !moves.contains(move) { moves.append(move) }
    try move(moves, by: reviewer, at: now) {
      let id = try step ?? beginChange(by: reviewer, at: now)
      step = id
      return id
    }
    for change in changes {
      let current = try current(change.key, reviewer)
      guard let mark = change.applied(to: current?.mark, reviewer: reviewer, at: now) else {
        if let current { marks.append(current.mark) }
        continue
      }
      let id = try step ?? beginChange(by: reviewer, at: now)
      step = id
      try put(mark, step: id, previous: current?.id)
      marks.append(mark)
    }
    return marks
  }

  /// Records what a member of the team says, in one step, and gives the entries that now hold for
  /// each; what changes nothing is not recorded.
  func record(
    _ changes: [TeamChange], by author: String, at now: ReviewTime
  ) throws -> [TeamEntry] {
    try team.requireOpen(changes.map(\.topic).filter { $0.kind != .closing }.map(\.key.issue))
    var step: Int64?
    var entries: [TeamEntry] = []
    for change in changes {
      let current = try team.current(of: change.topic)
      guard let entry = change.applied(to: current?.entry, author: author, at: now) else {
        if let current { entries.append(current.entry) }
        continue
      }
      let id = try step ?? beginChange(by: author, at: now)
      step = id
      try team.append(entry, step: id, previous: current?.id)
      entries.append(entry)
    }
    return entries
  }

  /// Takes back the reviewer's last step that was not taken back yet; nil when there is none.
  func undo(by reviewer: String, at now: ReviewTime) throws -> ReviewStep? {
    guard let (step, target) = try beginUndo(by: reviewer, at: now) else { return nil }
    return try reverse(target, in: step, by: reviewer, at: now)
  }

  /// Makes again what the reviewer took back last; nil when there is nothing, or something was
  /// changed since.
  func redo(by reviewer: String, at now: ReviewTime) throws -> ReviewStep? {
    guard let (step, target) = try beginRedo(by: reviewer, at: now) else { return nil }
    return try reverse(target, in: step, by: reviewer, at: now)
  }

  /// Puts back what held before a step, wherever what the step put still holds.
  private func reverse(
    _ target: Int64, in step: Int64, by reviewer: String, at now: ReviewTime
  ) throws -> ReviewStep {
    var result = ReviewStep()
    let entries = try entries(ofStep: target)
    let topics = try team.entries(ofStep: target).map(\.entry.topic).filter { $0.kind != .closing }
    try team.requireOpen(entries.map(\.mark.key.issue) + topics.map(\.key.issue))
    for entry in entries.reversed() {
      let mark = entry.mark
      guard let current = try current(mark.key, mark.reviewer), current.mark.saysTheSame(as: mark)
      else {
        result.skipped.append(mark.key)
        continue
      }
      let before = try entry.previous.flatMap { try self.entry($0)?.mark }
      let restored = ReviewMark(
        key: mark.key, reviewer: mark.reviewer, state: before?.state ?? .unread,
        note: before?.note ?? "", tags: before?.tags ?? [], at: max(now, current.mark.at.next),
        text: before?.text ?? mark.text)
      try put(restored, step: step, previous: current.id)
      result.changed.append(restored)
    }
    // A verdict that is put back is about the mark that was put back before it.
    let latest = result.changed.map(\.at).max() ?? now
    try team.reverse(target, in: step, by: reviewer, at: max(now, latest), into: &result)
    result.changed.reverse()
    // Of several marks that a step put under one key the one that was put back last holds.
    var seen: Set<ReviewLedger.Owner> = []
    result.changed = result.changed.filter {
      seen.insert(ReviewLedger.Owner(key: $0.key, reviewer: $0.reviewer)).inserted
    }
    result.skipped.reverse()
    return result
  }
}
