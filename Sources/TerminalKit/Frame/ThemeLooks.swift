/// The looks of the roles, one table for each depth of colour.
///
/// What a role means is never told by colour alone: it has an attribute too, or the words, the
/// numbers and the marks on the screen say it.
enum ThemeLooks {
  /// Attributes only.
  static func monochrome(_ role: StyleRole) -> Appearance {
    switch role {
    case .plain, .column, .printed, .number, .border, .heatLow: Appearance()
    case .heatMiddle: Appearance(isBold: true)
    case .heatHigh: Appearance(isBold: true, isReversed: true)
    case .muted, .missing: Appearance(isDim: true)
    case .title: Appearance(isBold: true, isUnderlined: true)
    case .heading, .key, .current, .warning: Appearance(isBold: true)
    case .label: Appearance(isDim: true)
    // Of bars only that of the pane with the focus is reversed, so that it is seen at a glance.
    case .bar: Appearance(isUnderlined: true)
    case .chip, .toggleOn: Appearance(isReversed: true)
    case .wrong: Appearance(isBold: true, isUnderlined: true, isReversed: true)
    case .activeBar: Appearance(isBold: true, isReversed: true)
    case .corrected, .attribution: Appearance(isUnderlined: true)
    case .lead, .inserted: Appearance(isBold: true, isUnderlined: true)
    case .removed: Appearance(isDim: true, isUnderlined: true)
    case .agreed: Appearance()
    case .question: Appearance(isBold: true)
    case .hidden: Appearance(isReversed: true)
    }
  }

  /// The eight ANSI colours, as the user's palette shows them.
  /// - Parameter accent: 6 or, for light grounds, 4.
  static func eight(_ role: StyleRole, accent: UInt8) -> Appearance {
    switch role {
    case .plain, .printed, .heatLow: Appearance()
    case .heatMiddle: Appearance(foreground: accent, isBold: true)
    case .muted, .missing, .label, .border: Appearance(isDim: true)
    case .title: Appearance(foreground: accent, isBold: true)
    case .heading: Appearance(isBold: true)
    case .number, .attribution: Appearance(foreground: accent)
    case .key, .current, .lead: Appearance(foreground: accent, isBold: true)
    case .column: Appearance(isUnderlined: true)
    case .bar, .chip: Appearance(foreground: 0, background: 7)
    case .wrong: Appearance(foreground: 1, background: 7, isBold: true, isUnderlined: true)
    case .toggleOn, .activeBar, .heatHigh: onAccent(accent)
    case .corrected: Appearance(isUnderlined: true)
    case .removed: Appearance(foreground: 1, isUnderlined: true)
    case .inserted: Appearance(foreground: 2, isBold: true)
    case .hidden: Appearance(foreground: 1, isReversed: true)
    case .warning: Appearance(foreground: 1, isBold: true)
    case .agreed: Appearance(foreground: 2)
    case .question: Appearance(foreground: 5, isBold: true)
    }
  }

  private static func onAccent(_ accent: UInt8) -> Appearance {
    Appearance(foreground: accent == 4 ? 7 : 0, background: accent, isBold: true)
  }

  /// The 256 colours of xterm.
  static func indexed(_ role: StyleRole, _ palette: ThemePalette) -> Appearance {
    switch role {
    case .plain, .printed, .heatLow: Appearance()
    case .heatMiddle: painted(palette.paintedText, on: palette.activeBar, isBold: false)
    case .heatHigh: painted(palette.hitText, on: palette.currentHit)
    case .muted, .label, .border: Appearance(foreground: palette.grey)
    case .missing: Appearance(foreground: palette.grey, isUnderlined: true)
    case .title: Appearance(foreground: palette.accent, isBold: true)
    case .heading: Appearance(isBold: true)
    case .number, .attribution: Appearance(foreground: palette.accent)
    case .key, .current, .lead: Appearance(foreground: palette.accent, isBold: true)
    case .column: Appearance(foreground: palette.grey, isBold: true)
    case .bar, .chip: painted(palette.barText, on: palette.bar, isBold: false)
    case .wrong:
      Appearance(
        foreground: palette.paintedText, background: palette.alarm, isBold: true,
        isUnderlined: true)
    case .toggleOn, .activeBar: painted(palette.paintedText, on: palette.activeBar)
    case .corrected: Appearance(isUnderlined: true)
    case .removed: Appearance(foreground: palette.red, isUnderlined: true)
    case .inserted: Appearance(foreground: palette.green, isBold: true)
    case .hidden: painted(palette.paintedText, on: palette.alarm)
    case .warning: Appearance(foreground: palette.red, isBold: true)
    case .agreed: Appearance(foreground: palette.green)
    case .question: Appearance(foreground: palette.violet, isBold: true)
    }
  }

  private static func painted(
    _ text: UInt8, on ground: UInt8, isBold: Bool = true
  ) -> Appearance {
    Appearance(foreground: text, background: ground, isBold: isBold)
  }

  /// Attributes but for the dim one, and bars in the strongest contrast there is.
  static func highContrast(_ role: StyleRole, ink: UInt8, paper: UInt8) -> Appearance {
    switch role {
    case .bar: Appearance(isUnderlined: true)
    case .chip: Appearance(isReversed: true)
    case .activeBar, .toggleOn: Appearance(isBold: true, isUnderlined: true, isReversed: true)
    case .hidden, .wrong, .heatHigh:
      Appearance(foreground: ink, background: paper, isBold: true, isUnderlined: role != .heatHigh)
    case .missing: Appearance(isUnderlined: true)
    case .muted, .label: Appearance()
    case .column: Appearance(isBold: true, isUnderlined: true)
    default: monochrome(role)
    }
  }
}
