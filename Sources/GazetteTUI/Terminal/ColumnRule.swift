/// The columns that ncurses gives characters.
///
/// ncurses asks the `wcwidth` of the C library, which knows one width for each character. In its
/// place stands this one, which knows what the terminal does with characters of ambiguous width,
/// and agrees with the layout about all others: so ncurses always knows the column it is in.
enum ColumnRule {
  // Set and read by the thread that draws.
  nonisolated(unsafe) static var ambiguous = AmbiguousWidth.narrow
}

/// Takes the place of the C library's function for the whole program.
@_cdecl("wcwidth")
public func columns(ofWideCharacter character: CInt) -> CInt {
  guard character != 0, let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else {
    return character == 0 ? 0 : -1
  }
  switch DisplayWidth.kind(of: scalar) {
  case .hidden: return -1
  case .combining: return 0
  case .narrow: return 1
  case .wide: return 2
  case .ambiguous: return ColumnRule.ambiguous == .wide ? 2 : 1
  }
}
