import SQLiteKit

extension SQLiteReviewStore {
  /// The marks that hold and say something, by key and reviewer: of one issue or all, of one
  /// reviewer or all.
  public func marks(
    ofIssue issue: String?, reviewer: String?
  ) throws(ReviewFailure) -> [ReviewMark] {
    try reading { database in
      let cursor = try DatabaseRow.fetchCursor(
        database,
        sql: """
          SELECT \(SQLiteJournal.columns) FROM mark JOIN entry ON entry.id = mark.entry
          JOIN text ON text.id = entry.text
          WHERE (?1 IS NULL OR mark.issue = ?1) AND (?2 IS NULL OR mark.reviewer = ?2)
          ORDER BY mark.issue, mark.reference, mark.reviewer
          """, arguments: [issue, reviewer])
      var marks: [ReviewMark] = []
      while let row = try cursor.next() {
        let mark = try SQLiteJournal.entry(from: row).mark
        if !mark.isBlank { marks.append(mark) }
      }
      return marks
    }
  }

  /// Everyone's marks at one node that hold and say something, sorted by reviewer.
  public func marks(at key: ReviewKey) throws(ReviewFailure) -> [ReviewMark] {
    try reading { database in
      try DatabaseRow.fetchAll(
        database,
        sql: """
          SELECT \(SQLiteJournal.columns) FROM mark JOIN entry ON entry.id = mark.entry
          JOIN text ON text.id = entry.text
          WHERE mark.issue = ? AND mark.reference = ? ORDER BY mark.reviewer
          """, arguments: [key.issue, key.reference]
      )
      .map { try SQLiteJournal.entry(from: $0).mark }.filter { !$0.isBlank }
    }
  }

  /// Everything that happened at one node, the oldest first.
  public func history(of key: ReviewKey) throws(ReviewFailure) -> [ReviewEvent] {
    try reading { database in
      let journal = SQLiteJournal(database: database)
      return try DatabaseRow.fetchAll(
        database,
        sql: """
          SELECT \(SQLiteJournal.columns), step.kind FROM entry JOIN text ON text.id = entry.text
          JOIN step ON step.id = entry.step
          WHERE entry.issue = ? AND entry.reference = ? ORDER BY entry.id
          """, arguments: [key.issue, key.reference]
      ).map { row in
        let entry = try SQLiteJournal.entry(from: row)
        return ReviewEvent(
          kind: ReviewEvent.Kind(rawValue: row[13]) ?? .change,
          previous: try entry.previous.flatMap { try journal.entry($0)?.mark }, mark: entry.mark)
      }
    }
  }

  /// Every mark ever put, for handing on.
  public func ledger(
    ofIssue issue: String?, reviewer: String?
  ) throws(ReviewFailure) -> ReviewLedger {
    try reading { database in
      let cursor = try DatabaseRow.fetchCursor(
        database,
        sql: """
          SELECT \(SQLiteJournal.columns) FROM entry JOIN text ON text.id = entry.text
          WHERE (?1 IS NULL OR entry.issue = ?1) AND (?2 IS NULL OR entry.reviewer = ?2)
          """, arguments: [issue, reviewer])
      var ledger = ReviewLedger()
      while let row = try cursor.next() { ledger.insert(try SQLiteJournal.entry(from: row).mark) }
      return ledger
    }
  }

  /// Everyone who has put a mark, sorted.
  public func reviewers() throws(ReviewFailure) -> [String] {
    try reading { database in
      try String.fetchAll(database, sql: "SELECT DISTINCT reviewer FROM mark ORDER BY reviewer")
    }
  }

  /// The tags in use, the most frequent first, for completion.
  public func tags() throws(ReviewFailure) -> [String] {
    try reading { database in
      var counts: [String: Int] = [:]
      let cursor = try DatabaseRow.fetchCursor(
        database,
        sql: """
          SELECT entry.tags FROM mark JOIN entry ON entry.id = mark.entry WHERE entry.tags <> ''
          """)
      while let row = try cursor.next() {
        let tags: String = row[0]
        for tag in tags.split(separator: "\n") { counts[String(tag), default: 0] += 1 }
      }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }
}
