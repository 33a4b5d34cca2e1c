/// Text that can be sent to any terminal and put into any file, with a mark for whatever is hidden
/// in it. Private-use characters harm nothing and go out as they are; variation selectors are left
/// out.
public enum SafeText {
  /// The text on one line: control characters as their pictures (␛), other hidden ones as U+FFFD,
  /// tabs as blanks.
  public static func line(_ text: String) -> String { safe(text, keepsLineFeeds: false) }

  /// The same with its line feeds.
  public static func lines(_ text: String) -> String { safe(text, keepsLineFeeds: true) }

  /// How many marks a text holds: those put here, and those of bytes that were damaged before.
  public static func markCount(in text: String) -> Int {
    text.unicodeScalars.count { $0 == "\u{FFFD}" || ("\u{2400}"..."\u{2421}").contains($0) }
  }

  private static func safe(_ text: String, keepsLineFeeds: Bool) -> String {
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
