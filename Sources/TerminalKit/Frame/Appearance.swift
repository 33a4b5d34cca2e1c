/// How a style looks: colours of the terminal's palette and attributes, as plain values.
package struct Appearance: Hashable, Sendable {
  /// Palette index; the terminal's own colour when `nil`.
  package var foreground: UInt8?
  package var background: UInt8?
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isReversed = false

  package init(
    foreground: UInt8? = nil, background: UInt8? = nil, isBold: Bool = false, isDim: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isDim = isDim
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }
}

/// A look that the reader chose for a role.
package struct RoleLook: Hashable, Sendable {
  package var role: StyleRole
  package var look: Appearance

  package init(role: StyleRole, look: Appearance) {
    self.role = role
    self.look = look
  }
}

/// The colours that the reader asks for.
package struct ThemeChoice: Hashable, Sendable {
  package var name = ThemeName.auto
  /// Looks that replace those of the theme; the last of a role holds.
  package var looks: [RoleLook] = []

  package init(name: ThemeName = ThemeName.auto, looks: [RoleLook] = []) {
    self.name = name
    self.looks = looks
  }
}

/// The themes, by the names that options and the configuration give them.
package enum ThemeName: String, Hashable, Sendable, CaseIterable {
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
