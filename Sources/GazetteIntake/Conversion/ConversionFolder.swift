import GazetteModel
import GazetteText
import Glibc

/// The folder that a conversion leaves: `issue.md`, `manifest.json`, and, while pages are being
/// recognised, a folder `.pages` with those that are done.
struct ConversionFolder {
  private static let textName = "issue.md"
  private static let manifestName = "manifest.json"
  private static let workName = ".pages"
  /// Names the file whose pages lie in `.pages`, by its SHA-256.
  private static let digestName = "sha256"

  let path: String
  /// The names in it before the conversion.
  private let names: [String]
  /// Whether it was made for this conversion.
  private let isNew: Bool

  /// Takes the folder, which is new, empty, or holds what an earlier conversion of the same file
  /// left unfinished; nothing of people is ever written over.
  init(_ path: String, digest: String) throws(ConversionFailure) {
    self.path = path
    isNew = mkdir(path, 0o777) == 0
    if isNew {
      names = []
      return
    }
    guard errno == EEXIST, let names = try? FileReading.names(in: path) else {
      throw .cannotWrite(path, errno)
    }
    self.names = names
    if names.isEmpty { return }
    guard names == [Self.workName] else { throw .folderInUse(path) }
    let own = try? FileReading.bytes(of: workPath + Self.digestName, limit: 1024)
    guard own == Array(digest.utf8) else { throw .folderInUse(path) }
  }

  /// Takes the folder away again where it was made for nothing.
  func removeIfEmpty() {
    if isNew { rmdir(path) }
  }

  private var workPath: String { path + "/\(Self.workName)/" }

  // MARK: Pages

  /// Makes the folder of finished pages.
  func beginPages(digest: String) throws(ConversionFailure) {
    if names.contains(Self.workName) { return }
    guard mkdir(workPath, 0o777) == 0 else { throw .cannotWrite(workPath, errno) }
    try write(Array(digest.utf8), to: workPath + Self.digestName)
  }

  /// What was recognised of a page earlier.
  func page(_ number: Int) -> [UInt8]? {
    guard names.contains(Self.workName) else { return nil }
    let bytes = try? FileReading.bytes(of: pagePath(number), limit: IssueLoader.sizeLimit)
    return bytes ?? nil
  }

  func keep(_ table: [UInt8], ofPage number: Int) throws(ConversionFailure) {
    try write(table, to: pagePath(number))
  }

  private func pagePath(_ number: Int) -> String { workPath + "\(number).tsv" }

  // MARK: Results

  /// Writes text and manifest, and takes the finished pages away.
  func finish(_ printed: PrintedText, pages: [Int]) throws(ConversionFailure) {
    try write(printed.source.bytes, to: path + "/" + Self.textName)
    let manifest: JSONValue = ["intake": IntakeRecord(printed).json]
    try write(JSONWriter.bytes(of: manifest), to: path + "/" + Self.manifestName)
    for page in pages { unlink(pagePath(page)) }
    unlink(workPath + Self.digestName)
    rmdir(workPath)
  }

  /// Writes a file whole or not at all.
  private func write(_ bytes: [UInt8], to path: String) throws(ConversionFailure) {
    let unfinished = path + "~"
    let file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path, errno) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        close(file)
        unlink(unfinished)
        throw .cannotWrite(path, code)
      }
      start += count
    }
    guard fsync(file) == 0, close(file) == 0, rename(unfinished, path) == 0 else {
      throw .cannotWrite(path, errno)
    }
  }
}
