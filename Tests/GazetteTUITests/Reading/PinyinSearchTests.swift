import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

/// `/` for readers without a Chinese input method.
@Suite struct PinyinSearchTests {
  private func searching(_ typed: String, language: Language = .chinese) throws -> Browser {
    var browser = try Browser(language: language)
    browser.type("/" + typed)
    return browser
  }

  private func status(_ browser: Browser) -> String {
    browser.frame.text.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// The places of the matches, as node and stretch.
  private func places(_ browser: Browser) -> Set<String> {
    Set(browser.layouts.matches(for: browser.state).map { "\($0.node) \($0.part) \($0.range)" })
  }

  @Test(arguments: [
    ("sthj", "生态环境"), ("htd", "黑土地"), ("shengtai", "生态"), ("slwqy", "散乱污”企业"),
    ("ＳＴＨＪ", "生态环境"),
  ])
  func lettersThatStandNowhereAreThePinyinOfWhatIsPrinted(typed: String, meant: String) throws {
    let letters = try searching(typed)
    let words = try searching(meant)
    #expect(!places(words).isEmpty)
    #expect(places(letters).isSuperset(of: places(words)), "\(typed)")
    #expect(status(letters).contains("拼音 1/"))
    #expect(!status(words).contains("拼音"))
    #expect(status(try searching(typed, language: .english)).contains("pinyin 1/"))
  }

  @Test func whatIsFoundIsHighlightedAndSteppedThrough() throws {
    var browser = try searching("htd")
    let found = browser.layouts.matches(for: browser.state)
    try #require(!found.isEmpty)
    for match in found {
      let text = Array(
        try #require(SearchTests.text(of: match, in: browser.state.library.issues[0]))
          .unicodeScalars)
      let name = String(String.UnicodeScalarView(text[match.range.start..<match.range.end]))
      #expect(
        Pinyin.shared.matches(query: Array("htd".utf8), in: Array(name.unicodeScalars)) != nil)
    }
    let cells = (0..<browser.frame.size.rows).flatMap { browser.frame.row($0) }
    #expect(cells.contains { $0.style.isCurrentMatch })
    browser.press(.enter)
    browser.type("n")
    #expect(browser.state.search.current == 1 % found.count)
  }

  @Test func lettersThatArePrintedAreThoseLetters() throws {
    let browser = try searching("vocs")
    let found = browser.layouts.matches(for: browser.state)
    #expect(!found.isEmpty)
    #expect(!status(browser).contains("拼音"))
  }

  @Test func aMatchGoesOverNoEndOfASentence() {
    func found(_ letters: String, _ text: String) -> [Range<Int>] {
      Pinyin.shared.occurrences(of: Array(letters.utf8), inText: Array(text.unicodeScalars))
    }
    #expect(found("sthj", "保护生态。环境治理").isEmpty)
    #expect(found("sthj", "生态、环境") == [])
    #expect(found("sthj", "生态环境，生态环境") == [0..<4, 5..<9])
    #expect(found("slwqy", "“散乱污”企业") == [1..<7])
    #expect(found("", "生态").isEmpty)
    #expect(found(String(repeating: "s", count: 100), String(repeating: "生", count: 200)).isEmpty)
  }

  @Test func oneLetterIsNotPinyinYet() throws {
    var browser = try searching("q")
    #expect(browser.layouts.matches(for: browser.state).isEmpty)
    browser.press(.enter)
    #expect(browser.state.message?.text(.chinese) == "没有找到；拼音首字母至少输入 2 个")
  }
}
