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

/// Which appearance each style has.
///
/// Text keeps the terminal's own colours, so that it reads on dark and on light grounds; where a
/// ground is painted, its text is painted with it. No state is told by colour alone: the selection
/// is reversed, the hit that `n` stands on is bold and underlined.
struct Theme: Hashable, Sendable {
  /// How many colours the terminal has.
  enum Depth: Hashable, Sendable {
    /// Attributes only: a monochrome terminal, or NO_COLOR is set.
    case monochrome
    /// The eight ANSI colours, as the user's palette shows them.
    case eight
    /// The 256 colours of xterm.
    case indexed
  }

  /// The names of the themes, the usual one first.
  static let names = ["auto", colorless]
  /// The theme of attributes alone.
  static let colorless = "none"

  /// The theme whose looks a sample shows.
  static func sample(_ configuration: Configuration) -> Theme { Theme(colors: 256) }

  let depth: Depth

  /// The theme for a terminal with this many colours.
  init(colors: Int, noColor: Bool = false) {
    depth =
      switch colors {
      case _ where noColor: .monochrome
      // Terminals with direct colour read higher indexes as red, green and blue.
      case 257...: .eight
      case 256: .indexed
      case 8...: .eight
      default: .monochrome
      }
  }

  /// How a style looks.
  func appearance(of style: Style) -> Appearance {
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

  /// The look of the selected row in the pane that has the focus.
  private func selection(over appearance: Appearance) -> Appearance {
    if depth == .monochrome { return Appearance(isReversed: true) }
    return Appearance(
      isBold: appearance.isBold, isUnderlined: appearance.isUnderlined, isReversed: true)
  }

  /// The look of the selected row in a pane without the focus: quieter than the selection.
  private func mark(over appearance: Appearance) -> Appearance {
    switch depth {
    case .monochrome: Appearance(isUnderlined: true, isReversed: true)
    case .eight: Appearance(isBold: true, isUnderlined: true)
    case .indexed:
      Appearance(
        foreground: Palette.paper, background: Palette.slate, isBold: appearance.isBold,
        isUnderlined: appearance.isUnderlined)
    }
  }

  /// The look of a hit.
  private func highlight(isCurrent: Bool, isInRow: Bool) -> Appearance {
    switch depth {
    case .monochrome:
      // In a reversed row, a hit is what is not reversed.
      Appearance(isBold: true, isUnderlined: isCurrent, isReversed: !isInRow)
    case .eight:
      Appearance(
        foreground: 0, background: isCurrent ? 2 : 3, isBold: isCurrent, isUnderlined: isCurrent)
    case .indexed:
      Appearance(
        foreground: Palette.ink, background: isCurrent ? Palette.orange : Palette.yellow,
        isBold: isCurrent, isUnderlined: isCurrent)
    }
  }

  private func appearance(of role: Style.Role) -> Appearance {
    switch depth {
    case .monochrome: Self.monochrome(role)
    case .eight: Self.eight(role)
    case .indexed: Self.indexed(role)
    }
  }

  private static func monochrome(_ role: Style.Role) -> Appearance {
    switch role {
    case .plain, .column, .printed, .number, .border, .heatLow: Appearance()
    case .heatMiddle: Appearance(isBold: true)
    case .heatHigh: Appearance(isBold: true, isReversed: true)
    case .muted, .missing: Appearance(isDim: true)
    case .title: Appearance(isBold: true, isUnderlined: true)
    case .heading, .key, .current, .warning: Appearance(isBold: true)
    case .label: Appearance(isDim: true)
    case .bar, .chip, .toggleOn: Appearance(isReversed: true)
    case .wrong: Appearance(isBold: true, isUnderlined: true, isReversed: true)
    case .activeBar: Appearance(isBold: true, isReversed: true)
    case .corrected, .attribution: Appearance(isUnderlined: true)
    case .lead: Appearance(isBold: true, isUnderlined: true)
    case .agreed: Appearance()
    case .question: Appearance(isBold: true)
    case .hidden: Appearance(isReversed: true)
    }
  }

  private static func eight(_ role: Style.Role) -> Appearance {
    let accent: UInt8 = 6
    return switch role {
    case .plain, .printed, .heatLow: Appearance()
    case .heatMiddle: Appearance(foreground: accent, isBold: true)
    case .heatHigh: Appearance(foreground: 0, background: accent, isBold: true)
    case .muted, .missing, .label, .border: Appearance(isDim: true)
    case .title: Appearance(foreground: accent, isBold: true)
    case .heading: Appearance(isBold: true)
    case .number, .attribution: Appearance(foreground: accent)
    case .key, .current, .lead: Appearance(foreground: accent, isBold: true)
    case .column: Appearance(isUnderlined: true)
    case .bar, .chip: Appearance(foreground: 0, background: 7)
    case .wrong: Appearance(foreground: 1, background: 7, isBold: true, isUnderlined: true)
    case .toggleOn: Appearance(foreground: 0, background: accent, isBold: true)
    case .activeBar: Appearance(foreground: 0, background: accent, isBold: true)
    case .corrected: Appearance(isUnderlined: true)
    case .hidden: Appearance(foreground: 1, isReversed: true)
    case .warning: Appearance(foreground: 1, isBold: true)
    case .agreed: Appearance(foreground: 2)
    case .question: Appearance(foreground: 5, isBold: true)
    }
  }

  private static func indexed(_ role: Style.Role) -> Appearance {
    switch role {
    case .plain, .printed, .heatLow: Appearance()
    case .heatMiddle: Appearance(foreground: Palette.white, background: Palette.deepAccent)
    case .heatHigh: Appearance(foreground: Palette.ink, background: Palette.orange, isBold: true)
    case .muted, .label: Appearance(foreground: Palette.grey)
    case .missing: Appearance(foreground: Palette.grey, isUnderlined: true)
    case .border: Appearance(foreground: Palette.grey)
    case .title: Appearance(foreground: Palette.accent, isBold: true)
    case .heading: Appearance(isBold: true)
    case .number, .attribution: Appearance(foreground: Palette.accent)
    case .key, .current, .lead: Appearance(foreground: Palette.accent, isBold: true)
    case .column: Appearance(foreground: Palette.grey, isBold: true)
    case .bar, .chip: Appearance(foreground: Palette.paper, background: Palette.slate)
    case .wrong:
      Appearance(
        foreground: Palette.white, background: Palette.red, isBold: true, isUnderlined: true)
    case .toggleOn:
      Appearance(foreground: Palette.white, background: Palette.deepAccent, isBold: true)
    case .activeBar:
      Appearance(foreground: Palette.white, background: Palette.deepAccent, isBold: true)
    case .corrected: Appearance(isUnderlined: true)
    case .hidden: Appearance(foreground: Palette.white, background: Palette.red, isBold: true)
    case .warning: Appearance(foreground: Palette.red, isBold: true)
    case .agreed: Appearance(foreground: Palette.green)
    case .question: Appearance(foreground: Palette.violet, isBold: true)
    }
  }

  /// Colours of the 256. Those used on the terminal's own ground are of middle lightness and read
  /// on black and on white; `ThemeTests` computes the contrasts.
  enum Palette {
    static let ink: UInt8 = 16
    static let white: UInt8 = 231
    static let paper: UInt8 = 253
    static let slate: UInt8 = 238
    static let grey: UInt8 = 244
    static let accent: UInt8 = 31
    static let deepAccent: UInt8 = 24
    static let yellow: UInt8 = 221
    static let orange: UInt8 = 209
    static let red: UInt8 = 160
    static let green: UInt8 = 28
    static let violet: UInt8 = 133
  }
}
