import PostgresKit

/// How an archive lies in PostgreSQL: in a schema that bears its version, one in each database.
///
/// What belongs to an issue is written once and stays until nobody reads it any more: a file that
/// changed is a new issue. `state` has one row, which names the issues that hold, in one list;
/// finishing a build puts another in its place and counts it. So whoever reads sees the archive as it
/// was before or as it is after, and a builder that is killed leaves nothing that is read.
enum ServerSchema {
  /// The schema of this version of the program.
  static let name = beginning + String(ArchiveVersion.number)

  /// Held by who builds: `GZAR` in ASCII.
  static let lock = 0x475A_4152

  private static let beginning = "gazette_archive_"
  private static let mark = "an archive of gazette"

  /// The versions of archives that a database has.
  static func versions(_ connection: PostgresConnection) throws -> [Int] {
    try connection.rows(
      """
      SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
      WHERE n.nspname LIKE 'gazette\\_archive\\_%' AND c.relname = 'state' AND c.relkind = 'r'
      AND obj_description(c.oid, 'pg_class') = '\(mark)'
      """
    ).compactMap { Int($0.text(0).dropFirst(beginning.count)) }
  }

  /// Makes the tables where the database has none of this version.
  ///
  /// What another user owns could have functions of theirs run in the name of who builds.
  ///
  /// - Parameter shown: The address, as it is shown.
  static func make(_ connection: PostgresConnection, shown: String) throws {
    let isThere = try versions(connection).contains(ArchiveVersion.number)
    if !isThere { try connection.run("BEGIN; CREATE SCHEMA IF NOT EXISTS \(name)") }
    let owned = try connection.rows(
      "SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = '\(name)'")
    guard owned.first?.text(0) == "t" else {
      throw ArchiveFailure(.server(.noRight("OWNER OF SCHEMA \(name)")), path: shown)
    }
    if isThere { return }
    try connection.run(tables)
    try connection.commit()
  }

  /// Takes away what older versions of the program made.
  static func removeOlder(_ connection: PostgresConnection) throws {
    for version in try versions(connection) where version < ArchiveVersion.number {
      try connection.run("DROP SCHEMA \(beginning)\(version) CASCADE")
    }
  }

  /// `listed` and `retired` say from which state on an issue is named by the list and from which on
  /// no more. Text is compressed by the server only where it is seldom read.
  private static let tables = """
    CREATE TABLE \(name).state (
      "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
      identity text COLLATE "C" NOT NULL,
      number bigint NOT NULL,
      root bytea NOT NULL,
      list bytea NOT NULL
    );
    COMMENT ON TABLE \(name).state IS '\(mark)';

    CREATE TABLE \(name).issue (
      id bigint PRIMARY KEY,
      path bytea NOT NULL, text bytea NOT NULL, manifest bytea,
      size bigint NOT NULL, modified bigint NOT NULL, digest text COLLATE "C" NOT NULL,
      failure text COLLATE "C",
      publication text COLLATE "C", number text COLLATE "C", title text COLLATE "C",
      sponsor text COLLATE "C", year bigint, ordinal bigint, cumulative bigint,
      published text COLLATE "C", frequency text COLLATE "C",
      nodes bigint NOT NULL, documents bigint NOT NULL, units bigint NOT NULL,
      listed bigint, retired bigint
    );
    CREATE INDEX "issueByPath" ON \(name).issue (path);

    CREATE TABLE \(name).content (
      issue bigint PRIMARY KEY REFERENCES \(name).issue ON DELETE CASCADE,
      \(ArchivePart.allCases.map { "\($0.rawValue) bytea NOT NULL" }.joined(separator: ", "))
    );
    ALTER TABLE \(name).content
      \(ArchivePart.allCases.map { "ALTER \($0.rawValue) SET STORAGE EXTERNAL" }.joined(separator: ", "));

    CREATE TABLE \(name).source (
      issue bigint PRIMARY KEY REFERENCES \(name).issue ON DELETE CASCADE,
      text bytea NOT NULL, manifest bytea
    );

    CREATE TABLE \(name).pair (
      issue bigint PRIMARY KEY REFERENCES \(name).issue ON DELETE CASCADE,
      pairs integer[] NOT NULL
    );
    CREATE INDEX "issueByPair" ON \(name).pair USING gin (pairs);

    CREATE TABLE \(name).document (
      issue bigint NOT NULL REFERENCES \(name).issue ON DELETE CASCADE,
      node bigint NOT NULL, "end" bigint NOT NULL, reference text COLLATE "C" NOT NULL,
      title text COLLATE "C", number text COLLATE "C", "column" text COLLATE "C",
      PRIMARY KEY (issue, node)
    );

    CREATE TABLE \(name).name (
      id bigint PRIMARY KEY, text text COLLATE "C" NOT NULL, category text COLLATE "C",
      source text COLLATE "C", known boolean
    );
    """
}
