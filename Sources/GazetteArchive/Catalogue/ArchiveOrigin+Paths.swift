extension ArchiveOrigin {
  /// The most issues that several paths open in one tree; more of them open as an archive.
  ///
  /// With a row each, a dozen fill half of a terminal of 24 lines and leave the other half to the
  /// documents of the one that is unfolded: a tree that is seen at a glance. A dozen are parsed
  /// before anybody notices, and more are seldom compared with each other.
  public static let mostTogether = 12

  /// Whether there are more issues at several paths than are opened in one tree.
  ///
  /// No more is looked at than tells that. What would be used up by looking at it, as a pipe, or is an
  /// index itself, is in no archive.
  public var isManyPaths: Bool {
    guard case .paths(let paths) = self else { return false }
    let isPlain = paths.allSatisfy { path in
      !Self.ofSystem.contains { path.bytes.starts(with: $0) }
        && (ArchiveWalk.isNamedLikeIssue(path) || !ArchiveCatalogue.isIndex(path))
    }
    return isPlain
      && ArchiveWalk(self, most: Self.mostTogether).candidates.count > Self.mostTogether
  }

  /// Where nothing is a file that could be read twice.
  private static let ofSystem = ["/dev/", "/proc/"].map { Array($0.utf8) }
}
