extension PostgresReviewStore {
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
    return try writing { journal in
      try journal.team.requireOpen(
        changes.filter { $0.topic.kind != .closing }.map(\.topic.key.issue), path: path)
      var step: Int64?
      var entries: [TeamEntry] = []
      for change in changes {
        let current = try journal.team.current(of: change.topic)
        guard let entry = change.applied(to: current?.entry, author: author, at: now) else {
          if let current { entries.append(current.entry) }
          continue
        }
        let id = try step ?? journal.change(by: author, at: now)
        step = id
        try journal.team.append(entry, step: id, previous: current?.id)
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
    try reading { connection in
      TeamLedger(
        try connection.rows(
          """
          SELECT \(PostgresTeamJournal.columns) FROM \(PostgresTeamJournal.entries)
          WHERE ($1::text IS NULL OR entry."issue" = $1)
          AND ($2::text IS NULL OR entry."author" = $2)
          """, [issue, author]
        ).compactMap { PostgresTeamJournal.row(from: $0)?.entry })
    }
  }

  /// Adds the entries of another journal.
  public func merge(
    _ team: TeamLedger, at now: ReviewTime
  ) throws(ReviewFailure) -> TeamMergeReport {
    try writing { journal in
      var report = TeamMergeReport()
      var step: Int64?
      for topic in team.topics {
        let known = try journal.team.history(of: topic)
        let current = known.max { $1.entry.holds(against: $0.entry) }
        let missing = team.history(of: topic).subtracting(known.map(\.entry))
          .sorted { $1.holds(against: $0) }
        guard let newest = missing.last else { continue }
        let id = try step ?? journal.importing(at: now)
        step = id
        for entry in missing { try journal.team.append(entry, step: id, previous: current?.id) }
        report.added += missing.count
        if current.map({ newest.holds(against: $0.entry) }) ?? true { report.changed += 1 }
      }
      return report
    }
  }
}
