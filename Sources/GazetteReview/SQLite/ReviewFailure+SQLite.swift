import SQLiteKit

extension ReviewFailure {
  /// Takes what the database threw.
  init(_ error: any Error, path: String) {
    if let failure = error as? ReviewFailure {
      self = failure.named(path)
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other("\(error)"), path: path)
      return
    }
    let reason: Reason =
      switch error.kind {
      case .notADatabase: .notADatabase
      case .corrupt: .corrupt(error.message)
      case .readOnly: .readOnly
      case .full: .full
      case .cannotOpen: .cannotOpen(error.message)
      case .inputOrOutput: .ioError(error.message)
      case .busy: .busy
      case .other: .other(error.message)
      }
    self.init(reason, path: path)
  }
}
