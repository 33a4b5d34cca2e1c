import Glibc

extension ReviewFiles {
  /// Makes a file for the user alone that is locked as long as this process has it open; nil where it
  /// cannot.
  static func makeLockedFile(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    synchronise(directory(of: path))
    return descriptor
  }

  /// Writes at the end of a file, down to the disk; false where it cannot.
  static func append(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    write(bytes, to: descriptor) == nil && fsync(descriptor) == 0
  }

  static func closeFile(_ descriptor: Int32) { close(descriptor) }

  /// Runs `body` on what is in a file that no process has locked, while nobody else can; passes over one
  /// that is locked.
  static func withUnlockedFile(_ path: String, _ body: ([UInt8]) -> Void) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      let bytes = try? ReviewFile.bytes(of: path)
    else { return }
    body(bytes)
  }

  /// The names in a folder, sorted; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted()
  }
}
