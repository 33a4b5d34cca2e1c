import PostgresKit

extension ReviewFailure {
  /// Takes what a server, or the way to it, said.
  init(postgres error: any Error, path: String) {
    if let failure = error as? ReviewFailure {
      self = failure.named(path)
      return
    }
    if error is PostgresSchemaError {
      self.init(.foreign, path: path)
      return
    }
    guard let error = error as? PostgresError else {
      self.init(.other("\(error)"), path: path)
      return
    }
    let words = error.words.isEmpty ? error.state : error.words
    let reason: Reason =
      switch error.state {
      case "25006": .readOnly
      case "53100": .full
      case "55P03", "40001", "40P01": .busy
      case "58030": .ioError(words)
      case "XX001", "XX002": .corrupt(words)
      default: ServerFailure(error).map { .server($0) } ?? .other(words)
      }
    self.init(reason, path: path)
  }
}
