extension Unicode.Scalar {
  /// Whether the character acts on a terminal or cannot be seen: control characters,
  /// bidirectional controls, zero-width and tag characters, line separators, fillers, variation
  /// selectors (which can carry a text of their own unseen).
  ///
  /// Such characters are never sent to a terminal; tab and line ends are among them, since what
  /// they do depends on where they stand.
  public var isHidden: Bool {
    // The rule first for Han and punctuation, which nearly all text consists of.
    if value >= 0x3000 && value < 0xD800 { return value == 0x3164 }
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: return true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: return true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: return true
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: return true
    default: return false
    }
  }
}
