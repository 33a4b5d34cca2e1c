import GazetteText
import SQLiteKit

/// An index in a file of SQLite, open for reading. Nothing is ever written to it.
struct FileIndex: ArchiveStorage {
  private let path: String
  private let isMapped: Bool
  private let queue: DatabaseQueue

  /// Opens the file.
  ///
  /// - Parameter isMapped: Whether it is mapped into memory.
  init(path: String, isMapped: Bool) throws {
    self.path = path
    self.isMapped = isMapped
    guard ArchiveFiles.exists(path) else {
      throw ArchiveFailure(.cannotOpen(ArchiveFiles.message(2)), path: path)
    }
    var settings = DatabaseSettings()
    settings.isReadOnly = true
    settings.patience = .milliseconds(5000)
    settings.preparation = ["PRAGMA cache_size = -4000"]
    if isMapped { settings.preparation.append("PRAGMA mmap_size = 1073741824") }
    // A file to which nothing was added is read as SQLite does it, which takes less.
    let pages = try? AppendedPages(path: path, isMapped: isMapped)
    if pages?.isAnythingAdded == true { settings.pages = pages }
    // What was put in its place or added meanwhile is not seen: this one stays as it is.
    queue = try DatabaseQueue(path: path, settings)
    try queue.read { try Self.check($0, path) }
  }

  private static func check(_ database: Database, _ path: String) throws {
    guard
      try Int64.fetchOne(database, sql: "PRAGMA application_id") == ArchiveSchema.applicationID
    else { throw ArchiveFailure(.notAnIndex, path: path) }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version == ArchiveVersion.number else {
      throw ArchiveFailure(.otherVersion(version), path: path)
    }
  }

  var keepsFiles: Bool { false }

  func read<Value>(_ body: (any ArchiveReader) throws -> Value) throws -> Value {
    try queue.read { try body(FileIndexReader(database: $0)) }
  }

  /// What takes its place is another file, and what is added is not seen.
  func isOutdated() -> Bool { false }

  func renewed() -> any ArchiveStorage { self }

  /// What is mapped is read by all processors.
  var readsMuch: Bool { isMapped }

  func another(with list: [UInt8]) -> (any ArchiveStorage)? {
    guard let other = try? FileIndex(path: path, isMapped: isMapped),
      (try? other.read { try $0.head().list == list }) == true
    else { return nil }
    return other
  }

  /// Whether the file at `path` looks like an index: it begins as SQLite's files do and bears our
  /// mark.
  static func isIndex(_ path: FilePath) -> Bool {
    guard let status = try? ArchiveFiles.status(of: path), status.kind == .file, status.size >= 100,
      let start = try? ArchiveFiles.beginning(of: path, count: 100)
    else { return false }
    let mark = start[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return start.starts(with: Array("SQLite format 3\0".utf8))
      && mark == ArchiveSchema.applicationID
  }
}
