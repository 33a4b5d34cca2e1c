extension ArchiveFailure {
  /// Takes what a storage, or the reading of what it gave, threw.
  init(_ error: any Error, path: String) {
    if let failure = error as? ArchiveFailure {
      self = failure
    } else if error is PartReader.Damage {
      self.init(.corrupt("content"), path: path)
    } else {
      self =
        ArchiveFailure(sqlite: error, path: path) ?? ArchiveFailure(postgres: error, path: path)
        ?? ArchiveFailure(.other("\(error)"), path: path)
    }
  }
}
