import GRDB

extension ReviewFailure {
  /// Takes what the database package threw.
  init(_ error: any Error, path: String) {
    if let failure = error as? ReviewFailure {
      self = failure.named(path)
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other("\(error)"), path: path)
      return
    }
    let words = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    let reason: Reason =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_CORRUPT, .SQLITE_FORMAT: .corrupt(words)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
      case .SQLITE_FULL: .full
      case .SQLITE_CANTOPEN: .cannotOpen(words)
      case .SQLITE_IOERR: .ioError(words)
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .busy
      default: .other(words)
      }
    self.init(reason, path: path)
  }
}
