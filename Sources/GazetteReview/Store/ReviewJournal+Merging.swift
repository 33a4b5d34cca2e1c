extension ReviewJournal {
  /// Adds marks, old and new; the newest of each reviewer at each node holds.
  ///
  /// - Returns: What that did, and how many entries were added.
  @discardableResult
  func add(
    _ ledger: ReviewLedger, at now: ReviewTime
  ) throws -> (report: ReviewMergeReport, added: Int) {
    var report = ReviewMergeReport()
    var step: Int64?
    var added = 0
    for owner in ledger.owners {
      let known = Set(try history(owner.key, owner.reviewer).map(\.mark))
      var merged = ReviewLedger(known)
      report.add(merged.merge(ReviewLedger(ledger.history(of: owner))))
      let missing = ledger.history(of: owner).subtracting(known).sorted { $1.holds(against: $0) }
      guard !missing.isEmpty else { continue }
      let id = try step ?? beginImport(at: now)
      step = id
      let previous = try current(owner.key, owner.reviewer)?.id
      let holding = merged.current(of: owner)
      for mark in missing {
        let entry = try append(mark, step: id, previous: previous)
        if mark == holding { try hold(mark.key, mark.reviewer, entry: entry) }
      }
      added += missing.count
    }
    return (report, added)
  }

  /// Adds marks that were put aside while the store could not be used, in one step; gives how many
  /// were not there.
  func record(
    _ unfinished: [(reviewer: String, mark: UnfinishedMark)], at now: ReviewTime
  ) throws -> Int {
    var ledger = ReviewLedger()
    var team = TeamLedger()
    var step: Int64?
    for (reviewer, unfinished) in unfinished {
      switch unfinished.content {
      case .mark(let change):
        let owner = ReviewLedger.Owner(key: change.key, reviewer: reviewer)
        // One that was put aside before may be what this one changes.
        func mark() throws -> ReviewMark? {
          let history = try history(owner.key, reviewer).map(\.mark) + ledger.history(of: owner)
          return change.mark(
            beside: history.sorted { $1.holds(against: $0) }, reviewer: reviewer, at: unfinished.at)
        }
        guard try mark() != nil else { continue }
        try move(change.moves, by: reviewer, at: unfinished.at) {
          let id = try step ?? beginImport(at: now)
          step = id
          return id
        }
        guard let mark = try mark() else { continue }
        ledger.insert(mark)
      case .team(let change):
        let earlier = team.history(of: change.topic)
        let history = (try self.team.history(of: change.topic).map(\.entry) + earlier)
          .sorted { $1.holds(against: $0) }
        guard let entry = change.entry(beside: history, author: reviewer, at: unfinished.at)
        else { continue }
        team.insert(entry)
      }
    }
    return try add(ledger, at: now).added + add(team, at: now).added
  }

  /// Adds the team's entries of another store, old and new, and says what that did.
  @discardableResult
  func add(_ ledger: TeamLedger, at now: ReviewTime) throws -> TeamMergeReport {
    var report = TeamMergeReport()
    var step: Int64?
    for topic in ledger.topics {
      let known = try team.history(of: topic)
      let current = known.max { $1.entry.holds(against: $0.entry) }
      let missing = ledger.history(of: topic).subtracting(known.map(\.entry))
        .sorted { $1.holds(against: $0) }
      guard let newest = missing.last else { continue }
      let id = try step ?? beginImport(at: now)
      step = id
      for entry in missing { try team.append(entry, step: id, previous: current?.id) }
      report.added += missing.count
      if current.map({ newest.holds(against: $0.entry) }) ?? true { report.changed += 1 }
    }
    return report
  }
}
