import GazetteText
import Glibc

/// Reads files and folders through the C library.
enum FileReading {
  /// What a path names.
  enum Kind { case directory, file, other }

  static func kind(of path: String) throws(FileRefusal) -> Kind {
    var status = stat()
    guard FileName.withBytes(path, { stat($0, &status) }) == 0 else {
      throw FileRefusal(code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// The size of a file in bytes; nil for pipes and devices.
  static func size(of path: String) throws(FileRefusal) -> Int? {
    var status = stat()
    guard FileName.withBytes(path, { stat($0, &status) }) == 0 else {
      throw FileRefusal(code: errno)
    }
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// The first `count` bytes of a file, or all where it has fewer.
  static func beginning(of path: String, count: Int) throws(FileRefusal) -> [UInt8] {
    let descriptor = FileName.withBytes(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileRefusal(code: errno) }
    defer { close(descriptor) }
    return try DescriptorBytes.next(count, of: descriptor)
  }

  /// The bytes of a file, a pipe or a device; nil when there are more than `limit`.
  static func bytes(of path: String, limit: Int) throws(FileRefusal) -> [UInt8]? {
    let descriptor = FileName.withBytes(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileRefusal(code: errno) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, limit: limit)
  }

  /// All that standard input brings; nil when there is more than `limit`.
  static func standardInput(limit: Int) throws(FileRefusal) -> [UInt8]? {
    try bytes(of: STDIN_FILENO, limit: limit)
  }

  private static func bytes(of descriptor: Int32, limit: Int) throws(FileRefusal) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileRefusal(code: errno) }
    if status.st_size > limit { return nil }
    // One byte more than expected shows the end of the file within the first chunk.
    var size = max(Int(status.st_size), 0xFFFF) + 1
    var bytes: [UInt8] = []
    while true {
      let chunk = try DescriptorBytes.next(size, of: descriptor)
      bytes = bytes.isEmpty ? chunk : bytes + chunk
      if chunk.count < size { return bytes }
      if bytes.count > limit { return nil }
      size = bytes.count
    }
  }

  /// The names in a folder, sorted.
  static func names(in path: String) throws(FileRefusal) -> [String] {
    guard let directory = FileName.withBytes(path, { opendir($0) }) else {
      throw FileRefusal(code: errno)
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
