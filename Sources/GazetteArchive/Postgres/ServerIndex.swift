import GazetteText
import PostgresKit
import Synchronization

/// An archive in PostgreSQL, open for reading: to read it takes the right to read its tables, and
/// nothing is written.
///
/// A line that was lost is taken up again with the next question; a question that it broke off fails.
final class ServerIndex: ArchiveStorage {
  /// The address.
  private let address: PostgresAddress
  /// Whether several lines to the server are worth their time.
  let readsMuch: Bool
  private let session: Mutex<Connected>

  private struct Connected: @unchecked Sendable {
    // Only used while the mutex that holds it is locked.
    var connection: PostgresConnection?
    /// What was open when this was.
    var edition: Edition?
  }

  /// Which archive it is, and how often it was built.
  struct Edition: Equatable {
    let identity: String
    let number: Int64
  }

  init(_ address: PostgresAddress, readsMuch: Bool) {
    self.address = address
    self.readsMuch = readsMuch
    session = Mutex(Connected())
  }

  let keepsFiles = true

  func read<Value>(_ body: (any ArchiveReader) throws -> Value) throws -> Value {
    try session.withLock { session in
      nonisolated(unsafe) let value = try read(&session, body)
      return value
    }
  }

  private func read<Value>(
    _ session: inout Connected, _ body: (any ArchiveReader) throws -> Value
  ) throws -> Value {
    let connection = try begin(&session)
    do {
      let reader = ServerIndexReader(connection: connection)
      let value = try body(reader)
      try connection.commit()
      return value
    } catch {
      if (error as? PostgresError)?.isLost == true {
        session.connection = nil
      } else {
        do { try connection.run("ROLLBACK") } catch { session.connection = nil }
      }
      throw error
    }
  }

  /// Begins to read one state of the database.
  private func begin(_ session: inout Connected) throws -> PostgresConnection {
    if let connection = session.connection {
      // Whatever goes wrong, the next question begins anew.
      session.connection = nil
      do {
        try look(connection, &session)
        session.connection = connection
        return connection
      } catch let error as PostgresError where error.isLost {
        // The server was stopped, or the line cut, since the last question.
      }
    }
    let connection = try PostgresConnection(address)
    // The index of pairs answers within milliseconds, which the planner does not expect of it; nor is
    // anything asked that is worth compiling: that took 100 ms of the server's time.
    try connection.run("SET enable_seqscan = off; SET jit = off")
    try look(connection, &session)
    session.connection = connection
    return connection
  }

  private func look(_ connection: PostgresConnection, _ session: inout Connected) throws {
    let rows: [[String?]]
    do throws(PostgresError) {
      rows = try connection.rows(
        """
        BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;
        SELECT identity, number FROM \(ServerSchema.name).state
        """)
    } catch {
      // No such schema, or no such table.
      guard ["3F000", "42P01"].contains(error.state) else { throw error }
      try connection.run("ROLLBACK")
      let others = try ServerSchema.versions(connection)
      throw ArchiveFailure(
        others.max().map { .otherVersion($0) } ?? .noArchive, path: address.shown)
    }
    guard let row = rows.first, let number = row.number(1) else {
      try connection.run("ROLLBACK")
      throw ArchiveFailure(.noArchive, path: address.shown)
    }
    let found = Edition(identity: row.text(0), number: number)
    guard let known = session.edition else {
      session.edition = found
      return
    }
    // What the last build took out of the list is still there.
    guard found.identity == known.identity,
      found.number == known.number || found.number == known.number + 1
    else {
      try connection.run("ROLLBACK")
      throw ArchiveFailure(.changed, path: address.shown)
    }
  }

  func another(with list: [UInt8]) -> (any ArchiveStorage)? {
    let other = ServerIndex(address, readsMuch: false)
    return (try? other.read { try $0.head().list == list }) == true ? other : nil
  }

  func isOutdated() throws -> Bool {
    try session.withLock { session in
      let known = session.edition
      session.edition = nil
      defer { session.edition = known }
      try read(&session) { _ in }
      return session.edition != known
    }
  }

  func renewed() -> any ArchiveStorage { ServerIndex(address, readsMuch: readsMuch) }
}
