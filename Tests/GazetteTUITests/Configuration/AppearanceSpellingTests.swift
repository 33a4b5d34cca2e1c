import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct AppearanceSpellingTests {
  @Test func coloursGroundsAndAttributesAreRead() throws {
    #expect(try AppearanceSpelling.appearance("cyan") == Appearance(foreground: 6))
    #expect(
      try AppearanceSpelling.appearance("bright-red on 238, bold, underline")
        == Appearance(foreground: 9, background: 238, isBold: true, isUnderlined: true))
    #expect(try AppearanceSpelling.appearance("default on blue") == Appearance(background: 4))
    #expect(
      try AppearanceSpelling.appearance("dim, reverse") == Appearance(isDim: true, isReversed: true)
    )
    #expect(try AppearanceSpelling.appearance("default") == Appearance())
    #expect(try AppearanceSpelling.appearance("#FF0000") == Appearance(foreground: 196))
    #expect(try AppearanceSpelling.appearance("#808080") == Appearance(foreground: 244))
  }

  @Test(arguments: [
    "mauve", "red green blue", "256", "#12345", "bright-", "red on on mauve", "bold red x",
  ])
  func whatIsNoLookIsRefused(_ text: String) {
    #expect(throws: AppearanceSpelling.Failure.self) { try AppearanceSpelling.appearance(text) }
  }

  @Test func everyColourIsWrittenAndReadAgain() throws {
    for color in UInt8.min...UInt8.max {
      let look = Appearance(foreground: color, background: 255 - color, isBold: color % 2 == 0)
      #expect(try AppearanceSpelling.appearance(AppearanceSpelling.text(of: look)) == look)
    }
  }
}
