import GRDB

/// How the index of an archive lies in SQLite.
///
/// Texts are UTF-16: two bytes for a Han character and not three, which makes the whole a quarter
/// smaller. A node is named by one number, that of its issue above that of the node, so that every
/// table of facts is a list of such numbers.
enum ArchiveSchema {
  /// Marks the file as ours: `GZAR` in ASCII.
  static let applicationID: Int64 = 0x475A_4152
  /// The version of the layout and of what parsing puts into it. An index of another version is
  /// made anew, from the files.
  static let version = 1

  /// Makes the tables in an empty file.
  static func create(in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static let tables = """
    CREATE TABLE archive (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;

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
      units INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE node (
      id INTEGER PRIMARY KEY,
      end INTEGER NOT NULL,        -- behind the last node below it
      kind TEXT NOT NULL,
      facts INTEGER NOT NULL,      -- a bit for each fact of filters
      reference TEXT NOT NULL,
      title TEXT
    );
    -- The texts of nodes that have any.
    CREATE TABLE text (
      id INTEGER PRIMARY KEY,
      paragraphs TEXT NOT NULL,    -- joined by line feeds
      others TEXT NOT NULL         -- numbers, addressees, signatures; joined by line feeds
    );
    CREATE VIRTUAL TABLE pair USING fts5 (
      pairs, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
    );

    CREATE TABLE document (
      id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, end INTEGER NOT NULL,
      reference TEXT NOT NULL, title TEXT, number TEXT, columnName TEXT
    );
    CREATE INDEX documentByIssue ON document (issue);

    CREATE TABLE body (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL, source TEXT,
      isKnown INTEGER NOT NULL
    );
    -- What each issue calls a body.
    CREATE TABLE naming (
      issue INTEGER NOT NULL, place INTEGER NOT NULL, body INTEGER NOT NULL,
      aliases TEXT NOT NULL,       -- one a line
      clauses INTEGER NOT NULL, inherited INTEGER NOT NULL,
      roles TEXT NOT NULL,         -- clauses by role, joined by commas
      PRIMARY KEY (issue, place)
    ) WITHOUT ROWID;
    CREATE INDEX namingByBody ON naming (body, issue);
    CREATE TABLE mention (
      body INTEGER NOT NULL, isInherited INTEGER NOT NULL, role INTEGER NOT NULL,
      node INTEGER NOT NULL,
      PRIMARY KEY (body, isInherited, role, node)
    ) WITHOUT ROWID;

    CREATE TABLE target (
      node INTEGER NOT NULL, place INTEGER NOT NULL, paragraph INTEGER NOT NULL,
      start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
      value REAL, upper REAL, unit TEXT NOT NULL, comparator TEXT NOT NULL, subject TEXT NOT NULL,
      deadline TEXT,
      PRIMARY KEY (node, place)
    ) WITHOUT ROWID;
    CREATE INDEX targetByDeadline ON target (deadline, node) WHERE deadline IS NOT NULL;

    CREATE TABLE citation (
      node INTEGER NOT NULL, place INTEGER NOT NULL, paragraph INTEGER NOT NULL,
      start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (node, place)
    ) WITHOUT ROWID;
    CREATE INDEX citationByText ON citation (text);
    """
}

/// The number of a node among all nodes of an archive.
enum NodeNumber {
  /// More nodes than any issue of 32 MiB can have.
  private static let bits: Int64 = 24

  static func of(issue: Int64, node: Int) -> Int64 { issue << bits | Int64(node) }
  static func issue(of number: Int64) -> Int64 { number >> bits }
  static func node(of number: Int64) -> Int { Int(number & (1 << bits - 1)) }
  /// The numbers of an issue's nodes.
  static func range(ofIssue issue: Int64) -> ClosedRange<Int64> {
    issue << bits...(issue + 1) << bits - 1
  }
}
