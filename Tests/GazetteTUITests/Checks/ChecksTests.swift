import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ChecksTests {
  private func browser() throws -> Browser {
    var browser = try Browser(Size(columns: 120, rows: 40))
    browser.index()
    browser.type("gc")
    return browser
  }

  @Test func theFindingsAreThoseOfTheCommand() throws {
    let browser = try browser()
    #expect(browser.state.tab == .checks)
    let issue = browser.state.library.issues[0]
    let findings = DepartmentIndex(issue: issue).findings(with: issue.findings)
    let list = try #require(ChecksTab.list(browser.state))
    #expect(list.rows.map(\.finding) == findings)
    #expect(!findings.isEmpty)
  }

  @Test func aFindingLeadsToItsLines() throws {
    var browser = try browser()
    browser.type("gg")
    let list = try #require(ChecksTab.list(browser.state))
    for row in list.rows.prefix(20) {
      let node = try #require(row.node)
      let lines = browser.state.library.issues[0][node].lines
      #expect(lines.first <= row.finding.lines.first && row.finding.lines.first <= lines.last)
      #expect(browser.state.cursor.node == node)
      browser.type("j")
    }
    browser.press(.enter)
    #expect(browser.state.focus == .text)
  }

  @Test func theTabIsReachedByItsKeyAndInTurn() throws {
    var browser = try browser()
    browser.type("t")
    #expect(browser.state.tab == .team)
    browser.type("t")
    #expect(browser.state.tab == .contents)
    #expect(!browser.frame.text.contains("存疑"))
  }

  @Test(arguments: Language.allCases)
  func theFindingsAreListed(_ language: Language) throws {
    var browser = try Browser(Size(columns: 80, rows: 24), language: language)
    browser.index()
    browser.type("gc")
    expectSnapshot(browser.frame, named: "checks-80x24-\(language.rawValue)")
  }
}
