import PostgresKit

/// The journal of marks and steps inside a transaction.
struct PostgresJournal: ReviewJournal {
  let connection: PostgresConnection
  /// What the step of this transaction is known by.
  let token: String

  var team: PostgresTeamJournal { PostgresTeamJournal(journal: self) }

  /// The columns of `entry` and `text` that make a mark, in the order `entry(from:)` reads them.
  static let columns = """
    entry."id", entry."previous", entry."issue", entry."reference", entry."reviewer",
    entry."state", entry."note", entry."tags", entry."at", text."content", text."fingerprint",
    text."surroundings"
    """

  /// Where the columns of an entry come from.
  static let entries = """
    gazette.entry AS entry JOIN gazette.text AS text ON text."id" = entry."text"
    """

  /// Where the columns of an entry that holds come from.
  static let marks = """
    gazette.mark AS mark JOIN gazette.entry AS entry ON entry."id" = mark."entry"
    JOIN gazette.text AS text ON text."id" = entry."text"
    """

  /// Reads a row of `columns`.
  static func entry(from row: [String?]) -> JournalEntry {
    let mark = ReviewMark(
      key: ReviewKey(issue: row.text(2), reference: row.text(3)), reviewer: row.text(4),
      state: ReviewState(rawValue: row.text(5)) ?? .unread, note: row.text(6),
      tags: row.text(7).split(separator: "\n").map(String.init),
      at: ReviewTime(milliseconds: row.number(8) ?? 0),
      text: ReviewedText(
        content: row.text(9), fingerprint: row.text(10),
        surroundings: WordSurroundings(row.text(11))))
    return JournalEntry(id: row.number(0) ?? 0, mark: mark, previous: row.number(1))
  }

  /// The entry that holds.
  func current(_ key: ReviewKey, _ reviewer: String) throws -> JournalEntry? {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.marks)
      WHERE mark."issue" = $1 AND mark."reference" = $2 AND mark."reviewer" = $3
      """, [key.issue, key.reference, reviewer]
    ).first.map(Self.entry)
  }

  /// Every entry of one reviewer at one node.
  func history(_ key: ReviewKey, _ reviewer: String) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.entries)
      WHERE entry."issue" = $1 AND entry."reference" = $2 AND entry."reviewer" = $3
      ORDER BY entry."at", entry."id"
      """, [key.issue, key.reference, reviewer]
    ).map(Self.entry)
  }

  /// The entries of one step, in the order they were made.
  func entries(ofStep step: Int64) throws -> [JournalEntry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.entries) WHERE entry."step" = $1::bigint
      ORDER BY entry."id"
      """, [String(step)]
    ).map(Self.entry)
  }

  /// The entry of that number.
  func entry(_ id: Int64) throws -> JournalEntry? {
    try connection.rows(
      "SELECT \(Self.columns) FROM \(Self.entries) WHERE entry.\"id\" = $1::bigint", [String(id)]
    ).first.map(Self.entry)
  }

  /// Adds a mark to the history without having it hold; gives its number.
  func append(_ mark: ReviewMark, step: Int64, previous: Int64?) throws -> Int64 {
    try connection.rows(
      """
      INSERT INTO gazette.entry ("step", "issue", "reference", "reviewer", "at", "state", "note",
      "tags", "text", "previous")
      VALUES ($1::bigint, $2, $3, $4, $5::bigint, $6, $7, $8, $9::bigint, $10::bigint)
      RETURNING "id"
      """,
      [
        String(step), mark.key.issue, mark.key.reference, mark.reviewer,
        String(mark.at.milliseconds), mark.state.rawValue, mark.note,
        mark.tags.joined(separator: "\n"), String(text(mark.text)), previous.map { String($0) },
      ]
    ).first?.number(0) ?? 0
  }

  func hold(_ key: ReviewKey, _ reviewer: String, entry: Int64) throws {
    _ = try connection.rows(
      """
      INSERT INTO gazette.mark ("issue", "reference", "reviewer", "entry")
      VALUES ($1, $2, $3, $4::bigint)
      ON CONFLICT ("issue", "reference", "reviewer") DO UPDATE SET "entry" = excluded."entry"
      """, [key.issue, key.reference, reviewer, String(entry)])
  }

  /// The number of a text, which is added when it is new.
  func text(_ text: ReviewedText) throws -> Int64 {
    try connection.rows(
      """
      WITH found AS (
        SELECT "id" FROM gazette.text WHERE "fingerprint" = $1 AND "content" = $2
        AND "surroundings" = $3 LIMIT 1
      ), made AS (
        INSERT INTO gazette.text ("fingerprint", "content", "surroundings")
        SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM found) RETURNING "id"
      ) SELECT "id" FROM found UNION ALL SELECT "id" FROM made
      """, [text.fingerprint, text.content, text.writtenSurroundings]
    ).first?.number(0) ?? 0
  }

  // MARK: - Steps

  /// Whether the step of this transaction was taken by an earlier try.
  func isTaken() throws -> Bool {
    try !connection.rows("SELECT 1 FROM gazette.step WHERE \"token\" = $1", [token]).isEmpty
  }

  func stacks(of reviewer: String) throws -> StepStacks {
    let row = try connection.rows(
      """
      SELECT "undoTop", "redoTop" FROM gazette.step WHERE "reviewer" = $1
      ORDER BY "id" DESC LIMIT 1
      """, [reviewer]
    ).first
    return StepStacks(undoTop: row?.number(0), redoTop: row?.number(1))
  }

  func below(_ step: Int64) throws -> Int64? {
    try connection.rows(
      "SELECT \"below\" FROM gazette.step WHERE \"id\" = $1::bigint", [String(step)]
    ).first?.number(0)
  }

  func begin(_ step: JournalStep, stacks: (Int64) -> StepStacks) throws -> Int64 {
    let number = try connection.rows(
      "SELECT nextval(pg_get_serial_sequence('gazette.step', 'id'))"
    ).first?.number(0)
    let id = number ?? 0
    let after = stacks(id)
    _ = try connection.rows(
      """
      INSERT INTO gazette.step
      ("id", "token", "reviewer", "at", "kind", "target", "below", "undoTop", "redoTop")
      VALUES ($1::bigint, $2, $3, $4::bigint, $5, $6::bigint, $7::bigint, $8::bigint, $9::bigint)
      """,
      [
        String(id), token, step.reviewer, String(step.at.milliseconds), step.kind.rawValue,
        step.target.map { String($0) }, step.below.map { String($0) },
        after.undoTop.map { String($0) }, after.redoTop.map { String($0) },
      ])
    return id
  }
}
