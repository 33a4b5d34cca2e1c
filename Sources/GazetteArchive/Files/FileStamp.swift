/// What tells that a file is another than it was: its number on the disk, its size and its time.
public struct FileStamp: Hashable, Sendable {
  private let inode: UInt64
  private let size: Int
  private let modified: Int

  /// Takes the present stamp of a file; nil where it is not there or empty, as one that is being
  /// written anew is for a moment.
  public init?(_ path: FilePath) {
    guard let status = try? ArchiveFiles.status(of: path), status.kind == .file, status.size > 0
    else { return nil }
    (inode, size, modified) = (status.inode, status.size, status.modified)
  }
}
