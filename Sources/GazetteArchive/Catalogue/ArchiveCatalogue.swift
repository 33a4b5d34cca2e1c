import GazetteIntake
import GazetteModel
import GazetteText
import Glibc
import PostgresKit
import Synchronization

/// The index of an archive, open for reading (文库索引).
///
/// Nothing is ever written, so that any number of readers, also of accounts that may not write, can
/// use the same file or database. Paths of issues are taken below the folder that was indexed, or,
/// where that is not there, below the folder that the index lies in.
public final class ArchiveCatalogue: Sendable {
  /// Its file, or the address of its database, without a password.
  public let path: String
  /// The issues, publication by publication, the newest first.
  public let issues: CataloguedIssues
  /// The files that could not be read, and why, in the order of their paths.
  public let failures: [LoadFailure]
  /// The folder that the paths are below.
  public let root: FilePath
  /// What the index says of where its issues come from; nil where that is not on this machine.
  private let stored: [UInt8]?
  let storage: any ArchiveStorage
  /// The place in `issues` by number.
  private let places: [Int64: Int]
  /// The names of bodies, read when they are first asked for.
  let names = Mutex<[CataloguedName]?>(nil)

  /// The ending of an index.
  public static let ending = "gazette-index"

  /// Whether the file at `path` looks like an index: it begins as SQLite's files do and bears our
  /// mark.
  public static func isIndex(_ path: FilePath) -> Bool { FileIndex.isIndex(path) }

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - path: Its file.
  ///   - isMapped: Whether the file is mapped into memory: reading much of it takes less time, and
  ///     what was read counts as memory of the reader.
  public convenience init(path: String, isMapped: Bool = false) throws(ArchiveFailure) {
    let storage: FileIndex
    do {
      storage = try FileIndex(path: path, isMapped: isMapped)
    } catch {
      throw ArchiveFailure(error, path: path)
    }
    try self.init(storage, path: path)
  }

  /// Opens an index by what names it: its file, or the address of a database.
  ///
  /// - Parameters:
  ///   - place: Its file, or the address of a database.
  ///   - readsMuch: Whether much of it is read and the process ends soon, so that mapping the file, or
  ///     several lines to the server, are worth it.
  public convenience init(at place: String, readsMuch: Bool = false) throws(ArchiveFailure) {
    if let address = PostgresAddress(place) {
      try self.init(address: address, readsMuch: readsMuch)
    } else {
      try self.init(path: place, isMapped: readsMuch)
    }
  }

  /// Whether a text names an index: the address of a database, or a file that looks like one.
  public static func isIndex(named place: String) -> Bool {
    PostgresAddress(place) != nil || isIndex(FilePath(place))
  }

  /// When the text of an issue was last written, in nanoseconds since 1970: the file, or what the
  /// index keeps of it.
  public func modified(ofIssueAt place: Int) -> Int {
    keepsFiles
      ? issues[place].modified : Self.modified(candidate(place).text) ?? 0
  }

  /// Opens what a database has.
  ///
  /// - Parameters:
  ///   - address: Where it is.
  ///   - readsMuch: Whether much of it is read and the process ends soon, so that several lines to
  ///     the server are worth their time.
  public convenience init(
    address: PostgresAddress, readsMuch: Bool = false
  ) throws(ArchiveFailure) {
    try self.init(ServerIndex(address, readsMuch: readsMuch), path: address.shown)
  }

  /// The same index by a way of its own, so that who reads long does not hold up who reads by this
  /// one; nil where there is none, or another index has taken its place.
  public func aside() -> ArchiveCatalogue? {
    storage.another(with: issues.bytes).flatMap { try? ArchiveCatalogue($0, path: path) }
  }

  /// Opens what lies in a storage.
  ///
  /// - Parameter path: What it is called.
  init(_ storage: any ArchiveStorage, path: String) throws(ArchiveFailure) {
    self.path = path
    self.storage = storage
    do {
      let head = try storage.read { try $0.head() }
      let root = ArchiveOrigin.root(ofStored: head.origin)
      let isThere =
        storage.keepsFiles || (try? ArchiveFiles.status(of: root).kind) == .folder
      let folder = isThere ? root : FilePath(ArchiveFiles.folder(of: path))
      let issues = try CataloguedIssues(head.list)
      self.root = folder
      stored = isThere ? head.origin : nil
      self.issues = issues
      failures = issues.failures.map {
        LoadFailure(path: folder.appending($0.text).description, stored: $0.reason)
      }
      places = Dictionary(
        zip(issues.heads.map(\.number), issues.indices), uniquingKeysWith: { first, _ in first })
    } catch {
      throw ArchiveFailure(error, path: path)
    }
  }

  /// The issue that a typed name means.
  public func index(ofIssue typed: String) -> Int? {
    IssueNaming.index(of: typed, ids: issues.map(\.id), names: issues.map(\.name))
  }

  /// What an issue is listed under: its publication, with a number that the issues of it share, and
  /// its year.
  public func heading(
    ofIssueAt place: Int
  ) -> (publication: Int, name: String, year: Int?) {
    let publication = issues.publication(at: place)
    return (publication.number, publication.name, issues.heads[place].year)
  }

  /// The place of the issue with that number.
  func place(of number: Int64) -> Int? { places[number] }

  /// Whether issues are opened from the index, so that their files need not be on this machine.
  public var keepsFiles: Bool { storage.keepsFiles }

  /// Whether it was built anew since it was opened. A file keeps what it had when it was opened.
  public func isOutdated() throws(ArchiveFailure) -> Bool {
    do {
      return try storage.isOutdated()
    } catch {
      throw ArchiveFailure(error, path: path)
    }
  }

  /// The same index as it is now.
  public func renewed() throws(ArchiveFailure) -> ArchiveCatalogue {
    try ArchiveCatalogue(storage.renewed(), path: path)
  }

  /// When a file was last written, in nanoseconds since 1970; nil where it is not there.
  public static func modified(_ path: FilePath) -> Int? {
    (try? ArchiveFiles.status(of: path))?.modified
  }

  /// Where the files of an issue are.
  public func candidate(_ place: Int) -> ArchiveWalk.Candidate {
    let issue = issues[place]
    return ArchiveWalk.Candidate(
      path: root.appending(issue.path), manifest: issue.manifest.map(root.appending),
      text: root.appending(issue.text))
  }

  /// Runs `body` on one state of the index.
  func reading<Value>(
    _ body: (any ArchiveReader) throws -> Value
  ) throws(ArchiveFailure) -> Value {
    do {
      return try storage.read(body)
    } catch {
      throw ArchiveFailure(error, path: path)
    }
  }

  /// What is wrong with the index itself, and which files are gone or changed since.
  public func check() throws(ArchiveFailure) -> ArchiveCheck {
    compared(ArchiveCheck(damage: try reading { try $0.damage(of: issues) }), nil)
  }

  /// Which files are gone, changed or new since it was built, by their times and sizes alone.
  public func changes() -> ArchiveCheck { compared(ArchiveCheck(damage: []), nil) }

  /// The same where what there is now was looked for already.
  ///
  /// - Parameter texts: The texts that there are, by their paths below the folder.
  func changes(among texts: [[UInt8]]) -> ArchiveCheck { compared(ArchiveCheck(damage: []), texts) }

  /// Where its issues come from.
  public var origin: ArchiveOrigin { stored.map(ArchiveOrigin.init(stored:)) ?? .folder(root) }

  private func compared(_ check: ArchiveCheck, _ texts: [[UInt8]]?) -> ArchiveCheck {
    // What a database has may be of another machine.
    if storage.keepsFiles, (try? ArchiveFiles.status(of: root)) == nil { return check }
    var check = check
    for (place, issue) in issues.enumerated() {
      let candidate = candidate(place)
      guard let text = try? ArchiveFiles.status(of: candidate.text) else {
        check.gone.append(candidate.text)
        continue
      }
      let manifest = candidate.manifest.flatMap { try? ArchiveFiles.status(of: $0) }
      if text.size + (manifest?.size ?? 0) != issue.size
        || max(text.modified, manifest?.modified ?? 0) != issue.modified
      {
        check.changed.append(candidate.text)
      }
    }
    let known = Set(issues.map(\.text) + issues.failures.map(\.text))
    check.added = (texts ?? present).filter { !known.contains($0) }.map(root.appending)
    return check
  }

  /// The texts that there are now, by their paths below the folder.
  private var present: [[UInt8]] {
    let origin = origin
    return ArchiveWalk(origin).candidates.map { origin.relative($0.text) }
  }
}

/// What is to be said of an index.
public struct ArchiveCheck: Sendable {
  /// What is wrong with the index itself, one line each.
  public let damage: [String]
  /// Files that are no longer there, that changed, and that came since it was built.
  public var gone: [FilePath] = []
  /// Files that changed since it was built.
  public var changed: [FilePath] = []
  /// Files that came since it was built.
  public var added: [FilePath] = []

  init(damage: [String]) {
    self.damage = damage
  }

  /// Whether the index says what the files say.
  public var isCurrent: Bool {
    damage.isEmpty && gone.isEmpty && changed.isEmpty && added.isEmpty
  }
}
