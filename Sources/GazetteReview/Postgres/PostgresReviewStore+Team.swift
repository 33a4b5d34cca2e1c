extension PostgresReviewStore {
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
}
