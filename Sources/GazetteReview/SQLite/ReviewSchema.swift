import SQLiteKit

/// How the store lies in SQLite.
///
/// `entry` is a journal that only grows: each row is a mark as it was put, with the entry it took
/// the place of, so every change has its previous and its new values. `mark` names the entries that
/// hold. `step` groups the entries of one command and carries each reviewer's undo and redo stacks
/// as linked lists, so that undoing, too, only appends. `text` keeps the words that marks were put
/// on, each once.
enum ReviewSchema {
  /// Marks the file as ours: `GZRV` in ASCII.
  static let applicationID: Int64 = 0x475A_5256

  /// What makes each version of the one before, from the first on.
  private static let steps = [
    firstVersion + "\nPRAGMA application_id = \(applicationID);", secondVersion, thirdVersion,
    TeamSchema.statements, fifthVersion, sixthVersion,
  ]

  /// The version that this program writes.
  static let version = steps.count

  /// Brings a store to the present version.
  ///
  /// Each step is one change with the version it leads to, so that older programs see that the file is newer than
  /// they are, and a process that is killed leaves a whole one.
  static func migrate(_ queue: DatabaseQueue) throws {
    while try queue.use({ try makeStep(in: $0) }) {}
  }

  /// Makes the next step; false where there is none.
  private static func makeStep(in database: Database) throws -> Bool {
    try database.transaction(.immediate) {
      let present = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard steps.indices.contains(present) else { return false }
      try database.execute(sql: steps[present])
      try database.execute(sql: "PRAGMA user_version = \(present + 1)")
      return true
    }
  }

  /// Words are kept with what is known of those around them (`WordSurroundings`), which is nothing for those of
  /// before.
  private static let sixthVersion =
    "ALTER TABLE text ADD COLUMN surroundings TEXT NOT NULL DEFAULT ''"

  /// Each entry says what it said when it was written, so that damage is found (`ReviewChecksum`).
  private static let fifthVersion = """
    DROP TRIGGER entryIsFixed;
    ALTER TABLE entry ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
    UPDATE entry SET checksum = coalesce(
      (SELECT \(ReviewChecksum.sqlOfFifthVersion) FROM text WHERE text.id = entry.text), '');
    """ + "\n" + entryIsFixed

  /// Issues are named with their publication, 吉林省人民政府公报/2021-11, no longer by the id alone.
  ///
  /// To which publication an entry of before belongs only its words can tell, when an issue is at
  /// hand: `ReviewAdoption` then gives it its name. Nothing else of an entry may change.
  private static let thirdVersion = "DROP TRIGGER entryIsFixed;\n" + entryIsFixed

  private static let entryIsFixed = """
    CREATE TRIGGER entryIsFixed BEFORE UPDATE ON entry
      WHEN instr(OLD.issue, '/') > 0 OR NEW.id <> OLD.id OR NEW.step <> OLD.step
        OR NEW.reference <> OLD.reference OR NEW.reviewer <> OLD.reviewer OR NEW.at <> OLD.at
        OR NEW.state <> OLD.state OR NEW.note <> OLD.note OR NEW.tags <> OLD.tags
        OR NEW.text <> OLD.text
      BEGIN SELECT RAISE (ABORT, 'the history only grows'); END;
    """

  /// Where each reviewer left each issue. It is no part of the review: nothing of it is handed on,
  /// and a place takes that of the one before.
  private static let secondVersion = """
    CREATE TABLE place (
      reviewer TEXT NOT NULL,
      issue TEXT NOT NULL,
      at INTEGER NOT NULL,       -- milliseconds since 1970
      value TEXT NOT NULL,       -- as the browser wrote it
      PRIMARY KEY (reviewer, issue)
    ) WITHOUT ROWID;
    """

  private static let firstVersion = """
    CREATE TABLE text (
      id INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL,
      content TEXT NOT NULL
    );
    CREATE INDEX textByFingerprint ON text (fingerprint);

    CREATE TABLE step (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      reviewer TEXT,             -- null for an import, which undo does not touch
      at INTEGER NOT NULL,       -- milliseconds since 1970
      kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'import')),
      target INTEGER REFERENCES step (id),     -- what an undo or redo reverses
      below INTEGER REFERENCES step (id),      -- the step under this one on its stack
      undoTop INTEGER REFERENCES step (id),    -- the reviewer's stacks after this step
      redoTop INTEGER REFERENCES step (id)
    );
    CREATE INDEX stepByReviewer ON step (reviewer, id);

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      step INTEGER NOT NULL REFERENCES step (id),
      issue TEXT NOT NULL,
      reference TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      at INTEGER NOT NULL,
      state TEXT NOT NULL,
      note TEXT NOT NULL,
      tags TEXT NOT NULL,        -- one a line, sorted
      text INTEGER NOT NULL REFERENCES text (id),
      previous INTEGER REFERENCES entry (id)   -- what held before; null for the first
    );
    CREATE INDEX entryByOwner ON entry (issue, reference, reviewer, at);
    CREATE INDEX entryByStep ON entry (step);

    CREATE TABLE mark (
      issue TEXT NOT NULL,
      reference TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id),
      PRIMARY KEY (issue, reference, reviewer)
    ) WITHOUT ROWID;

    CREATE TRIGGER entryStays BEFORE DELETE ON entry
      BEGIN SELECT RAISE (ABORT, 'the history only grows'); END;
    CREATE TRIGGER entryIsFixed BEFORE UPDATE ON entry
      BEGIN SELECT RAISE (ABORT, 'the history only grows'); END;
    CREATE TRIGGER stepStays BEFORE DELETE ON step
      BEGIN SELECT RAISE (ABORT, 'the history only grows'); END;
    """
}
