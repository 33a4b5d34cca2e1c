import Glibc
import GazetteText
import SQLiteKit

/// A file in which an index is built.
///
/// What is built lies beside the index under another name and takes its place when it is whole; a little that changes is
/// added behind the end of the index (`AppendedPages`). Who reads keeps reading the old one.
struct FileDestination: ArchiveDestination {
  /// The index.
  let path: String

  var unfinished: String { path + ".building" }

  var shown: String { path }

  func present() -> (any ArchiveStorage)? {
    ArchiveFiles.exists(unfinished) ? nil : try? FileIndex(path: path, isMapped: false)
  }

  func begin() throws -> any ArchiveBuilding {
    let lock = try BuildLock(unfinished, shown: path)
    do {
      return try FileBuilding(self, lock, try open())
    } catch {
      lock.release()
      let failure = error as? ArchiveFailure ?? ArchiveFailure(sqlite: error, path: path)
      if failure?.reason == .full { Self.remove(unfinished) }
      throw error
    }
  }

  /// Where is written: in what a builder left that did not come to its end, else behind the present index, else in a copy
  /// of that, else in a new one.
  private func open() throws -> FileBuilding.Place {
    if let queue = try? Self.queue(unfinished), (try? queue.read(Self.isOurs)) == true {
      return .beside(queue)
    }
    for suffix in ["-wal", "-shm", "-journal"] { unlink(unfinished + suffix) }
    if truncate(unfinished, 0) != 0 { throw ArchiveFailure(.readOnly, path: path) }
    if hasPresent, let pages = try? AppendedPages(path: path, isMapped: false) {
      if access(path, W_OK) == 0, hasRoom(pages) {
        return .behind(pages, try Self.queue(path, pages))
      }
      return .beside(try copy(pages))
    }
    let queue = try Self.queue(unfinished)
    try queue.transaction { try ArchiveSchema.create(in: $0) }
    return .beside(queue)
  }

  /// What may be changed before it is built beside the index: some thirty issues, which are soon read once more where a
  /// builder is killed.
  private static let mostChanged = 4 << 20

  /// Whether what was added to the index, with what is changed now, is little beside it: what it replaces is lost room.
  func hasRoom(_ pages: AppendedPages) -> Bool {
    pages.changedSize <= Self.mostChanged
      && pages.end - pages.originalSize + pages.changedSize <= max(pages.originalSize / 8, 1 << 20)
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

  private static func queue(_ path: String, _ pages: AppendedPages? = nil) throws -> DatabaseQueue {
    var settings = DatabaseSettings()
    settings.pages = pages
    // Nobody else reads what is written and a lost file is made anew; a killed process must leave it whole.
    let journal = pages == nil ? "WAL" : "MEMORY"
    settings.preparation = [
      "PRAGMA journal_mode = \(journal)", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -16000",
    ]
    return try DatabaseQueue(path: path, settings)
  }

  /// Copies the present index, with what was added to it and what was changed, to go on beside it.
  func copy(_ pages: AppendedPages) throws -> DatabaseQueue {
    let input = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    let output = Glibc.open(unfinished, O_WRONLY | O_CLOEXEC)
    defer {
      close(input)
      close(output)
    }
    guard input >= 0, output >= 0 else { throw ArchiveFailure(.readOnly, path: path) }
    try copy(input, output, pages.originalSize)
    try pages.forEachReplaced { place, bytes in
      guard pwrite(output, bytes, bytes.count, place) == bytes.count else {
        throw ArchiveFailure(.full, path: path)
      }
    }
    guard ftruncate(output, pages.size) == 0 else { throw ArchiveFailure(.full, path: path) }
    return try Self.queue(unfinished)
  }

  /// Copies the first bytes of a file.
  private func copy(_ input: Int32, _ output: Int32, _ size: Int) throws {
    var left = size
    // The system copies it without handing it over.
    while left > 0 {
      let count = sendfile(output, input, nil, min(left, 1 << 30))
      if count <= 0 { break }
      left -= count
    }
    // Not every file system can: what is left goes the long way.
    var buffer = [UInt8](repeating: 0, count: left > 0 ? 1 << 20 : 0)
    while left > 0 {
      let count = read(input, &buffer, min(left, buffer.count))
      guard count > 0, Glibc.write(output, buffer, count) == count else {
        throw ArchiveFailure(.full, path: path)
      }
      left -= count
    }
  }

  /// Takes away what was begun.
  static func remove(_ unfinished: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(unfinished + suffix) }
  }
}
