/// The version of an index.
enum ArchiveVersion {
  /// That of the layout and of what parsing puts into it. An index of another version is made anew,
  /// from the files.
  static let number = 4
}
