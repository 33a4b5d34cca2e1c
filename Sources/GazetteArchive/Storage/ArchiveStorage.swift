import GazetteModel

/// Where the index of an archive lies and is read from: a file, or a database of a server (存储).
protocol ArchiveStorage: Sendable {
  /// Whether issues are opened from it, and not from their files.
  var keepsFiles: Bool { get }

  /// Runs `body` on one state of the index.
  func read<Value>(_ body: (any ArchiveReader) throws -> Value) throws -> Value

  /// Whether what it has is other than when it was opened.
  func isOutdated() throws -> Bool

  /// The place as it is now.
  func renewed() -> any ArchiveStorage

  /// Whether much is read and the process ends soon, so that several ways to the index are worth their time.
  var readsMuch: Bool { get }

  /// Another way to the same index, by which more is read at the same time; nil where there is none.
  ///
  /// - Parameter list: What tells it from one that took its place.
  func another(with list: [UInt8]) -> (any ArchiveStorage)?
}

/// One state of an index, while it is read.
protocol ArchiveReader {
  /// What a start reads.
  func head() throws -> ArchiveHead

  /// Calls `body` with the number of each issue and what was asked for of it, in no order.
  ///
  /// - Parameters:
  ///   - parts: What is asked for.
  ///   - wanted: The issues; nil for all.
  ///   - all: All issues.
  func forEachIssue(
    _ parts: [ArchivePart], of wanted: Set<Int64>?, among all: CataloguedIssues,
    _ body: (Int64, any StoredParts) throws -> Void
  ) throws

  /// Has parts of some issues at hand, where fetching them together takes less time, until the next
  /// are asked for.
  func prepare(_ parts: [ArchivePart], of issues: [Int64]) throws

  /// The issues that have all pairs of characters of a folded text; nil where no pair can tell.
  func issues(withPairsOf folded: [Unicode.Scalar]) throws -> Set<Int64>?

  /// The documents of one issue or of all, in the order of issues and of print.
  func documents(ofIssue issue: Int64?) throws -> [StoredDocument]

  /// The names of bodies in the order of their numbers.
  func names() throws -> [(number: Int, name: CataloguedName)]

  /// The files of some issues as they were when these were indexed; without those that are not kept.
  func sources(ofIssues issues: [Int64]) throws -> [Int64: IssueSource]

  /// What is wrong with what lies there, one line each.
  func damage(of issues: CataloguedIssues) throws -> [String]
}

/// What a start reads of an index.
struct ArchiveHead: Sendable {
  /// Where the issues come from, as `ArchiveOrigin` writes it.
  let origin: [UInt8]
  /// The issues, as `CataloguedIssues` reads them.
  let list: [UInt8]
}

/// A part of what is kept of an issue, each a run of bytes (`GazetteArchive/Content`).
enum ArchivePart: String, CaseIterable, Sendable {
  case tree, text, fact, target, citation, body, duty
}

/// Parts of an issue that were asked for, by their places among these.
protocol StoredParts {
  /// Lends the bytes of one.
  func withBytes<Value>(
    _ place: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) throws -> Value

  /// The same for as long as it is wanted.
  func kept() -> any StoredParts
}

extension StoredParts {
  /// The bytes of one.
  func bytes(_ place: Int) throws -> [UInt8] { try withBytes(place) { [UInt8]($0) } }

  /// One that is a text.
  func text(_ place: Int) throws -> StoredText { try withBytes(place) { StoredText(bytes: $0) } }
}

/// A document as the index keeps it.
struct StoredDocument: Sendable {
  let issue: Int64
  /// Its node, and what is behind the last one below it.
  let node: Int
  let end: Int
  let reference: String
  let title: String?
  let number: String?
  let column: String?
}

/// A name of a body, by its number in the index.
struct CataloguedName: Sendable {
  let text: String
  /// Of a canonical name what is known of the body.
  let category: BodyCategory
  let source: String?
  let isKnown: Bool
}
