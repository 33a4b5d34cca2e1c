import SQLiteKit

/// A row as it lies in a database file.
struct SQLiteRecord: Hashable {
  let id: Int64
  let values: [DatabaseValue]
  /// Whether the page it lies on still names it, so that it is no leftover of a row that moved.
  let isNamed: Bool

  func text(_ index: Int) -> String? { values[index].text }
  func integer(_ index: Int) -> Int64? { values[index].integer }
  func isNull(_ index: Int) -> Bool { values[index].isNull }
}

/// Reads the rows of a database file without asking it for anything that may be damaged: no root page, no
/// schema, no list of what lies where.
///
/// Every place of every page is tried as the beginning of a row, since rows say how long they are (Database
/// File Format of SQLite, sections 1.6 and 2). What is found is only a candidate; who asks for it knows what
/// its rows look like.
struct SQLitePages {
  private let bytes: [UInt8]
  /// Bytes of a page.
  let size: Int
  /// Where in `bytes` each page begins.
  private let places: [Int]

  /// The sizes that pages can have, the usual first.
  static let sizes = [4096, 1024, 8192, 16384, 32768, 65536, 2048, 512]

  /// Takes a file as pages of `size`, with those that its log holds in their place.
  init(_ file: [UInt8], log: [UInt8] = [], size: Int) {
    self.size = size
    // A page that is cut short still has its beginning, or its end.
    let padding = (size - file.count % size) % size
    var places = (0..<(file.count + padding) / size).map { $0 * size }
    let start = file.count + padding
    for (page, place) in Self.frames(of: log, size: size) where page > 0 && page < 1 << 24 {
      while places.count < page { places.append(-1) }
      places[page - 1] = start + place
    }
    self.places = places
    bytes = file + [UInt8](repeating: 0, count: padding) + log
  }

  /// The pages of a write-ahead log up to the last transaction that was completed, and where in it they
  /// begin.
  private static func frames(of log: [UInt8], size: Int) -> [(page: Int, place: Int)] {
    guard log.count > 32, log[0] == 0x37, log[1] == 0x7F else { return [] }
    var frames: [(page: Int, place: Int)] = []
    var completed = 0
    var place = 32
    while place + 24 + size <= log.count {
      guard log[place + 8..<place + 16] == log[16..<24] else { break }
      frames.append((number(log, place), place + 24))
      if number(log, place + 4) > 0 { completed = frames.count }
      place += 24 + size
    }
    return Array(frames[..<completed])
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Every candidate for a row with one of these numbers of columns.
  func records(columns: Set<Int>) -> [SQLiteRecord] {
    var records: [SQLiteRecord] = []
    for place in places where place >= 0 {
      let named = namedOffsets(of: place)
      for offset in 0..<size - 4 {
        if let (id, values) = record(
          at: place + offset, pageEnd: place + size, columns: columns)
        {
          records.append(
            SQLiteRecord(id: id, values: values, isNamed: named.contains(offset)))
        }
      }
    }
    return records
  }

  /// The places of rows that a page lists; none where it is no leaf of a table.
  private func namedOffsets(of place: Int) -> Set<Int> {
    let head = place == 0 ? 100 : 0
    guard bytes[place + head] == 0x0D else { return [] }
    let count = Int(bytes[place + head + 3]) << 8 | Int(bytes[place + head + 4])
    var offsets: Set<Int> = []
    for index in 0..<count where head + 8 + index * 2 + 2 <= size {
      let entry = place + head + 8 + index * 2
      offsets.insert(Int(bytes[entry]) << 8 | Int(bytes[entry + 1]))
    }
    return offsets
  }

  /// Reads a number of one to nine bytes of seven bits each, and moves behind it.
  private func varint(_ place: inout Int, _ end: Int) -> Int64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard place < end else { return nil }
      let byte = bytes[place]
      place += 1
      if index == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return Int64(bitPattern: value) }
    }
    return nil
  }

  private func record(
    at start: Int, pageEnd: Int, columns: Set<Int>
  ) -> (id: Int64, values: [DatabaseValue])? {
    var place = start
    guard let length = varint(&place, pageEnd), length >= 4, length < 1 << 28,
      let id = varint(&place, pageEnd), id > 0
    else { return nil }
    let payload = place
    guard let headLength = varint(&place, pageEnd), headLength >= 2, headLength < 64,
      payload + Int(headLength) <= pageEnd
    else { return nil }
    var kinds: [Int64] = []
    while place < payload + Int(headLength) {
      guard let kind = varint(&place, pageEnd), kind >= 0, kind != 10, kind != 11 else {
        return nil
      }
      kinds.append(kind)
    }
    let size = kinds.reduce(Int(headLength)) { $0 + Self.size(of: $1) }
    guard columns.contains(kinds.count), size == Int(length),
      let content = content(at: payload, length: Int(length), pageEnd: pageEnd)
    else { return nil }
    return (id, Self.values(kinds, content[Int(headLength)...]))
  }

  /// The bytes of a row, gathered from its page and those that it overflows to.
  private func content(at payload: Int, length: Int, pageEnd: Int) -> [UInt8]? {
    let most = size - 35
    var local = length
    if length > most {
      let least = (size - 12) * 32 / 255 - 23
      local = least + (length - least) % (size - 4)
      if local > most { local = least }
    }
    guard payload + local <= pageEnd else { return nil }
    var content = Array(bytes[payload..<payload + local])
    if local == length { return content }
    guard payload + local + 4 <= pageEnd else { return nil }
    var next = Self.number(bytes, payload + local)
    while content.count < length {
      guard next > 0, next <= places.count, places[next - 1] >= 0 else { return nil }
      let page = places[next - 1]
      content += bytes[page + 4..<page + 4 + min(size - 4, length - content.count)]
      next = Self.number(bytes, page)
    }
    return content
  }

  private static func size(of kind: Int64) -> Int {
    switch kind {
    case 0, 8, 9: 0
    case 1...4: Int(kind)
    case 5: 6
    case 6, 7: 8
    default: Int(min(kind, 1 << 30) - 12) / 2
    }
  }

  private static func values(_ kinds: [Int64], _ bytes: ArraySlice<UInt8>) -> [DatabaseValue] {
    var rest = bytes
    return kinds.map { kind in
      let taken = rest.prefix(size(of: kind))
      rest = rest.dropFirst(taken.count)
      switch kind {
      case 0, 7: return .null
      case 8: return .integer(0)
      case 9: return .integer(1)
      case 1...6:
        let isNegative = (taken.first ?? 0) >= 0x80
        return .integer(taken.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) })
      default:
        guard kind % 2 == 1, let text = String(validating: taken, as: UTF8.self) else {
          return .null
        }
        return .text(text)
      }
    }
  }
}
