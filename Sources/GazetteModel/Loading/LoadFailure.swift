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
    /// The folder holds no `issue.md` and no single `*.md` or `*.txt`.
    case noIssueInDirectory
    /// The folder holds several texts and none is called `issue.md`.
    case severalTexts([String])
    /// Larger than `IssueLoader.sizeLimit`.
    case tooLarge
    /// Not a text: too many NULs or bytes that are not UTF-8.
    case notText
    /// A text, but in another encoding: the name that `iconv -f` takes.
    case otherEncoding(String)
    /// The manifest beside the text cannot be used.
    case badManifest(ManifestFailure)
  }

  /// The file or folder, as it was named.
  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

/// Why a manifest cannot be used.
public enum ManifestFailure: Error, Equatable, Sendable {
  /// It is not JSON.
  case notJSON(JSONFailure)
  /// The value of that field, such as `corrections[3].line`, is missing or not of its kind.
  case badValue(field: String)
  /// There is no field of that name; a misspelt one must not go unnoticed.
  case unknownField(String)
}
