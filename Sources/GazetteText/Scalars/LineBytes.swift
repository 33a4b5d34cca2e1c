/// A line that is put together in UTF-8, with whether all of it may be shown as it is.
public struct LineBytes: Sendable {
  /// The line, and behind it what is not used.
  private var storage: [UInt8]
  private var count = 0
  /// Whether all of it is plain (`SafeText.isPlain`).
  public private(set) var isPlain = true

  /// Creates an empty line.
  public init() {
    storage = [UInt8](repeating: 0, count: 1 << 10)
  }

  /// Creates a line that takes no more room than its text.
  public init(_ text: String) {
    storage = Array(text.utf8)
    count = storage.count
    isPlain = storage.withUnsafeBufferPointer(SafeText.isPlain)
  }

  /// What it has.
  public var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Begins another.
  public mutating func removeAll() { (count, isPlain) = (0, true) }

  /// Adds another, which is not looked through again.
  public mutating func append(_ other: LineBytes) {
    isPlain = isPlain && other.isPlain
    other.storage.withUnsafeBufferPointer {
      copy(UnsafeBufferPointer(rebasing: $0[..<other.count]))
    }
  }

  /// Adds a text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds UTF-8.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    isPlain = isPlain && SafeText.isPlain(bytes)
    copy(bytes)
  }

  /// Adds UTF-16.
  public mutating func append(_ units: UnsafeBufferPointer<UInt16>) {
    var isPlain = isPlain
    write(atMost: UnitCoding.capacity(units.count)) { target in
      let (count, arePlain) = UnitCoding.write(units, to: target)
      isPlain = isPlain && arePlain
      return count
    }
    self.isPlain = isPlain
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    write(atMost: bytes.count) { target in
      bytes.baseAddress.map { target.update(from: $0, count: bytes.count) }
      return bytes.count
    }
  }

  /// - Parameter body: Writes behind the end and says how many bytes.
  @inline(__always)
  private mutating func write(
    atMost length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    if storage.count - count < length {
      storage += repeatElement(0, count: max(length, storage.count))
    }
    let start = count
    count += storage.withUnsafeMutableBufferPointer { storage in
      storage.baseAddress.map { body($0 + start) } ?? 0
    }
  }
}
