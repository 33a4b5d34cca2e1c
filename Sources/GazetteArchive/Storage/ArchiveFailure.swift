import PostgresKit

/// Why an index could not be used; the issues themselves can still be opened.
public struct ArchiveFailure: Error, Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// There is no such file or folder; or the system's words.
    case cannotOpen(String)
    /// It is no index of an archive.
    case notAnIndex
    /// Another version of the program made it; its version.
    case otherVersion(Int)
    /// It is damaged; the database's words.
    case corrupt(String)
    /// Another process is building it.
    case isBeingBuilt
    /// The file or its disk is read-only.
    case readOnly
    /// The disk is full.
    case full
    /// The server that has it is in the way.
    case server(ServerFailure)
    /// The database has no archive yet.
    case noArchive
    /// It was built anew since it was opened, more than once.
    case changed
    /// The folder has no issue that can be read.
    case noIssues
    /// The database refuses for another reason; its words.
    case other(String)
  }

  /// Why.
  public let reason: Reason
  /// The file or folder, as it is shown.
  public let path: String

  /// Creates a failure of an index or of a folder.
  public init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }
}
