import Glibc

/// A folder for one run of a program that cannot do with standard input and output.
struct WorkFolder {
  /// The largest file that is taken out of it, in bytes.
  private static let sizeLimit = 256 << 20
  let path: String

  /// Makes a folder that only this user can look into; nil where the system refuses.
  init?() {
    var name = Array("/tmp/gazette-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file; whether that worked.
  func write(_ bytes: [UInt8], as name: String) -> Bool {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  /// The bytes of a file that the program left; nil where it left none.
  func bytes(of name: String) -> [UInt8]? {
    (try? FileReading.bytes(of: path + "/" + name, limit: Self.sizeLimit)) ?? nil
  }

  /// Takes the folder away with all that is in it; links in it are not followed.
  func remove() {
    var pending = [path]
    var folders: [String] = []
    while let folder = pending.popLast() {
      folders.append(folder)
      for name in (try? FileReading.names(in: folder)) ?? [] {
        let place = folder + "/" + name
        if unlink(place) != 0, errno == EISDIR { pending.append(place) }
      }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }
}
