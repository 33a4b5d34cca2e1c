extension PostgresReviewStore {
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
    return try writing { journal in
      try journal.team.requireOpen(cleaned.map(\.key.issue), path: path)
      var step: Int64?
      var marks: [ReviewMark] = []
      for change in cleaned {
        let current = try journal.current(change.key, reviewer)
        guard let mark = change.applied(to: current?.mark, reviewer: reviewer, at: now) else {
          if let current { marks.append(current.mark) }
          continue
        }
        let id = try step ?? journal.change(by: reviewer, at: now)
        step = id
        try journal.put(mark, step: id, previous: current?.id)
        marks.append(mark)
      }
      return marks
    }
  }

  /// Takes back the reviewer's last step that was not taken back yet; nil when there is none.
  public func undo(reviewer: String, at now: ReviewTime) throws(ReviewFailure) -> ReviewStep? {
    let path = path
    return try writing { journal in
      guard let (step, target) = try journal.undo(by: reviewer, at: now) else { return nil }
      return try journal.reverse(target, in: step, by: reviewer, at: now, path: path)
    }
  }

  /// Makes again what the reviewer took back last; nil when there is nothing, or something was
  /// changed since.
  public func redo(reviewer: String, at now: ReviewTime) throws(ReviewFailure) -> ReviewStep? {
    let path = path
    return try writing { journal in
      guard let (step, target) = try journal.redo(by: reviewer, at: now) else { return nil }
      return try journal.reverse(target, in: step, by: reviewer, at: now, path: path)
    }
  }

  /// Adds the marks of another store, old and new, and says what that did.
  ///
  /// The newest of each reviewer at each node holds; everything else is in the history. All or
  /// nothing is taken, but for marks of the future (`ReviewLedger.clockSkew`). Merging the same again
  /// changes nothing.
  public func merge(
    _ ledger: ReviewLedger, at now: ReviewTime
  ) throws(ReviewFailure) -> ReviewMergeReport {
    let (past, ahead) = ledger.parted(at: max(now, .now()))
    var report = try writing { journal in try journal.add(past, at: now).report }
    report.ahead = ahead
    return report
  }
}

extension PostgresReviewStore: LastingReviewStore {
  /// There is nothing to tidy up.
  public func settle() {}

  /// Records marks that were put aside while the server could not be used.
  public func record(
    _ unfinished: [(reviewer: String, mark: UnfinishedMark)]
  ) throws(ReviewFailure) -> Int {
    // Each is a step of its own: a token is for one.
    var count = 0
    for (reviewer, unfinished) in unfinished {
      count += try writing { journal in
        let history = try journal.history(unfinished.change.key, reviewer).map(\.mark)
        guard let mark = unfinished.mark(beside: history, reviewer: reviewer) else { return 0 }
        return try journal.add(ReviewLedger([mark]), at: .now()).added
      }
    }
    return count
  }
}

extension PostgresJournal {
  /// Adds marks, old and new; the newest of each reviewer at each node holds.
  ///
  /// - Returns: What that did, and how many entries were added.
  fileprivate func add(
    _ ledger: ReviewLedger, at now: ReviewTime
  ) throws -> (report: ReviewMergeReport, added: Int) {
    var report = ReviewMergeReport()
    var step: Int64?
    var added = 0
    for owner in ledger.owners {
      let mine = try history(owner.key, owner.reviewer)
      let known = Set(mine.map(\.mark))
      var merged = ReviewLedger(known)
      report.add(merged.merge(ReviewLedger(ledger.history(of: owner))))
      let missing = ledger.history(of: owner).subtracting(known).sorted { $1.holds(against: $0) }
      guard !missing.isEmpty else { continue }
      let id = try step ?? importing(at: now)
      step = id
      let previous = try current(owner.key, owner.reviewer)?.id
      let holding = merged.current(of: owner)
      for mark in missing {
        let entry = try append(mark, step: id, previous: previous)
        if mark == holding { try hold(mark, entry: entry) }
      }
      added += missing.count
    }
    return (report, added)
  }

  /// Puts back what held before a step, wherever what the step put still holds.
  fileprivate func reverse(
    _ target: Int64, in step: Int64, by reviewer: String, at now: ReviewTime, path: String
  ) throws -> ReviewStep {
    var result = ReviewStep()
    let entries = try entries(ofStep: target)
    let topics = try team.entries(ofStep: target).map(\.entry.topic).filter { $0.kind != .closing }
    try team.requireOpen(entries.map(\.mark.key.issue) + topics.map(\.key.issue), path: path)
    try team.reverse(target, in: step, by: reviewer, at: now, into: &result)
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
    result.changed.reverse()
    result.skipped.reverse()
    return result
  }
}
