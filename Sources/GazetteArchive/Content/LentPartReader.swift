/// Reads what a `PartWriter` wrote where it lies, no longer than that is lent.
struct LentPartReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var place: Int

  init(_ bytes: UnsafeRawBufferPointer, at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// A number that is not negative.
  @inline(__always)
  mutating func number() throws(PartReader.Damage) -> Int {
    // Most numbers are a byte.
    if place < bytes.count, bytes[place] < 0x80 {
      defer { place &+= 1 }
      return Int(bytes[place])
    }
    let (value, end) = try Self.longNumber(bytes, place)
    place = end
    return value
  }

  /// A number of several bytes, and what is behind it.
  ///
  /// It does not change the reader, which may then be kept in registers.
  @inline(never)
  private static func longNumber(
    _ bytes: UnsafeRawBufferPointer, _ start: Int
  ) throws(PartReader.Damage) -> (Int, end: Int) {
    var place = start
    var result: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      result |= UInt(byte & 0x7F) << shift
      // Greater numbers are damage; sums of a few that are less cannot overflow.
      if byte < 0x80 {
        guard result < 1 << 58 else { throw PartReader.Damage() }
        return (Int(bitPattern: result), place)
      }
      shift += 7
    }
    throw PartReader.Damage()
  }

  /// A number that counts things that are at hand.
  @inline(__always)
  mutating func count(atMost limit: Int) throws(PartReader.Damage) -> Int {
    let value = try number()
    guard value <= limit else { throw PartReader.Damage() }
    return value
  }

  @inline(__always)
  mutating func signed() throws(PartReader.Damage) -> Int {
    let value = UInt(bitPattern: try number())
    return Int(bitPattern: value >> 1) ^ -Int(value & 1)
  }

  /// The bytes of a text, whose length stands before them.
  @inline(__always)
  mutating func run() throws(PartReader.Damage) -> UnsafeRawBufferPointer {
    let length = try number()
    // Subtracted: a length that is not true may be as great as any.
    guard length <= bytes.count - place else { throw PartReader.Damage() }
    defer { place += length }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<place + length])
  }
}
