extension SQLiteReviewStore {
  /// Makes a store, which must not exist: for the user alone, or for a group of the host.
  ///
  /// For a group the folder is made too, unless it is there: it is the group's, and what is made in it is
  /// so as well (set-group-ID), as the files are that SQLite keeps beside the store.
  ///
  /// - Parameters:
  ///   - path: Its file.
  ///   - group: The number of the group; nil for the user alone.
  public static func make(at path: String, for group: UInt32?) throws(ReviewFailure) {
    let path = ReviewFiles.absolute(path)
    guard !ReviewFiles.exists(path) else { throw ReviewFailure(.alreadyThere, path: path) }
    let folder = ReviewFiles.directory(of: path)
    let isNewFolder = !ReviewFiles.exists(folder)
    if let code = ReviewFiles.makeDirectory(folder) {
      throw ReviewFailure(.noDirectory(ReviewFiles.message(code)), path: path)
    }
    if let group {
      // A folder of others, such as /tmp, is not given away.
      guard isNewFolder || ReviewFiles.isOwn(folder) else {
        throw ReviewFailure(.cannotShare(ReviewFiles.message(1)), path: folder)
      }
      if let code = ReviewFiles.share(folder, with: group, permissions: 0o2770) {
        throw ReviewFailure(.cannotShare(ReviewFiles.message(code)), path: folder)
      }
      if let code = ReviewFiles.makeFile(path)
        ?? ReviewFiles.share(path, with: group, permissions: 0o660)
      {
        throw ReviewFailure(.cannotShare(ReviewFiles.message(code)), path: path)
      }
    }
    _ = try open(at: path)
  }

  /// The number of a group that is named, by its name or its number; nil where the host has none such.
  public static func group(named name: String) -> UInt32? {
    ReviewFiles.groups().first { $0.name == name }?.number ?? UInt32(name)
  }
}
