/// The colours of a theme, as indexes of the 256 of xterm.
///
/// `ThemeTests` computes the contrasts: every colour reads on the grounds that its theme is for.
struct ThemePalette: Hashable, Sendable {
  // On the ground of the terminal.
  var grey: UInt8
  var accent: UInt8
  var red: UInt8
  var green: UInt8
  var violet: UInt8
  // Painted grounds, each with its text.
  var bar: UInt8
  var barText: UInt8
  var activeBar: UInt8 = 24
  var alarm: UInt8 = 160
  var paintedText: UInt8 = 231
  var hit: UInt8 = 221
  var currentHit: UInt8 = 209
  var hitText: UInt8 = 16

  /// Of middle lightness: for black and for white.
  static let auto = ThemePalette(
    grey: 244, accent: 31, red: 160, green: 28, violet: 133, bar: 238, barText: 253)
  static let dark = ThemePalette(
    grey: 247, accent: 80, red: 210, green: 114, violet: 177, bar: 238, barText: 253)
  static let light = ThemePalette(
    grey: 241, accent: 24, red: 124, green: 22, violet: 90, bar: 252, barText: 235)
}
