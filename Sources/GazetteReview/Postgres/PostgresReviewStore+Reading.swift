import PostgresKit

extension PostgresReviewStore {
  /// The marks that hold and say something, by key and reviewer: of one issue or all, of one
  /// reviewer or all.
  public func marks(
    ofIssue issue: String?, reviewer: String?
  ) throws(ReviewFailure) -> [ReviewMark] {
    try reading { connection in
      try connection.rows(
        """
        SELECT \(PostgresJournal.columns) FROM \(PostgresJournal.marks)
        WHERE ($1::text IS NULL OR mark."issue" = $1) AND ($2::text IS NULL OR mark."reviewer" = $2)
        ORDER BY mark."issue", mark."reference", mark."reviewer"
        """, [issue, reviewer]
      ).map { PostgresJournal.entry(from: $0).mark }.filter { !$0.isBlank }
    }
  }

  /// Everyone's marks at one node that hold and say something, sorted by reviewer.
  public func marks(at key: ReviewKey) throws(ReviewFailure) -> [ReviewMark] {
    try reading { connection in
      try connection.rows(
        """
        SELECT \(PostgresJournal.columns) FROM \(PostgresJournal.marks)
        WHERE mark."issue" = $1 AND mark."reference" = $2 ORDER BY mark."reviewer"
        """, [key.issue, key.reference]
      ).map { PostgresJournal.entry(from: $0).mark }.filter { !$0.isBlank }
    }
  }

  /// Everything that happened at one node, the oldest first.
  public func history(of key: ReviewKey) throws(ReviewFailure) -> [ReviewEvent] {
    try reading { connection in
      let rows = try connection.rows(
        """
        SELECT \(PostgresJournal.columns), step."kind" FROM \(PostgresJournal.entries)
        JOIN gazette.step AS step ON step."id" = entry."step"
        WHERE entry."issue" = $1 AND entry."reference" = $2 ORDER BY entry."id"
        """, [key.issue, key.reference])
      let entries = rows.map(PostgresJournal.entry)
      // An entry takes the place of one at the same node, so all are at hand.
      let marks = Dictionary(
        entries.map { ($0.id, $0.mark) }, uniquingKeysWith: { first, _ in first })
      return zip(rows, entries).map { row, entry in
        ReviewEvent(
          kind: ReviewEvent.Kind(rawValue: row.text(12)) ?? .change,
          previous: entry.previous.flatMap { marks[$0] }, mark: entry.mark)
      }
    }
  }

  /// Every mark ever put, for handing on.
  public func ledger(
    ofIssue issue: String?, reviewer: String?
  ) throws(ReviewFailure) -> ReviewLedger {
    try reading { connection in
      ReviewLedger(
        try connection.rows(
          """
          SELECT \(PostgresJournal.columns) FROM \(PostgresJournal.entries)
          WHERE ($1::text IS NULL OR entry."issue" = $1)
          AND ($2::text IS NULL OR entry."reviewer" = $2)
          """, [issue, reviewer]
        ).map { PostgresJournal.entry(from: $0).mark })
    }
  }

  /// Everyone who has put a mark, sorted.
  public func reviewers() throws(ReviewFailure) -> [String] {
    try reading { connection in
      try connection.rows("SELECT DISTINCT \"reviewer\" FROM gazette.mark ORDER BY \"reviewer\"")
        .map { $0.text(0) }
    }
  }

  /// The tags in use, the most frequent first, for completion.
  public func tags() throws(ReviewFailure) -> [String] {
    try reading { connection in
      var counts: [String: Int] = [:]
      let rows = try connection.rows(
        """
        SELECT entry."tags" FROM gazette.mark AS mark
        JOIN gazette.entry AS entry ON entry."id" = mark."entry" WHERE entry."tags" <> ''
        """)
      for row in rows {
        for tag in row.text(0).split(separator: "\n") { counts[String(tag), default: 0] += 1 }
      }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
  }

  // MARK: - Places

  /// Where the reviewer left each of the issues, in no order.
  public func places(
    reviewer: String, issues: [String]
  ) throws(ReviewFailure) -> [ReviewPlace] {
    try reading { connection in
      try connection.rows(
        "SELECT \"issue\", \"at\", \"value\" FROM gazette.place WHERE \"reviewer\" = $1", [reviewer]
      )
      .map {
        ReviewPlace(
          issue: $0.text(0), at: ReviewTime(milliseconds: $0.number(1) ?? 0), value: $0.text(2))
      }
      .filter { issues.contains($0.issue) }
    }
  }

  /// Remembers where the reviewer leaves, in place of what was remembered.
  public func save(_ places: [ReviewPlace], reviewer: String) throws(ReviewFailure) {
    if places.isEmpty { return }
    try writing { journal in
      for place in places {
        _ = try journal.connection.rows(
          """
          INSERT INTO gazette.place ("reviewer", "issue", "at", "value")
          VALUES ($1, $2, $3::bigint, $4) ON CONFLICT ("reviewer", "issue")
          DO UPDATE SET "at" = excluded."at", "value" = excluded."value"
          """, [reviewer, place.issue, String(place.at.milliseconds), place.value])
      }
    }
  }
}
