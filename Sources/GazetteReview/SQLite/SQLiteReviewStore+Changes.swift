import GRDB

extension SQLiteReviewStore {
  /// Makes changes in one step, all or none, and gives the marks that now hold for each change.
  ///
  /// What changes nothing is not recorded. Afterwards nothing can be redone.
  @discardableResult
  public func apply(
    _ changes: [ReviewChange], reviewer name: String, at now: ReviewTime
  ) throws(ReviewFailure) -> [ReviewMark] {
    guard let reviewer = ReviewRules.reviewer(name) else {
      throw ReviewFailure(.badReviewer(name), path: path)
    }
    let path = path
    let cleaned = try changes.map { (change) throws(ReviewFailure) in
      try change.cleaned(for: path)
    }
    return try writing(keeping: { ReviewKept(marks: $0) }) { database in
      let journal = ReviewJournal(database: database)
      try TeamJournal(database: database).requireOpen(cleaned.map(\.key.issue), path: path)
      var step: Int64?
      var marks: [ReviewMark] = []
      for change in cleaned {
        let current = try journal.current(change.key, reviewer)
        guard let mark = change.applied(to: current?.mark, reviewer: reviewer, at: now) else {
          if let current { marks.append(current.mark) }
          continue
        }
        let id = try step ?? ReviewSteps(database: database, reviewer: reviewer).change(at: now)
        step = id
        try journal.put(mark, step: id, previous: current?.id)
        marks.append(mark)
      }
      return marks
    }
  }

  /// Takes back the reviewer's last step that was not taken back yet; nil when there is none.
  public func undo(
    reviewer: String, at now: ReviewTime
  ) throws(ReviewFailure) -> ReviewStep? {
    try writing(keeping: { ReviewKept(marks: $0?.changed ?? [], team: $0?.team ?? []) }) {
      database in
      let steps = ReviewSteps(database: database, reviewer: reviewer)
      guard let (id, target) = try steps.undo(at: now) else { return nil }
      return try self.reverse(target, in: id, by: reviewer, at: now, database)
    }
  }

  /// Makes again what the reviewer took back last; nil when there is nothing, or something was
  /// changed since.
  public func redo(
    reviewer: String, at now: ReviewTime
  ) throws(ReviewFailure) -> ReviewStep? {
    try writing(keeping: { ReviewKept(marks: $0?.changed ?? [], team: $0?.team ?? []) }) {
      database in
      let steps = ReviewSteps(database: database, reviewer: reviewer)
      guard let (id, target) = try steps.redo(at: now) else { return nil }
      return try self.reverse(target, in: id, by: reviewer, at: now, database)
    }
  }

  /// Puts back what held before a step, wherever what the step put still holds.
  private func reverse(
    _ target: Int64, in step: Int64, by reviewer: String, at now: ReviewTime, _ database: Database
  ) throws -> ReviewStep {
    let journal = ReviewJournal(database: database)
    let team = TeamJournal(database: database)
    var result = ReviewStep()
    let concerned =
      try journal.entries(ofStep: target).map(\.mark.key.issue)
      + team.entries(ofStep: target).map(\.entry.topic).filter { $0.kind != .closing }
      .map(\.key.issue)
    try team.requireOpen(concerned, path: path)
    try team.reverse(target, in: step, by: reviewer, at: now, into: &result)
    for entry in try journal.entries(ofStep: target).reversed() {
      let mark = entry.mark
      guard let current = try journal.current(mark.key, mark.reviewer),
        current.mark.saysTheSame(as: mark)
      else {
        result.skipped.append(mark.key)
        continue
      }
      let before = try entry.previous.flatMap { try journal.entry($0)?.mark }
      let restored = ReviewMark(
        key: mark.key, reviewer: mark.reviewer, state: before?.state ?? .unread,
        note: before?.note ?? "", tags: before?.tags ?? [], at: max(now, current.mark.at.next),
        text: before?.text ?? mark.text)
      try journal.put(restored, step: step, previous: current.id)
      result.changed.append(restored)
    }
    result.changed.reverse()
    result.skipped.reverse()
    return result
  }
}
