import GRDB

extension SQLiteReviewStore {
  /// Records what a member of the team says, in one step.
  @discardableResult
  public func record(
    _ changes: [TeamChange], author name: String, at now: ReviewTime
  ) throws(ReviewFailure) -> [TeamEntry] {
    guard let author = ReviewRules.reviewer(name) else {
      throw ReviewFailure(.badReviewer(name), path: path)
    }
    for change in changes where !TeamRules.allows(change.topic) {
      throw ReviewFailure(.badReviewer(change.topic.subject), path: path)
    }
    let path = path
    return try writing(keeping: { ReviewKept(team: $0) }) { database in
      let journal = TeamJournal(database: database)
      try journal.requireOpen(
        changes.filter { $0.topic.kind != .closing }.map(\.topic.key.issue), path: path)
      var step: Int64?
      var entries: [TeamEntry] = []
      for change in changes {
        let current = try journal.current(of: change.topic)
        guard let entry = change.applied(to: current?.entry, author: author, at: now) else {
          if let current { entries.append(current.entry) }
          continue
        }
        let id = try step ?? ReviewSteps(database: database, reviewer: author).change(at: now)
        step = id
        try journal.append(entry, step: id, previous: current?.id)
        entries.append(entry)
      }
      return entries
    }
  }

  /// What the team has said, the entry that holds of each topic, of one issue or all.
  public func team(ofIssue issue: String?) throws(ReviewFailure) -> [TeamEntry] {
    try teamLedger(ofIssue: issue, author: nil).current.filter { $0.state != .none }
  }

  /// Every entry of the team's journal, of one issue or all.
  public func teamLedger(
    ofIssue issue: String?, author: String?
  ) throws(ReviewFailure) -> TeamLedger {
    try reading { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(TeamJournal.columns) FROM teamEntry JOIN text ON text.id = teamEntry.text
          WHERE (?1 IS NULL OR teamEntry.issue = ?1) AND (?2 IS NULL OR teamEntry.author = ?2)
          """, arguments: [issue, author])
      var ledger = TeamLedger()
      while let row = try cursor.next() {
        if let entry = TeamJournal.row(from: row)?.entry { ledger.insert(entry) }
      }
      return ledger
    }
  }

  /// Adds the entries of another journal.
  public func merge(
    _ team: TeamLedger, at now: ReviewTime
  ) throws(ReviewFailure) -> TeamMergeReport {
    try writing { database in
      try TeamJournal(database: database).merge(team, at: now)
    }
  }

  /// A number that grows whenever anybody writes.
  public func changeCount() throws(ReviewFailure) -> Int64 {
    try reading { database in
      try Int64.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    }
  }
}

extension TeamJournal {
  /// Adds the entries of another store, old and new, and says what that did.
  func merge(_ team: TeamLedger, at now: ReviewTime) throws -> TeamMergeReport {
    var report = TeamMergeReport()
    var step: Int64?
    for topic in team.topics {
      let known = try history(of: topic)
      let current = known.max { $1.entry.holds(against: $0.entry) }
      let missing = team.history(of: topic).subtracting(known.map(\.entry))
        .sorted { $1.holds(against: $0) }
      guard let newest = missing.last else { continue }
      let id = try step ?? ReviewSteps.importing(database, at: now)
      step = id
      for entry in missing { try append(entry, step: id, previous: current?.id) }
      report.added += missing.count
      if current.map({ newest.holds(against: $0.entry) }) ?? true { report.changed += 1 }
    }
    return report
  }
}
