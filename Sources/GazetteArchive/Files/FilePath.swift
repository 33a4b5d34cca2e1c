import GazetteText

/// The path of a file as the system has it: bytes, which need not be text in any encoding.
public struct FilePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The bytes, without the NUL at their end.
  public let bytes: [UInt8]

  /// Takes bytes as the system gave them.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes a path that somebody typed; what is no UTF-8 in it is carried as `FileName` does.
  public init(_ text: String) {
    bytes = FileName.bytes(text)
  }

  /// The path of something in this folder.
  public func appending(_ name: [UInt8]) -> FilePath {
    let slash = UInt8(ascii: "/")
    return FilePath(
      bytes: bytes.isEmpty || bytes.last == slash ? bytes + name : bytes + [slash] + name)
  }

  /// The last part.
  public var name: [UInt8] {
    var end = bytes.count
    let slash = UInt8(ascii: "/")
    while end > 1, bytes[end - 1] == slash { end -= 1 }
    let start = bytes[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    return Array(bytes[start..<end])
  }

  /// For people: what is no UTF-8 shows as U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  public static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Calls `body` with the path as the C library takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        // There is always the NUL.
        buffer.baseAddress.map(body) ?? body("")
      }
    }
  }
}
