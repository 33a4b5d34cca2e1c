/// How a style looks: colours of the terminal's palette and attributes, as plain values.
struct Appearance: Hashable, Sendable {
  /// Palette index; the terminal's own colour when `nil`.
  var foreground: UInt8?
  var background: UInt8?
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReversed = false
}

/// A look that the reader chose for a role.
struct RoleLook: Hashable, Sendable {
  var role: Style.Role
  var look: Appearance
}

/// The colours that the reader asks for.
struct ThemeChoice: Hashable, Sendable {
  var name = ThemeName.auto
  /// Looks that replace those of the theme; the last of a role holds.
  var looks: [RoleLook] = []
}

/// The themes, by the names that options and the configuration give them.
enum ThemeName: String, Hashable, Sendable, CaseIterable {
  /// Reads on dark and on light grounds.
  case auto
  /// For a light ground.
  case light
  /// For a dark ground.
  case dark
  /// The strongest contrasts: nothing dim, nothing grey, no colour on an unknown ground.
  case highContrast = "high-contrast"
  /// Attributes only.
  case none
}
