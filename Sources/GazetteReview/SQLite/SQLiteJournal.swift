import SQLiteKit

/// The journal of marks and steps inside a transaction.
struct SQLiteJournal: ReviewJournal {
  let database: Database

  var team: SQLiteTeamJournal { SQLiteTeamJournal(database: database) }

  /// The columns of `entry` and `text` that make a mark, in the order `entry(from:)` reads them.
  static let columns = """
    entry.id, entry.previous, entry.issue, entry.reference, entry.reviewer, entry.state, entry.note,
    entry.tags, entry.at, text.content, text.fingerprint, entry.checksum,
    text.surroundings
    """

  /// Reads a row of `columns`.
  ///
  /// - Throws: `ReviewFailure.Reason.corrupt` where it does not say what was written.
  static func entry(from row: DatabaseRow) throws -> JournalEntry {
    let tags: String = row[7]
    let mark = ReviewMark(
      key: ReviewKey(issue: row[2], reference: row[3]), reviewer: row[4],
      state: ReviewState(rawValue: row[5]) ?? .unread, note: row[6],
      tags: tags.split(separator: "\n").map(String.init),
      at: ReviewTime(milliseconds: row[8]),
      text: ReviewedText(
        content: row[9], fingerprint: row[10], surroundings: WordSurroundings(row[12])))
    let sum = row.text(11)
    // The sum of the words is long to make and only asked for by `ReviewCheck`.
    let own = ReviewChecksum.of(
      issue: mark.key.issue, reference: mark.key.reference, reviewer: mark.reviewer,
      at: row[8], state: row[5], note: mark.note, tags: tags)
    guard sum?.prefix(16) == own[...] else {
      let id: Int64 = row[0]
      throw ReviewFailure(.corrupt("entry \(id)"))
    }
    return JournalEntry(id: row[0], mark: mark, previous: row.integer(1))
  }

  /// The entry that holds.
  func current(_ key: ReviewKey, _ reviewer: String) throws -> JournalEntry? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM mark JOIN entry ON entry.id = mark.entry
        JOIN text ON text.id = entry.text
        WHERE mark.issue = ? AND mark.reference = ? AND mark.reviewer = ?
        """)
    return try DatabaseRow.fetchOne(statement, arguments: [key.issue, key.reference, reviewer])
      .map(Self.entry)
  }

  /// Every entry of one reviewer at one node, the oldest first.
  func history(_ key: ReviewKey, _ reviewer: String) throws -> [JournalEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM entry JOIN text ON text.id = entry.text
        WHERE entry.issue = ? AND entry.reference = ? AND entry.reviewer = ?
        ORDER BY entry.at, entry.id
        """)
    return try DatabaseRow.fetchAll(statement, arguments: [key.issue, key.reference, reviewer])
      .map(Self.entry)
  }

  /// The entries of one step, in the order they were made.
  func entries(ofStep step: Int64) throws -> [JournalEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM entry JOIN text ON text.id = entry.text
        WHERE entry.step = ? ORDER BY entry.id
        """)
    return try DatabaseRow.fetchAll(statement, arguments: [step]).map(Self.entry)
  }

  /// The entry of that number.
  func entry(_ id: Int64) throws -> JournalEntry? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM entry JOIN text ON text.id = entry.text WHERE entry.id = ?
        """)
    return try DatabaseRow.fetchOne(statement, arguments: [id]).map(Self.entry)
  }

  /// Adds a mark to the history without having it hold; gives its number.
  func append(_ mark: ReviewMark, step: Int64, previous: Int64?) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO entry (step, issue, reference, reviewer, at, state, note, tags, text, previous,
        checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        step, mark.key.issue, mark.key.reference, mark.reviewer, mark.at.milliseconds,
        mark.state.rawValue, mark.note, mark.tags.joined(separator: "\n"), text(mark.text),
        previous, ReviewChecksum.of(mark),
      ])
    return database.lastInsertedRowID
  }

  func hold(_ key: ReviewKey, _ reviewer: String, entry: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO mark (issue, reference, reviewer, entry) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [key.issue, key.reference, reviewer, entry])
  }

  /// The number of a text, which is added when it is new.
  func text(_ text: ReviewedText) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM text WHERE fingerprint = ? AND content = ? AND surroundings = ?")
    let values: [(any DatabaseStorable)?] = [
      text.fingerprint, text.content, text.writtenSurroundings,
    ]
    if let id = try Int64.fetchOne(statement, arguments: values) { return id }
    try database.cachedStatement(
      sql: "INSERT INTO text (fingerprint, content, surroundings) VALUES (?, ?, ?)"
    ).execute(arguments: values)
    return database.lastInsertedRowID
  }
}
