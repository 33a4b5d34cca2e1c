/// How SQLite keeps a change together until it is whole.
enum JournalMode: String, Hashable, Sendable {
  /// A log that readers read beside the file: nobody waits for readers, and readers for nobody.
  case log = "WAL"
  /// What was in the file before, in a file of its own: for file systems without shared memory.
  case truncate = "TRUNCATE"

  /// The mode for a file, by the file system that it lies on.
  static func of(_ path: String) -> JournalMode {
    path == SQLiteReviewStore.memory
      ? .truncate : ReviewFiles.fileSystem(of: path).map(of(fileSystem:)) ?? .log
  }

  /// The mode for a type of file system, by its name in the list of mounts.
  ///
  /// SQLite's log needs memory that all who use it share, so that they have to be on one host; over a
  /// network nobody can tell whether they are. What is mounted by a program of the user (`fuse.sshfs`) is
  /// taken for a network too, since most such programs speak to one.
  static func of(fileSystem type: String) -> JournalMode {
    let kind = type.split(separator: ".")[..<1].joined()
    return networks.contains(kind) ? .truncate : .log
  }

  private static let networks: Set<String> = [
    "nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "virtiofs", "fuse",
    "fuseblk",
    "afs", "coda", "ceph", "lustre", "ocfs2", "gfs2", "gpfs", "beegfs", "vboxsf", "ncpfs", "panfs",
  ]
}
