extension ArchiveBuilder {
  /// What there is to say where the index says what the files say, by their times and sizes: nothing
  /// is copied then. Files that could not be read are tried again, and what was begun is ended.
  ///
  /// - Parameter walk: What there is now.
  func unchanged(_ walk: ArchiveWalk) -> Report? {
    // A database answers for files that are nowhere any more.
    guard (try? ArchiveFiles.status(of: origin.root).kind) == .folder, walk.refusals.isEmpty,
      let storage = destination.present(),
      let catalogue = try? ArchiveCatalogue(storage, path: destination.shown),
      catalogue.failures.isEmpty, catalogue.issues.count == walk.candidates.count,
      catalogue.origin.stored == origin.stored,
      catalogue.changes(among: walk.candidates.map { origin.relative($0.text) }).isCurrent
    else { return nil }
    return Report(issues: catalogue.issues.count)
  }
}
