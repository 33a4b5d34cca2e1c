import Testing

@testable import GazetteTUI

@Suite struct KeySpellingTests {
  @Test func keysAreReadAsTheHelpShowsThem() throws {
    #expect(try KeySpelling.keys("x") == [.character("x")])
    #expect(try KeySpelling.keys("gg") == [.character("g"), .character("g")])
    #expect(try KeySpelling.keys("Ctrl-D") == [.control("d")])
    #expect(try KeySpelling.keys("ctrl-d") == [.control("d")])
    #expect(try KeySpelling.keys("g Ctrl-D PgDn") == [.character("g"), .control("d"), .pageDown])
    #expect(try KeySpelling.keys("space") == [.character(" ")])
    #expect(try KeySpelling.keys("Alt-X") == [.alt("X")])
    #expect(try KeySpelling.keys("F12") == [.function(12)])
    #expect(try KeySpelling.keys("''") == [.character("'"), .character("'")])
  }

  @Test func chineseFormsAreTheKeysThemselves() throws {
    #expect(try KeySpelling.keys("？") == [.character("?")])
    #expect(try KeySpelling.keys("。") == [.character(".")])
  }

  @Test func keysThatTerminalsSendAlikeAreOne() throws {
    #expect(try KeySpelling.keys("Ctrl-I") == [.tab])
    #expect(try KeySpelling.keys("Ctrl-M") == [.enter])
    #expect(try KeySpelling.keys("Ctrl-H") == [.backspace])
  }

  @Test(arguments: [
    "", "  ", "Ctrl-", "Ctrl-1", "Ctrl-DD", "Hyper-x", "PgDwn", "F99", "ggggg", "\u{202E}",
  ])
  func whatIsNoKeyIsRefused(_ text: String) {
    #expect(throws: KeySpelling.Failure.self) { try KeySpelling.keys(text) }
  }

  @Test func everyKeyOfTheTableIsWrittenAndReadAgain() throws {
    for command in CommandTable.commands {
      for keys in command.keys {
        let read = try KeySpelling.keys(KeySpelling.text(of: keys))
        #expect(read == keys.filter { $0 != .anyLetter }.map(KeySpelling.sent), "\(command.id)")
      }
    }
    #expect(KeySpelling.text(of: [.character("u"), .character("p")]) == "u p")
    #expect(KeySpelling.text(of: [.character("^"), .character("d")]) == "^ d")
  }
}
