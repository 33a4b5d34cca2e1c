import Foundation
import GazetteReview
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ThemeTests {
  private static let themes = ThemeName.allCases.flatMap { name in
    [256, 8, 0].map { Theme(colors: $0, choice: ThemeChoice(name: name)) }
  }

  private func theme(_ name: ThemeName, looks: [RoleLook] = []) -> Theme {
    Theme(colors: 256, choice: ThemeChoice(name: name, looks: looks))
  }

  private func style(
    _ role: StyleRole, selected: Bool = false, marked: Bool = false, match: Bool = false,
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
    #expect(theme(.none).depth == .monochrome)
    #expect(Theme(colors: 8, choice: ThemeChoice(name: .light)).depth == .eight)
  }

  @Test(arguments: themes)
  func statesOfARowAreToldApart(theme: Theme) {
    for role in [StyleRole.plain, .muted, .title, .heading, .number, .column, .missing] {
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
    let pairs: [(StyleRole, StyleRole)] = [
      (.plain, .title), (.plain, .heading), (.plain, .muted), (.plain, .hidden), (.plain, .bar),
      (.plain, .attribution), (.attribution, .lead), (.bar, .activeBar), (.plain, .corrected),
      (.plain, .current), (.plain, .missing), (.plain, .warning), (.plain, .key), (.muted, .key),
    ]
    for (first, second) in pairs {
      // What is less important is not dimmed where contrast is all.
      if theme.name == .highContrast, first == .plain, second == .muted { continue }
      #expect(
        theme.appearance(of: Style(first)) != theme.appearance(of: Style(second)),
        "\(first) and \(second)")
    }
  }

  @Test func withoutColoursOnlyAttributesAreUsed() {
    let looks = [RoleLook(role: .title, look: Appearance(foreground: 1))]
    let choice = ThemeChoice(name: .highContrast, looks: looks)
    let themes = [
      Theme(colors: 0), theme(.none, looks: looks), Theme(colors: 0, choice: choice),
      Theme(colors: 256, noColor: true, choice: choice),
    ]
    for theme in themes {
      for style in allStyles() {
        let look = theme.appearance(of: style)
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }

  /// The other roles say in words, numbers and marks what they are: see `ReviewLook` and the views.
  @Test(arguments: themes)
  func noRoleIsToldByColourAlone(theme: Theme) {
    let roles: [StyleRole] = [
      .title, .heading, .bar, .activeBar, .key, .current, .missing, .corrected, .hidden, .warning,
      .lead, .question, .wrong, .chip, .toggleOn, .heatMiddle, .heatHigh,
    ]
    for role in roles {
      var look = theme.appearance(of: Style(role))
      // A painted ground shows by its lightness.
      look.isReversed = look.isReversed || look.background != nil
      look.foreground = nil
      look.background = nil
      #expect(look != Appearance(), "\(theme.name) \(theme.depth) \(role)")
    }
  }

  @Test func statesOfTheReviewHaveMarksOfTheirOwn() {
    var marks = ReviewState.allCases.map { ReviewLook(state: $0, isChanged: false).symbol }
    marks.append(ReviewLook(state: .agreed, isChanged: true).symbol)
    #expect(Set(marks).count == marks.count)
  }

  @Test func aChosenLookReplacesThatOfTheTheme() {
    let look = Appearance(foreground: 202, isUnderlined: true)
    let plain = Appearance(isBold: true)
    let looks = [
      RoleLook(role: .title, look: plain), RoleLook(role: .title, look: look),
      RoleLook(role: .number, look: Appearance(foreground: 3)),
    ]
    #expect(theme(.light, looks: looks).appearance(of: Style(.title)) == look)
    #expect(theme(.light, looks: looks).appearance(of: Style(.key)).foreground == 24)
    // A terminal of eight colours has no colour 202.
    let few = Theme(colors: 8, choice: ThemeChoice(looks: looks))
    #expect(few.appearance(of: Style(.title)).foreground == 6)
    #expect(few.appearance(of: Style(.number)).foreground == 3)
  }

  @Test func aPaintedGroundHasAPaintedText() {
    for theme in Self.themes {
      for style in allStyles() {
        let look = theme.appearance(of: style)
        #expect(look.background == nil || look.foreground != nil, "\(style.name)")
      }
    }
  }

  /// 3:1 is what WCAG 2 asks of large text and marks, 4.5:1 of running text, 7:1 of enhanced
  /// contrast.
  @Test(
    arguments: [
      (ThemeName.auto, [16, 231], 3.5), (.dark, [16, 234, 235], 4.5),
      (.light, [231, 255, 254], 4.5),
      (.highContrast, [], 7),
    ] as [(ThemeName, [UInt8], Double)])
  func coloursReadOnTheirGrounds(name: ThemeName, grounds: [UInt8], least: Double) {
    let theme = theme(name)
    for style in allStyles() {
      let look = theme.appearance(of: style)
      guard let foreground = look.foreground else { continue }
      if let background = look.background {
        #expect(contrast(foreground, background) >= max(4.5, least), "\(style.name)")
      } else {
        #expect(!grounds.isEmpty, "\(style.name) on an unknown ground")
        for ground in grounds {
          #expect(contrast(foreground, ground) >= least, "\(style.name) on \(ground)")
        }
      }
    }
  }

  private func allStyles() -> [Style] {
    StyleRole.allCases.flatMap { role in
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
