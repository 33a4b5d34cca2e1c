import Glibc

/// Pages of a database that were written behind its end, in the same file, in place of those before it (追加页).
///
/// A file that many read is never changed where they read: what changes is added in one piece, and whoever opens the
/// file from then on sees it; whoever opened it before goes on reading what was there. A writer that is killed, or a
/// disk that is full, leaves a piece without its mark, which nobody sees and the next writer takes away. So little that
/// changes of a large database costs little, where a copy of all would have to be made beside it.
///
/// The file is a database of SQLite (Database File Format, section 1.3), then pieces: a head of whole pages with the
/// mark, how many pages there are in the piece and in the database, a sum over these and over the numbers of the pages,
/// each in 32 bits, little end first; then the pages.
public final class AppendedPages: @unchecked Sendable {
  // Whoever makes it gives it to one connection, and looks at it again when that is closed.

  /// Why the file cannot be read or added to.
  public struct Failure: Error, Hashable {
    /// What the system said; 0 where the file is no database.
    public let code: Int32
  }

  /// The file.
  private let path: String
  /// The bytes of a page.
  let pageSize: Int
  /// The bytes of the database before anything was added.
  public let originalSize: Int
  /// Behind the last whole piece.
  public private(set) var end: Int
  /// Where each page lies in the file; nil for one that was changed since.
  private var places: [Int?]
  /// What was changed since, by the places of its pages in the database.
  private var changed: [Int: [UInt8]] = [:]
  private let descriptor: Int32
  /// The file in memory.
  private var mapping = UnsafeRawBufferPointer(start: nil, count: 0)

  private static let mark: [UInt8] = Array("gazette pages 1\n".utf8)
  /// The mark and three numbers.
  private static let headSize = 28

  /// Opens a database with what was added to it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isMapped: Whether it is mapped into memory.
  /// - Throws: `Failure` where it cannot be read or is no database of SQLite.
  public init(path: String, isMapped: Bool) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    var status = stat()
    fstat(descriptor, &status)
    let size = Int(status.st_size)
    let head = Self.read(descriptor, at: 0, 32)
    let pages = head.count == 32 ? head[28..<32].reduce(0) { $0 << 8 | Int($1) } : 0
    let pageSize = head.count == 32 ? Int(head[16]) << 8 | Int(head[17]) : 0
    self.pageSize = pageSize == 1 ? 65536 : pageSize
    originalSize = pages * self.pageSize
    end = originalSize
    places = []
    guard self.pageSize >= 512, originalSize <= size else {
      close(descriptor)
      throw Failure(code: 0)
    }
    places = (0..<pages).map { $0 * self.pageSize }
    while let piece = piece(at: end, of: size) { take(piece) }
    guard isMapped, size > 0,
      let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED
    else { return }
    mapping = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    if let start = mapping.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), mapping.count)
    }
    close(descriptor)
  }

  /// Whether anything was added to the file.
  public var isAnythingAdded: Bool { end > originalSize }

  /// The bytes of what was changed since.
  public var changedSize: Int { changed.count * pageSize }

  /// Calls `body` with each page that is not as it was before anything was added, and where it belongs; then with the
  /// size of the database.
  public func forEachReplaced(_ body: (_ place: Int, [UInt8]) throws -> Void) throws {
    for (page, place) in places.enumerated() where place != page * pageSize {
      let bytes = place.map { Self.read(descriptor, at: $0, pageSize) } ?? changed[page] ?? []
      try body(page * pageSize, bytes)
    }
  }

  // MARK: Pieces

  private struct Piece {
    let pages: [Int]
    let pageCount: Int
    /// Where its pages begin.
    let place: Int
  }

  /// The bytes of the head of a piece of so many pages.
  private func headSize(_ count: Int) -> Int {
    (Self.headSize + count * 4 + pageSize - 1) / pageSize * pageSize
  }

  /// The piece that begins there; nil where there is none, or not all of it.
  private func piece(at place: Int, of size: Int) -> Piece? {
    let start = Self.read(descriptor, at: place, Self.headSize)
    guard start.count == Self.headSize, start.starts(with: Self.mark) else { return nil }
    let numbers = Self.numbers(start[Self.mark.count...])
    let (count, pageCount) = (numbers[0], numbers[1])
    guard count > 0, count <= size / pageSize, place + headSize(count) + count * pageSize <= size
    else { return nil }
    let pages = Self.numbers(
      Self.read(descriptor, at: place + Self.headSize, count * 4)[...])
    guard pages.count == count, pages.allSatisfy({ $0 < pageCount }),
      numbers[2] == Self.sum([count, pageCount] + pages),
      pageCount <= places.count + count
    else { return nil }
    return Piece(pages: pages, pageCount: pageCount, place: place + headSize(count))
  }

  private func take(_ piece: Piece) {
    resize(to: piece.pageCount)
    for (offset, page) in piece.pages.enumerated() {
      places[page] = piece.place + offset * pageSize
    }
    end = piece.place + piece.pages.count * pageSize
  }

  private func resize(to count: Int) {
    if count < places.count { places.removeSubrange(count...) }
    while places.count < count { places.append(nil) }
  }

  /// Adds what was changed to the file, safe on the disk when it can be seen.
  public func append() throws(Failure) {
    let pages = changed.keys.filter { $0 < places.count }.sorted()
    if pages.isEmpty { return }
    var head = [UInt8](repeating: 0, count: Self.mark.count)
    for number in [pages.count, places.count, Self.sum([pages.count, places.count] + pages)]
      + pages
    {
      withUnsafeBytes(of: UInt32(number).littleEndian) { head += $0 }
    }
    head += [UInt8](repeating: 0, count: headSize(pages.count) - head.count)
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { close(file) }
    do throws(Failure) {
      // What another left without its mark goes.
      guard ftruncate(file, end) == 0 else { throw Failure(code: errno) }
      try Self.write(file, head + pages.flatMap { changed[$0] ?? [] }, at: end)
      guard fsync(file) == 0 else { throw Failure(code: errno) }
      try Self.write(file, Self.mark, at: end)
      guard fsync(file) == 0 else { throw Failure(code: errno) }
    } catch {
      ftruncate(file, end)
      throw error
    }
  }

  /// Adler-32 of numbers (RFC 1950).
  private static func sum(_ numbers: [Int]) -> Int {
    var (low, high) = (1, 0)
    for number in numbers {
      for shift in [0, 8, 16, 24] {
        low = (low + number >> shift & 0xFF) % 65521
        high = (high + low) % 65521
      }
    }
    return high << 16 | low
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { place in
      (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    }
  }

  /// So many bytes; fewer where the file ends.
  private static func read(_ descriptor: Int32, at place: Int, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let read = pread(descriptor, start + filled, count - filled, place + filled)
        guard read > 0 else { return }
        filled += read
      }
    }
  }

  private static func write(_ file: Int32, _ bytes: [UInt8], at place: Int) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(file, $0.baseAddress, $0.count, place + written)
      }
      guard count > 0 else { throw Failure(code: errno) }
      written += count
    }
  }

  // MARK: What SQLite asks

  /// The bytes of the database.
  public var size: Int { places.count * pageSize }

  /// Reads bytes of the database; those behind its end are 0. Whether all are there.
  func read(_ target: UnsafeMutableRawBufferPointer, at start: Int) -> Bool {
    var done = 0
    while done < target.count {
      let (page, offset) = (start + done).quotientAndRemainder(dividingBy: pageSize)
      let count = min(pageSize - offset, target.count - done)
      let part = UnsafeMutableRawBufferPointer(rebasing: target[done..<done + count])
      guard places.indices.contains(page) else {
        UnsafeMutableRawBufferPointer(rebasing: target[done...]).initializeMemory(
          as: UInt8.self, repeating: 0)
        return false
      }
      if let bytes = changed[page] {
        part.copyBytes(from: bytes[offset..<offset + count])
      } else if let place = places[page] {
        guard pread(descriptor, part.baseAddress, count, place + offset) == count else {
          return false
        }
      }
      done += count
    }
    return true
  }

  /// Bytes of the database where they lie in memory; nil where they do not.
  func bytes(at start: Int, count: Int) -> UnsafeRawPointer? {
    let (page, offset) = start.quotientAndRemainder(dividingBy: pageSize)
    guard offset + count <= pageSize, places.indices.contains(page), let place = places[page],
      place + offset + count <= mapping.count
    else { return nil }
    return mapping.baseAddress.map { $0 + place + offset }
  }

  /// Takes bytes of the database, in memory.
  func write(_ source: UnsafeRawBufferPointer, at start: Int) {
    var done = 0
    while done < source.count {
      let (page, offset) = (start + done).quotientAndRemainder(dividingBy: pageSize)
      let count = min(pageSize - offset, source.count - done)
      if page >= places.count { resize(to: page + 1) }
      var bytes = changed[page] ?? [UInt8](repeating: 0, count: pageSize)
      if count < pageSize, changed[page] == nil {
        _ = bytes.withUnsafeMutableBytes { read($0, at: page * pageSize) }
      }
      bytes.replaceSubrange(offset..<offset + count, with: source[done..<done + count])
      changed[page] = bytes
      places[page] = nil
      done += count
    }
  }

  /// Takes the end of the database away.
  func truncate(to size: Int) {
    resize(to: size / pageSize)
    changed = changed.filter { $0.key < places.count }
  }
}
