import Glibc

/// The file that is read.
enum StandardInput {
  /// All of it; nil where the system refuses.
  static func bytes() -> [UInt8]? {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(status.st_size)))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer.prefix(count)
      } else if errno != EINTR {
        return nil
      }
    }
  }
}

/// The way of the answer.
enum StandardOutput {
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          exit(1)
        }
      }
    }
  }
}
