import PostgresKit

extension PostgresJournal {
  func entries(ofIssue issue: String) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.entries) WHERE entry."issue" = $1 ORDER BY entry."id"
      """, [issue]
    ).map(Self.entry)
  }

  func move(_ entry: Int64, toIssue issue: String, previous: Int64?) throws {
    _ = try connection.rows(
      """
      UPDATE gazette.entry SET "issue" = $1, "previous" = $2::bigint WHERE "id" = $3::bigint
      """, [issue, previous.map { String($0) }, String(entry)])
  }

  func release(_ key: ReviewKey, _ reviewer: String) throws {
    _ = try connection.rows(
      """
      DELETE FROM gazette.mark WHERE "issue" = $1 AND "reference" = $2 AND "reviewer" = $3
      """, [key.issue, key.reference, reviewer])
  }

  func readersWithPlace(inIssue issue: String) throws -> [String] {
    try connection.rows("SELECT \"reviewer\" FROM gazette.place WHERE \"issue\" = $1", [issue])
      .map { $0.text(0) }
  }

  func movePlace(of reader: String, fromIssue issue: String, to other: String) throws {
    _ = try connection.rows(
      """
      UPDATE gazette.place SET "issue" = $1 WHERE "issue" = $2 AND "reviewer" = $3 AND NOT EXISTS
      (SELECT FROM gazette.place WHERE "issue" = $1 AND "reviewer" = $3)
      """, [other, issue, reader])
  }
}

extension PostgresReviewStore {
  /// The ids of issues under which marks or places of older versions still wait for the issue whose
  /// words they were put on. They come by imports.
  public func idsWithoutPublication() throws(ReviewFailure) -> [String] {
    try reading { connection in
      try connection.rows(
        """
        SELECT "issue" FROM gazette.mark WHERE strpos("issue", '/') = 0
        UNION SELECT "issue" FROM gazette.place WHERE strpos("issue", '/') = 0
        """
      ).map { $0.text(0) }
    }
  }
}
