import GazetteIntake

/// Finds the issues below a folder, however deep (文件夹), or those at several paths.
///
/// A folder with an `issue.md` is one issue, and nothing else is looked for in it; elsewhere each
/// file whose name says that it can be an issue is one. Files of other kinds are passed over, as are
/// names that begin with a full stop. A link that leads back to a folder above is followed once.
public struct ArchiveWalk {
  /// Something that may be an issue.
  public struct Candidate: Hashable, Sendable {
    /// The file, or the folder of one issue.
    public let path: FilePath
    /// The manifest beside it; nil where there is none.
    public let manifest: FilePath?
    /// The text that is read: the file itself, or that of the folder.
    public let text: FilePath

    /// Creates a candidate; of a single file `path` and `text` are the same.
    public init(path: FilePath, manifest: FilePath?, text: FilePath) {
      self.path = path
      self.manifest = manifest
      self.text = text
    }
  }

  /// A place that could not be looked at.
  public struct Refusal: Equatable, Sendable {
    /// The folder or file.
    public let path: FilePath
    /// Why.
    public let reason: LoadFailure.Reason

    init(path: FilePath, reason: LoadFailure.Reason) {
      (self.path, self.reason) = (path, reason)
    }

    init(path: FilePath, _ code: Int32) {
      self.init(path: path, reason: LoadFailure(path: path.description, code).reason)
    }
  }

  /// What was found, in the order of paths.
  public private(set) var candidates: [Candidate] = []
  /// Folders that could not be read, and paths that lead to no file.
  public private(set) var refusals: [Refusal] = []
  /// The folders that were looked into, by device and number.
  private var seen: Set<[UInt64]> = []
  /// No more is looked for than tells that there are more than these.
  private let most: Int

  /// The endings, in small letters, of the files in which issues come.
  private static let endings: [[UInt8]] = [
    "md", "markdown", "txt", "text", "html", "htm", "xhtml", "mhtml", "mht", "docx", "odt", "epub",
    "ofd", "pdf", "doc", "wps", "rtf", "gz", "zip",
  ].map { Array($0.utf8) }

  private static let textName = Array("issue.md".utf8)
  private static let manifestName = Array("manifest.json".utf8)

  /// Looks through the folder at `root` and all below it.
  public init(_ root: FilePath) { self.init(.folder(root)) }

  /// Looks through all that an archive comes from.
  ///
  /// - Parameters:
  ///   - origin: The folder, or the paths.
  ///   - most: Where not all are wanted, how many the reader wants to know to be exceeded.
  public init(_ origin: ArchiveOrigin, most: Int = .max) {
    self.most = most
    switch origin {
    case .folder(let folder): look(through: folder)
    case .paths(let paths):
      for path in paths where candidates.count <= most { look(at: path) }
      // A file may be named beside its folder.
      var texts: Set<FilePath> = []
      candidates = candidates.filter { texts.insert($0.text).inserted }
    }
  }

  /// Looks at a path that was named: what is no folder counts as an issue whatever it is called.
  private mutating func look(at path: FilePath) {
    do throws(ArchiveFiles.Refusal) {
      guard try ArchiveFiles.status(of: path).kind == .folder else {
        candidates.append(Candidate(path: path, manifest: nil, text: path))
        return
      }
    } catch {
      refusals.append(Refusal(path: path, error.code))
      return
    }
    let before = (candidates.count + refusals.count, seen.count)
    look(through: path)
    // One in which there is nothing is said, unless its issues were found on another way.
    if candidates.count + refusals.count == before.0, seen.count > before.1 {
      refusals.append(Refusal(path: path, reason: .noIssueInDirectory([])))
    }
  }

  private mutating func look(through root: FilePath) {
    var folders = [root]
    while candidates.count <= most, let folder = folders.popLast() {
      do throws(ArchiveFiles.Refusal) {
        let status = try ArchiveFiles.status(of: folder)
        guard seen.insert([status.device, status.inode]).inserted else { continue }
        folders += try look(into: folder).reversed()
      } catch {
        refusals.append(Refusal(path: folder, error.code))
      }
    }
  }

  /// Takes what is in a folder; gives the folders in it.
  private mutating func look(into folder: FilePath) throws(ArchiveFiles.Refusal) -> [FilePath] {
    let names = try ArchiveFiles.names(in: folder)
    let manifest =
      names.contains(Self.manifestName) ? folder.appending(Self.manifestName) : nil
    if names.contains(Self.textName) {
      candidates.append(
        Candidate(path: folder, manifest: manifest, text: folder.appending(Self.textName)))
      return []
    }
    var folders: [FilePath] = []
    var files: [FilePath] = []
    for name in names where name.first != 0x2E && candidates.count + files.count <= most {
      let path = folder.appending(name)
      if Self.isNamedLikeIssue(path) {
        // Folders of saved pages end in .html too, which only the system can tell.
        if (try? ArchiveFiles.status(of: path).kind) == .folder {
          folders.append(path)
        } else {
          files.append(path)
        }
      } else if Self.mayBeFolder(name), (try? ArchiveFiles.status(of: path).kind) == .folder {
        folders.append(path)
      }
    }
    // A manifest speaks of the one text beside it.
    let own = files.count == 1 ? manifest : nil
    candidates += files.map {
      Candidate(path: own == nil ? $0 : folder, manifest: own, text: $0)
    }
    return folders
  }

  /// The system is asked of every name; with ten thousand pictures that is ten thousand calls of a
  /// microsecond.
  private static func mayBeFolder(_ name: [UInt8]) -> Bool { name != manifestName }

  /// Whether a file's name says that it can be an issue: by the part behind its last full stop.
  static func isNamedLikeIssue(_ path: FilePath) -> Bool {
    let name = path.name
    guard let dot = name.lastIndex(of: 0x2E), dot > 0 else { return false }
    return endings.contains(
      name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
  }
}
