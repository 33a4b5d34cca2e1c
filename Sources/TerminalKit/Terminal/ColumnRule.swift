import GazetteText

/// The columns that ncurses gives characters.
///
/// ncurses asks the `wcwidth` of the C library, which knows one width for each character. In its
/// place `TerminalReplacements` puts this rule, which knows what the terminal does with characters
/// of ambiguous width, and agrees with the layout about all others: so ncurses always knows the
/// column it is in.
package enum ColumnRule {
  // Set and read by the thread that draws.
  nonisolated(unsafe) static var ambiguous = AmbiguousWidth.narrow

  /// The columns of a character as `wcwidth` answers: -1 for what cannot be printed.
  package static func columns(ofWideCharacter character: CInt) -> CInt {
    guard character != 0, let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else {
      return character == 0 ? 0 : -1
    }
    switch DisplayWidth.kind(of: scalar) {
    // The rare characters of names that an office's font has; nothing a terminal acts on.
    case .hidden where scalar.properties.generalCategory == .privateUse: return 1
    case .hidden: return -1
    case .combining: return 0
    case .narrow: return 1
    case .wide: return 2
    case .ambiguous: return ambiguous == .wide ? 2 : 1
    }
  }
}
