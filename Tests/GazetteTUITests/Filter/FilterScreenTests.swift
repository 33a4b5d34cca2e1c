import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct FilterScreenTests {
  private func name(_ what: String, _ size: Size, _ language: Language = .chinese) -> String {
    "\(what)-\(size.columns)x\(size.rows)-\(language.rawValue)"
  }

  private func browser(_ size: Size, _ language: Language = .chinese) throws -> Browser {
    var browser = try Browser(size, language: language)
    browser.index()
    return browser
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func aFilterIsTyped(_ size: Size, _ language: Language) throws {
    var browser = try browser(size, language)
    browser.type("flead@sthj")
    browser.press(.down)
    expectSnapshot(browser.frame, named: name("filter", size, language))
  }

  @Test(arguments: ScreenTests.sizes)
  func filtersAreKept(_ size: Size) throws {
    var browser = try browser(size)
    for query in ["sthj", "污染"] {
      browser.type("f\(query)")
      browser.press(.enter)
    }
    browser.type("6")
    browser.type("8")
    expectSnapshot(browser.frame, named: name("kept", size))
  }

  @Test(arguments: Language.allCases)
  func aSlipIsNamed(_ language: Language) throws {
    let size = Size(columns: 80, rows: 24)
    var browser = try browser(size, language)
    browser.type("fsthj has:tagret")
    expectSnapshot(browser.frame, named: name("slip", size, language))
  }

  /// What is being typed may go on to be something; it is not answered in red.
  @Test(arguments: [
    ":9.9/zz", "/没有这个词", "/zq", "fhas:dead", "f(", "funtil:2021-1", "2/zzzz", "?zzzz", "Tzz", "#z,",
  ])
  func whatIsBeingTypedIsNotScolded(_ keys: String) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var review = try Reviewing(size)
      review.browser.index()
      review.go(to: "3.1/2.1.1")
      for key in keys.unicodeScalars {
        review.type(String(key))
        let red = review.browser.frame.cells.filter {
          [.warning, .wrong].contains($0.style.role) && $0.scalar != " "
        }
        #expect(red.isEmpty, "\(keys) at \(key)")
      }
    }
  }

  @Test func oneDocumentIsNotSeveral() throws {
    var browser = try browser(Size(columns: 80, rows: 24), .english)
    browser.type("f乡村工匠")
    #expect(browser.frame.rowTexts.contains { $0.hasSuffix(" in 1 document") })
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func targetsAreATable(_ size: Size, _ language: Language) throws {
    var browser = try browser(size, language)
    browser.type("4")
    browser.type("jj")
    expectSnapshot(browser.frame, named: name("targets", size, language))
  }

  @Test(arguments: ScreenTests.sizes)
  func thePaletteFindsEverything(_ size: Size) throws {
    var browser = try browser(size)
    browser.press(.control("p"))
    browser.type("sthj")
    expectSnapshot(browser.frame, named: name("palette", size))
  }

  @Test func theHelpIsSearched() throws {
    let size = Size(columns: 80, rows: 24)
    var browser = try browser(size)
    browser.type("?折叠")
    expectSnapshot(browser.frame, named: name("help-search", size))
  }

  @Test func whatCanFollowIsShown() throws {
    let size = Size(columns: 80, rows: 24)
    var browser = try browser(size)
    browser.type("g")
    browser.handle(.pause)
    expectSnapshot(browser.frame, named: name("following", size))
  }

  @Test func aFilterFitsTheSmallestScreen() throws {
    var browser = try browser(Size(columns: 40, rows: 8))
    browser.type("fsthj")
    browser.press(.enter)
    browser.type("6f水")
    expectSnapshot(browser.frame, named: name("filter", browser.state.size))
  }

  /// What is turned on, wrong or found is told without colours too.
  @Test func statesReadWithoutColours() {
    let theme = Theme(colors: 0)
    let bar = theme.appearance(of: Style(.bar))
    #expect(theme.appearance(of: Style(.wrong)) != bar)
    #expect(theme.appearance(of: Style(.toggleOn)) != theme.appearance(of: Style(.label)))
    #expect(theme.appearance(of: Style(.chip)) != theme.appearance(of: Style()))
  }
}
