import Glibc

extension ArchiveBuilder {
  /// What there is to say where the index says what the files say, by their times and sizes: nothing
  /// is copied then. Files that could not be read are tried again, and what was begun is ended.
  func unchanged() -> Report? {
    guard !ArchiveFiles.exists(path + ".building"),
      let catalogue = try? ArchiveCatalogue(path: path), catalogue.failures.isEmpty,
      catalogue.root == ArchiveFiles.absolute(root), catalogue.changes().isCurrent
    else { return nil }
    return Report(issues: catalogue.issues.count)
  }

  /// Takes away what was begun.
  func removeBeginning() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + ".building" + suffix) }
  }
}
