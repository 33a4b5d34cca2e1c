import SQLiteKit

extension SQLiteReviewStore {
  /// Every entry of the team's journal, of one issue or all.
  public func teamLedger(
    ofIssue issue: String?, author: String?
  ) throws(ReviewFailure) -> TeamLedger {
    try reading { database in
      let cursor = try DatabaseRow.fetchCursor(
        database,
        sql: """
          SELECT \(SQLiteTeamJournal.columns) FROM teamEntry JOIN text ON text.id = teamEntry.text
          WHERE (?1 IS NULL OR teamEntry.issue = ?1) AND (?2 IS NULL OR teamEntry.author = ?2)
          """, arguments: [issue, author])
      var ledger = TeamLedger()
      while let row = try cursor.next() {
        if let entry = SQLiteTeamJournal.row(from: row)?.entry { ledger.insert(entry) }
      }
      return ledger
    }
  }

  /// A number that grows whenever anybody writes.
  public func changeCount() throws(ReviewFailure) -> Int64 {
    try reading { database in
      try Int64.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    }
  }
}
