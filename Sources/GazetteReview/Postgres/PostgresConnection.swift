/// A connection to the server that has the review of the present version.
final class PostgresConnection {
  private let program: PostgresProgram

  /// Connects; nothing is made or changed.
  init(_ address: PostgresAddress) throws(PostgresError) {
    guard address.isReadable else { throw PostgresError(state: "GZ001", isLost: true, words: "") }
    program = try PostgresProgram.start()
    let encoding = try program.answer(to: PostgresFrame.connecting(to: address.url))
    let name = encoding.rows.first?.text(0) ?? ""
    guard name == "UTF8" else {
      throw PostgresError(state: "GZ003", isLost: true, words: name)
    }
    // A server may be set up to acknowledge what is not on the disk yet. A client that was stopped, or whose host
    // is away, must not keep the others waiting for ever.
    try run(
      """
      SET search_path = pg_catalog;
      SET standard_conforming_strings = on;
      SET lock_timeout = '30s';
      SET idle_in_transaction_session_timeout = '30s';
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'
      """)
  }

  /// Runs statements without parameters.
  func run(_ statements: String) throws(PostgresError) {
    _ = try program.answer(to: PostgresFrame.asking(statements, []))
  }

  /// Runs statements without parameters and gives the rows of the last one.
  func rows(_ statements: String) throws(PostgresError) -> [[String?]] {
    try program.answer(to: PostgresFrame.asking(statements, [])).rows
  }

  /// Runs one statement, whose `$1`… are the parameters, and gives its rows.
  func rows(_ sql: String, _ parameters: [String?]) throws(PostgresError) -> [[String?]] {
    try program.answer(to: PostgresFrame.asking(sql, parameters)).rows
  }

  /// Ends a transaction so that it holds.
  func commit() throws(PostgresError) {
    let answer = try program.answer(to: PostgresFrame.asking("COMMIT", []))
    // A transaction that failed is taken back by COMMIT, without an error.
    guard answer.tag == "COMMIT" else {
      throw PostgresError(state: "25P02", isLost: false, words: answer.tag)
    }
  }

  // MARK: - The schema

  /// What the database has of a review.
  struct Standing: Equatable {
    let version: Int
    /// Made with the schema; another database has another one.
    let identity: String
    /// How many steps were counted.
    let changes: Int64
  }

  /// Looks for the review; nil where the database has none.
  ///
  /// - Throws: `PostgresSchemaError.foreign` where another program uses the name of the schema.
  func standing() throws -> Standing? {
    let found = try rows(
      """
      SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = n.oid),
        (SELECT count(*) FROM pg_class WHERE relnamespace = n.oid AND relname = 'store'
          AND obj_description(oid, 'pg_class') = 'the review of gazette')
      FROM pg_namespace n WHERE n.nspname = 'gazette'
      """)
    guard let schema = found.first, schema.number(0) ?? 0 > 0 else { return nil }
    guard schema.number(1) == 1 else { throw PostgresSchemaError.foreign }
    let row = try rows("SELECT \"version\", \"identity\", \"changes\" FROM gazette.store").first
    guard let row, let version = row.number(0), let changes = row.number(2) else {
      throw PostgresSchemaError.foreign
    }
    return Standing(version: Int(version), identity: row.text(1), changes: changes)
  }

  /// Whether this user may put marks here: a standby takes none.
  func mayWrite() throws -> Bool {
    try rows(
      """
      SELECT has_table_privilege('gazette.entry', 'INSERT') AND NOT pg_is_in_recovery()
      """
    ).first?.text(0) == "t"
  }

  /// Makes the schema, or brings it to the present version; of several that try at once one does.
  func migrate() throws {
    try run("BEGIN; SELECT pg_advisory_xact_lock(\(PostgresSchema.lock))")
    let version = try standing()?.version ?? 0
    if version == 0 {
      let schema = try rows("SELECT 1 FROM pg_namespace WHERE nspname = 'gazette'")
      if schema.isEmpty { try run("CREATE SCHEMA gazette") }
    }
    for migration in PostgresSchema.migrations.dropFirst(version) { try run(migration) }
    if version == 0 {
      _ = try rows(
        "INSERT INTO gazette.store (\"version\", \"identity\", \"changes\") VALUES ($1::int, $2, 0)",
        [String(PostgresSchema.version), PostgresToken.make()])
    } else if version < PostgresSchema.version {
      try run("UPDATE gazette.store SET \"version\" = \(PostgresSchema.version)")
    }
    try commit()
  }
}

/// What is wrong with what the database has of a review.
enum PostgresSchemaError: Error {
  /// Another program uses the name of the schema.
  case foreign
}

/// Names that nobody else makes.
enum PostgresToken {
  static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
