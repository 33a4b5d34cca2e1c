import Glibc

/// What the program reads and writes.
enum StandardStreams {
  /// The most that is read: 256 MiB.
  private static let limit = 256 << 20

  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// All of standard input; nil where it cannot be read or is too long.
  static func input() -> [UInt8]? { bytes(of: STDIN_FILENO) }

  /// All of a file from where it stands.
  static func bytes(of descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes += buffer[..<count]
    }
    return nil
  }

  /// Writes to standard output.
  ///
  /// - Returns: Whether all of it was written.
  static func output(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

  static func complain(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
