import GazetteIntake
import GazetteModel
import GazetteText
import Glibc
import PostgresKit

/// Makes the index of an archive, or brings one up to date (建立索引).
///
/// What is built lies beside what readers see and takes its place when it is whole: who reads keeps
/// reading the old one, and a builder that is killed leaves nothing but what the next one goes on
/// with. Only one builds at a time. Files whose time and size are known are not read;
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
    /// Files that had to be parsed.
    public var parsed = 0
    /// How many issues are gone.
    public var removed = 0
    /// Files that could not be read, and why.
    public var failures: [LoadFailure] = []
  }

  /// Where the issues come from.
  public let origin: ArchiveOrigin
  let destination: any ArchiveDestination

  /// Creates a builder of the index of the folder at `root`.
  ///
  /// - Parameters:
  ///   - root: The folder.
  ///   - path: The file of the index, or the address of a database.
  public init(root: FilePath, path: String) { self.init(.folder(root), path: path) }

  /// Creates a builder of the index of an archive.
  ///
  /// - Parameters:
  ///   - origin: Where its issues come from.
  ///   - path: The file of the index, or the address of a database.
  public init(_ origin: ArchiveOrigin, path: String) {
    self.origin = origin
    destination =
      PostgresAddress(path).map { ServerDestination(address: $0) } ?? FileDestination(path: path)
  }

  /// Where the index is, as it is shown.
  public var shown: String { destination.shown }

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
    let walk = ArchiveWalk(origin)
    if let report = unchanged(walk) { return report }
    try refuse(walk)
    do {
      let building = try destination.begin()
      defer { building.release() }
      do {
        return try build(building, walk, isWanted)
      } catch {
        let failure = ArchiveFailure(error, path: destination.shown)
        // A beginning that fills the disk is of no use to anybody.
        if failure.reason == .full { building.removeBeginning() }
        throw failure
      }
    } catch {
      throw ArchiveFailure(error, path: destination.shown)
    }
  }

  // MARK: The content

  /// An index of nothing is not begun.
  private func refuse(_ walk: ArchiveWalk) throws(ArchiveFailure) {
    let root = origin.root
    if let reason = walk.refusals.first(where: { $0.path == root })?.reason {
      let code = if case .unreadable(let code) = reason { code } else { ENOENT }
      throw ArchiveFailure(.cannotOpen(ArchiveFiles.message(code)), path: origin.shown)
    }
    if walk.candidates.isEmpty { throw ArchiveFailure(.noIssues, path: origin.shown) }
  }

  private func build(
    _ building: any ArchiveBuilding, _ walk: ArchiveWalk, _ isWanted: (Progress) -> Bool
  ) throws -> Report? {
    var known = try building.known()
    var progress = Progress(done: 0, total: walk.candidates.count, parsed: 0)
    var rest = walk.candidates[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batch)
      rest = rest.dropFirst(batch.count)
      var isStopped = false
      try building.write { writer in
        for candidate in batch {
          let path = origin.relative(candidate.path)
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
    let list = try CataloguedIssues(
      building.finish(
        origin, gone: gone,
        refusals: walk.refusals.map { (origin.relative($0.path), $0.reason.stored) }))
    let root = origin.root
    return Report(
      issues: list.count, parsed: progress.parsed, removed: gone.count,
      failures: list.failures.map {
        LoadFailure(path: root.appending($0.text).description, stored: $0.reason)
      })
  }

  /// Takes a file in unless it is known; whether it had to be parsed.
  private func write(
    _ candidate: ArchiveWalk.Candidate, _ path: [UInt8], _ known: KnownFile?,
    _ writer: any ArchiveWriting
  ) throws -> Bool {
    var file = IndexedFile(
      path: path, text: origin.relative(candidate.text),
      manifest: candidate.manifest.map(origin.relative))
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
      let source = try ArchiveLoader.source(of: candidate)
      file.digest = SHA256.hexadecimal(source.text + (source.manifest ?? []))
      if let known, known.digest == file.digest {
        try? writer.touch(known.id, file)
        return false
      }
      let issue = try ArchiveLoader.load(candidate, source)
      if issue.nodes.isEmpty {
        throw LoadFailure(path: candidate.text.description, reason: .isEmpty)
      }
      file.issue = issue
      file.source = source
    } catch {
      try writer.write(file, error, known?.id)
      return true
    }
    try writer.write(file, nil, known?.id)
    return true
  }
}
