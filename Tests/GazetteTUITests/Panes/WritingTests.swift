import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct WritingTests {
  private func browser(_ keys: String, language: Language = .chinese) throws -> Browser {
    var browser = try Browser(Size(columns: 120, rows: 40), language: language)
    browser.index()
    browser.type(keys)
    return browser
  }

  /// What was asked to be written, as lines.
  private func written(_ browser: Browser) -> (path: String, lines: [String])? {
    guard case .write(let path, let bytes)? = browser.effects.last else { return nil }
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    return (path, text.split(separator: "\r\n").map(String.init))
  }

  @Test func theListOnTheScreenIsWritten() throws {
    var browser = try browser("2")
    browser.handle(.pause)
    browser.press(.enter)
    let tasks = try #require(browser.state.listedNodes(browser.layouts)).rows.filter {
      !$0.isEmpty
    }
    browser.type(":")
    browser.type("w 名单.csv")
    browser.press(.enter)
    let file = try #require(written(browser))
    #expect(file.path == "名单.csv")
    #expect(file.lines.count == tasks.count + 1)
    #expect(file.lines[0] == "引用,标题,职责,配合单位,期限,指标,文件,标记,批注")
    #expect(file.lines[1].contains("牵头"))
    browser.handle(.pause)
  }

  @Test func theHeadsSpeakTheReadersLanguage() throws {
    var browser = try browser("gw", language: .english)
    #expect(browser.state.mode == .reference)
    browser.type("list.csv")
    browser.press(.enter)
    let file = try #require(written(browser))
    #expect(file.lines[0].hasPrefix("ref,title,role"))
  }

  @Test func nothingIsWrittenWhereOnlyReadingIsAllowed() throws {
    var browser = try browser("")
    browser.state.settings.allowsWriting = false
    browser.type(":")
    browser.type("w x.csv")
    browser.press(.enter)
    #expect(browser.effects.isEmpty)
    #expect(browser.state.message == Message(.writingIsOff))
    browser.type("gw")
    #expect(browser.state.message == Message(.writingIsOff))
    #expect(!browser.state.settings.allow(.write(path: "x", [])))
  }

  @Test func theColonTakesWhatOtherProgramsTake() throws {
    var browser = try browser("")
    browser.type(":")
    browser.type("help")
    browser.press(.enter)
    #expect(browser.state.mode == .help)
    browser.press(.escape)
    browser.type(":")
    browser.type("q")
    browser.press(.enter)
    #expect(browser.effects.last == .quit)
  }

  @Test func withoutANameNothingIsWritten() throws {
    var browser = try browser("")
    browser.type(":")
    browser.type("w")
    browser.press(.enter)
    #expect(browser.effects.isEmpty && browser.state.message == Message(.writeWhere))
  }
}
