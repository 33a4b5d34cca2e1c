import Glibc

/// The right to build an index: a lock on the unfinished file.
struct BuildLock {
  private let path: String
  private let descriptor: Int32

  init(_ path: String, shown: String) throws(ArchiveFailure) {
    self.path = path
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw ArchiveFailure(
          errno == ENOENT ? .cannotOpen(ArchiveFiles.message(errno)) : .readOnly, path: shown)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw ArchiveFailure(.isBeingBuilt, path: shown)
      }
      // Who had it may have ended meanwhile and taken the file away.
      var (opened, present) = (stat(), stat())
      if fstat(descriptor, &opened) == 0, stat(path, &present) == 0,
        opened.st_ino == present.st_ino, opened.st_dev == present.st_dev
      {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  /// Puts the finished file in its place, safe on the disk before it is.
  func finish(as target: String) throws(ArchiveFailure) {
    guard fsync(descriptor) == 0 else { throw ArchiveFailure(.full, path: target) }
    guard rename(path, target) == 0 else { throw ArchiveFailure(.readOnly, path: target) }
  }

  func release() { close(descriptor) }
}
