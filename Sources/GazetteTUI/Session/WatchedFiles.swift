import GazetteArchive
import GazetteIntake
import GazetteModel

/// The files that the issues come from, looked at while the reader does nothing.
///
/// A look asks the system for times and sizes and reads nothing.
struct WatchedFiles {
  private let files: [FilePath]
  private let issues: () throws(LoadFailure) -> [Issue]
  /// As they were when they were read.
  private var known: [FileStamp?]
  /// As the last look found them, where that is otherwise.
  private var found: [FileStamp?]?

  /// How long a look is waited for, in milliseconds.
  static let pause = 700

  /// - Parameters:
  ///   - files: The files themselves, no folders.
  ///   - issues: Reads them again.
  init(_ files: [FilePath], reading issues: @escaping () throws(LoadFailure) -> [Issue]) {
    self.files = files
    self.issues = issues
    known = files.map { FileStamp($0) }
  }

  /// These and the files of another issue.
  func and(_ candidate: ArchiveWalk.Candidate) -> WatchedFiles {
    let other = WatchedFiles([candidate])
    return WatchedFiles(files + other.files) { [issues] () throws(LoadFailure) in
      try issues() + other.issues()
    }
  }

  /// Whether they have changed since they were read, and are whole: what is still being written
  /// changes from look to look, or is not there.
  mutating func haveChanged() -> Bool {
    let now = files.map { FileStamp($0) }
    guard now != known else {
      found = nil
      return false
    }
    guard now == found, !now.contains(nil) else {
      found = now
      return false
    }
    known = now
    found = nil
    return true
  }

  /// Reads them; issues that were open before keep their ids.
  func read(after library: Library) throws(LoadFailure) -> Library {
    Library(issues: try issues(), continuing: library)
  }
}

extension WatchedFiles {
  /// The files at paths that were given to the program; nil where there is nothing to look at, as
  /// with the shipped issue, standard input, or a folder of many.
  init?(paths: [String]) {
    guard !paths.isEmpty, !paths.contains(IssueLoader.standardInput), paths.count <= Self.most
    else { return nil }
    var candidates: [ArchiveWalk.Candidate] = []
    for path in paths {
      let file = FilePath(path)
      guard !ArchiveLoader.isArchive(file), !ArchiveCatalogue.isIndex(named: path) else {
        return nil
      }
      candidates.append(
        ArchiveWalk(file).candidates.first
          ?? ArchiveWalk.Candidate(path: file, manifest: nil, text: file))
    }
    self.init(candidates)
  }

  /// The files of candidates.
  init(_ candidates: [ArchiveWalk.Candidate]) {
    self.init(candidates.flatMap { [$0.text] + ($0.manifest.map { [$0] } ?? []) }) {
      () throws(LoadFailure) in
      var issues: [Issue] = []
      for candidate in candidates { issues.append(try ArchiveLoader.load(candidate)) }
      return issues
    }
  }

  /// The most files that are looked at.
  private static let most = 64
}
