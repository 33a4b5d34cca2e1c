import Glibc
import GazetteText
import SQLiteKit

/// A file in which an index is built.
///
/// What is built lies beside the index under another name and takes its place when it is whole: who
/// reads keeps reading the old one.
struct FileDestination: ArchiveDestination {
  /// The index.
  let path: String

  private var unfinished: String { path + ".building" }

  var shown: String { path }

  func present() -> (any ArchiveStorage)? {
    ArchiveFiles.exists(unfinished) ? nil : try? FileIndex(path: path, isMapped: false)
  }

  func begin() throws -> any ArchiveBuilding {
    let lock = try BuildLock(unfinished, shown: path)
    do {
      return FileBuilding(path: path, lock: lock, queue: try open())
    } catch {
      lock.release()
      let failure = error as? ArchiveFailure ?? ArchiveFailure(sqlite: error, path: path)
      if failure?.reason == .full { Self.remove(unfinished) }
      throw error
    }
  }

  /// The unfinished index: that of a builder that did not come to its end, else a copy of the
  /// present one, else a new one.
  private func open() throws -> DatabaseQueue {
    if let queue = try? Self.queue(unfinished), (try? queue.read(Self.isOurs)) == true {
      return queue
    }
    for suffix in ["-wal", "-shm", "-journal"] { unlink(unfinished + suffix) }
    if truncate(unfinished, 0) != 0 { throw ArchiveFailure(.readOnly, path: path) }
    if hasPresent {
      try copy()
      return try Self.queue(unfinished)
    }
    let queue = try Self.queue(unfinished)
    try queue.transaction { try ArchiveSchema.create(in: $0) }
    return queue
  }

  /// Whether there is an index to go on from. Whoever reads it goes on reading it as it is.
  private var hasPresent: Bool {
    var settings = DatabaseSettings()
    settings.isReadOnly = true
    guard let present = try? DatabaseQueue(path: path, settings) else { return false }
    defer { present.close() }
    return (try? present.read(Self.isOurs)) == true
  }

  private static func isOurs(_ database: Database) throws -> Bool {
    try Int64.fetchOne(database, sql: "PRAGMA application_id") == ArchiveSchema.applicationID
      && Int.fetchOne(database, sql: "PRAGMA user_version") == ArchiveVersion.number
      && Int.fetchOne(database, sql: "SELECT count(*) FROM issue") != nil
  }

  private static func queue(_ path: String) throws -> DatabaseQueue {
    var settings = DatabaseSettings()
    // Nobody else reads the file and a lost one is made anew; a killed process must leave it whole.
    settings.preparation = [
      "PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -16000",
    ]
    return try DatabaseQueue(path: path, settings)
  }

  /// Copies the present index.
  private func copy() throws {
    let input = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    let output = Glibc.open(unfinished, O_WRONLY | O_CLOEXEC)
    defer {
      close(input)
      close(output)
    }
    guard input >= 0, output >= 0 else { throw ArchiveFailure(.readOnly, path: path) }
    // The system copies it without handing it over.
    while true {
      let count = sendfile(output, input, nil, 1 << 30)
      if count == 0 { return }
      if count < 0 { break }
    }
    // Not every file system can: what is left goes the long way.
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0, Glibc.write(output, buffer, count) == count else {
        throw ArchiveFailure(.full, path: path)
      }
    }
  }

  /// Takes away what was begun.
  static func remove(_ unfinished: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(unfinished + suffix) }
  }
}

/// An index that is being built in a file.
struct FileBuilding: ArchiveBuilding {
  private let path: String
  private let lock: BuildLock
  private let queue: DatabaseQueue

  fileprivate init(path: String, lock: BuildLock, queue: DatabaseQueue) {
    self.path = path
    self.lock = lock
    self.queue = queue
  }

  func known() throws -> [[UInt8]: KnownFile] {
    try queue.read { database in
      var known: [[UInt8]: KnownFile] = [:]
      let rows = try DatabaseRow.fetchCursor(
        database, sql: "SELECT path, id, size, modified, digest FROM issue")
      while let row = try rows.next() {
        known[row.bytes(0)] = KnownFile(
          id: try row.issue(1), size: try row.number(2), modified: try row.number(3),
          digest: row.text(4) ?? "")
      }
      return known
    }
  }

  func write(_ body: (any ArchiveWriting) throws -> Void) throws {
    try queue.transaction { try body(FileIndexWriter($0)) }
  }

  func finish(
    _ origin: ArchiveOrigin, gone: [Int64], refusals: [(text: [UInt8], reason: String)]
  ) throws -> [UInt8] {
    let list = try queue.transaction { database in
      let writer = FileIndexWriter(database)
      for id in gone { try writer.remove(id) }
      try writer.note(origin)
      return try writer.writeList(refusals: refusals)
    }
    try queue.use { database in
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    queue.close()
    try lock.finish(as: path)
    return list
  }

  func removeBeginning() { FileDestination.remove(path + ".building") }

  func release() {
    queue.close()
    lock.release()
  }
}

/// The right to build an index: a lock on the unfinished file.
private struct BuildLock {
  private let path: String
  private let descriptor: Int32

  init(_ path: String, shown: String) throws(ArchiveFailure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ArchiveFailure(
        errno == ENOENT ? .cannotOpen(ArchiveFiles.message(errno)) : .readOnly, path: shown)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw ArchiveFailure(.isBeingBuilt, path: shown)
    }
  }

  /// Puts the finished file in its place, safe on the disk before it is.
  func finish(as target: String) throws(ArchiveFailure) {
    guard fsync(descriptor) == 0 else { throw ArchiveFailure(.full, path: target) }
    guard rename(path, target) == 0 else { throw ArchiveFailure(.readOnly, path: target) }
  }

  func release() { close(descriptor) }
}
