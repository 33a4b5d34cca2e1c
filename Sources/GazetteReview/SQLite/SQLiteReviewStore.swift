import GRDB

/// The marks of all reviewers of a host, in one SQLite file.
///
/// Many processes may use it at once: each command is one transaction that begins by taking the
/// write lock and waits for it as long as others commit. What a call has returned is on the disk.
public final class SQLiteReviewStore: ReviewStore {
  /// The file, from the root.
  public let path: String
  /// The connection.
  let queue: DatabaseQueue

  /// Opens the store, making it where there is none.
  ///
  /// A file that is damaged, newer, or of another program is refused and left as it is.
  public static func open(at path: String) throws(ReviewFailure) -> SQLiteReviewStore {
    let path = ReviewFiles.absolute(path)
    let directory = ReviewFiles.directory(of: path)
    if let code = ReviewFiles.makeDirectory(directory) {
      throw ReviewFailure(.noDirectory(ReviewFiles.message(code)), path: path)
    }
    if let code = ReviewFiles.makeFile(path) {
      throw ReviewFailure(.cannotOpen(ReviewFiles.message(code)), path: path)
    }
    let store = try SQLiteReviewStore(path: path)
    if try store.prepare() == .isCurrent { return store }
    try ReviewFiles.exclusively(in: directory) { () throws(ReviewFailure) in
      // Another process may have been faster.
      if try store.prepare() == .needsMigration { try store.migrate() }
    }
    return store
  }

  /// Makes a store that no file has and that goes away with its last user.
  public static func inMemory() throws(ReviewFailure) -> SQLiteReviewStore {
    let store = try SQLiteReviewStore(path: ":memory:")
    try store.migrate()
    return store
  }

  private init(path: String) throws(ReviewFailure) {
    self.path = path
    var configuration = Configuration()
    configuration.label = "review"
    configuration.busyMode = .callback(Self.waitsForOthers)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  /// Whether to try again for a lock: for some two minutes, after pauses of random length so that
  /// processes that began together do not keep meeting.
  private static let waitsForOthers: @Sendable (Int) -> Bool = { attempts in
    guard attempts < 12_000 else { return false }
    ReviewFiles.pause(milliseconds: .random(in: 1...UInt32(min(20, attempts + 2))))
    return true
  }

  // MARK: Preparing

  private enum Readiness { case isCurrent, needsMigration }

  /// Says whether the file is ours and of the present version.
  private func prepare() throws(ReviewFailure) -> Readiness {
    let path = path
    return try reading { database in
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      if application == ReviewSchema.applicationID {
        if version > ReviewSchema.version { throw ReviewFailure(.newer(version), path: path) }
        return version == ReviewSchema.version ? .isCurrent : .needsMigration
      }
      // A process that was killed while it made the file leaves it empty but for the list of
      // migrations.
      let strangers =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        ?? 0
      guard application == 0, version == 0, strangers == 0 else {
        throw ReviewFailure(.foreign, path: path)
      }
      return .needsMigration
    }
  }

  private func migrate() throws(ReviewFailure) {
    do {
      // The mode is a property of the file and stays.
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try ReviewSchema.migrator.migrate(queue)
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  // MARK: Transactions

  /// Runs `body` on one state of the database.
  func reading<Value>(_ body: (Database) throws -> Value) throws(ReviewFailure) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  /// Runs `body` in a transaction that holds the write lock from its beginning.
  func writing<Value>(_ body: (Database) throws -> Value) throws(ReviewFailure) -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        var result: Value?
        try database.inTransaction(.immediate) {
          result = try body(database)
          return .commit
        }
        guard let result else { throw ReviewFailure(.other("no result"), path: path) }
        return result
      }
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }
}
