import SQLiteKit
import Synchronization

/// A connection to one file, with what tells whether that file is still the one at its path.
final class SQLiteConnection: Sendable {
  /// How the file may be used.
  enum Use: Hashable, Sendable {
    case writing
    /// It can only be read.
    case reading
    /// It can only be read, and not by SQLite where it is: this is a copy as it was when it was opened.
    case copy
  }

  let path: String
  let queue: DatabaseQueue
  let use: Use
  private let patience: ReviewPatience
  /// The file that was opened; nil in memory.
  private let file: ReviewFiles.Identity?
  /// Its write-ahead log, which stays the same file as long as anybody has it open; nil without one.
  private let log: ReviewFiles.Identity?
  /// Who may use it, so that another can be made like it.
  private let rights: ReviewFiles.Rights?
  /// How the file looked when it last held what it should.
  private let version: Mutex<ReviewFiles.Version?>

  /// Takes a connection to the file that is at the path.
  init(path: String, queue: DatabaseQueue, use: Use = .writing, _ patience: ReviewPatience) {
    self.patience = patience
    self.path = path
    self.queue = queue
    self.use = use
    let isFile = path != SQLiteReviewStore.memory
    file = isFile ? ReviewFiles.identity(of: path) : nil
    rights = isFile ? ReviewFiles.rights(of: path) : nil
    let mode = use == .writing ? Self.journalMode(of: queue) : nil
    log = mode == "wal" && isFile ? ReviewFiles.identity(of: path + "-wal") : nil
    version = Mutex(isFile ? ReviewFiles.versions(of: path)[0] : nil)
  }

  private static func journalMode(of queue: DatabaseQueue) -> String? {
    try? queue.use { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
  }

  /// Whether the file at the path is the one that was opened, and its log too.
  var hasItsFile: Bool {
    guard let file else { return true }
    return ReviewFiles.identity(of: path) == file
      && (log == nil || ReviewFiles.identity(of: path + "-wal") == log)
  }

  /// Whether anybody has written into the file since that was last asked, other programs too.
  func fileHasMoved() -> Bool {
    guard file != nil else { return false }
    let now = ReviewFiles.versions(of: path)[0]
    return version.withLock { known in
      defer { known = now }
      return known != now
    }
  }

  /// Forgets what was read, so that the file is asked.
  func forgetPages() { queue.releaseMemory() }

  /// Brings everything into the file and empties its log, if nobody is in the way: whoever copies or moves
  /// the file then has all of it.
  func emptyLog() {
    guard log != nil, use == .writing, hasItsFile else { return }
    patience.withoutPauses {
      _ = try? queue.use { database in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    _ = fileHasMoved()
  }

  /// Gives the file up.
  ///
  /// SQLite sees that a file was moved and leaves alone what stands at its path by now.
  func close() { queue.close() }

  /// Makes the file again at its path, with all that is in the one that was removed.
  ///
  /// - Returns: False where another file is there already.
  func makeAgain() throws(ReviewFailure) -> Bool {
    let directory = ReviewFiles.directory(of: path)
    if let code = ReviewFiles.makeDirectory(directory) {
      throw ReviewFailure(.noDirectory(ReviewFiles.message(code)), path: path)
    }
    let temporary = "\(path).\(ReviewFiles.processNumber).new"
    ReviewFiles.remove(temporary)
    if let code = ReviewFiles.makeFile(temporary) {
      throw ReviewFailure(.cannotOpen(ReviewFiles.message(code)), path: path)
    }
    defer {
      ReviewFiles.remove(temporary)
      for companion in ReviewFiles.companions(of: temporary) { ReviewFiles.remove(companion) }
    }
    do {
      let copy = try DatabaseQueue(path: temporary)
      try queue.backup(to: copy)
      copy.close()
    } catch {
      throw ReviewFailure(error, path: path)
    }
    if let rights { ReviewFiles.apply(rights, to: temporary) }
    guard !ReviewFiles.exists(path) else { return false }
    // They belong to the file that is gone.
    for companion in ReviewFiles.companions(of: path) { ReviewFiles.remove(companion) }
    switch ReviewFiles.place(temporary, at: path) {
    case nil: return true
    case ReviewFiles.isThere: return false
    case let code?: throw ReviewFailure(.cannotOpen(ReviewFiles.message(code)), path: path)
    }
  }

  /// Takes the log of the file that was opened out of the way of the one that stands at the path now, which
  /// it does not belong to.
  func removeLog() {
    guard let log, ReviewFiles.identity(of: path) != file,
      ReviewFiles.identity(of: path + "-wal") == log
    else { return }
    for companion in ReviewFiles.companions(of: path) { ReviewFiles.remove(companion) }
  }
}
