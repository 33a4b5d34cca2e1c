import GazetteIntake
import GazetteModel
import GazetteText
import Glibc
import SQLiteKit

/// Makes the index of a folder, or brings one up to date (建立索引).
///
/// What is built lies beside the index under another name and takes its place when it is whole: who
/// reads keeps reading the old one, and a builder that is killed leaves nothing but what the next
/// one goes on with. Only one builds at a time. Files whose time and size are known are not read;
/// files whose content is known are not parsed.
public struct ArchiveBuilder {
  /// How far it is.
  public struct Progress: Sendable, Equatable {
    /// How many files are looked at, of how many.
    public var done = 0
    /// Of how many.
    public var total = 0
    /// How many of them had to be parsed.
    public var parsed = 0

    /// Creates a progress; nothing is done unless said otherwise.
    public init(done: Int = 0, total: Int = 0, parsed: Int = 0) {
      self.done = done
      self.total = total
      self.parsed = parsed
    }
  }

  /// What was built.
  public struct Report: Sendable, Equatable {
    /// Issues that can be opened.
    public var issues = 0
    /// Files that had to be parsed, and issues that are gone.
    public var parsed = 0
    /// How many issues are gone.
    public var removed = 0
    /// Files that could not be read, and why.
    public var failures: [LoadFailure] = []
  }

  /// The folder.
  public let root: FilePath
  /// The index.
  public let path: String

  /// Creates a builder of the index at `path` of the folder at `root`.
  public init(root: FilePath, path: String) {
    self.root = root
    self.path = path
  }

  /// How many issues are written at once.
  private static let batch = 32

  /// Builds.
  ///
  /// - Parameter isWanted: Asked after each file with how far it is; false stops, and what is done
  ///   is kept for the next time.
  /// - Returns: nil where it was stopped.
  public func run(
    _ isWanted: (Progress) -> Bool = { _ in true }
  ) throws(ArchiveFailure) -> Report? {
    if let report = unchanged() { return report }
    let walk = try walk()
    let lock = try BuildLock(path + ".building", shown: path)
    defer { lock.release() }
    do {
      let queue = try open()
      let report = try build(queue, walk, isWanted)
      queue.close()
      guard let report else { return nil }
      try lock.finish(as: path)
      return report
    } catch {
      let failure = ArchiveFailure(error, path: path)
      // A beginning that fills the disk is of no use to anybody.
      if failure.reason == .full { removeBeginning() }
      throw failure
    }
  }

  // MARK: The file

  /// The unfinished index: that of a builder that did not come to its end, else a copy of the
  /// present one, else a new one.
  private func open() throws -> DatabaseQueue {
    let unfinished = path + ".building"
    if let queue = try? Self.queue(unfinished), (try? queue.read(Self.isOurs)) == true {
      return queue
    }
    for suffix in ["-wal", "-shm", "-journal"] { unlink(unfinished + suffix) }
    if truncate(unfinished, 0) != 0 { throw ArchiveFailure(.readOnly, path: path) }
    // Opening what is not there would make it.
    if ArchiveFiles.exists(path), let present = try? Self.queue(path),
      (try? present.read(Self.isOurs)) == true
    {
      present.close()
      try Self.copy(path, to: unfinished)
      return try Self.queue(unfinished)
    }
    let queue = try Self.queue(unfinished)
    try queue.transaction { try ArchiveSchema.create(in: $0) }
    return queue
  }

  private static func isOurs(_ database: Database) throws -> Bool {
    try Int64.fetchOne(database, sql: "PRAGMA application_id") == ArchiveSchema.applicationID
      && Int.fetchOne(database, sql: "PRAGMA user_version") == ArchiveSchema.version
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

  private static func copy(_ source: String, to target: String) throws {
    let input = Glibc.open(source, O_RDONLY | O_CLOEXEC)
    let output = Glibc.open(target, O_WRONLY | O_CLOEXEC)
    defer {
      close(input)
      close(output)
    }
    guard input >= 0, output >= 0 else { throw ArchiveFailure(.readOnly, path: target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0, Glibc.write(output, buffer, count) == count else {
        throw ArchiveFailure(.full, path: target)
      }
    }
  }

  // MARK: The content

  private struct Known {
    let id: Int64
    let size: Int
    let modified: Int
    let digest: String
  }

  /// What the folder has; an index of nothing is not begun.
  private func walk() throws(ArchiveFailure) -> ArchiveWalk {
    let walk = ArchiveWalk(root)
    if let refusal = walk.refusals.first(where: { $0.path == root }) {
      throw ArchiveFailure(
        .cannotOpen(ArchiveFiles.message(refusal.code)), path: root.description)
    }
    if walk.candidates.isEmpty { throw ArchiveFailure(.noIssues, path: root.description) }
    return walk
  }

  private func build(
    _ queue: DatabaseQueue, _ walk: ArchiveWalk, _ isWanted: (Progress) -> Bool
  ) throws -> Report? {
    var known = try queue.read(Self.known)
    var progress = Progress(done: 0, total: walk.candidates.count, parsed: 0)
    var rest = walk.candidates[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batch)
      rest = rest.dropFirst(batch.count)
      var isStopped = false
      try queue.transaction { database in
        let writer = try ArchiveWriter(database)
        for candidate in batch {
          let path = relative(candidate.path)
          if try write(candidate, path, known.removeValue(forKey: path), writer) {
            progress.parsed += 1
          }
          progress.done += 1
          if !isWanted(progress) {
            isStopped = true
            break
          }
        }
      }
      if isStopped { return nil }
    }
    let gone = known.values.map(\.id)
    try queue.transaction { database in
      let writer = try ArchiveWriter(database)
      for id in gone { try writer.remove(id) }
      try writer.note(root: root)
      try writer.writeList(
        refusals: walk.refusals.map {
          (relative($0.path), LoadFailure(path: $0.path.description, $0.code).reason.stored)
        })
    }
    try queue.use { database in
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    let list = try queue.read { try CataloguedIssues(ArchiveCatalogue.list(in: $0)) }
    return Report(
      issues: list.count, parsed: progress.parsed, removed: gone.count,
      failures: list.failures.map {
        LoadFailure(path: root.appending($0.text).description, stored: $0.reason)
      })
  }

  private static func known(_ database: Database) throws -> [[UInt8]: Known] {
    var known: [[UInt8]: Known] = [:]
    let rows = try DatabaseRow.fetchCursor(
      database, sql: "SELECT path, id, size, modified, digest FROM issue")
    while let row = try rows.next() {
      known[row.bytes(0)] = Known(
        id: try row.issue(1), size: try row.number(2), modified: try row.number(3),
        digest: row.text(4) ?? "")
    }
    return known
  }

  /// The path below the folder.
  private func relative(_ path: FilePath) -> [UInt8] {
    guard path.bytes.starts(with: root.bytes) else { return path.bytes }
    return Array(path.bytes.dropFirst(root.bytes.count).drop { $0 == 0x2F })
  }

  /// Takes a file in unless it is known; whether it had to be parsed.
  private func write(
    _ candidate: ArchiveWalk.Candidate, _ path: [UInt8], _ known: Known?, _ writer: ArchiveWriter
  ) throws -> Bool {
    var file = ArchiveWriter.File(
      path: path, text: relative(candidate.text), manifest: candidate.manifest.map(relative))
    do throws(ArchiveFiles.Refusal) {
      let status = try ArchiveFiles.status(of: candidate.text)
      let beside = try candidate.manifest.map { (path) throws(ArchiveFiles.Refusal) in
        try ArchiveFiles.status(of: path)
      }
      file.size = status.size + (beside?.size ?? 0)
      file.modified = max(status.modified, beside?.modified ?? 0)
    } catch {
      try writer.write(file, LoadFailure(path: candidate.text.description, error.code), known?.id)
      return false
    }
    if let known, known.size == file.size, known.modified == file.modified { return false }
    do throws(LoadFailure) {
      let bytes = try ArchiveLoader.bytes(of: candidate.text)
      let manifest = try candidate.manifest.map { (path) throws(LoadFailure) in
        try ArchiveLoader.bytes(of: path)
      }
      file.digest = SHA256.hexadecimal(bytes + (manifest ?? []))
      if let known, known.digest == file.digest {
        try? writer.touch(known.id, file)
        return false
      }
      let issue = try ArchiveLoader.load(candidate, bytes)
      if issue.nodes.isEmpty {
        throw LoadFailure(path: candidate.text.description, reason: .isEmpty)
      }
      file.issue = issue
    } catch {
      try writer.write(file, error, known?.id)
      return true
    }
    try writer.write(file, nil, known?.id)
    return true
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
