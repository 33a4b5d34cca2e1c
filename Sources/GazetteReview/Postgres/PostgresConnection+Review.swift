import PostgresKit

/// What the review asks of its connection.
extension PostgresConnection {
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
