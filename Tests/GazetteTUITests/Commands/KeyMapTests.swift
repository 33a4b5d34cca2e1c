import GazetteModel
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct KeyMapTests {
  @Test(
    arguments: [
      ("ｊ", "j"), ("Ｇ", "G"), ("／", "/"), ("、", "/"), ("？", "?"), ("：", ":"), ("【", "["),
      ("】", "]"), ("「", "{"), ("」", "}"), ("＋", "+"), ("－", "-"), ("\u{3000}", " "),
      ("。", "."), ("，", ","), ("；", ";"), ("《", "<"), ("ｑ", "q"), ("５", "5"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func aFullWidthKeyIsTheKeyItself(_ typed: Unicode.Scalar, _ meant: Unicode.Scalar) throws {
    let browser = try Browser()
    #expect(Key.character(typed).halfWidth == .character(meant))
    let full = browser.keys.action(for: .character(typed), in: browser.state)
    #expect(full == browser.keys.action(for: .character(meant), in: browser.state))
  }

  @Test func fullWidthKeysStayWhatTheyAreWhereTextIsTyped() throws {
    var browser = try Browser()
    browser.type("/")
    browser.type("ｊ，")
    #expect(browser.state.editor.text == "ｊ，")
  }

  @Test func aCountAndAPrefixWaitForWhatFollows() throws {
    var browser = try Browser()
    browser.press(.character("1"), .character("2"))
    #expect(browser.state.count == 12)
    browser.type("g")
    #expect(browser.state.pendingKeys == [.character("g")])
    browser.type("g")
    #expect(browser.state.count == nil)
    #expect(browser.state.pendingKeys.isEmpty)
  }

  @Test func aDigitCountsBeforeAMotionAndOpensItsTabBeforeAnythingElse() throws {
    var browser = try Browser()
    browser.index()
    browser.press(.character("2"), .character("j"))
    #expect(browser.state.tab == .contents)
    browser.press(.character("2"), .character("/"))
    #expect(browser.state.tab == .departments)
    #expect(browser.state.mode == .narrow)
    browser.press(.escape, .character("1"))
    #expect(browser.state.tab == .departments)
    browser.handle(.pause)
    #expect(browser.state.tab == .contents)
    browser.press(.character("2"), .escape)
    browser.handle(.pause)
    #expect(browser.state.tab == .contents)
  }

  @Test func aKeyThatDoesNothingSaysSo() throws {
    var browser = try Browser(language: .english)
    browser.type("Q")
    #expect(browser.state.message?.text(.english) == "No key Q here; ? for help")
    browser.type("gX")
    #expect(browser.state.message?.text(.english) == "No key gX here; ? for help")
    #expect(browser.state.pendingKeys.isEmpty)
  }

  @Test func aCommandThatIsNotAvailableSaysWhy() throws {
    var browser = try Browser()
    browser.type("n")
    #expect(browser.state.message == Message(.nothingToSearch))
    browser.type("r")
    browser.press(.tab)
    #expect(browser.state.message == Message(.onlyText))
  }

  @Test func aPasteIsTextAndNeverCommands() throws {
    var browser = try Browser()
    browser.handle(.paste("qqq"))
    #expect(browser.effects.isEmpty)
    browser.type("/")
    browser.handle(.paste("人才\n振兴"))
    #expect(browser.state.editor.text == "人才 振兴")
    #expect(!browser.layouts.matches(for: browser.state).isEmpty)
  }
}
