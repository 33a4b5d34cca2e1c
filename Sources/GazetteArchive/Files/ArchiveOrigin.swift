/// Where the issues of an archive come from (来源): one folder, or files and folders named one by one.
public enum ArchiveOrigin: Hashable, Sendable {
  /// All that is below a folder.
  case folder(FilePath)
  /// Files, and all that is below folders: each path from the root and once, in the order of bytes.
  case paths([FilePath])

  /// Takes paths as somebody gave them: in any order, some of them twice. One folder alone is that
  /// folder.
  public init(_ given: [FilePath]) {
    let paths = Set(ArchiveFiles.absolute(given)).sorted()
    if paths.count == 1, (try? ArchiveFiles.status(of: paths[0]).kind) == .folder {
      self = .folder(paths[0])
    } else {
      self = .paths(paths)
    }
  }

  /// The folder that the paths of issues are below.
  public var root: FilePath {
    switch self {
    case .folder(let folder): folder
    case .paths: FilePath(bytes: [0x2F])
    }
  }

  /// As it is shown in messages.
  var shown: String {
    switch self {
    case .folder(let folder): folder.description
    case .paths(let paths): (paths.first ?? root).description
    }
  }

  /// A path below `root`.
  func relative(_ path: FilePath) -> [UInt8] {
    let root = root
    guard path.bytes.starts(with: root.bytes) else { return path.bytes }
    return Array(path.bytes.dropFirst(root.bytes.count).drop { $0 == 0x2F })
  }

  /// As an index keeps it: the path of the folder; or each path behind a NUL, which no path has.
  var stored: [UInt8] {
    switch self {
    case .folder(let folder): ArchiveFiles.absolute(folder).bytes
    case .paths(let paths): Array(paths.map { [0] + $0.bytes }.joined())
    }
  }

  /// Reads what `stored` wrote.
  init(stored: [UInt8]) {
    guard stored.first == 0 else {
      self = .folder(FilePath(bytes: stored))
      return
    }
    self = .paths(
      stored.dropFirst().split(separator: 0, omittingEmptySubsequences: false)
        .map { FilePath(bytes: Array($0)) })
  }

  /// The folder that the paths of issues are below, of what `stored` wrote.
  static func root(ofStored stored: [UInt8]) -> FilePath {
    FilePath(bytes: stored.first == 0 ? [0x2F] : stored)
  }
}
