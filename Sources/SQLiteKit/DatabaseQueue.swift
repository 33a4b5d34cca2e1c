import CSQLite
import Synchronization

/// A connection to a database that one at a time uses; whoever comes meanwhile waits.
public final class DatabaseQueue: Sendable {
  private struct Connection: @unchecked Sendable {
    // Only used while the mutex that holds it is locked.
    let database: Database
  }

  private let connection: Mutex<Connection>

  /// Opens a file, making it where there is none, or a database in memory (`:memory:`).
  ///
  /// - Throws: `DatabaseError`, also where the file is no database.
  public init(path: String, _ settings: DatabaseSettings = DatabaseSettings()) throws {
    connection = Mutex(Connection(database: try Database(path: path, settings)))
  }

  /// Uses the database; every statement is a change of its own.
  public func use<Value>(_ body: (Database) throws -> Value) rethrows -> Value {
    try connection.withLock { connection in
      nonisolated(unsafe) let value = try body(connection.database)
      return value
    }
  }

  /// Uses the database for one change: all of it is kept, or, where `body` throws, nothing.
  public func transaction<Value>(
    _ kind: Database.TransactionKind = .deferred, _ body: (Database) throws -> Value
  ) throws -> Value {
    try use { database in try database.transaction(kind) { try body(database) } }
  }

  /// Reads one state of the database, whatever others write meanwhile.
  public func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try transaction(.deferred, body)
  }

  /// Copies everything into another database.
  public func backup(to other: DatabaseQueue) throws {
    try use { source in
      try other.use { target in
        guard let copying = sqlite3_backup_init(target.pointer, "main", source.pointer, "main")
        else {
          throw DatabaseError(sqlite3_errcode(target.pointer), on: target.pointer)
        }
        let code = sqlite3_backup_step(copying, -1)
        let ending = sqlite3_backup_finish(copying)
        if code != SQLITE_DONE { throw DatabaseError(ending, on: target.pointer) }
      }
    }
  }

  /// Forgets what was read.
  public func releaseMemory() { use { _ = sqlite3_db_release_memory($0.pointer) } }

  /// Gives the file up.
  public func close() { use { $0.close() } }
}
