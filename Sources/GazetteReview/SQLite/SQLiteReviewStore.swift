import SQLiteKit
import Synchronization

/// The marks of all reviewers of a host, in one SQLite file.
///
/// Many processes may use it at once: each command is one transaction that begins by taking the
/// write lock and waits for it as long as others commit. What a call has returned is on the disk, in
/// the file that stands at the path.
public final class SQLiteReviewStore: JournaledStore {
  /// The file, from the root.
  public let path: String
  private let patience: ReviewPatience
  /// The connection; nil where the file was replaced by one that cannot be used.
  private let connection: Mutex<SQLiteConnection?>
  /// What was acknowledged here, to be written again where the file is replaced.
  private let kept = Mutex((marks: ReviewLedger(), team: TeamLedger()))

  /// What stands for a store in memory where a path is asked for.
  static let memory = ":memory:"

  /// Opens the store, making it where there is none.
  ///
  /// A file that is damaged, newer, or of another program is refused and left as it is. One that can
  /// only be read is opened for that.
  ///
  /// - Parameters:
  ///   - path: Its file.
  ///   - patience: How long others are waited for, and who is told of it and of what becomes of the
  ///     file.
  public static func open(
    at path: String, patience: ReviewPatience = ReviewPatience()
  ) throws(ReviewFailure) -> SQLiteReviewStore {
    let path = ReviewFiles.absolute(path)
    defer { patience.end() }
    return SQLiteReviewStore(try SQLiteConnection.open(at: path, patience), patience)
  }

  /// Makes a store that no file has and that goes away with its last user.
  public static func inMemory() throws(ReviewFailure) -> SQLiteReviewStore {
    let patience = ReviewPatience()
    return SQLiteReviewStore(try SQLiteConnection.inMemory(patience), patience)
  }

  private init(_ connection: SQLiteConnection, _ patience: ReviewPatience) {
    path = connection.path
    self.patience = patience
    self.connection = Mutex(connection)
  }

  /// Whether marks can be put, as far as opening showed.
  public var isWritable: Bool {
    connection.withLock { $0.map { $0.use == .writing } ?? true }
  }

  /// Brings the file up to date with its log, unless another process is in the way.
  public func settle() { connection.withLock { $0 }?.emptyLog() }

  // MARK: Transactions

  /// Runs `body` on one state of the database.
  func reading<Value>(_ body: (Database) throws -> Value) throws(ReviewFailure) -> Value {
    defer { patience.end() }
    let connection = try current()
    do {
      return try connection.queue.read(body)
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  func writing<Value>(
    keeping acknowledged: (Value) -> ReviewKept, _ body: (SQLiteJournal) throws -> Value
  ) throws(ReviewFailure) -> Value {
    defer { patience.end() }
    var connection = try current()
    guard connection.use == .writing else { throw ReviewFailure(.readOnly, path: path) }
    let value = try transaction(connection, body)
    let lasting = acknowledged(value)
    kept.withLock { kept in
      for mark in lasting.marks { kept.marks.insert(mark) }
      for entry in lasting.team { kept.team.insert(entry) }
    }
    // Renewing writes what is kept; that file may be taken away too.
    for _ in 0..<3 {
      if connection.hasItsFile { return value }
      connection = try current()
    }
    throw ReviewFailure(.replaced, path: path)
  }

  private func transaction<Value>(
    _ connection: SQLiteConnection, _ body: (SQLiteJournal) throws -> Value
  ) throws(ReviewFailure) -> Value {
    do {
      return try connection.queue.use { database in
        try database.transaction(.immediate) { try body(SQLiteJournal(database: database)) }
      }
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }

  // MARK: The file

  /// The database, where the file is in its place.
  var queue: DatabaseQueue {
    get throws(ReviewFailure) { try current().queue }
  }

  /// A connection to the file that stands at the path now.
  private func current() throws(ReviewFailure) -> SQLiteConnection {
    guard let known = connection.withLock({ $0 }) else { return try reopen(.replaced(marks: 0)) }
    // What can only be read cannot be made again.
    if known.use != .writing { return known }
    if known.hasItsFile, !known.fileHasMoved() || holdsWhatIsKept(known) { return known }
    return try renew(known)
  }

  /// Whether the file still holds the last mark that was acknowledged: another program may have
  /// written over it.
  private func holdsWhatIsKept(_ connection: SQLiteConnection) -> Bool {
    guard let last = kept.withLock({ $0.marks.newest }) else { return true }
    connection.forgetPages()
    let holds = try? connection.queue.read { database in
      try SQLiteJournal(database: database).history(last.key, last.reviewer)
        .contains { $0.mark == last }
    }
    return holds ?? false
  }

  /// Takes the place of a connection whose file is no longer the one at the path.
  private func renew(_ known: SQLiteConnection) throws(ReviewFailure) -> SQLiteConnection {
    let pause = { [patience, path] attempt in patience.pause(attempt: attempt, path: path) }
    let isGone = ReviewFiles.identity(of: path) == nil
    let directory = ReviewFiles.directory(of: path)
    var isMadeAgain = false
    if isGone {
      if let code = ReviewFiles.makeDirectory(directory) {
        throw ReviewFailure(.noDirectory(ReviewFiles.message(code)), path: path)
      }
      try ReviewFiles.exclusively(in: directory, pause: pause) { () throws(ReviewFailure) in
        isMadeAgain = try known.makeAgain()
      }
    }
    connection.withLock { $0 = nil }
    known.close()
    if !isMadeAgain { known.removeLog() }
    return try reopen(isMadeAgain ? .madeAgain : .replaced(marks: 0))
  }

  /// Opens what stands at the path and writes into it what was acknowledged.
  private func reopen(_ renewal: ReviewRenewal) throws(ReviewFailure) -> SQLiteConnection {
    let opened = try SQLiteConnection.open(at: path, patience)
    let (marks, team) = kept.withLock { $0 }
    var written = 0
    if opened.use == .writing, marks.count > 0 || !team.topics.isEmpty {
      written = try transaction(opened) { journal in
        try journal.add(marks, at: .now()).added + journal.add(team, at: .now()).added
      }
    }
    connection.withLock { $0 = opened }
    patience.tell(.renewed(renewal == .madeAgain ? renewal : .replaced(marks: written)))
    return opened
  }
}
