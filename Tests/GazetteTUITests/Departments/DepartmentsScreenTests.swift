import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct DepartmentsScreenTests {
  /// Without colours the brackets alone show which cell is meant.
  @Test(arguments: ScreenTests.sizes) func theSelectedCellStandsInWholeBrackets(
    _ size: Size
  ) throws {
    var browser = try Browser(size)
    browser.index()
    browser.type("3")
    for step in 0..<12 {
      browser.type(step < 6 ? "l" : "h")
      browser.type("j")
      let row = browser.frame.rowTexts.first { $0.contains("[") }
      #expect(row?.contains("]") == true, "\(row ?? "")")
    }
  }

  private func browser(_ keys: String, _ size: Size, _ language: Language = .chinese) throws
    -> Browser
  {
    var browser = try Browser(size, language: language)
    browser.index()
    // The first key opens the tab.
    browser.type(String(keys.prefix(1)))
    browser.type(String(keys.dropFirst()))
    return browser
  }

  private func name(_ what: String, _ size: Size, _ language: Language = .chinese) -> String {
    "\(what)-\(size.columns)x\(size.rows)-\(language.rawValue)"
  }

  @Test(arguments: ScreenTests.sizes)
  func theBodiesAreListed(_ size: Size) throws {
    expectSnapshot(try browser("2j", size).frame, named: name("departments", size))
  }

  @Test(arguments: ScreenTests.sizes)
  func aDossierIsRead(_ size: Size) throws {
    var browser = try browser("2", size)
    browser.press(.enter)
    browser.type("jj")
    expectSnapshot(browser.frame, named: name("dossier", size))
  }

  @Test(arguments: ScreenTests.sizes)
  func theMatrixIsRead(_ size: Size) throws {
    expectSnapshot(try browser("3lllj", size).frame, named: name("matrix", size))
  }

  @Test func theyReadInEnglish() throws {
    let size = ScreenTests.sizes[0]
    expectSnapshot(
      try browser("2oo", size, .english).frame, named: name("departments", size, .english))
    expectSnapshot(try browser("3G", size, .english).frame, named: name("matrix", size, .english))
  }

  @Test func theEndOfADossierNamesPartnersAndCollectives() throws {
    var browser = try browser("2jjj", Size(columns: 80, rows: 24))
    browser.press(.enter)
    browser.type("G")
    expectSnapshot(browser.frame, named: name("dossier-end", browser.state.size))
  }

  @Test func theListIsNarrowedWhileTyping() throws {
    var browser = try browser("2/", Size(columns: 80, rows: 24))
    browser.type("sthj")
    expectSnapshot(browser.frame, named: name("narrowed", browser.state.size))
  }

  @Test func theDetailsListWhoIsResponsible() throws {
    var browser = try browser(":", Size(columns: 120, rows: 40))
    browser.type("3.1/2.3.12")
    browser.press(.enter)
    browser.type("ij")
    expectSnapshot(browser.frame, named: name("details-duties", browser.state.size))
  }

  /// Without colour a reader tells the same apart: every style of the screens has a look of its own
  /// there.
  @Test func nothingIsToldByColourAlone() throws {
    let theme = Theme(colors: 0)
    for (keys, roles) in [
      ("3l", [StyleRole.muted, .heatLow, .heatMiddle, .heatHigh]),
      ("2", [StyleRole.plain, .muted, .column]), ("", [StyleRole.plain, .attribution, .lead]),
    ] {
      var browser = try browser(keys, Size(columns: 80, rows: 24))
      if keys.isEmpty {
        browser.type(":")
        browser.type("3.1/2.3.12")
        browser.press(.enter)
      }
      let frame = browser.frame
      let shown = Set((0..<24).flatMap { frame.styleStretches(inRow: $0).map(\.style.role) })
      #expect(shown.isSuperset(of: roles), "\(keys): \(shown)")
      let looks = roles.filter { $0 != .column }.map { theme.appearance(of: Style($0)) }
      #expect(Set(looks).count == looks.count, "\(keys)")
    }
  }
}
