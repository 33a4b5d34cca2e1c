import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// What the interface adds to the text: nothing whose width depends on the terminal.
@Suite struct AmbiguousScreenTests {
  private static let keys = [
    "", "?", "i", "r", "s", "/章", "g:", "2", "3", "4", "5", "f", "f@", "a", "#", "M", "1zM", "Q",
    " ", "vj", "n", "g", "z",
  ]

  private func frames(
    _ size: Size, _ language: Language, isASCII: Bool = false
  ) throws -> [(keys: String, frame: Frame)] {
    try Self.keys.map { keys in
      // A law without a single ambiguous character.
      var browser = try Browser(Library(issues: [SampleIssue.law()]), size, language: language)
      browser.state.settings.isASCII = isASCII
      browser.index()
      browser.type(keys)
      return (keys, browser.frame)
    }
  }

  @Test(arguments: ScreenTests.sizes + [Size(columns: 40, rows: 12)], Language.allCases)
  func nothingOfTheInterfaceIsOfAmbiguousWidth(_ size: Size, _ language: Language) throws {
    for (keys, frame) in try frames(size, language) {
      let marks = frame.cells.map(\.scalar).filter { DisplayWidth.kind(of: $0) == .ambiguous }
      #expect(marks.isEmpty, "\(size) \(keys): \(marks)")
    }
  }

  @Test func noTextOfTheInterfaceHasAnAmbiguousCharacter() {
    for key in StringKey.allCases {
      for language in Language.allCases {
        let text = Strings.text(key, language)
        let marks = text.unicodeScalars.filter { DisplayWidth.kind(of: $0) == .ambiguous }
        #expect(marks.isEmpty, "\(key): \(text)")
      }
    }
    for command in CommandTable.commands {
      for language in Language.allCases {
        let text = command.name[language]
        #expect(
          !text.unicodeScalars.contains { DisplayWidth.kind(of: $0) == .ambiguous }, "\(text)")
      }
    }
  }

  @Test(arguments: ScreenTests.sizes + [Size(columns: 40, rows: 12)], Language.allCases)
  func inASCIIOnlyTheChineseIsBeyondASCII(_ size: Size, _ language: Language) throws {
    for (keys, frame) in try frames(size, language, isASCII: true) {
      let others = frame.cells.map(\.scalar).filter {
        !$0.isASCII && DisplayWidth.kind(of: $0) != .wide
      }
      #expect(others.isEmpty, "\(size) \(keys): \(others)")
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func aTerminalWithWideCharactersIsSetAnew(_ size: Size) throws {
    var browser = try Browser(size)
    browser.index()
    browser.type(40, "j")
    let reference = browser.reference
    browser.handle(.ambiguousWidth(.wide))
    #expect(browser.frame.ambiguous == .wide)
    #expect(browser.reference == reference)
    for row in 0..<size.rows {
      let cells = Array(browser.frame.row(row))
      for (column, cell) in cells.enumerated()
      where DisplayWidth.kind(of: cell.scalar) == .ambiguous {
        #expect(cell.shape == .wide && cells[column + 1].shape == .continuation)
      }
    }
  }

  @Test func whatTheReaderSaysHoldsWhateverTheTerminalAnswers() throws {
    var browser = try Browser()
    browser.state.settings.followsTerminal = false
    browser.handle(.ambiguousWidth(.wide))
    #expect(browser.frame.ambiguous == .narrow)
  }

  @Test func anAnswerOfTheTerminalIsNoKey() throws {
    var browser = try Browser()
    browser.type("G")
    browser.type("g")
    browser.handle(.ambiguousWidth(.wide))
    browser.type("g")
    #expect(browser.topRow == 0)
    var typing = try Browser()
    typing.type("/条")
    typing.handle(.ambiguousWidth(.wide))
    #expect(typing.state.editor.text == "条")
  }
}
