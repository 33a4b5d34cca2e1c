import GazetteModel
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ScriptTests {
  private func run(_ script: String) throws -> (output: String, mistake: ScriptMistake?) {
    let lines = try ScriptParser.lines(of: Array(script.utf8))
    var runner = try #require(
      ScriptRunner(
        lines, library: Library(issues: [SampleIssue.shipped()]), options: LaunchOptions()))
    let mistake = runner.run()
    return (String(decoding: runner.output.bytes, as: UTF8.self), mistake)
  }

  @Test func aScriptPrintsWhatTheBrowserShows() throws {
    let result = try run("size 80x24\nkeys : 3.1/2.3.11 <Enter>\nscreen clause\n")
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.index()
    browser.type(":3.1/2.3.11")
    browser.press(.enter)
    #expect(result.mistake == nil)
    #expect(result.output == "== line 3: clause: \(browser.frame.heading)\n\(browser.frame.text)\n")
  }

  @Test func theSameScriptPrintsTheSame() throws {
    let script = "keys 2 / sthj <Enter> <Enter>\nscreen --styles\nresize 120x40\nlang en\nscreen\n"
    #expect(try run(script).output == run(script).output)
  }

  @Test func withoutAScreenTheLastOneIsPrinted() throws {
    let result = try run("# nothing but\n\n  keys j q\n")
    #expect(result.output.hasPrefix("== end: 80x24"))
  }

  @Test func whatIsExpectedAndNotShownEndsTheScript() throws {
    let result = try run("expect 乡村\nexpect-not 不在此处\nexpect 不在此处\nkeys j\n")
    #expect(result.mistake == ScriptMistake(line: 3, reason: .notShown("不在此处")))
    #expect(result.output.hasPrefix("== line 3: 80x24"))
    #expect(try run("expect-not 乡村").mistake?.reason == .shown("乡村"))
  }

  @Test func keysAfterLeavingAreAMistake() throws {
    #expect(try run("keys q\nscreen\nkeys j").mistake == ScriptMistake(line: 3, reason: .hasLeft))
  }

  @Test func aDigitAtTheEndOfALineActsByItself() throws {
    #expect(try run("keys 2\nexpect 省生态环境厅").mistake == nil)
    #expect(try run("keys 2j\nexpect-not 省生态环境厅").mistake == nil)
  }

  @Test func nothingIsReviewedWithoutAStore() throws {
    #expect(try run("keys x\nscreen").output.contains("已阅 1") == false)
  }

  @Test(arguments: [
    ("frob", ScriptMistake.Reason.unknownInstruction("frob")), ("size 80", .badSize("80")),
    ("size 0x24", .badSize("0x24")), ("size 99999x24", .badSize("99999x24")),
    ("size", .missing("size")),
    ("lang fr", .badLanguage("fr")), ("keys <Foo>", .unknownKey("<Foo>")),
    ("keys", .missing("keys")),
    ("type a\u{1B}b", .controlCharacter), ("pause 3", .needless("3")),
  ])
  func aMistakeIsNamedWithItsLine(line: String, reason: ScriptMistake.Reason) {
    #expect(throws: ScriptMistake(line: 2, reason: reason)) {
      try ScriptParser.lines(of: Array("# first\n\(line)\n".utf8))
    }
  }

  @Test func bytesThatAreNoTextAreAMistake() {
    #expect(throws: ScriptMistake(line: 2, reason: .notUTF8)) {
      try ScriptParser.lines(of: Array("keys j\n".utf8) + [0xFF])
    }
  }

  @Test func everyKeyOfTheTableCanBeWritten() throws {
    for key in CommandTable.commands.flatMap(\.keys).flatMap(\.self) where key != .anyLetter {
      if case .character = key, key != .character(" ") { continue }
      // Terminals send these as Backspace and Enter, and so do scripts.
      if key == .control("h") || key == .control("j") { continue }
      #expect(try ScriptKeys.keys("<\(key.label)>") == [key], "\(key.label)")
    }
    #expect(
      try ScriptKeys.keys("a<C-d>生<lt><") == [
        .character("a"), .control("d"), .character("生"), .character("<"), .character("<"),
      ])
  }
}
