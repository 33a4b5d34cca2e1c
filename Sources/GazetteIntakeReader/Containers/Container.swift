import CLibArchive
import GazetteIntake
import Glibc

/// A zip file: its entries, and the bytes of those that are asked for.
struct Container {
  private let bytes: [UInt8]
  /// The names of its files in order, without folders and what systems put beside files.
  let names: [String]

  /// More entries than any document has.
  private static let mostEntries = 20_000
  /// All that is unpacked of one container, in bytes.
  private static let most = 160 << 20
  private static let chunk = 1 << 16

  init(_ bytes: [UInt8]) throws(ReadingFailure) {
    self.bytes = bytes
    var names: [String] = []
    var isEncrypted = false
    try Self.walk(bytes) { entry, _ in
      guard names.count < Self.mostEntries else { return .tooLarge }
      let name = Self.name(of: entry)
      if archive_entry_is_encrypted(entry) != 0 { isEncrypted = true }
      if !name.hasSuffix("/"), !name.hasPrefix("__MACOSX/"), !name.hasSuffix(".DS_Store") {
        names.append(name)
      }
      return nil
    }
    if isEncrypted { throw ReadingFailure(.encrypted) }
    self.names = names
  }

  /// The files of those names that there are.
  func files(_ wanted: Set<String>) throws(ReadingFailure) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var room = Self.most
    try Self.walk(bytes) { entry, archive in
      let name = Self.name(of: entry)
      guard wanted.contains(name), found[name] == nil else { return nil }
      switch Self.content(archive, room: room) {
      case .success(let content):
        room -= content.count
        found[name] = content
        return nil
      case .failure(let failure): return failure.problem
      }
    }
    return found
  }

  /// The file of that name; damage where there is none.
  func file(_ name: String) throws(ReadingFailure) -> [UInt8] {
    guard let file = try files([name])[name] else { throw ReadingFailure(.damaged) }
    return file
  }

  private static func name(of entry: OpaquePointer) -> String {
    guard let name = archive_entry_pathname(entry) else { return "" }
    let bytes = Array(UnsafeBufferPointer(start: name, count: strlen(name)))
      .map { UInt8(bitPattern: $0) }
    // Names in zip files made on Chinese Windows are GBK.
    return String(validating: bytes, as: UTF8.self)
      ?? String(decoding: CharacterEncoding.gb18030.decoded(bytes[...]).text, as: UTF8.self)
  }

  /// Calls `visit` for each entry until it names a problem.
  private static func walk(
    _ bytes: [UInt8], _ visit: (OpaquePointer, OpaquePointer) -> ReaderProblem?
  ) throws(ReadingFailure) {
    guard let archive = archive_read_new() else { throw ReadingFailure(.tooLarge) }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    let problem: ReaderProblem? = bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        return .damaged
      }
      var entry: OpaquePointer?
      while true {
        switch archive_read_next_header(archive, &entry) {
        case ARCHIVE_EOF: return nil
        case ARCHIVE_OK, ARCHIVE_WARN:
          guard let entry else { return .damaged }
          if let problem = visit(entry, archive) { return problem }
        default: return .damaged
        }
      }
    }
    if let problem { throw ReadingFailure(problem) }
  }

  /// What is packed at the reader's place.
  private static func content(
    _ archive: OpaquePointer, room: Int
  ) -> Result<[UInt8], ReadingFailure> {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = archive_read_data(archive, &buffer, buffer.count)
      if count == 0 { return .success(content) }
      if count < 0 { return .failure(ReadingFailure(.damaged)) }
      if content.count + count > room { return .failure(ReadingFailure(.tooLarge)) }
      content += buffer.prefix(count)
    }
  }

  /// What is packed with gzip.
  static func unpacked(gzip bytes: [UInt8]) throws(ReadingFailure) -> [UInt8] {
    guard let archive = archive_read_new() else { throw ReadingFailure(.tooLarge) }
    defer { archive_read_free(archive) }
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_raw(archive)
    let result: Result<[UInt8], ReadingFailure> = bytes.withUnsafeBytes { buffer in
      var entry: OpaquePointer?
      guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK,
        archive_read_next_header(archive, &entry) == ARCHIVE_OK
      else { return .failure(ReadingFailure(.damaged)) }
      return content(archive, room: most)
    }
    return try result.get()
  }
}
