import Glibc

/// Files and folders through the C library, by paths that are bytes.
enum ArchiveFiles {
  /// The system's reason for refusing.
  struct Refusal: Error, Equatable {
    /// The `errno`.
    let code: Int32
  }

  /// What is known of a file without reading it.
  struct Status: Equatable, Sendable {
    enum Kind: Sendable { case folder, file, other }

    let kind: Kind
    /// In bytes.
    let size: Int
    /// Nanoseconds since 1970 when it was last written.
    let modified: Int
    /// The device and the number of the file on it: what makes two paths the same file.
    let device: UInt64
    let inode: UInt64
  }

  /// Asks for a file, or what a link leads to.
  static func status(of path: FilePath) throws(Refusal) -> Status {
    var found = stat()
    guard path.withCString({ stat($0, &found) }) == 0 else { throw Refusal(code: errno) }
    let kind: Status.Kind =
      switch found.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      default: .other
      }
    let modified = Int(found.st_mtim.tv_sec) * 1_000_000_000 + Int(found.st_mtim.tv_nsec)
    return Status(
      kind: kind, size: Int(found.st_size), modified: modified, device: UInt64(found.st_dev),
      inode: UInt64(found.st_ino))
  }

  /// The names in a folder, sorted by their bytes.
  static func names(in path: FilePath) throws(Refusal) -> [[UInt8]] {
    guard let folder = path.withCString({ opendir($0) }) else { throw Refusal(code: errno) }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The bytes of a file; nil when there are more than `limit`.
  static func bytes(of path: FilePath, limit: Int) throws(Refusal) -> [UInt8]? {
    // A pipe that nobody writes to must not hold up the rest.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw Refusal(code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var found = stat()
    if fstat(descriptor, &found) == 0 {
      if found.st_size > limit { return nil }
      bytes.reserveCapacity(Int(found.st_size) + 1)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Refusal(code: errno)
      }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { return nil }
    }
  }

  /// The system's words for an `errno`.
  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}

extension ArchiveFiles {
  /// The path from the root, without parts that say nothing: `//`, `/./` and a slash at the end.
  static func absolute(_ path: FilePath) -> FilePath { absolute([path])[0] }

  /// Paths from the root.
  static func absolute(_ paths: [FilePath]) -> [FilePath] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let hasFolder = getcwd(&buffer, buffer.count) != nil
    let here = FilePath(bytes: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    return paths.map { path in
      // No path at all is no folder either.
      path.bytes.isEmpty || !hasFolder || path.bytes.first == 0x2F
        ? tidied(path) : tidied(here.appending(path.bytes))
    }
  }

  private static func tidied(_ path: FilePath) -> FilePath {
    guard path.bytes.first == 0x2F else { return path }
    // Not `..`: what is above a link only the system knows.
    let parts = path.bytes.split(separator: 0x2F).filter { $0 != [0x2E] }
    return parts.isEmpty
      ? FilePath(bytes: [0x2F]) : FilePath(bytes: Array(parts.map { [0x2F] + $0 }.joined()))
  }
}

extension ArchiveFiles {
  /// The first `count` bytes of a file, or all where it has fewer.
  static func beginning(of path: FilePath, count: Int) throws(Refusal) -> [UInt8] {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw Refusal(code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = read(descriptor, &bytes, count)
    guard length >= 0 else { throw Refusal(code: errno) }
    return Array(bytes[..<length])
  }

  /// Whether something has that name.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The folder that a file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
