import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ScreenTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 50),
  ]

  private func name(_ what: String, _ size: Size, _ language: Language = .chinese) -> String {
    "\(what)-\(size.columns)x\(size.rows)-\(language.rawValue)"
  }

  @Test(arguments: sizes, Language.allCases)
  func theBrowserOpens(_ size: Size, _ language: Language) throws {
    let browser = try Browser(size, language: language)
    expectSnapshot(browser.frame, named: name("open", size, language))
  }

  @Test(arguments: sizes)
  func aClauseIsReadInTheTree(_ size: Size) throws {
    var browser = try Browser(size)
    browser.type(":")
    browser.type("3.1/2.3.11")
    browser.press(.enter)
    while browser.state.focus != .contents { browser.press(.tab) }
    expectSnapshot(browser.frame, named: name("clause", size))
  }

  @Test(arguments: sizes)
  func wordsAreSearched(_ size: Size) throws {
    var browser = try Browser(size)
    browser.type("/")
    browser.type("乡村")
    expectSnapshot(browser.frame, named: name("search", size))
  }

  @Test(arguments: Language.allCases)
  func theHelpIsShown(_ language: Language) throws {
    var browser = try Browser(Size(columns: 80, rows: 24), language: language)
    browser.type("?")
    expectSnapshot(browser.frame, named: name("help", browser.state.size, language))
  }

  @Test func theTextAloneIsShown() throws {
    var browser = try Browser(Size(columns: 100, rows: 30))
    browser.type("rj")
    expectSnapshot(browser.frame, named: name("reading", browser.state.size))
  }

  @Test func thePrintedLinesAreShown() throws {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.type("sj")
    expectSnapshot(browser.frame, named: name("printed", browser.state.size))
  }

  @Test func detailsAreShownOnDemand() throws {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.type(15, "ji")
    expectSnapshot(browser.frame, named: name("details", browser.state.size))
  }

  @Test func onePaneIsShownWhereTwoDoNotFit() throws {
    var browser = try Browser(Size(columns: 60, rows: 16))
    browser.press(.tab, .tab)
    expectSnapshot(browser.frame, named: name("one-pane", browser.state.size))
  }

  @Test(arguments: Language.allCases)
  func moreRoomIsAskedFor(_ language: Language) throws {
    let browser = try Browser(Size(columns: 30, rows: 7), language: language)
    expectSnapshot(browser.frame, named: name("too-small", browser.state.size, language))
  }

  @Test func severalIssuesHaveLinesOfTheirOwn() throws {
    let library = Library(issues: [try SampleIssue.shipped(), SampleIssue.law()])
    var browser = try Browser(library, Size(columns: 120, rows: 40))
    browser.press(.tab, .tab)
    browser.type("G")
    expectSnapshot(browser.frame, named: name("issues", browser.state.size))
  }

  @Test func theCoverAndTheContentsPageAreSet() throws {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.type("{")
    expectSnapshot(browser.frame, named: name("contents", browser.state.size))
    browser.type("{")
    expectSnapshot(browser.frame, named: name("cover", browser.state.size))
  }

  @Test func noMarkOfTheInterfaceIsOfAmbiguousWidth() throws {
    // What is of ambiguous width is text of the gazette.
    let issue = try SampleIssue.shipped()
    var text = Set(
      issue.source.bytes.isEmpty
        ? []
        : Array(
          String(decoding: issue.source.bytes, as: UTF8.self).unicodeScalars))
    text.formUnion("₂₅₃₄".unicodeScalars)
    for size in Self.sizes {
      for keys in ["", "?", "i", "/", "Q"] {
        var browser = try Browser(size)
        browser.type(keys)
        let marks = browser.frame.text.unicodeScalars.filter {
          DisplayWidth.kind(of: $0) == .ambiguous && !text.contains($0)
        }
        #expect(marks.isEmpty, "\(size) \(keys): \(Array(marks))")
      }
    }
  }
}
