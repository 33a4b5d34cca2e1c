extension ArchiveBuilder {
  /// What there is to say where the index says what the files say, by their times and sizes: nothing
  /// is copied then. Files that could not be read are tried again, and what was begun is ended.
  func unchanged() -> Report? {
    // A database answers for files that are nowhere any more.
    guard (try? ArchiveFiles.status(of: root).kind) == .folder,
      let storage = destination.present(),
      let catalogue = try? ArchiveCatalogue(storage, path: destination.shown),
      catalogue.failures.isEmpty, catalogue.root == ArchiveFiles.absolute(root),
      catalogue.changes().isCurrent
    else { return nil }
    return Report(issues: catalogue.issues.count)
  }
}
