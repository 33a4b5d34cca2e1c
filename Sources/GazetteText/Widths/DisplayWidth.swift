/// How many columns the terminal gives a character of ambiguous width, such as “ or ①.
public enum AmbiguousWidth: String, Hashable, Sendable {
  case narrow, wide
}

/// The columns that text takes on the screen, exactly as `Frame.write` draws it.
///
/// A character that must not reach the terminal counts one column, the width of the mark that
/// stands for it; so text measured here always fits where it is written.
public enum DisplayWidth {
  /// What a scalar becomes on the screen.
  public enum Kind: Hashable, Sendable {
    /// A control, bidi control, invisible, private or unassigned character: shown as a mark.
    case hidden
    /// A mark that is drawn over the character before it.
    case combining
    case narrow
    case ambiguous
    case wide
  }

  /// Stands for what a cut text goes on with: of one width in all terminals, unlike the common
  /// ellipsis, and in the fonts of all, unlike the one at middle height.
  public static let ellipsis: Unicode.Scalar = "\u{BB}"

  /// Sorts a scalar by how it is drawn.
  @inlinable
  public static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20...0x7E: .narrow
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x309B...0x30FF, 0x3000...0x3029, 0xFF01...0xFF60,
      0xAC00...0xD7A3:
      .wide
    default: kindFromProperties(of: scalar)
    }
  }

  @usableFromInline
  static func kindFromProperties(of scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    // Fillers, variation selectors and the like have ordinary categories but show nothing.
    if properties.isDefaultIgnorableCodePoint { return .hidden }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return .hidden
    case .nonspacingMark, .enclosingMark:
      return .combining
    default:
      break
    }
    let value = scalar.value
    switch value {
    // Medial vowels and final consonants of Hangul join the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB:
      return .combining
    default:
      break
    }
    if EastAsianWidthTable.contains(value, in: EastAsianWidthTable.ambiguous) { return .ambiguous }
    if EastAsianWidthTable.contains(value, in: EastAsianWidthTable.wide) { return .wide }
    return .narrow
  }

  /// The columns of one scalar: 0 for a combining mark, else 1 or 2.
  @inlinable
  public static func columns(
    of scalar: Unicode.Scalar, ambiguous: AmbiguousWidth = .narrow
  ) -> Int {
    switch kind(of: scalar) {
    case .hidden, .narrow: 1
    case .combining: 0
    case .ambiguous: ambiguous == .narrow ? 1 : 2
    case .wide: 2
    }
  }

  /// The columns of a run of scalars.
  @inlinable
  public static func columns(
    of text: some Sequence<Unicode.Scalar>, ambiguous: AmbiguousWidth = .narrow
  ) -> Int {
    var total = 0
    for scalar in text { total += columns(of: scalar, ambiguous: ambiguous) }
    return total
  }

  /// The columns of a string.
  public static func columns(of text: String, ambiguous: AmbiguousWidth = .narrow) -> Int {
    columns(of: text.unicodeScalars, ambiguous: ambiguous)
  }

  /// The text when it fits; else as much of its beginning as leaves room for the ellipsis.
  ///
  /// Where not even the ellipsis fits, the result is empty. A wide character that would be halved
  /// is left out, so the result may be one column short.
  public static func truncated(
    _ text: String, to limit: Int, ellipsis: String = String(DisplayWidth.ellipsis),
    ambiguous: AmbiguousWidth = .narrow
  ) -> String {
    let room = limit - columns(of: ellipsis, ambiguous: ambiguous)
    let scalars = text.unicodeScalars
    var used = 0
    // Where the text is cut should it turn out too long.
    var cut = scalars.startIndex
    var index = scalars.startIndex
    while index < scalars.endIndex {
      used += columns(of: scalars[index], ambiguous: ambiguous)
      if used > limit { return room < 0 ? "" : String(scalars[..<cut]) + ellipsis }
      scalars.formIndex(after: &index)
      if used <= room { cut = index }
    }
    return text
  }
}
