import PostgresKit

/// The team's journal inside a transaction.
struct PostgresTeamJournal: TeamJournal {
  let journal: PostgresJournal

  private var connection: PostgresConnection { journal.connection }

  /// The columns that make an entry, in the order `row(from:)` reads them.
  static let columns = """
    entry."id", entry."previous", entry."kind", entry."issue", entry."reference",
    entry."subject", entry."owner", entry."author", entry."at", entry."state", entry."note",
    entry."details", text."content", text."fingerprint", text."surroundings"
    """

  /// Where the columns come from.
  static let entries = """
    gazette."teamEntry" AS entry JOIN gazette.text AS text ON text."id" = entry."text"
    """

  /// Reads a row of `columns`; nil where it is not what was written.
  static func row(from row: [String?]) -> TeamJournalEntry? {
    guard let id = row.number(0), let kind = TeamTopic.Kind(rawValue: row.text(2)),
      let at = row.number(8), let state = TeamEntry.TopicState(rawValue: row.text(9)),
      let details = TeamDetail.read(row.text(11))
    else { return nil }
    let topic = TeamTopic(
      kind, ReviewKey(issue: row.text(3), reference: row.text(4)), subject: row.text(5),
      owner: row.text(6))
    guard TeamRules.allows(topic) else { return nil }
    let entry = TeamEntry(
      topic: topic, state: state, note: row.text(10), details: details, author: row.text(7),
      at: ReviewTime(milliseconds: at),
      text: ReviewedText(
        content: row.text(12), fingerprint: row.text(13),
        surroundings: WordSurroundings(row.text(14))))
    return TeamJournalEntry(id: id, entry: entry, previous: row.number(1))
  }

  /// Every entry about a topic, in no order.
  func history(of topic: TeamTopic) throws -> [TeamJournalEntry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.entries) WHERE entry."issue" = $1
      AND entry."reference" = $2 AND entry."kind" = $3 AND entry."subject" = $4
      AND entry."owner" = $5
      """,
      [topic.key.issue, topic.key.reference, topic.kind.rawValue, topic.subject, topic.owner]
    ).compactMap(Self.row)
  }

  /// Every verdict on the marks of a reviewer under a key, in no order.
  func verdicts(on key: ReviewKey, of reviewer: String) throws -> [TeamJournalEntry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.entries) WHERE entry."issue" = $1
      AND entry."reference" = $2 AND entry."kind" = $3 AND entry."subject" = $4
      """,
      [key.issue, key.reference, TeamTopic.Kind.verdict.rawValue, reviewer]
    ).compactMap(Self.row)
  }

  /// The entries of one step, in the order they were made.
  func entries(ofStep step: Int64) throws -> [TeamJournalEntry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM \(Self.entries) WHERE entry."step" = $1::bigint
      ORDER BY entry."id"
      """, [String(step)]
    ).compactMap(Self.row)
  }

  /// The entry of that number.
  func entry(_ id: Int64) throws -> TeamEntry? {
    try connection.rows(
      "SELECT \(Self.columns) FROM \(Self.entries) WHERE entry.\"id\" = $1::bigint", [String(id)]
    ).first.flatMap(Self.row)?.entry
  }

  /// Adds an entry.
  func append(_ entry: TeamEntry, step: Int64, previous: Int64?) throws {
    let text = try journal.text(entry.text)
    _ = try connection.rows(
      """
      INSERT INTO gazette."teamEntry" ("step", "kind", "issue", "reference", "subject", "owner",
      "author", "at", "state", "note", "details", "text", "previous")
      VALUES ($1::bigint, $2, $3, $4, $5, $6, $7, $8::bigint, $9, $10, $11, $12::bigint,
      $13::bigint)
      """,
      [
        String(step), entry.topic.kind.rawValue, entry.topic.key.issue, entry.topic.key.reference,
        entry.topic.subject, entry.topic.owner, entry.author, String(entry.at.milliseconds),
        entry.state.rawValue, entry.note, TeamDetail.written(entry.details), String(text),
        previous.map { String($0) },
      ])
  }
}
