import Foundation
import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ComparisonTests {
  /// The shipped issue and a later version of it, in which a clause was changed, one taken out and
  /// one put elsewhere.
  private func versions(
    _ columns: Int, language: Language = .chinese
  ) throws -> Browser {
    let old = try SampleIssue.shipped()
    var lines = String(decoding: old.source.bytes, as: UTF8.self).components(separatedBy: "\n")
    let changed = try #require(lines.firstIndex { $0.hasPrefix("11. 推进重点行业") })
    lines[changed] = lines[changed].replacing("5家", with: "6家")
    lines.removeAll { $0.hasPrefix("8. 推动大型燃煤锅炉") }
    var manifest = Manifest()
    manifest.identity.id = "2021-12"
    let new = IssueParser.parse(
      SourceText(bytes: Array(lines.joined(separator: "\n").utf8)), manifest: manifest)
    var browser = try Browser(
      Library(issues: [new, old]), Size(columns: columns, rows: 40), language: language)
    browser.type(":3.1/2.3")
    browser.press(.enter)
    browser.type("gD\(old.identity.id):3.1")
    browser.press(.enter)
    return browser
  }

  private func text(_ browser: Browser) -> String { browser.frame.text }

  @Test func changesAreGoneThroughInBothArrangements() throws {
    for columns in [160, 80] {
      var browser = try versions(columns)
      #expect(browser.state.mode == .comparison)
      #expect(browser.frame.rowText(0).contains("比对"))
      browser.type("]c")
      #expect(browser.frame.rowText(0).contains("1/"))
      #expect(text(browser).contains("推动大型燃煤锅炉"))
      browser.type("]c")
      if columns == 80 {
        #expect(text(browser).contains("[-5-]{+6+}"))
      } else {
        #expect(text(browser).contains("5家") && text(browser).contains("6家"))
      }
      browser.type("[c")
      #expect(browser.frame.rowText(0).contains(" 1/"))
      browser.type("[c")
      #expect(browser.state.message?.key == .firstChange)
    }
  }

  @Test func enterGoesToTheUnitAndEscapeBack() throws {
    var browser = try versions(80)
    browser.press(.escape)
    #expect(browser.state.mode != .comparison && browser.reference == "3.1/2.3")
    browser = try versions(80)
    browser.type("]c]c")
    browser.press(.enter)
    #expect(browser.state.mode != .comparison && browser.state.compared == nil)
    #expect(browser.reference == "3.1/2.3.11")
  }

  /// The change that has the bar beside it is the one that Enter goes to, and the bar says which.
  @Test(arguments: [80, 160]) func theChangeThatIsMarkedIsTheOneThatIsOpened(
    _ columns: Int
  ) throws {
    let start = try versions(columns)
    let compared = try #require(start.state.compared)
    let difference = start.layouts.comparison.difference(
      from: compared.old, to: compared.new, in: start.state.library)
    let changes = difference.entries.filter { $0.kind != .same }
    #expect(changes.count > 1)
    for (place, change) in changes.enumerated() {
      var browser = start
      for _ in 0...place { browser.type("]c") }
      #expect(browser.frame.rowText(0).contains(" \(place + 1)/\(changes.count)"))
      let letter = DifferenceWord.letter(change.kind)[.chinese]
      let marked = (1..<39).filter { row in
        browser.frame.row(row).first?.style.role == .current
          && browser.frame.rowText(row).hasPrefix(letter)
      }
      #expect(marked.count == 1, "\(place)")
      browser.press(.enter)
      let unit = try #require(change.new ?? change.old)
      let issue = browser.state.library.printedID(of: browser.state.issue)
      #expect("\(issue):\(browser.reference)" == unit.reference, "\(place)")
    }
  }

  @Test func aSlipInTheReferenceCanBeMended() throws {
    var browser = try Browser()
    browser.type("gD9.9")
    browser.press(.enter)
    #expect(browser.state.mode == .reference)
    #expect(browser.state.message?.key == .unknownReference)
  }

  @Test func scrollingStaysInTheText() throws {
    var browser = try versions(160)
    browser.type("G")
    let last = try #require(browser.state.compared?.top)
    browser.type("jjjj")
    #expect(browser.state.compared?.top == last)
    browser.type("gg")
    #expect(browser.state.compared?.top == 0)
  }

  @Test(arguments: [80, 160]) func whoLostALeadIsListedAndLeadsToTheClause(_ columns: Int) throws {
    var browser = try versions(columns)
    browser.type("L")
    #expect(browser.state.mode == .chooser)
    #expect(text(browser).contains("- 省生态环境厅"))
    let compared = try #require(browser.state.compared)
    let leads = browser.layouts.comparison.leads(of: compared, for: browser.state)
    let clause = try #require(leads.balances.first?.lost.first)
    #expect(clause.title.hasPrefix("推动大型燃煤锅炉"))
    browser.press(.enter)
    #expect(browser.state.mode == .comparison)
    #expect(text(browser).contains("推动大型燃煤锅炉"))
    browser.press(.enter)
    #expect(
      browser.state.compared == nil
        && browser.reference == clause.old?.reference.split(separator: ":").last.map(String.init))
  }

  /// The leads stand over what they are about, each with the words that changed in its clause.
  @Test(arguments: [80, 160, 240]) func theLeadsStandOverTheComparison(_ columns: Int) throws {
    var browser = try versions(columns)
    let bar = browser.frame.rowText(0)
    browser.type("L")
    #expect(browser.frame.rowText(0) == bar)
    let compared = try #require(browser.state.compared)
    let leads = browser.layouts.comparison.leads(of: compared, for: browser.state)
    let clause = try #require(leads.balances.first?.lost.first)
    let text = try #require(clause.old?.text)
    // No issue before the places: the bar names both.
    let place = try #require(clause.old?.reference.split(separator: ":").last)
    let row = try #require((1..<39).first { browser.frame.rowText($0).contains("- 省生态环境厅") })
    #expect(browser.frame.rowText(row).hasSuffix(" \(place)"))
    #expect(DisplayWidth.columns(of: browser.frame.rowText(row)) < 120)
    let below = (row + 1..<39).map { browser.frame.rowText($0) }
    #expect(below.contains { $0.contains(text.prefix(12)) }, "\(below)")
    browser.press(.escape)
    #expect(browser.state.mode == .comparison && browser.state.compared == compared)
  }

  @Test func theHelpTellsTheKeysOfTheComparison() throws {
    var browser = try versions(80)
    browser.type("?")
    #expect(browser.state.mode == .help)
    let here = (1..<8).map { browser.frame.rowText($0) }
    #expect(here.contains { $0.contains("谁得到、谁失去牵头") }, "\(here)")
    browser.press(.escape)
    #expect(browser.state.mode == .comparison)
    // A row does what its key does.
    browser.type("?")
    browser.press(.enter)
    #expect(browser.state.mode == .comparison && browser.state.compared?.change == 0)
    browser.type("h")
    #expect(browser.state.mode != .comparison && browser.state.compared == nil)
  }
}
