import GazetteText
import Glibc

/// Reads files and folders through the C library.
enum FileReading {
  /// The system's reason for refusing.
  struct Refusal: Error {
    /// The `errno`.
    let code: Int32

    /// Whether nothing has that name.
    var isAbsence: Bool { code == ENOENT }
  }

  /// What a path names.
  enum Kind { case directory, file, other }

  static func kind(of path: String) throws(Refusal) -> Kind {
    var status = stat()
    guard FileName.withBytes(path, { stat($0, &status) }) == 0 else { throw Refusal(code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// The size of a file in bytes; nil for pipes and devices.
  static func size(of path: String) throws(Refusal) -> Int? {
    var status = stat()
    guard FileName.withBytes(path, { stat($0, &status) }) == 0 else { throw Refusal(code: errno) }
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// The first `count` bytes of a file, or all where it has fewer.
  static func beginning(of path: String, count: Int) throws(Refusal) -> [UInt8] {
    let descriptor = FileName.withBytes(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw Refusal(code: errno) }
    defer { close(descriptor) }
    return try chunk(of: descriptor, size: count)
  }

  /// The bytes of a file, a pipe or a device; nil when there are more than `limit`.
  static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8]? {
    let descriptor = FileName.withBytes(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw Refusal(code: errno) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, limit: limit)
  }

  /// All that standard input brings; nil when there is more than `limit`.
  static func standardInput(limit: Int) throws(Refusal) -> [UInt8]? {
    try bytes(of: STDIN_FILENO, limit: limit)
  }

  private static func bytes(of descriptor: Int32, limit: Int) throws(Refusal) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Refusal(code: errno) }
    if status.st_size > limit { return nil }
    // One byte more than expected shows the end of the file within the first chunk.
    var size = max(Int(status.st_size), 0xFFFF) + 1
    var bytes: [UInt8] = []
    while true {
      let chunk = try chunk(of: descriptor, size: size)
      bytes = bytes.isEmpty ? chunk : bytes + chunk
      if chunk.count < size { return bytes }
      if bytes.count > limit { return nil }
      size = bytes.count
    }
  }

  /// The next `size` bytes, or fewer at the end.
  private static func chunk(of descriptor: Int32, size: Int) throws(Refusal) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, length in
      while length < size {
        let count = read(descriptor, buffer.baseAddress.map { $0 + length }, size - length)
        if count > 0 {
          length += count
        } else if count == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw Refusal(code: code) }
    return bytes
  }

  /// The names in a folder, sorted.
  static func names(in path: String) throws(Refusal) -> [String] {
    guard let directory = FileName.withBytes(path, { opendir($0) }) else {
      throw Refusal(code: errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        FileName.text(bytes.prefix { $0 != 0 })
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
