import Glibc

extension ReviewFiles {
  /// Which file stands at a path, whatever is written into it.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  /// Who may use a file.
  struct Rights: Hashable, Sendable {
    let permissions: UInt32
    let owner: UInt32
    let group: UInt32
  }

  /// What changes when somebody writes to a file.
  struct Version: Hashable, Sendable {
    let size: Int64
    let seconds: Int64
    let nanoseconds: Int64
  }

  /// The files that SQLite keeps beside a database.
  static func companions(of path: String) -> [String] {
    ["-wal", "-shm", "-journal"].map { path + $0 }
  }

  /// Which file has that name; nil when none has.
  static func identity(of path: String) -> Identity? {
    status(of: path).map {
      Identity(device: UInt64($0.st_dev), inode: UInt64($0.st_ino))
    }
  }

  /// Who may use the file; nil when there is none.
  static func rights(of path: String) -> Rights? {
    status(of: path).map {
      Rights(
        permissions: UInt32($0.st_mode & 0o7777), owner: $0.st_uid, group: $0.st_gid)
    }
  }

  /// How the database and the files beside it look now.
  static func versions(of path: String) -> [Version] {
    ([path] + companions(of: path).filter { !$0.hasSuffix("-shm") }).map { file in
      guard let status = status(of: file) else {
        return Version(size: -1, seconds: 0, nanoseconds: 0)
      }
      return Version(
        size: Int64(status.st_size), seconds: Int64(status.st_mtim.tv_sec),
        nanoseconds: Int64(status.st_mtim.tv_nsec))
    }
  }

  /// Milliseconds of a clock that nobody sets.
  static func monotonicMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Takes a name away; what had it stays open where it is open.
  static func remove(_ path: String) { unlink(path) }

  /// What `place` gives where something has the name.
  static let isThere = EEXIST

  /// Gives a new file its name for good unless something has it; the `errno` where it cannot.
  static func place(_ temporary: String, at path: String) -> Int32? {
    if link(temporary, path) != 0 {
      // Not every file system has hard links.
      if errno == EEXIST { return errno }
      if rename(temporary, path) != 0 { return errno }
    }
    synchronise(directory(of: path))
    return nil
  }

  /// Lets a file be used by the same as another was.
  static func apply(_ rights: Rights, to path: String) {
    // Giving a file to a group that one is not in fails; who makes it is then alone.
    _ = chown(path, uid_t.max, rights.group)
    _ = chmod(path, mode_t(rights.permissions))
  }

  /// The group that a file was made for: it alone may use the file, and what is made in its folder is the
  /// group's too. Nil where that is not so.
  static func sharedGroup(of path: String) -> String? {
    guard let file = rights(of: path), let folder = rights(of: directory(of: path)),
      file.permissions & 0o777 == 0o660, folder.permissions & 0o2007 == 0o2000,
      folder.group == file.group
    else { return nil }
    return groups().first { $0.number == file.group }?.name ?? String(file.group)
  }

  /// The groups of the host that its own list has. Others, of a directory of users, go by their numbers: a
  /// program without shared libraries cannot ask for them.
  static func groups() -> [(name: String, number: UInt32)] {
    guard let bytes = try? ReviewFile.bytes(of: "/etc/group") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count > 2, let number = UInt32(fields[2]) else { return nil }
      return (String(fields[0]), number)
    }
  }

  /// Whether the file belongs to the user, or the user is the one that all belongs to.
  static func isOwn(_ path: String) -> Bool {
    geteuid() == 0 || rights(of: path)?.owner == geteuid()
  }

  /// Gives a path to a group, for it alone; the `errno` where that cannot be.
  static func share(_ path: String, with group: UInt32, permissions: UInt32) -> Int32? {
    if chown(path, uid_t.max, group) != 0 { return errno }
    return chmod(path, mode_t(permissions)) == 0 ? nil : errno
  }

  /// The type of file system that a file lies on, as the list of mounts names it: `ext4`, `nfs4`; nil where that
  /// has none.
  static func fileSystem(of path: String) -> String? {
    guard let status = status(of: path),
      let bytes = try? ReviewFile.bytes(of: "/proc/self/mountinfo")
    else { return nil }
    let device = UInt64(status.st_dev)
    let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
    let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == "\(major):\(minor)",
        let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }

  /// Whether the file may be written to; a file of another, or on a disk that is only read, may not.
  static func isWritable(_ path: String) -> Bool { Glibc.access(path, W_OK) == 0 }

  /// Makes a folder for the user alone where temporary files lie; nil where that cannot be.
  static func makeTemporaryFolder() -> String? {
    let parent = environment(["TMPDIR"])["TMPDIR"] ?? "/tmp"
    var template = Array((parent + "/gazette-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Takes an empty folder away.
  static func removeFolder(_ path: String) { rmdir(path) }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
