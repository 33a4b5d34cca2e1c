/// Finds the issues below a folder, however deep (文件夹).
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
  public struct Refusal: Hashable, Sendable {
    /// The folder or file.
    public let path: FilePath
    /// The `errno`.
    public let code: Int32
  }

  /// What was found, in the order of paths.
  public private(set) var candidates: [Candidate] = []
  /// Folders that could not be read.
  public private(set) var refusals: [Refusal] = []

  /// The endings, in small letters, of the files in which issues come.
  private static let endings: [[UInt8]] = [
    "md", "markdown", "txt", "text", "html", "htm", "xhtml", "mhtml", "mht", "docx", "odt", "epub",
    "ofd", "pdf", "doc", "wps", "rtf", "gz", "zip",
  ].map { Array($0.utf8) }

  private static let textName = Array("issue.md".utf8)
  private static let manifestName = Array("manifest.json".utf8)

  /// Looks through the folder at `root` and all below it.
  public init(_ root: FilePath) {
    var folders = [root]
    var seen: Set<[UInt64]> = []
    while let folder = folders.popLast() {
      do throws(ArchiveFiles.Refusal) {
        let status = try ArchiveFiles.status(of: folder)
        guard seen.insert([status.device, status.inode]).inserted else { continue }
        folders += try look(into: folder).reversed()
      } catch {
        refusals.append(Refusal(path: folder, code: error.code))
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
    for name in names where name.first != 0x2E {
      let path = folder.appending(name)
      if let ending = Self.ending(of: name), Self.endings.contains(ending) {
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

  /// The part behind the last full stop, in small letters.
  private static func ending(of name: [UInt8]) -> [UInt8]? {
    guard let dot = name.lastIndex(of: 0x2E), dot > 0 else { return nil }
    return name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}
