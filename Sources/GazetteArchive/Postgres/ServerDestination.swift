import GazetteText
import PostgresKit

/// A database in which an archive is built.
struct ServerDestination: ArchiveDestination {
  let address: PostgresAddress

  var shown: String { address.shown }

  func present() -> (any ArchiveStorage)? {
    let index = ServerIndex(address, readsMuch: false)
    let isWhole = try? index.read { try ($0 as? ServerIndexReader)?.hasBeginning() == false }
    return isWhole == true ? index : nil
  }

  func begin() throws -> any ArchiveBuilding {
    let connection = try PostgresConnection(address)
    try lock(connection)
    try ServerSchema.make(connection, shown: shown)
    // What is lost of a beginning with the server is made again; the end waits for the disk.
    try connection.run("SET synchronous_commit = off; SET enable_seqscan = on")
    return try ServerBuilding(connection)
  }

  /// Takes the right to build, which ends with the connection.
  private func lock(_ connection: PostgresConnection) throws {
    // A builder that was killed holds it until the server has noticed.
    for attempt in 0..<10 {
      if attempt > 0 { try connection.run("SELECT pg_sleep(0.1)") }
      let rows = try connection.rows("SELECT pg_try_advisory_lock(\(ServerSchema.lock))")
      if rows.first?.text(0) == "t" { return }
    }
    throw ArchiveFailure(.isBeingBuilt, path: shown)
  }
}

/// An archive that is being built in a database.
///
/// Issues are put in one by one, each by a statement of its own, and no change is open while a file is
/// read: a scan takes minutes. Nobody reads them before the list names them.
struct ServerBuilding: ArchiveBuilding {
  private let connection: PostgresConnection
  private let writer: ServerIndexWriter

  fileprivate init(_ connection: PostgresConnection) throws {
    self.connection = connection
    writer = try ServerIndexWriter(connection)
  }

  private static let schema = ServerSchema.name

  func known() throws -> [[UInt8]: KnownFile] {
    var known: [[UInt8]: KnownFile] = [:]
    let table = try connection.table(
      """
      SELECT path, id, size, modified, digest FROM \(Self.schema).issue WHERE retired IS NULL
      ORDER BY id
      """)
    // Of what a killed builder put in beside what holds the later counts.
    for row in 0..<table.count {
      known[table.bytes(row, 0) ?? []] = KnownFile(
        id: table.integer(row, 1) ?? 0, size: Int(table.integer(row, 2) ?? 0),
        modified: Int(table.integer(row, 3) ?? 0), digest: table.text(row, 4) ?? "")
    }
    return known
  }

  func write(_ body: (any ArchiveWriting) throws -> Void) throws { try body(writer) }

  func finish(
    _ origin: ArchiveOrigin, gone: [Int64], refusals: [(text: [UInt8], reason: String)]
  ) throws -> [UInt8] {
    try connection.run("BEGIN; SET LOCAL synchronous_commit = on")
    let state = try connection.rows("SELECT number FROM \(Self.schema).state FOR UPDATE").first
    let number = (state?.number(0) ?? 0) + 1
    _ = try connection.table(
      """
      UPDATE \(Self.schema).issue AS old SET retired = $1::bigint WHERE retired IS NULL AND (
        path IN (SELECT path FROM \(Self.schema).issue WHERE id = ANY($2::bigint[]))
        OR EXISTS (SELECT 1 FROM \(Self.schema).issue AS new
          WHERE new.path = old.path AND new.id > old.id AND new.retired IS NULL))
      """, [.integer(number), .integers(gone)])
    _ = try connection.table(
      """
      UPDATE \(Self.schema).issue SET listed = $1::bigint WHERE listed IS NULL AND retired IS NULL
      """, [.integer(number)])
    let list = try writer.list(refusals: refusals)
    _ = try connection.table(
      """
      INSERT INTO \(Self.schema).state (identity, number, root, list)
      VALUES ($1::text, $2::bigint, $3::bytea, $4::bytea) ON CONFLICT ("only") DO UPDATE
      SET number = excluded.number, root = excluded.root, list = excluded.list
      """,
      [
        .text(PostgresToken.make()), .integer(number),
        .bytes(origin.stored), .bytes(list),
      ])
    try connection.commit()
    tidy(after: number)
    return list
  }

  /// Takes away what nobody reads any more. The archive is whole without that.
  private func tidy(after number: Int64) {
    _ = try? connection.table(
      """
      DELETE FROM \(Self.schema).issue WHERE retired < $1::bigint OR retired IS NOT NULL
      AND listed IS NULL
      """, [.integer(number)])
    // What was put in last is otherwise looked through one by one.
    _ = try? connection.run("SELECT gin_clean_pending_list('\(Self.schema).\"issueByPair\"')")
    try? ServerSchema.removeOlder(connection)
  }

  func removeBeginning() {
    // What failed may have left a change open, in which nothing more is done.
    try? connection.run("ROLLBACK")
    try? connection.run("DELETE FROM \(Self.schema).issue WHERE listed IS NULL")
  }

  func release() { try? connection.run("SELECT pg_advisory_unlock(\(ServerSchema.lock))") }
}
