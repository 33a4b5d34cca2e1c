import SQLiteKit

/// How the index of an archive lies in SQLite.
///
/// What is known of an issue lies in a few runs of bytes (`GazetteArchive/Content`), each in a table
/// of its own, so that a question reads of all issues what it is about and nothing else. Only what
/// is looked for across issues is a table of its own: pairs of characters, documents, names.
enum ArchiveSchema {
  /// Marks the file as ours: `GZAR` in ASCII.
  static let applicationID: Int64 = 0x475A_4152
  /// Makes the tables in an empty file.
  static func create(in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(ArchiveVersion.number)")
  }

  private static let tables = """
    -- `root`: the folder, or the paths (`ArchiveOrigin`); `list`: the issues in order, as `CataloguedIssues` writes them.
    CREATE TABLE archive (name TEXT PRIMARY KEY, value BLOB);

    -- One row for each file that may be an issue; `failure` says why it is none.
    CREATE TABLE issue (
      id INTEGER PRIMARY KEY,
      path BLOB NOT NULL UNIQUE,   -- below the folder
      text BLOB NOT NULL,          -- the file that is read
      manifest BLOB,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,   -- nanoseconds since 1970
      digest TEXT NOT NULL,        -- SHA-256 of the text and its manifest
      failure TEXT,
      publication TEXT,            -- as marks are kept under
      number TEXT,                 -- the id within the publication
      title TEXT, sponsor TEXT, year INTEGER, ordinal INTEGER, cumulative INTEGER, published TEXT,
      frequency TEXT,
      nodes INTEGER NOT NULL DEFAULT 0,
      documents INTEGER NOT NULL DEFAULT 0,
      units INTEGER NOT NULL DEFAULT 0   -- what a review counts
    );

    -- The parts of issues; what the bytes say stands with the types that write them.
    CREATE TABLE tree (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE text (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE fact (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE target (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE citation (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE body (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE duty (issue INTEGER PRIMARY KEY, data BLOB NOT NULL);

    -- Which pairs of characters an issue has; the rowid is the issue.
    CREATE VIRTUAL TABLE pair USING fts5 (
      pairs, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
    );

    CREATE TABLE document (
      issue INTEGER NOT NULL, node INTEGER NOT NULL, end INTEGER NOT NULL,
      reference TEXT NOT NULL, title TEXT, number TEXT, columnName TEXT,
      PRIMARY KEY (issue, node)
    ) WITHOUT ROWID;

    -- Every name of a body; the category where it is the canonical one.
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, category TEXT, source TEXT,
      isKnown INTEGER
    );
    """
}
