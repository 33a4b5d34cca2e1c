/// Numbers and texts one after the other in few bytes, as the index keeps what it knows of an issue.
///
/// Numbers take seven bits a byte, the lowest first, and most of them are below 128.
struct PartWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number that is not negative.
  mutating func add(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a number of either sign.
  mutating func add(signed value: Int) { add((value << 1) ^ (value >> 63)) }

  /// Adds a number with a fraction.
  mutating func add(_ value: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift)))
    }
  }

  mutating func add(_ text: String) { add(bytes: Array(text.utf8)) }

  mutating func add(bytes others: [UInt8]) {
    add(others.count)
    bytes += others
  }

  mutating func add(words: [UInt64]) {
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
  }
}

/// Reads what a `PartWriter` wrote. Nothing in damaged bytes can trap: they throw.
struct PartReader {
  /// The bytes are not what was written.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private(set) var place: Int

  init(_ bytes: [UInt8], at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  var isAtEnd: Bool { place >= bytes.count }

  mutating func number() throws(Damage) -> Int {
    let start = place
    let (value, end) = try bytes.withUnsafeBufferPointer { bytes throws(Damage) in
      var reader = LentPartReader(UnsafeRawBufferPointer(bytes), at: start)
      return (try reader.number(), reader.place)
    }
    place = end
    return value
  }

  /// A number that counts things that are at hand: none of them takes less than nothing.
  mutating func count(atMost limit: Int) throws(Damage) -> Int {
    let value = try number()
    guard value >= 0, value <= limit else { throw Damage() }
    return value
  }

  /// The length of what comes next, which the bytes behind it have.
  private mutating func length() throws(Damage) -> Int {
    let value = try number()
    guard value >= 0, value <= bytes.count - place else { throw Damage() }
    return value
  }

  mutating func signed() throws(Damage) -> Int {
    let value = UInt(bitPattern: try number())
    return Int(bitPattern: value >> 1) ^ -Int(value & 1)
  }

  mutating func double() throws(Damage) -> Double { Double(bitPattern: try word()) }

  mutating func text() throws(Damage) -> String {
    let length = try length()
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  mutating func run() throws(Damage) -> [UInt8] {
    let length = try length()
    defer { place += length }
    return Array(bytes[place..<place + length])
  }

  /// Passes a text over.
  mutating func skipText() throws(Damage) {
    let length = try length()
    place += length
  }

  mutating func word() throws(Damage) -> UInt64 {
    guard place + 8 <= bytes.count else { throw Damage() }
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
    place += 8
    return word
  }
}
