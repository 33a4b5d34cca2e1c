/// What a team has dealt out, judged, said and closed, whatever keeps it: entries of the same
/// journal as the marks, with the same steps for undoing.
public protocol TeamStore: Sendable {
  /// Records changes in one step of the author's, all or none, and gives the entries that now hold
  /// for each.
  ///
  /// What changes nothing is not recorded. An issue that is closed takes nothing but its reopening.
  @discardableResult
  func record(
    _ changes: [TeamChange], author: String, at now: ReviewTime
  ) throws(ReviewFailure) -> [TeamEntry]

  /// The entries that hold at one issue, or at all.
  func team(ofIssue issue: String?) throws(ReviewFailure) -> [TeamEntry]

  /// Every entry ever made, for handing on: of one issue or all, of one author or all.
  func teamLedger(ofIssue issue: String?, author: String?) throws(ReviewFailure) -> TeamLedger

  /// Adds the entries of another store, old and new, and says what that did. All or nothing is
  /// taken; merging the same again changes nothing.
  func merge(_ team: TeamLedger, at now: ReviewTime) throws(ReviewFailure) -> TeamMergeReport

  /// A number that is another one once anybody else has written into the store. It costs next to
  /// nothing and writes nothing.
  func changeCount() throws(ReviewFailure) -> Int64
}

extension TeamStore {
  /// Records changes now.
  @discardableResult
  public func record(
    _ changes: [TeamChange], author: String
  ) throws(ReviewFailure) -> [TeamEntry] {
    try record(changes, author: author, at: .now())
  }

  /// What a team has agreed on and said about an issue, each where the words stand now that it is about.
  public func teamSheet(in scope: ReviewScope) throws(ReviewFailure) -> TeamSheet {
    TeamSheet(try team(ofIssue: scope.issueName.description), in: scope)
  }
}
