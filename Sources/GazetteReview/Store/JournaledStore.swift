/// A store that keeps a journal: what it records follows from the journal's rules, so that every
/// store decides alike.
protocol JournaledStore: LastingReviewStore {
  associatedtype Journal: ReviewJournal

  /// Runs `body` in a transaction that holds the lock of all writers from its beginning.
  ///
  /// `body` may run several times, each time on what then holds; at most one of them is kept.
  ///
  /// - Parameter acknowledged: What of the result is acknowledged to somebody: it is in the store that
  ///   stands at the path when this returns, whatever happened to that meanwhile.
  func writing<Value: Sendable>(
    keeping acknowledged: (Value) -> ReviewKept, _ body: (Journal) throws -> Value
  ) throws(ReviewFailure) -> Value
}

/// What of a transaction's result is acknowledged to somebody.
struct ReviewKept: Sendable {
  var marks: [ReviewMark] = []
  var team: [TeamEntry] = []
}

extension JournaledStore {
  /// Runs `body` in a transaction of which nothing is acknowledged mark by mark.
  func writing<Value: Sendable>(
    _ body: (Journal) throws -> Value
  ) throws(ReviewFailure) -> Value {
    try writing(keeping: { _ in ReviewKept() }, body)
  }

  /// Makes changes in one step, all or none, and gives the marks that now hold for each change.
  @discardableResult
  public func apply(
    _ changes: [ReviewChange], reviewer name: String, at now: ReviewTime
  ) throws(ReviewFailure) -> [ReviewMark] {
    let path = path
    let reviewer = try ReviewRules.requiredReviewer(name, for: path)
    let cleaned = try changes.map { (change) throws(ReviewFailure) in
      try change.cleaned(for: path)
    }
    return try writing(keeping: { ReviewKept(marks: $0) }) { journal in
      try journal.apply(cleaned, by: reviewer, at: now)
    }
  }

  /// Records changes in one step of the author's, all or none, and gives the entries that now hold
  /// for each.
  @discardableResult
  public func record(
    _ changes: [TeamChange], author name: String, at now: ReviewTime
  ) throws(ReviewFailure) -> [TeamEntry] {
    let author = try ReviewRules.requiredReviewer(name, for: path)
    for change in changes where !TeamRules.allows(change.topic) {
      throw ReviewFailure(.badReviewer(change.topic.subject), path: path)
    }
    return try writing(keeping: { ReviewKept(team: $0) }) { journal in
      try journal.record(changes, by: author, at: now)
    }
  }

  /// Takes back the reviewer's last step that was not taken back yet; nil when there is none.
  public func undo(reviewer: String, at now: ReviewTime) throws(ReviewFailure) -> ReviewStep? {
    try writing(keeping: { $0?.kept ?? ReviewKept() }) { journal in
      try journal.undo(by: reviewer, at: now)
    }
  }

  /// Makes again what the reviewer took back last; nil when there is nothing, or something was
  /// changed since.
  public func redo(reviewer: String, at now: ReviewTime) throws(ReviewFailure) -> ReviewStep? {
    try writing(keeping: { $0?.kept ?? ReviewKept() }) { journal in
      try journal.redo(by: reviewer, at: now)
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

  /// Adds the team's entries of another store, old and new, and says what that did.
  public func merge(
    _ team: TeamLedger, at now: ReviewTime
  ) throws(ReviewFailure) -> TeamMergeReport {
    try writing { journal in try journal.add(team, at: now) }
  }

  /// Records marks that were put aside while the store could not be used; gives how many.
  public func record(
    _ unfinished: [(reviewer: String, mark: UnfinishedMark)]
  ) throws(ReviewFailure) -> Int {
    try writing { journal in try journal.record(unfinished, at: .now()) }
  }

  /// Gives an issue what older versions kept for it under its id alone.
  ///
  /// - Returns: Whether that was anything.
  @discardableResult
  public func adopt(_ scope: ReviewScope) throws(ReviewFailure) -> Bool {
    if scope.issueName.publication.isEmpty { return false }
    return try writing { try ReviewAdoption(journal: $0, scope: scope).run() }
  }

  /// The entries that hold at one issue, or at all.
  public func team(ofIssue issue: String?) throws(ReviewFailure) -> [TeamEntry] {
    try teamLedger(ofIssue: issue, author: nil).current.filter { $0.state != .none }
  }
}

extension ReviewStep {
  /// What of it somebody relies on.
  fileprivate var kept: ReviewKept { ReviewKept(marks: changed, team: team) }
}
