import GazetteText
import Glibc

extension ConversionCache {
  /// Below that size, in bytes, a file is hashed sooner than what was noted of it is found.
  private static let largeSize = 1 << 20
  static let digestEnding = ".seen"

  /// How many bytes at either end of a file a note is about.
  private static let endSize = 1 << 15

  /// The SHA-256 of a file's bytes; that of a large file is noted under what tells that it is another than it was, its
  /// number on the disk, its size, its times and both its ends, so that opening it again costs no more than a text does.
  /// Only where a file system lets all times be set at will can a change in the middle go unseen.
  ///
  /// - Parameters:
  ///   - path: Where the bytes were read just now.
  ///   - bytes: All of the file.
  func digest(ofFileAt path: String, _ bytes: [UInt8]) -> String {
    guard bytes.count >= Self.largeSize, let stamp = stamp(of: path, size: bytes.count) else {
      return SHA256.hexadecimal(bytes)
    }
    let ends = Array(bytes.prefix(Self.endSize)) + bytes.suffix(Self.endSize)
    let note =
      folder + "/" + SHA256.hexadecimal(Array(stamp.text.utf8) + ends) + Self.digestEnding
    if let known = (try? FileReading.bytes(of: note, limit: Self.digestLength)) ?? nil,
      known.count == Self.digestLength, known.allSatisfy(Self.isDigit)
    {
      return String(decoding: known, as: UTF8.self)
    }
    let digest = SHA256.hexadecimal(bytes)
    if stamp.isSettled, makeFolder() { _ = put(Array(digest.utf8), at: note) }
    return digest
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// What the system says of the file; nil where that is no file of so many bytes. It is settled when it has not changed
  /// for some seconds, so that the bytes, which were read before, are those of the stamp.
  private func stamp(of path: String, size: Int) -> (text: String, isSettled: Bool)? {
    var status = stat()
    guard FileName.withBytes(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == size
    else { return nil }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let (changed, modified) = (status.st_ctim, status.st_mtim)
    let text =
      "\(status.st_dev) \(status.st_ino) \(size) \(modified.tv_sec) \(modified.tv_nsec) "
      + "\(changed.tv_sec) \(changed.tv_nsec)"
    return (text, changed.tv_sec + settling < now.tv_sec)
  }
}
