import CNcurses

/// Turns styles into the attributes and colour pairs of ncurses.
///
/// A pair is made when its colours are first drawn, and kept.
struct TerminalColors {
  let theme: Theme
  /// The pairs made so far, in order of their numbers from 1 on; few, so that they are searched,
  /// not hashed.
  private var pairs: [(colors: Colors, pair: Int16)] = []
  private var lastStyle = Style()
  private var lastLook: Look

  /// What `setcchar` takes.
  struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  private struct Colors: Equatable {
    var foreground: UInt8?
    var background: UInt8?
  }

  init(theme: Theme) {
    self.theme = theme
    lastLook = Look(attributes: attr_t(0), pair: 0)
    lastLook = makeLook(of: Style())
  }

  /// The look of a style; cheap when it is the style asked for last.
  mutating func look(of style: Style) -> Look {
    if style != lastStyle {
      lastLook = makeLook(of: style)
      lastStyle = style
    }
    return lastLook
  }

  private mutating func makeLook(of style: Style) -> Look {
    let appearance = theme.appearance(of: style)
    var attributes = attr_t(0)
    if appearance.isBold { attributes |= cn_bold }
    if appearance.isDim { attributes |= cn_dim }
    if appearance.isUnderlined { attributes |= cn_underline }
    if appearance.isReversed { attributes |= cn_reverse }
    let colors = Colors(foreground: appearance.foreground, background: appearance.background)
    return Look(attributes: attributes, pair: pair(of: colors))
  }

  private mutating func pair(of colors: Colors) -> Int16 {
    if colors.foreground == nil && colors.background == nil { return 0 }
    if let known = pairs.first(where: { $0.colors == colors }) { return known.pair }
    // Pair 0 is the terminal's own and cannot be changed; -1 is the terminal's own colour.
    let pair = Int16(pairs.count + 1)
    let made = init_pair(
      pair, colors.foreground.map(Int16.init) ?? -1, colors.background.map(Int16.init) ?? -1)
    // A terminal with too few pairs draws the rest in its own colours.
    let usable = made == OK ? pair : 0
    pairs.append((colors, usable))
    return usable
  }
}
