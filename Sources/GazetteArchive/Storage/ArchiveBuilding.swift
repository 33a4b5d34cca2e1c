import GazetteIntake
import GazetteModel

/// Where an index is built (建立).
protocol ArchiveDestination {
  /// As it is shown.
  var shown: String { get }

  /// The index that readers see at present; nil where there is none of this version, or where a
  /// builder left a beginning of another.
  func present() -> (any ArchiveStorage)?

  /// Begins, or goes on with what another began; fails while another builds.
  func begin() throws -> any ArchiveBuilding
}

/// An index that is being built. Readers see nothing of it before it is finished.
protocol ArchiveBuilding {
  /// The files that were taken in before, by their paths below the folder.
  func known() throws -> [[UInt8]: KnownFile]

  /// Runs `body`; where it throws, each file that it wrote is kept whole or not at all.
  func write(_ body: (any ArchiveWriting) throws -> Void) throws

  /// Shows readers what was built.
  ///
  /// - Parameters:
  ///   - origin: Where the issues come from.
  ///   - gone: The issues of files that are gone.
  ///   - refusals: Folders and files that could not be looked at, by their paths below the folder.
  /// - Returns: The issues as `CataloguedIssues` reads them.
  func finish(
    _ origin: ArchiveOrigin, gone: [Int64], refusals: [(text: [UInt8], reason: String)]
  ) throws -> [UInt8]

  /// Takes away what was begun.
  func removeBeginning()

  /// Lets others build.
  func release()
}

/// Writes issues into an index, inside of a change.
protocol ArchiveWriting {
  /// Remembers another time or size of a file whose content is the same.
  func touch(_ id: Int64, _ file: IndexedFile) throws

  /// Takes a file in, in place of what was known of it.
  func write(_ file: IndexedFile, _ failure: LoadFailure?, _ known: Int64?) throws
}

/// What an index knows of a file that was taken in before.
struct KnownFile {
  let id: Int64
  let size: Int
  let modified: Int
  let digest: String
}

/// A file that may be an issue.
struct IndexedFile {
  /// Paths below the folder: of the issue, the text that is read, and the manifest beside it.
  let path: [UInt8]
  let text: [UInt8]
  let manifest: [UInt8]?
  var size = 0
  var modified = 0
  var digest = ""
  /// What it holds; nil where it could not be read.
  var issue: Issue?
  /// The bytes of its text and of its manifest.
  var source: IssueSource?
}
