import Glibc

/// Reads files and folders through the C library; the only file of the model that does.
enum FileReading {
  /// The system's reason for refusing.
  struct Refusal: Error {
    /// The `errno`.
    let code: Int32

    /// Whether nothing has that name.
    var isAbsence: Bool { code == ENOENT }
  }

  /// What a path names.
  enum Kind { case directory, other }

  static func kind(of path: String) throws(Refusal) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Refusal(code: errno) }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other
  }

  /// The bytes of a file, a pipe or a device; nil when there are more than `limit`.
  static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Refusal(code: errno) }
    if status.st_size > limit { return nil }
    // One byte more than expected shows the end of the file without a second buffer.
    var buffer = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 0x1_0000), limit) + 1)
    var length = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + length }, bytes.count - length)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Refusal(code: errno)
      }
      if count == 0 { break }
      length += count
      if length > limit { return nil }
      if length == buffer.count {
        buffer.append(contentsOf: repeatElement(0, count: min(length, limit + 1 - length)))
      }
    }
    buffer.removeLast(buffer.count - length)
    return buffer
  }

  /// The names in a folder, sorted.
  static func names(in path: String) throws(Refusal) -> [String] {
    guard let directory = opendir(path) else { throw Refusal(code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted()
  }
}
