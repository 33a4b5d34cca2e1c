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
      case "GZ001": .server(.badAddress)
      case "GZ002": .server(.noProgram)
      case "GZ003": .server(.notUTF8(words))
      case "3D000": .server(.noDatabase)
      case "42501": .server(.noRight(words))
      case "25006": .readOnly
      case "53100": .full
      case "55P03", "40001", "40P01": .busy
      case "58030": .ioError(words)
      case "XX001", "XX002": .corrupt(words)
      case _ where error.state.hasPrefix("28"): .server(.refusedLogin(words))
      case _ where error.isLost || error.state == "53300": .server(.away(words))
      default: .other(words)
      }
    self.init(reason, path: path)
  }
}
