extension Unicode.Scalar {
  /// Decodes one scalar of valid UTF-8.
  @inlinable
  public static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (
    Unicode.Scalar, Int
  ) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Decodes one scalar of what may be UTF-8 (RFC 3629); nil with the number of damaged bytes to
  /// pass over where it is none.
  public static func decodeChecked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (Unicode.Scalar?, Int) {
    let lead = bytes[offset]
    let length: Int
    var value: UInt32
    switch lead {
    case 0x00...0x7F: return (Unicode.Scalar(lead), 1)
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return (nil, 1)
    }
    guard offset + length <= bytes.count else { return (nil, 1) }
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (nil, index) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let minimum: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= minimum, let scalar = Unicode.Scalar(value) else { return (nil, length) }
    return (scalar, length)
  }

  /// Writes the scalar as UTF-8; returns how many bytes it takes.
  @inlinable
  public func encode(into buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int) -> Int {
    switch value {
    case 0..<0x80:
      buffer[offset] = UInt8(value)
      return 1
    case 0x80..<0x800:
      buffer[offset] = UInt8(0xC0 | value >> 6)
      buffer[offset + 1] = UInt8(0x80 | value & 0x3F)
      return 2
    case 0x800..<0x10000:
      buffer[offset] = UInt8(0xE0 | value >> 12)
      buffer[offset + 1] = UInt8(0x80 | value >> 6 & 0x3F)
      buffer[offset + 2] = UInt8(0x80 | value & 0x3F)
      return 3
    default:
      buffer[offset] = UInt8(0xF0 | value >> 18)
      buffer[offset + 1] = UInt8(0x80 | value >> 12 & 0x3F)
      buffer[offset + 2] = UInt8(0x80 | value >> 6 & 0x3F)
      buffer[offset + 3] = UInt8(0x80 | value & 0x3F)
      return 4
    }
  }
}
