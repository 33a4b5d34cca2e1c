import Glibc
import SQLiteKit

/// An index that is being built in a file.
final class FileBuilding: ArchiveBuilding {
  /// Where is written.
  enum Place {
    /// Beside the index, in the unfinished file, which takes its place.
    case beside(DatabaseQueue)
    /// Behind the end of the index, and in memory until it is finished.
    case behind(AppendedPages, DatabaseQueue)

    fileprivate var queue: DatabaseQueue {
      switch self {
      case .beside(let queue), .behind(_, let queue): queue
      }
    }
  }

  private let destination: FileDestination
  private let lock: BuildLock
  private var place: Place

  init(_ destination: FileDestination, _ lock: BuildLock, _ place: Place) throws {
    self.destination = destination
    self.lock = lock
    self.place = place
  }

  func known() throws -> [[UInt8]: KnownFile] {
    try place.queue.read { database in
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
    try place.queue.transaction { try body(FileIndexWriter($0)) }
    try moveBeside()
  }

  /// Goes on beside the index where more changes than is worth adding to it.
  private func moveBeside() throws {
    guard case .behind(let pages, let queue) = place, !destination.hasRoom(pages) else { return }
    queue.close()
    place = .beside(try destination.copy(pages))
  }

  func finish(
    _ origin: ArchiveOrigin, gone: [Int64], refusals: [(text: [UInt8], reason: String)]
  ) throws -> [UInt8] {
    let list = try place.queue.transaction { database in
      let writer = FileIndexWriter(database)
      for id in gone { try writer.remove(id) }
      try writer.note(origin)
      return try writer.writeList(refusals: refusals)
    }
    try moveBeside()
    switch place {
    case .beside(let queue):
      try queue.use { database in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      queue.close()
      try lock.finish(as: destination.path)
    case .behind(let pages, let queue):
      queue.close()
      do {
        try pages.append()
      } catch {
        throw ArchiveFailure(
          error.code == ENOSPC ? .full : .readOnly, path: destination.path)
      }
    }
    return list
  }

  func removeBeginning() { FileDestination.remove(destination.unfinished) }

  func release() {
    place.queue.close()
    // Nothing was begun in it.
    if case .behind = place { removeBeginning() }
    lock.release()
  }
}
