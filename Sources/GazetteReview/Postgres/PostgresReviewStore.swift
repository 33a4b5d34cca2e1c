import PostgresKit
import Synchronization

/// The marks of all reviewers of many hosts, in one database of a PostgreSQL server.
///
/// Each command is one transaction, and what a call has returned was committed. Where the connection is lost it is
/// made again and the command repeated, as long as `patience` says; a step that was committed just before the loss
/// is found by its token and not taken twice.
public final class PostgresReviewStore: JournaledStore {
  /// The address without passwords.
  public let path: String
  private let address: PostgresAddress
  private let patience: ReviewPatience
  private let session: Mutex<ServerSession>

  /// What is known of the database while there is, or was, a connection.
  private struct ServerSession {
    var connection: PostgresConnection?
    /// As last seen; nil before the first connection.
    var standing: PostgresConnection.Standing?
    /// Whether this user may put marks.
    var isWritable = true
    /// How many steps of this store were counted.
    var ownChanges: Int64 = 0
  }

  /// Opens the store, making it where the database has none.
  ///
  /// Fails at once where the server does not answer: an address is wrong more often than a server is away. One that
  /// is just starting is waited for. A store of a newer version, or of another program, is refused and left as it is.
  public static func open(
    at address: PostgresAddress, patience: ReviewPatience = ReviewPatience()
  ) throws(ReviewFailure) -> PostgresReviewStore {
    let store = PostgresReviewStore(address, patience)
    try store.persisting(while: \.isStarting) { _, _ in }
    return store
  }

  private init(_ address: PostgresAddress, _ patience: ReviewPatience) {
    self.address = address
    self.patience = patience
    path = address.shown
    session = Mutex(ServerSession())
  }

  private func connect(_ session: inout ServerSession) throws {
    let connection = try PostgresConnection(address)
    let known = session.standing
    var standing = try connection.standing()
    if let version = standing?.version, version > PostgresSchema.version {
      throw ReviewFailure(.newer(version), path: path)
    }
    if known == nil, standing?.version != PostgresSchema.version {
      try connection.migrate()
      standing = try connection.standing()
    }
    if let known, standing?.identity != known.identity || standing?.changes ?? 0 < known.changes {
      throw ReviewFailure(.server(.older), path: path)
    }
    session.standing = standing
    session.isWritable = try connection.mayWrite()
    session.connection = connection
  }

  /// Whether marks can be put, as far as connecting showed.
  public var isWritable: Bool { session.withLock { $0.isWritable } }

  // MARK: - Transactions

  /// Runs `body` on one state of the database.
  func reading<Value: Sendable>(
    _ body: (PostgresConnection) throws -> Value
  ) throws(ReviewFailure) -> Value {
    try persisting { session, connection in
      try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
      let value = try body(connection)
      try connection.commit()
      return value
    }
  }

  /// Nothing is to be kept beside what was committed: a server is not taken away from its address.
  func writing<Value: Sendable>(
    keeping _: (Value) -> ReviewKept, _ body: (PostgresJournal) throws -> Value
  ) throws(ReviewFailure) -> Value {
    let token = PostgresToken.make()
    // What the last try gave, when its COMMIT went without an answer.
    var unsure: Value?
    return try persisting { session, connection in
      let journal = PostgresJournal(connection: connection, token: token)
      let counted = try connection.rows(
        "BEGIN; UPDATE gazette.store SET \"changes\" = \"changes\" + 1 RETURNING \"changes\"")
      // The lock is held: a try that the server had not ended yet has ended now.
      if let value = unsure, try journal.isTaken() {
        try connection.run("ROLLBACK")
        session.ownChanges += 1
        return value
      }
      unsure = nil
      let value = try body(journal)
      unsure = value
      try connection.commit()
      session.ownChanges += 1
      if let changes = counted.first?.number(0), let standing = session.standing {
        session.standing = PostgresConnection.Standing(
          version: standing.version, identity: standing.identity, changes: changes)
      }
      return value
    }
  }

  /// There is nothing to tidy up.
  public func settle() {}

  /// A number that is another one once anybody else has written into the store.
  public func changeCount() throws(ReviewFailure) -> Int64 {
    try persisting { session, connection in
      let count = try connection.rows("SELECT \"changes\" FROM gazette.store").first?.number(0) ?? 0
      return count - session.ownChanges
    }
  }

  /// Tries until it goes well or patience ends.
  ///
  /// - Parameter mayPass: Whether the same may go well a little later.
  private func persisting<Value: Sendable>(
    while mayPass: (PostgresError) -> Bool = \.mayPass,
    _ tried: (inout ServerSession, PostgresConnection) throws -> Value
  ) throws(ReviewFailure) -> Value {
    defer { patience.end() }
    var attempt = 0
    while true {
      do {
        return try session.withLock { session in
          if session.connection == nil { try connect(&session) }
          guard let connection = session.connection else { throw PostgresError.cut }
          do {
            return try tried(&session, connection)
          } catch {
            // Whatever went wrong, the next command begins anew. What was begun here is taken back.
            if (error as? PostgresError)?.isLost == true {
              session.connection = nil
            } else {
              do { try connection.run("ROLLBACK") } catch { session.connection = nil }
            }
            throw error
          }
        }
      } catch {
        guard let passing = error as? PostgresError, mayPass(passing),
          patience.pause(attempt: attempt, path: path)
        else { throw ReviewFailure(postgres: error, path: path) }
        // Connecting costs more than asking for a lock does.
        ReviewFiles.pause(milliseconds: .random(in: 1...UInt32(min(250, 10 << min(attempt, 5)))))
        attempt += 1
      }
    }
  }
}
