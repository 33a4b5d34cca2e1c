import GazetteIntake
import GazetteModel
import GazetteText

/// Opens the issues of a folder one by one.
public enum ArchiveLoader {
  /// What is below the folder at `path`; nil where it is no folder, or one of a single issue.
  public static func walk(_ path: FilePath) -> ArchiveWalk? { walk(path, most: .max) }

  private static func walk(_ path: FilePath, most: Int) -> ArchiveWalk? {
    guard (try? ArchiveFiles.status(of: path).kind) == .folder else { return nil }
    let walk = ArchiveWalk(.folder(path), most: most)
    // A folder of one issue, or of none, is what it always was.
    let isOne = walk.candidates.count == 1 && walk.candidates[0].path == path
    return isOne || walk.candidates.isEmpty && walk.refusals.isEmpty ? nil : walk
  }

  /// Whether the folder at `path` is one of many issues, as `walk` tells, without looking at more of it
  /// than tells that.
  public static func isArchive(_ path: FilePath) -> Bool { walk(path, most: 1) != nil }

  /// Opens one of the candidates.
  public static func load(
    _ candidate: ArchiveWalk.Candidate, options: IntakeOptions = IntakeOptions()
  ) throws(LoadFailure) -> Issue {
    try load(candidate, try source(of: candidate), options)
  }

  /// Opens a candidate from the bytes of its files.
  static func load(
    _ candidate: ArchiveWalk.Candidate, _ source: IssueSource,
    _ options: IntakeOptions = IntakeOptions()
  ) throws(LoadFailure) -> Issue {
    var manifest = Manifest.empty
    if let json = source.manifest, let path = candidate.manifest {
      do throws(ManifestFailure) {
        manifest = try Manifest(json: json)
      } catch {
        throw LoadFailure(path: path.description, reason: .badManifest(error))
      }
    }
    let stem = candidate.path.name.prefix { $0 != 0x2E }
    let name = stem.isEmpty ? candidate.path.name[...] : stem
    return try IssueLoader.issue(
      in: source.text, path: candidate.text.description, manifest: manifest,
      fallbackID: String(decoding: name, as: UTF8.self), options: options)
  }

  /// The bytes of the files of a candidate.
  static func source(of candidate: ArchiveWalk.Candidate) throws(LoadFailure) -> IssueSource {
    let text = try bytes(of: candidate.text)
    guard let manifest = candidate.manifest else { return IssueSource(text: text, manifest: nil) }
    return IssueSource(text: text, manifest: try bytes(of: manifest))
  }

  /// The bytes of a file of an issue.
  static func bytes(of path: FilePath) throws(LoadFailure) -> [UInt8] {
    do throws(ArchiveFiles.Refusal) {
      if let bytes = try ArchiveFiles.bytes(of: path, limit: IssueLoader.fileLimit) { return bytes }
    } catch {
      throw LoadFailure(path: path.description, error.code)
    }
    throw LoadFailure(path: path.description, reason: .tooLarge(IssueLoader.fileLimit))
  }
}

extension LoadFailure {
  /// Why the system refuses to read a file.
  public init(path: String, _ code: Int32) {
    // ENOENT, which is 2 on every system that Swift runs on.
    self.init(path: path, reason: code == 2 ? .notFound : .unreadable(code))
  }
}

/// The order of an archive: publication by publication, the newest issue first.
public enum ArchiveOrder {
  /// Whether an issue goes before another.
  public static func isBefore(
    _ left: (identity: IssueIdentity, path: FilePath),
    _ right: (identity: IssueIdentity, path: FilePath)
  ) -> Bool {
    let names = (name(of: left.identity), name(of: right.identity))
    if names.0 != names.1 { return names.0 < names.1 }
    return Key(left.identity, left.path) < Key(right.identity, right.path)
  }

  /// The places of issues in order, with the publication of each.
  ///
  /// There are few publications, and comparing their names takes longer than all else: that is done
  /// once for each.
  static func sorted(
    _ issues: [(identity: IssueIdentity, path: FilePath)]
  ) -> [(place: Int, publication: Publication?)] {
    var known: [[UInt8]: Int] = [:]
    var groups: [(publication: Publication?, name: String)] = []
    let keys = issues.map { issue in
      let identity = issue.identity
      let title = [UInt8]((identity.title ?? "").utf8)
      let group = title + [identity.title == nil ? 0 : 1] + (identity.sponsor ?? "").utf8
      if let number = known[group] { return (group: number, key: Key(identity, issue.path)) }
      known[group] = groups.count
      groups.append((identity.publication, name(of: identity)))
      return (group: groups.count - 1, key: Key(identity, issue.path))
    }
    let names = Set(groups.map(\.name)).sorted()
    let ranks = groups.map { group in names.indices.partitionPoint { names[$0] < group.name } }
    return issues.indices.sorted { left, right in
      let (left, right) = (keys[left], keys[right])
      let (leftRank, rightRank) = (ranks[left.group], ranks[right.group])
      return leftRank == rightRank ? left.key < right.key : leftRank < rightRank
    }.map { ($0, groups[keys[$0].group].publication) }
  }

  /// What a publication is put in order by; issues of none come last.
  private static func name(of identity: IssueIdentity) -> String {
    identity.publication?.name ?? "\u{10FFFF}"
  }

  /// What an issue is put in order by among those of its publication.
  private struct Key: Comparable {
    private let numbers: [Int]
    private let path: FilePath

    init(_ identity: IssueIdentity, _ path: FilePath) {
      let date = identity.publicationDate
      numbers = [
        identity.year ?? date?.year ?? 0, identity.number ?? 0, date?.month ?? 0, date?.day ?? 0,
        identity.cumulativeNumber ?? 0,
      ]
      self.path = path
    }

    static func == (left: Key, right: Key) -> Bool { !(left < right || right < left) }

    static func < (left: Key, right: Key) -> Bool {
      if left.numbers != right.numbers {
        return right.numbers.lexicographicallyPrecedes(left.numbers)
      }
      return left.path < right.path
    }
  }
}
