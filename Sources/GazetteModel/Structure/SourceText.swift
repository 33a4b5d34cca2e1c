/// The printed text of an issue, byte for byte, cut into lines.
public struct SourceText: Sendable, Equatable {
  /// The bytes as they were read.
  public let bytes: [UInt8]
  /// Where each line begins, in bytes; one entry more than there are lines, the last being the end.
  public let lineStarts: [Int]

  /// Cuts `bytes` into lines at LF, CR LF or CR.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = bytes.withUnsafeBufferPointer(Self.lineStarts)
  }

  private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // Nearly every byte is text: one comparison passes it.
      if byte > 0x0D { continue }
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

  /// How many lines there are.
  public var lineCount: Int { lineStarts.count - 1 }

  /// Where the bytes of a line, counted from 1, lie, its line end not included.
  public func byteRange(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = lineStarts[line]
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
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
