import GazetteModel
import GazetteText

/// Why an issue could not be opened.
public struct LoadFailure: Error, Equatable, Sendable {
  /// What stood in the way.
  public enum Reason: Equatable, Sendable {
    /// There is no such file or folder.
    case notFound
    /// The system refuses to read it; the number is its `errno`.
    case unreadable(Int32)
    /// Nothing but blank lines.
    case isEmpty
    /// The folder holds no file that can be opened; it holds these.
    case noIssueInDirectory([String])
    /// The folder holds several files that can be opened, and none is called `issue.md`.
    case severalTexts([String])
    /// Larger than so many bytes.
    case tooLarge(Int)
    /// None of the formats that are read.
    case unknownFormat
    /// A format that is read, but not this file, or not here.
    case intake(IntakeFailure)
    /// The manifest beside the text cannot be used.
    case badManifest(ManifestFailure)
  }

  /// The file or folder, as it was named.
  public let path: String
  /// Why.
  public let reason: Reason

  /// Creates a failure of a file or folder.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
