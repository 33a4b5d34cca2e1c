import GRDB

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
    /// It is damaged; SQLite's words.
    case corrupt(String)
    /// Another process is building it.
    case isBeingBuilt
    /// The file or its disk is read-only.
    case readOnly
    /// The disk is full.
    case full
    /// The folder has no issue that can be read.
    case noIssues
    /// SQLite refuses for another reason; its words.
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

  /// Takes what the database package threw.
  init(_ error: any Error, path: String) {
    if let failure = error as? ArchiveFailure {
      self = failure
      return
    }
    if error is PartReader.Damage {
      self.init(.corrupt("content"), path: path)
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other("\(error)"), path: path)
      return
    }
    let words = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    let reason: Reason =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notAnIndex
      case .SQLITE_CORRUPT, .SQLITE_FORMAT: .corrupt(words)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
      case .SQLITE_FULL: .full
      case .SQLITE_CANTOPEN: .cannotOpen(words)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .isBeingBuilt
      default: .other(words)
      }
    self.init(reason, path: path)
  }
}
