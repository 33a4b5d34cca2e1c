import GRDB

/// Adds the marks of another store inside a transaction.
struct ReviewMerge {
  let database: Database

  /// Adds marks, old and new; the newest of each reviewer at each node holds.
  ///
  /// - Returns: What that did, and how many entries were added.
  func add(
    _ ledger: ReviewLedger, at now: ReviewTime
  ) throws -> (report: ReviewMergeReport, added: Int) {
    let journal = ReviewJournal(database: database)
    var report = ReviewMergeReport()
    var step: Int64?
    var added = 0
    for owner in ledger.owners {
      let mine = try journal.history(owner.key, owner.reviewer)
      let known = Set(mine.map(\.mark))
      var merged = ReviewLedger(known)
      report.add(merged.merge(ReviewLedger(ledger.history(of: owner))))
      let missing = ledger.history(of: owner).subtracting(known)
        .sorted { $1.holds(against: $0) }
      guard !missing.isEmpty else { continue }
      let id = try step ?? ReviewSteps.importing(database, at: now)
      step = id
      let previous = try journal.current(owner.key, owner.reviewer)?.id
      let holding = merged.current(of: owner)
      for mark in missing {
        let entry = try journal.append(mark, step: id, previous: previous)
        if mark == holding { try journal.hold(mark, entry: entry) }
      }
      added += missing.count
    }
    return (report, added)
  }
}

extension SQLiteReviewStore {
  /// Adds the marks of another store, old and new, and says what that did.
  ///
  /// The newest of each reviewer at each node holds; everything else is in the history. All or
  /// nothing is taken, but for marks of the future (`ReviewLedger.clockSkew`). Merging the same again
  /// changes nothing.
  public func merge(
    _ ledger: ReviewLedger, at now: ReviewTime
  ) throws(ReviewFailure) -> ReviewMergeReport {
    let (past, ahead) = ledger.parted(at: max(now, .now()))
    var report = try writing { database in
      try ReviewMerge(database: database).add(past, at: now).report
    }
    report.ahead = ahead
    return report
  }
}
