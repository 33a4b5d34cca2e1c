/// The printed text of an issue, byte for byte, cut into lines.
public struct SourceText: Sendable, Equatable {
  /// The bytes as they were read.
  public let bytes: [UInt8]
  /// Where each line begins, in bytes; one entry more than there are lines, the last being the end.
  public let lineStarts: [Int]

  /// Cuts `bytes` into lines at LF, CR LF, CR, NEL, or a separator of Unicode.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = bytes.withUnsafeBufferPointer(Self.lineStarts)
  }

  private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    var index = 0
    while true {
      while index + 8 <= bytes.count, isText(eightBytes(of: bytes, at: index)) { index += 8 }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      if byte > 0x0D {
        if byte != 0xC2 && byte != 0xE2 { continue }
        let length = separatorLength(in: bytes, at: index - 1)
        guard length > 0 else { continue }
        index += length - 1
        starts.append(index)
        continue
      }
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    return starts
  }

  private static func eightBytes(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether no line ends in eight bytes, as in nearly all: none is below U+000E or begins what `separatorLength` looks
  /// at.
  private static func isText(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let signs: UInt64 = 0x8080_8080_8080_8080
    // A byte below n leaves its sign set by the subtraction; a byte that is n is below 1 after exclusive or.
    func areBelow(_ bytes: UInt64, _ limit: UInt64) -> UInt64 {
      (bytes &- ones &* limit) & ~bytes & signs
    }
    return areBelow(bytes, 0x0E) | areBelow(bytes ^ ones &* 0xC2, 1)
      | areBelow(bytes ^ ones &* 0xE2, 1) == 0
  }

  /// The length of the line end of Unicode that begins at `index`, NEL (U+0085) or the separators of
  /// lines and paragraphs (U+2028, U+2029); 0 for what is none.
  private static func separatorLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    if bytes[index] == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
  }

  /// How many lines there are.
  public var lineCount: Int { lineStarts.count - 1 }

  /// Where the bytes of a line, counted from 1, lie, its line end not included.
  public func byteRange(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = lineStarts[line]
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    guard end == lineStarts[line], end > start else { return start..<end }
    return bytes.withUnsafeBufferPointer { bytes in
      for length in [2, 3] where end - length >= start {
        if Self.separatorLength(in: bytes, at: end - length) == length {
          return start..<end - length
        }
      }
      return start..<end
    }
  }

  /// The bytes of a line, counted from 1, without its line end.
  public func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    bytes[byteRange(ofLine: line)]
  }

  /// A line, counted from 1, as text; bytes that are not UTF-8 show as U+FFFD.
  public func text(ofLine line: Int) -> String {
    String(decoding: bytes(ofLine: line), as: UTF8.self)
  }
}
