import GazetteText
import SQLiteKit

/// How the team's entries lie in SQLite: a journal beside that of the marks, with the same steps.
///
/// What holds is not kept but follows from the entries, of which few are about the same topic. Of an
/// entry about the issue itself `reference` is empty, `details` is an object of JSON or empty,
/// `previous` is what held before, and `checksum` speaks for everything but the numbers of rows.
enum TeamSchema {
  /// Creates the table. The words stay short: the database keeps them on its first pages.
  static let statements = """
    CREATE TABLE teamEntry (id INTEGER PRIMARY KEY AUTOINCREMENT,
      step INTEGER NOT NULL REFERENCES step, kind TEXT NOT NULL, issue TEXT NOT NULL,
      reference TEXT NOT NULL, subject TEXT NOT NULL, owner TEXT NOT NULL, author TEXT NOT NULL,
      at INTEGER NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, details TEXT NOT NULL,
      text INTEGER NOT NULL REFERENCES text, previous INTEGER REFERENCES teamEntry,
      checksum TEXT NOT NULL);
    CREATE INDEX teamEntryByTopic ON teamEntry (issue, reference, kind, subject, owner);
    CREATE INDEX teamEntryByStep ON teamEntry (step);
    CREATE TRIGGER teamEntryStays BEFORE DELETE ON teamEntry
      BEGIN SELECT RAISE (ABORT, 'the history only grows'); END;
    CREATE TRIGGER teamEntryIsFixed BEFORE UPDATE ON teamEntry
      BEGIN SELECT RAISE (ABORT, 'the history only grows'); END;
    """
}

/// The team's journal inside a transaction.
struct SQLiteTeamJournal: TeamJournal {
  let database: Database

  /// The columns that make an entry, in the order `row(from:)` reads them.
  static let columns = """
    teamEntry.id, teamEntry.previous, teamEntry.kind, teamEntry.issue, teamEntry.reference,
    teamEntry.subject, teamEntry.owner, teamEntry.author, teamEntry.at, teamEntry.state,
    teamEntry.note, teamEntry.details, teamEntry.checksum, text.content, text.fingerprint,
    text.surroundings
    """

  /// Reads a row of `columns`; nil where it is not what was written.
  static func row(from row: DatabaseRow) -> TeamJournalEntry? { self.row(from: row.values) }

  /// Reads the values of `columns`; nil where they are not what was written.
  static func row(from row: [DatabaseValue]) -> TeamJournalEntry? {
    func text(_ index: Int) -> String? { row[index].text }
    guard let id = row[0].integer,
      let kind = text(2).flatMap(TeamTopic.Kind.init(rawValue:)), let issue = text(3),
      let reference = text(4), let subject = text(5), let owner = text(6), let author = text(7),
      let at = row[8].integer,
      let state = text(9).flatMap(TeamEntry.TopicState.init(rawValue:)), let note = text(10),
      let details = text(11).flatMap(TeamDetail.read), let content = text(13),
      let fingerprint = text(14), let surroundings = text(15)
    else { return nil }
    let entry = TeamEntry(
      topic: TeamTopic(
        kind, ReviewKey(issue: issue, reference: reference), subject: subject, owner: owner),
      state: state, note: note, details: details, author: author,
      at: ReviewTime(milliseconds: at),
      text: ReviewedText(
        content: content, fingerprint: fingerprint, surroundings: WordSurroundings(surroundings)))
    guard text(12) == checksum(of: entry), TeamRules.allows(entry.topic) else { return nil }
    return TeamJournalEntry(id: id, entry: entry, previous: row[1].integer)
  }

  /// Tells whether an entry is as it was written.
  static func checksum(of entry: TeamEntry) -> String {
    let fields =
      [
        entry.topic.kind.rawValue, entry.topic.key.issue, entry.topic.key.reference,
        entry.topic.subject, entry.topic.owner, entry.author, String(entry.at.milliseconds),
        entry.state.rawValue, entry.note, TeamDetail.written(entry.details), entry.text.content,
      ] + (entry.text.surroundings.map { [$0.written] } ?? [])
    // The lengths, so that no character can move from one field into the next.
    let text = fields.map { "\($0.utf8.count):\($0)" }.joined()
    return String(SHA256.hexadecimal(text).prefix(16))
  }

  /// Every entry about a topic, in no order.
  func history(of topic: TeamTopic) throws -> [TeamJournalEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM teamEntry JOIN text ON text.id = teamEntry.text
        WHERE teamEntry.issue = ? AND teamEntry.reference = ? AND teamEntry.kind = ?
        AND teamEntry.subject = ? AND teamEntry.owner = ?
        """)
    return try DatabaseRow.fetchAll(
      statement,
      arguments: [
        topic.key.issue, topic.key.reference, topic.kind.rawValue, topic.subject, topic.owner,
      ]
    ).compactMap(Self.row)
  }

  /// Every verdict on the marks of a reviewer under a key, in no order.
  func verdicts(on key: ReviewKey, of reviewer: String) throws -> [TeamJournalEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM teamEntry JOIN text ON text.id = teamEntry.text
        WHERE teamEntry.issue = ? AND teamEntry.reference = ? AND teamEntry.kind = ?
        AND teamEntry.subject = ?
        """)
    return try DatabaseRow.fetchAll(
      statement,
      arguments: [key.issue, key.reference, TeamTopic.Kind.verdict.rawValue, reviewer]
    ).compactMap(Self.row)
  }

  /// The entries of one step, in the order they were made.
  func entries(ofStep step: Int64) throws -> [TeamJournalEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM teamEntry JOIN text ON text.id = teamEntry.text
        WHERE teamEntry.step = ? ORDER BY teamEntry.id
        """)
    return try DatabaseRow.fetchAll(statement, arguments: [step]).compactMap(Self.row)
  }

  /// The entry of that number.
  func entry(_ id: Int64) throws -> TeamEntry? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM teamEntry JOIN text ON text.id = teamEntry.text
        WHERE teamEntry.id = ?
        """)
    return try DatabaseRow.fetchOne(statement, arguments: [id]).flatMap(Self.row)?.entry
  }

  /// Adds an entry.
  func append(_ entry: TeamEntry, step: Int64, previous: Int64?) throws {
    let text = try SQLiteJournal(database: database).text(entry.text)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO teamEntry (step, kind, issue, reference, subject, owner, author, at, state,
        note, details, text, previous, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        step, entry.topic.kind.rawValue, entry.topic.key.issue, entry.topic.key.reference,
        entry.topic.subject, entry.topic.owner, entry.author, entry.at.milliseconds,
        entry.state.rawValue, entry.note, TeamDetail.written(entry.details), text, previous,
        Self.checksum(of: entry),
      ])
  }
}
