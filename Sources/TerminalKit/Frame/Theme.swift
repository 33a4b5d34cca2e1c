/// Which appearance each style has.
///
/// Text keeps the terminal's own colours, so that it reads on dark and on light grounds; where a
/// ground is painted, its text is painted with it. No state is told by colour alone: the selection
/// is reversed, the hit that `n` stands on is bold and underlined.
package struct Theme: Hashable, Sendable {
  /// How many colours the terminal has.
  package enum Depth: Hashable, Sendable {
    /// Attributes only: a monochrome terminal, or NO_COLOR is set.
    case monochrome
    /// The eight ANSI colours, as the user's palette shows them.
    case eight
    /// The 256 colours of xterm.
    case indexed
  }

  package let depth: Depth
  package let name: ThemeName
  /// Looks that replace those of the theme.
  private let looks: [RoleLook]

  /// The names of the themes, the one that holds by default first.
  package static let names = ThemeName.allCases.map(\.rawValue)
  /// The name of the theme without colours.
  package static let colorless = ThemeName.none.rawValue

  /// The theme for a terminal with this many colours.
  package init(colors: Int, noColor: Bool = false, choice: ThemeChoice = ThemeChoice()) {
    name = choice.name
    looks = noColor || colors < 8 ? [] : choice.looks
    depth =
      switch colors {
      case _ where noColor || choice.name == .none: .monochrome
      // Terminals with direct colour read higher indexes as red, green and blue.
      case 257...: .eight
      case 256: .indexed
      case 8...: .eight
      default: .monochrome
      }
  }

  /// How a style looks.
  package func appearance(of style: Style) -> Appearance {
    var result = appearance(of: style.role)
    // The mark of a hidden character stays what it is, also in a selected row.
    let isHidden = style.role == .hidden
    if style.isSelected && !isHidden {
      result = selection(over: result)
    } else if style.isMarked && !isHidden {
      result = mark(over: result)
    }
    guard style.isMatch || style.isCurrentMatch else { return result }
    let isInRow = style.isSelected || style.isMarked
    return highlight(isCurrent: style.isCurrentMatch, isInRow: isInRow)
  }

  // MARK: Roles

  private func appearance(of role: StyleRole) -> Appearance {
    if let chosen = looks.last(where: { $0.role == role }), isPossible(chosen.look) {
      return chosen.look
    }
    return switch (depth, name) {
    case (.monochrome, .highContrast):
      withoutColors(ThemeLooks.highContrast(role, ink: 0, paper: 0))
    case (.monochrome, _): ThemeLooks.monochrome(role)
    case (.eight, .highContrast): ThemeLooks.highContrast(role, ink: 0, paper: 3)
    case (.indexed, .highContrast): ThemeLooks.highContrast(role, ink: 16, paper: 226)
    case (.eight, .light): ThemeLooks.eight(role, accent: 4)
    case (.eight, _): ThemeLooks.eight(role, accent: 6)
    case (.indexed, _): ThemeLooks.indexed(role, palette)
    }
  }

  /// Whether the terminal has the colours of a look.
  private func isPossible(_ look: Appearance) -> Bool {
    let highest = max(look.foreground ?? 0, look.background ?? 0)
    return depth == .indexed || (depth == .eight && highest < 8)
      || (look.foreground == nil && look.background == nil)
  }

  private func withoutColors(_ look: Appearance) -> Appearance {
    var look = look
    look.isReversed = look.isReversed || look.background != nil
    look.foreground = nil
    look.background = nil
    return look
  }

  private var palette: ThemePalette {
    switch name {
    case .dark: .dark
    case .light: .light
    case .auto, .highContrast, .none: .auto
    }
  }

  // MARK: States

  /// The look of the selected row in the pane that has the focus.
  private func selection(over appearance: Appearance) -> Appearance {
    if depth == .monochrome { return Appearance(isReversed: true) }
    // Underlined are the marked rows here.
    if name == .highContrast { return Appearance(isBold: appearance.isBold, isReversed: true) }
    return Appearance(
      isBold: appearance.isBold, isUnderlined: appearance.isUnderlined, isReversed: true)
  }

  /// The look of the selected row in a pane without the focus: quieter than the selection.
  private func mark(over appearance: Appearance) -> Appearance {
    switch (depth, name) {
    case (.monochrome, _), (_, .highContrast): Appearance(isUnderlined: true, isReversed: true)
    case (.eight, _): Appearance(isBold: true, isUnderlined: true)
    case (.indexed, _):
      Appearance(
        foreground: palette.barText, background: palette.bar, isBold: appearance.isBold,
        isUnderlined: appearance.isUnderlined)
    }
  }

  /// The look of a hit.
  private func highlight(isCurrent: Bool, isInRow: Bool) -> Appearance {
    switch (depth, name) {
    case (.monochrome, _):
      // In a reversed row, a hit is what is not reversed.
      Appearance(isBold: true, isUnderlined: isCurrent, isReversed: !isInRow)
    case (.eight, .highContrast):
      Appearance(foreground: 0, background: 3, isBold: isCurrent, isUnderlined: isCurrent)
    case (.indexed, .highContrast):
      Appearance(foreground: 16, background: 226, isBold: isCurrent, isUnderlined: isCurrent)
    case (.eight, _):
      Appearance(
        foreground: 0, background: isCurrent ? 2 : 3, isBold: isCurrent, isUnderlined: isCurrent)
    case (.indexed, _):
      Appearance(
        foreground: palette.hitText, background: isCurrent ? palette.currentHit : palette.hit,
        isBold: isCurrent, isUnderlined: isCurrent)
    }
  }
}
