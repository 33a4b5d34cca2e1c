import Foundation
import Testing

@testable import GazetteTUI

@Suite struct ThemeTests {
  private static let themes = [
    Theme(colors: 256), Theme(colors: 8), Theme(colors: 256, noColor: true),
  ]

  private func style(
    _ role: Style.Role, selected: Bool = false, marked: Bool = false, match: Bool = false,
    current: Bool = false
  ) -> Style {
    var style = Style(role)
    style.isSelected = selected
    style.isMarked = marked
    style.isMatch = match
    style.isCurrentMatch = current
    return style
  }

  @Test func theNumberOfColoursDecides() {
    #expect(Theme(colors: 256).depth == .indexed)
    #expect(Theme(colors: 16).depth == .eight)
    #expect(Theme(colors: 8).depth == .eight)
    #expect(Theme(colors: 1 << 24).depth == .eight)
    #expect(Theme(colors: -1).depth == .monochrome)
    #expect(Theme(colors: 256, noColor: true).depth == .monochrome)
  }

  @Test(arguments: themes)
  func statesOfARowAreToldApart(theme: Theme) {
    for role in [Style.Role.plain, .muted, .title, .heading, .number, .column, .missing] {
      let looks = [
        style(role), style(role, selected: true), style(role, marked: true),
        style(role, match: true), style(role, match: true, current: true),
      ].map(theme.appearance(of:))
      #expect(Set(looks).count == 5, "\(role)")
      let hit = style(role, selected: true, match: true)
      let currentHit = style(role, selected: true, match: true, current: true)
      let inRow = [style(role, selected: true), hit, currentHit].map(theme.appearance(of:))
      #expect(Set(inRow).count == 3, "\(role) in the selected row")
    }
  }

  @Test(arguments: themes)
  func aHiddenCharacterShowsInASelectedRow(theme: Theme) {
    let row = theme.appearance(of: style(.plain, marked: true))
    #expect(theme.appearance(of: style(.hidden, marked: true)) != row)
  }

  @Test(arguments: themes)
  func rolesThatStandTogetherAreToldApart(theme: Theme) {
    let pairs: [(Style.Role, Style.Role)] = [
      (.plain, .title), (.plain, .heading), (.plain, .muted), (.plain, .hidden), (.plain, .bar),
      (.plain, .attribution), (.attribution, .lead), (.bar, .activeBar), (.plain, .corrected),
      (.plain, .current), (.plain, .missing), (.plain, .warning), (.plain, .key), (.muted, .key),
    ]
    for (first, second) in pairs {
      #expect(
        theme.appearance(of: Style(first)) != theme.appearance(of: Style(second)),
        "\(first) and \(second)")
    }
  }

  @Test func withoutColoursOnlyAttributesAreUsed() {
    let theme = Theme(colors: 0)
    for style in allStyles() {
      let look = theme.appearance(of: style)
      #expect(look.foreground == nil && look.background == nil)
    }
  }

  @Test func aPaintedGroundHasAPaintedText() {
    for theme in Self.themes {
      for style in allStyles() {
        let look = theme.appearance(of: style)
        #expect(look.background == nil || look.foreground != nil, "\(style.name)")
      }
    }
  }

  /// 3:1 is what WCAG 2 asks of large text and marks, 4.5:1 of running text.
  @Test func coloursReadOnBlackAndOnWhite() {
    let theme = Theme(colors: 256)
    for style in allStyles() {
      let look = theme.appearance(of: style)
      guard let foreground = look.foreground else { continue }
      if let background = look.background {
        #expect(contrast(foreground, background) >= 4.5, "\(style.name)")
      } else {
        #expect(contrast(foreground, 16) >= 3.5, "\(style.name) on black")
        #expect(contrast(foreground, 231) >= 3.5, "\(style.name) on white")
      }
    }
  }

  private func allStyles() -> [Style] {
    Style.Role.allCases.flatMap { role in
      (0..<16).map { bits in
        style(
          role, selected: bits & 1 != 0, marked: bits & 2 != 0, match: bits & 4 != 0,
          current: bits & 8 != 0)
      }
    }
  }

  private func contrast(_ first: UInt8, _ second: UInt8) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// Relative luminance of a colour of xterm's cube or grey ramp.
  private func luminance(_ index: UInt8) -> Double {
    let steps = [0.0, 95, 135, 175, 215, 255]
    let value = Int(index)
    let channels =
      value >= 232
      ? Array(repeating: Double(8 + 10 * (value - 232)), count: 3)
      : [(value - 16) / 36, (value - 16) / 6 % 6, (value - 16) % 6].map { steps[$0] }
    let linear = channels.map { channel in
      let share = channel / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
