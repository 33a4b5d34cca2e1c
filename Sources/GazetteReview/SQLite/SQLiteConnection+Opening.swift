import SQLiteKit

extension SQLiteConnection {
  /// Opens the store at a path from the root, making it where there is none.
  static func open(
    at path: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> SQLiteConnection {
    let directory = ReviewFiles.directory(of: path)
    do throws(ReviewFailure) {
      return try openForWriting(at: path, in: directory, patience)
    } catch {
      guard error.mayBeReadable, ReviewFiles.exists(path) else { throw error }
      return try openForReading(at: path, patience)
    }
  }

  /// Makes a store that no file has.
  static func inMemory(_ patience: ReviewPatience) throws(ReviewFailure) -> SQLiteConnection {
    let queue = try self.queue(SQLiteReviewStore.memory, patience)
    try migrate(queue, SQLiteReviewStore.memory)
    return SQLiteConnection(path: SQLiteReviewStore.memory, queue: queue, patience)
  }

  private static func openForWriting(
    at path: String, in directory: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> SQLiteConnection {
    if let code = ReviewFiles.makeDirectory(directory) {
      throw ReviewFailure(.noDirectory(ReviewFiles.message(code)), path: path)
    }
    let pause = { attempt in patience.pause(attempt: attempt, path: path) }
    if !ReviewFiles.exists(path) {
      try ReviewFiles.exclusively(in: directory, pause: pause) { () throws(ReviewFailure) in
        if ReviewFiles.exists(path) { return }
        // What lies there belonged to a file that is gone.
        for companion in ReviewFiles.companions(of: path) { ReviewFiles.remove(companion) }
        if let code = ReviewFiles.makeFile(path) {
          throw ReviewFailure(.cannotOpen(ReviewFiles.message(code)), path: path)
        }
      }
    }
    if !ReviewFiles.isWritable(path) { throw ReviewFailure(.readOnly, path: path) }
    let queue = try self.queue(path, patience)
    try leaveLogOnNetworks(queue, path)
    if try readiness(of: queue, path) == .needsMigration {
      try ReviewFiles.exclusively(in: directory, pause: pause) { () throws(ReviewFailure) in
        // Another process may have been faster.
        if try readiness(of: queue, path) == .needsMigration { try migrate(queue, path) }
      }
    }
    return SQLiteConnection(path: path, queue: queue, patience)
  }

  /// Opens a database with the settings that all connections have.
  private static func queue(
    _ path: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> DatabaseQueue {
    var settings = DatabaseSettings()
    settings.patience = .asking { patience.pause(attempt: $0, path: path) }
    settings.functions = [ReviewChecksum.function]
    settings.preparation = ["PRAGMA synchronous = FULL"]
    do {
      return try DatabaseQueue(path: path, settings)
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  /// Gives a store that lies on a network by now the mode that works there. Whether its log is in use by
  /// others, who are then on another host, cannot be seen.
  private static func leaveLogOnNetworks(
    _ queue: DatabaseQueue, _ path: String
  ) throws(ReviewFailure) {
    guard JournalMode.of(path) == .truncate else { return }
    do {
      try queue.use { database in
        try database.execute(sql: "PRAGMA journal_mode = TRUNCATE")
      }
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  // MARK: Preparing

  private enum Readiness { case isCurrent, needsMigration }

  /// Says whether the file is ours and of the present version.
  private static func readiness(
    of queue: DatabaseQueue, _ path: String
  ) throws(ReviewFailure) -> Readiness {
    do {
      return try queue.read { database in
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
            database,
            sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
        guard application == 0, version == 0, strangers == 0 else {
          throw ReviewFailure(.foreign, path: path)
        }
        return .needsMigration
      }
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  private static func migrate(_ queue: DatabaseQueue, _ path: String) throws(ReviewFailure) {
    do {
      try queue.use { database in
        // Of a log the mode is a property of the file and stays.
        try database.execute(sql: "PRAGMA journal_mode = \(JournalMode.of(path).rawValue)")
      }
      try ReviewSchema.migrate(queue)
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  // MARK: Reading only

  /// Opens a store that cannot be written to: where it is, or, where SQLite cannot read it there or it is of
  /// an older version, a copy in memory.
  private static func openForReading(
    at path: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> SQLiteConnection {
    if let queue = try readableQueue(path, patience) {
      return SQLiteConnection(path: path, queue: queue, use: .reading, patience)
    }
    let copy = try inMemoryCopy(of: path, patience)
    if try readiness(of: copy, path) == .needsMigration { try migrate(copy, path) }
    return SQLiteConnection(path: path, queue: copy, use: .copy, patience)
  }

  /// The database opened for reading; nil where it cannot be read in place or is of an older version.
  private static func readableQueue(
    _ path: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> DatabaseQueue? {
    var settings = DatabaseSettings()
    settings.isReadOnly = true
    settings.patience = .asking { patience.pause(attempt: $0, path: path) }
    guard let queue = try? DatabaseQueue(path: path, settings) else {
      return nil
    }
    do throws(ReviewFailure) {
      return try readiness(of: queue, path) == .isCurrent ? queue : nil
    } catch {
      if error.mayBeReadable { return nil }
      throw error
    }
  }

  /// Everything that is in the file and its log, in memory.
  static func inMemoryCopy(
    of path: String, _ patience: ReviewPatience
  ) throws(ReviewFailure) -> DatabaseQueue {
    guard let folder = ReviewFiles.makeTemporaryFolder() else {
      throw ReviewFailure(.readOnly, path: path)
    }
    let copied = folder + "/review.sqlite"
    defer {
      for file in [copied] + ReviewFiles.companions(of: copied) { ReviewFiles.remove(file) }
      ReviewFiles.removeFolder(folder)
    }
    for suffix in ["", "-wal"] {
      do throws(ReviewFile.Refusal) {
        if !suffix.isEmpty, !ReviewFiles.exists(path + suffix) { continue }
        let bytes = try ReviewFile.bytes(of: path + suffix)
        if let words = ReviewFile.replace(copied + suffix, with: bytes) {
          throw ReviewFile.Refusal(words: words)
        }
      } catch {
        throw ReviewFailure(.cannotOpen(error.words), path: path)
      }
    }
    do {
      let source = try DatabaseQueue(path: copied)
      let memory = try queue(SQLiteReviewStore.memory, patience)
      try source.backup(to: memory)
      source.close()
      return memory
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }
}

extension ReviewFailure {
  /// Whether what cannot be written may still be read.
  fileprivate var mayBeReadable: Bool {
    switch reason {
    case .readOnly, .cannotOpen, .noDirectory, .ioError: true
    default: false
    }
  }
}
