extension Unicode.Scalar {
  /// Whether the character acts on a terminal or cannot be seen: control characters,
  /// bidirectional controls, zero-width and tag characters, line separators.
  ///
  /// Such characters are never sent to a terminal; tab and line ends are among them, since what
  /// they do depends on where they stand.
  public var isHidden: Bool {
    // The rule first for Han and punctuation, which nearly all text consists of.
    if value >= 0x3000 && value < 0xD800 { return false }
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: return true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: return true
    default: return false
    }
  }
}
