import SQLiteKit

extension ReviewCheck {
  /// Compares the layout with that of a new store.
  mutating func lookAtLayout(of database: Database, _ version: Int) throws {
    // Older layouts are those of older programs.
    guard version == ReviewSchema.version else { return }
    let model = try SQLiteConnection.inMemory(ReviewPatience()).queue.read(Self.layout)
    let present = try Self.layout(database)
    let names = Set(model.keys).union(present.keys).filter { model[$0] != present[$0] }
    if !names.isEmpty { problems.append(.layout(names.sorted())) }
  }

  /// What each table, index and trigger was made with, by its name.
  private static func layout(_ database: Database) throws -> [String: String] {
    var layout: [String: String] = [:]
    let cursor = try DatabaseRow.fetchCursor(
      database,
      sql: """
        SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, ''), tbl_name FROM sqlite_master
        """)
    while let row = try cursor.next() {
      let name: String = row[0]
      // The database's own notes on its indexes are nobody's concern, nor is the list of migrations that earlier programs kept.
      if !name.hasPrefix("sqlite_stat"), row.text(2) != "grdb_migrations" { layout[name] = row[1] }
    }
    return layout
  }

  /// Compares the marks with the history they follow from, and the history with its checksums.
  mutating func compareWithHistory(_ database: Database, _ version: Int) throws {
    let missing =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM (SELECT DISTINCT issue, reference, reviewer FROM entry) AS owner
          WHERE NOT EXISTS (SELECT 1 FROM mark WHERE mark.issue = owner.issue
          AND mark.reference = owner.reference AND mark.reviewer = owner.reviewer)
          """) ?? 0
    if missing > 0 { problems.append(.missingMarks(missing)) }
    let stray =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM mark JOIN entry ON entry.id = mark.entry
          WHERE entry.issue <> mark.issue OR entry.reference <> mark.reference
          OR entry.reviewer <> mark.reviewer
          """) ?? 0
    if stray > 0 { problems.append(.strayMarks(stray)) }
    try lookAtCounter(database)
    guard version == ReviewSchema.version else { return }
    let altered = try Int64.fetchAll(
      database,
      sql: """
        SELECT entry.id FROM entry JOIN text ON text.id = entry.text
        WHERE entry.checksum IS NOT \(ReviewChecksum.sql)
        """)
    if !altered.isEmpty {
      problems.append(.alteredEntries(altered.count, Array(altered.prefix(5))))
    }
  }

  /// The counter gives the next entry its number: one that is far off makes the store refuse to grow.
  private mutating func lookAtCounter(_ database: Database) throws {
    guard
      let counter = try Int64.fetchOne(
        database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
    else { return }
    let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM entry") ?? 0
    if counter < last || counter - last > 1_000_000 { problems.append(.wildCounter(counter)) }
  }
}
