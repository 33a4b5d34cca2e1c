import GazetteArchive
import GazetteIntake
import GazetteText
import PostgresKit

// What opens as an archive.

extension Launch {
  /// The archive that is named: an index; a folder of many issues, or paths with more of them than a
  /// tree shows at a glance, whose index can be kept; nil where issues are opened themselves.
  static func archive(
    at paths: [String], _ options: LaunchOptions
  ) throws(Failure) -> ArchiveSession.Source? {
    guard options.reference == nil, let first = paths.first else { return nil }
    if paths.count == 1, ArchiveCatalogue.isIndex(named: first) {
      return try IssueOptions.catalogue(at: first, options.language).map { .index($0) }
    }
    // Who is locked down writes no index; what standard input brings is read once.
    guard !options.isRestricted,
      !paths.contains(where: { $0 == IssueLoader.standardInput || PostgresAddress($0) != nil })
    else { return nil }
    let origin = ArchiveOrigin(paths.map { FilePath($0) })
    let isArchive =
      if case .folder(let folder) = origin { ArchiveLoader.isArchive(folder) } else {
        origin.isManyPaths
      }
    guard isArchive,
      let index = ArchivePlace.index(
        of: origin, cache: Platform.variable("XDG_CACHE_HOME"), home: Platform.variable("HOME"))
    else { return nil }
    return .files(origin, index: index)
  }
}
