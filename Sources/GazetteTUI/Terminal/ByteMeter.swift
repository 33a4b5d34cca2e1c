import Glibc

/// Counts the bytes that the drawing thread has written.
///
/// ncurses writes through a descriptor, where nothing can be put in between that would not slow it
/// down; but the kernel counts, and is only asked where the reader wants to know.
struct ByteMeter {
  private let isOn: Bool
  private var start: Int?
  private var lent = 0

  init(isOn: Bool) {
    self.isOn = isOn
    start = isOn ? Self.written : nil
  }

  /// The bytes written to the terminal so far; nil where nobody counts.
  var bytes: Int? {
    guard isOn, let start, let now = Self.written else { return nil }
    return now - start - lent
  }

  /// Leaves out what `body` writes, which goes elsewhere.
  mutating func pause<Result>(_ body: () -> Result) -> Result {
    guard isOn, let before = Self.written else { return body() }
    let result = body()
    lent += (Self.written ?? before) - before
    return result
  }

  /// All bytes that this thread has handed to the kernel.
  private static var written: Int? {
    let file = open("/proc/thread-self/io", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return number(after: Array("wchar: ".utf8), in: bytes.prefix(count))
  }

  /// The decimal number behind a label.
  static func number(after label: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    for line in text.split(separator: UInt8(ascii: "\n")) where line.starts(with: label) {
      return Int(String(decoding: line.dropFirst(label.count), as: UTF8.self))
    }
    return nil
  }
}
