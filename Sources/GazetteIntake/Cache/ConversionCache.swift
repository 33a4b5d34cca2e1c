import GazetteText
import Glibc

/// Keeps what was read of files of other formats than text, by the hash of their bytes.
///
/// The folder can be deleted at any time. What cannot be kept is read again: no failure here is one
/// of the program.
struct ConversionCache {
  /// The folder, of which others can read nothing.
  let folder: String
  /// What read the files: a new reader reads anew.
  let reader: String
  /// A file is not taken for unchanged before so many seconds have passed since its last change.
  var settling = 10

  /// All that is kept, in bytes; what was not used longest goes first.
  static let limit = 256 << 20
  private static let ending = ".printed"
  static let digestLength = 64

  init(folder: String, readerPath: String) {
    self.folder = folder
    var status = stat()
    _ = stat(readerPath, &status)
    reader =
      "\(ReaderAnswer.version)-\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
  }

  private func path(_ digest: String) -> String {
    let name = SHA256.hexadecimal(digest + reader)
    return folder + "/" + name + Self.ending
  }

  /// What was read of the file with that digest; nil where it is not kept, or damaged.
  func answer(_ digest: String) -> ReaderAnswer? {
    let path = path(digest)
    guard let bytes = (try? FileReading.bytes(of: path, limit: Self.limit)) ?? nil,
      bytes.count > Self.digestLength
    else { return nil }
    let content = bytes[Self.digestLength...]
    guard SHA256.hexadecimal(content).utf8.elementsEqual(bytes[..<Self.digestLength]) else {
      return nil
    }
    // The time of use decides what goes first.
    FileName.withBytes(path) { _ = utimensat(AT_FDCWD, $0, nil, 0) }
    return try? ReaderAnswer(bytes: Array(content))
  }

  /// Keeps what was read; a file is there whole or not at all.
  func keep(_ answer: ReaderAnswer, _ digest: String) {
    let content = answer.bytes
    guard content.count < Self.limit / 4, makeFolder() else { return }
    let bytes = Array(SHA256.hexadecimal(content).utf8) + content
    if put(bytes, at: path(digest)) { shrink() }
  }

  /// Writes a file that is there whole or not at all; whether it is.
  func put(_ bytes: [UInt8], at path: String) -> Bool {
    let part = path + ".\(getpid()).part"
    guard write(bytes, to: part) else { return false }
    let isThere =
      FileName.withBytes(part) { old in FileName.withBytes(path) { rename(old, $0) } } == 0
    if !isThere { FileName.withBytes(part) { _ = unlink($0) } }
    return isThere
  }

  func makeFolder() -> Bool {
    // Of the path only the last two parts are made: ~/.cache and the folder in it.
    if let slash = folder.lastIndex(of: "/") {
      FileName.withBytes(String(folder[..<slash])) { _ = mkdir($0, 0o700) }
    }
    return FileName.withBytes(folder) { mkdir($0, 0o700) == 0 || errno == EEXIST }
  }

  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    let file = FileName.withBytes(path) {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard file >= 0 else { return false }
    var isWritten = true
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          isWritten = false
          return
        }
      }
    }
    close(file)
    if !isWritten { FileName.withBytes(path) { _ = unlink($0) } }
    return isWritten
  }

  /// Deletes what was not used longest, until all of it has room.
  private func shrink() {
    guard let names = try? FileReading.names(in: folder) else { return }
    var kept: [(path: String, size: Int, used: Int)] = []
    let endings = [Self.ending, Self.digestEnding, ".part"]
    for name in names where endings.contains(where: name.hasSuffix) {
      let path = folder + "/" + name
      var status = stat()
      guard FileName.withBytes(path, { stat($0, &status) }) == 0 else { continue }
      kept.append((path, Int(status.st_size), status.st_mtim.tv_sec))
    }
    var size = kept.reduce(0) { $0 + $1.size }
    for file in kept.sorted(by: { $0.used < $1.used }) where size > Self.limit {
      FileName.withBytes(file.path) { _ = unlink($0) }
      size -= file.size
    }
  }
}
