/// Text that can be sent to any terminal and put into any file, with a mark for whatever is hidden
/// in it. Private-use characters harm nothing and go out as they are; variation selectors are left
/// out.
public enum SafeText {
  /// The text on one line: control characters as their pictures (␛), other hidden ones as U+FFFD,
  /// tabs as blanks.
  public static func line(_ text: String) -> String { safe(text, keepsLineFeeds: false) }

  /// The same, with how many marks are in it.
  public static func markedLine(_ text: String) -> (text: String, marks: Int) {
    // No mark is among what is plain, which most lines are.
    if isPlain(text) { return (text, 0) }
    let safe = safe(text, keepsLineFeeds: false)
    return (safe, markCount(in: safe))
  }

  /// The same with its line feeds.
  public static func lines(_ text: String) -> String { safe(text, keepsLineFeeds: true) }

  /// How many marks a text holds: those put here, and those of bytes that were damaged before.
  public static func markCount(in text: String) -> Int { markCount(in: Array(text.utf8)) }

  /// The same for UTF-8.
  public static func markCount(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var (count, place) = (0, 0)
      while place + 2 < bytes.count {
        switch bytes[place] {
        case 0xE3...0xE9: place += 2
        // U+2400 to U+2421, and U+FFFD.
        case 0xE2 where bytes[place + 1] == 0x90 && (0x80...0xA1).contains(bytes[place + 2]):
          count += 1
        case 0xEF where bytes[place + 1] == 0xBF && bytes[place + 2] == 0xBD: count += 1
        default: break
        }
        place += 1
      }
      return count
    }
  }

  /// Whether bytes are UTF-8 of printable ASCII, Han and the punctuation between them: most text is, and
  /// none of that is hidden.
  public static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte &- 0x20 < 0x5F {
        place += 1
        continue
      }
      // What is damaged may hide in what would be three bytes.
      guard bytes.count - place > 2, byte &- 0xE1 < 0xF, bytes[place + 1] & 0xC0 == 0x80,
        bytes[place + 2] & 0xC0 == 0x80
      else { return false }
      // U+5000 to U+9FFF need no further look.
      if byte &- 0xE5 >= 5 {
        let (first, second) = (UInt32(byte & 0xF), UInt32(bytes[place + 1] & 0x3F))
        guard isPlain(first << 12 | second << 6 | UInt32(bytes[place + 2] & 0x3F)) else {
          return false
        }
      }
      place += 3
    }
    return true
  }

  /// What `isPlain` takes beside printable ASCII: Han; ideographic signs and brackets; dashes, quotation
  /// marks and dots; full-width forms of ASCII.
  static let plainHan: ClosedRange<UInt16> = 0x4E00...0x9FFF
  static let plainSigns: ClosedRange<UInt16> = 0x3000...0x3029
  static let plainDashes: ClosedRange<UInt16> = 0x2010...0x2026
  static let plainForms: ClosedRange<UInt16> = 0xFF01...0xFF5E

  /// Whether `isPlain` takes a scalar.
  static func isPlain(_ scalar: UInt32) -> Bool {
    if 0x20..<0x7F ~= scalar { return true }
    guard let unit = UInt16(exactly: scalar) else { return false }
    return plainHan ~= unit || plainSigns ~= unit || plainDashes ~= unit || plainForms ~= unit
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isPlain) ?? false
  }

  private static func safe(_ text: String, keepsLineFeeds: Bool) -> String {
    if isPlain(text) { return text }
    guard text.unicodeScalars.contains(where: { $0.isHidden || $0.isCombining }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    var stack = MarkStack()
    var isInStack = false
    for scalar in text.unicodeScalars {
      if stack.isTooHigh(with: scalar) {
        // One mark stands for all that are too many.
        if !isInStack { result.append("\u{FFFD}") }
        isInStack = true
        continue
      }
      isInStack = false
      // A selector only chooses a form; what is private is a name's rare character to someone.
      if scalar.hiddenKind == .variationSelector { continue }
      let isKept =
        !scalar.isHidden || scalar.hiddenKind == .privateUse || (keepsLineFeeds && scalar == "\n")
      result.append(isKept ? scalar : mark(for: scalar))
    }
    return String(result)
  }

  private static func mark(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
