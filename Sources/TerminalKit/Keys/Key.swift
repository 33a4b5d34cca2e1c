/// A key as a value, independent of the terminal library.
package enum Key: Hashable, Sendable {
  /// A printing character.
  case character(Unicode.Scalar)
  /// Ctrl with a lower-case letter or one of `\`, `]`, `^`, `_`, `@`.
  case control(Unicode.Scalar)
  /// Alt (or Escape before) with a character.
  case alt(Unicode.Scalar)
  case up, down, left, right
  case altUp, altDown, altLeft, altRight
  case pageUp, pageDown, home, end
  case enter, tab, shiftTab, shiftSpace, escape, backspace, delete, insert
  case function(Int)
  /// Stands in the table of commands for any letter from a to z; no terminal sends it.
  case anyLetter
}
