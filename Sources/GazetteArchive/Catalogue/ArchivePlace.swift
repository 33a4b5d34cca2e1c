import GazetteText
import Glibc

/// Where the index of an archive is kept that nobody named a file for.
public enum ArchivePlace {
  /// `$XDG_CACHE_HOME/gazette/…`, by default below `~/.cache`: a file for each folder and for each
  /// list of paths, named by the hash of these. Nil where neither variable says where.
  ///
  /// A relative `XDG_CACHE_HOME` does not count, as the XDG Base Directory Specification 0.8 demands.
  public static func index(of origin: ArchiveOrigin, cache: String?, home: String?) -> String? {
    let base: String
    if let cache, cache.hasPrefix("/") {
      base = cache
    } else if let home, !home.isEmpty {
      base = home + "/.cache"
    } else {
      return nil
    }
    let name = SHA256.hexadecimal(origin.stored).prefix(32)
    return "\(base)/gazette/\(name).\(ArchiveCatalogue.ending)"
  }

  /// Makes the folder that a file is to lie in; whether it is there.
  public static func makeFolder(of path: String) -> Bool {
    var missing: [String] = []
    var folder = ArchiveFiles.folder(of: path)
    while !ArchiveFiles.exists(folder), folder != "/" {
      missing.append(folder)
      folder = ArchiveFiles.folder(of: folder)
    }
    for folder in missing.reversed() where mkdir(folder, 0o700) != 0 && errno != EEXIST {
      return false
    }
    return true
  }
}
