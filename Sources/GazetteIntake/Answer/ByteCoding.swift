/// Writes integers in eight bytes, the lowest first, and strings behind their lengths.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: Int) {
    let value = UInt64(bitPattern: Int64(value))
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// An integer that is not negative, or nil.
  mutating func write(_ value: Int?) { write(value ?? -1) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  /// A letter, the length of what `body` writes, and that.
  mutating func record(_ letter: UInt8, _ body: (inout ByteWriter) -> Void) {
    var content = ByteWriter()
    body(&content)
    bytes.append(letter)
    write(content.bytes.count)
    bytes += content.bytes
  }
}

/// Reads what `ByteWriter` wrote; nothing reaches behind the end.
struct ByteReader {
  private var remaining: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    remaining = bytes
  }

  var isAtEnd: Bool { remaining.isEmpty }

  mutating func integer() throws(BadAnswer) -> Int {
    var value: UInt64 = 0
    for (index, byte) in try take(8).enumerated() { value |= UInt64(byte) << UInt64(index * 8) }
    return Int(Int64(bitPattern: value))
  }

  /// An integer that is not negative, or nil.
  mutating func optionalInteger() throws(BadAnswer) -> Int? {
    let value = try integer()
    guard value >= -1 else { throw BadAnswer() }
    return value < 0 ? nil : value
  }

  /// A number of things of which each takes at least `size` bytes here, so that a number alone
  /// makes nobody ask for memory.
  mutating func count(ofAtLeast size: Int) throws(BadAnswer) -> Int {
    let value = try integer()
    guard value >= 0, value <= remaining.count / max(1, size) else { throw BadAnswer() }
    return value
  }

  mutating func string() throws(BadAnswer) -> String {
    let bytes = try take(try integer())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw BadAnswer() }
    return text
  }

  mutating func record() throws(BadAnswer) -> (letter: UInt8, content: ArraySlice<UInt8>) {
    guard let letter = try take(1).first else { throw BadAnswer() }
    return (letter, try take(try integer()))
  }

  mutating func rest() -> ArraySlice<UInt8> {
    defer { remaining = remaining.suffix(0) }
    return remaining
  }

  private mutating func take(_ count: Int) throws(BadAnswer) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining.count else { throw BadAnswer() }
    defer { remaining = remaining.dropFirst(count) }
    return remaining.prefix(count)
  }
}
