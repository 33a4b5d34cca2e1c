import SQLiteKit

extension SQLiteJournal {
  func entries(ofIssue issue: String) throws -> [JournalEntry] {
    try DatabaseRow.fetchAll(
      database,
      sql: """
        SELECT \(Self.columns) FROM entry JOIN text ON text.id = entry.text
        WHERE entry.issue = ? ORDER BY entry.id
        """, arguments: [issue]
    ).map(Self.entry)
  }

  func move(_ entry: Int64, toIssue issue: String, previous: Int64?) throws {
    try database.execute(
      sql: """
        UPDATE entry SET issue = ?1, previous = ?2, checksum = entrySum(?1, reference, reviewer, at,
        state, note, tags, (SELECT content || surroundings FROM text WHERE text.id = entry.text)) WHERE id = ?3
        """, arguments: [issue, previous, entry])
  }

  func release(_ key: ReviewKey, _ reviewer: String) throws {
    try database.execute(
      sql: "DELETE FROM mark WHERE issue = ? AND reference = ? AND reviewer = ?",
      arguments: [key.issue, key.reference, reviewer])
  }

  func readersWithPlace(inIssue issue: String) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT reviewer FROM place WHERE issue = ?", arguments: [issue])
  }

  func movePlace(of reader: String, fromIssue issue: String, to other: String) throws {
    try database.execute(
      sql: "UPDATE OR IGNORE place SET issue = ? WHERE issue = ? AND reviewer = ?",
      arguments: [other, issue, reader])
  }
}

extension SQLiteReviewStore {
  /// The ids of issues under which marks or places of older versions still wait for the issue whose
  /// words they were put on.
  public func idsWithoutPublication() throws(ReviewFailure) -> [String] {
    try reading { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT issue FROM mark WHERE instr(issue, '/') = 0
          UNION SELECT issue FROM place WHERE instr(issue, '/') = 0
          """)
    }
  }
}
