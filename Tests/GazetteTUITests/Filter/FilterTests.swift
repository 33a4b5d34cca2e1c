import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct FilterTests {
  private func browser(_ size: Size = Size(columns: 120, rows: 40)) throws -> Browser {
    var browser = try Browser(size)
    browser.index()
    return browser
  }

  private func matches(_ browser: Browser) -> [String] {
    let matches = browser.layouts.filterMatches(for: browser.state)
    let issue = browser.state.library.issues[0]
    return matches?.sets[0]?.nodes.map { issue[$0].reference.text } ?? []
  }

  /// The nodes of the tree's lines.
  private func listed(_ browser: Browser) -> [NodeID] {
    browser.layouts.outline(for: browser.state).rows.compactMap(\.item.node)
  }

  @Test func theResultIsLiveFromTheFirstKey() throws {
    var browser = try browser()
    let all = listed(browser).count
    browser.type("f黑")
    #expect(!matches(browser).isEmpty)
    let wide = matches(browser).count
    #expect(listed(browser).count < all)
    browser.type("土地")
    #expect(matches(browser).count < wide)
    #expect(browser.state.mode == .filter)
    #expect(browser.frame.text.contains("黑土地"))
  }

  @Test func theTreeKeepsMatchesAndWhatTheyStandIn() throws {
    for query in ["sthj", "has:target", "@省公安厅 -role:lead", "黑土地|白酒", "in:3.2", "qqqq"] {
      var browser = try browser()
      browser.type("f\(query)")
      let issue = browser.state.library.issues[0]
      let index = try #require(browser.state.currentIndexes)
      let left = index.filter.evaluate(QueryParser.parse(query).query).matches
      var expected: Set<NodeID> = []
      for node in left.nodes {
        expected.formUnion(([node] + issue.ancestors(of: node)).filter { issue[$0].kind != .text })
      }
      #expect(Set(listed(browser)) == expected, "\(query)")
      #expect(listed(browser) == listed(browser).sorted(), "\(query)")
    }
  }

  @Test(arguments: ["sthj", "lead@sthj", "target>80%", "has:nothing", "(", "“", "zzzz"])
  func escapeGivesBackExactlyWhereTheReaderWas(_ query: String) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var browser = try browser(size)
      browser.type(":")
      browser.type("3.2/2.2.9")
      browser.press(.enter)
      browser.type("jjzMk")
      let before = browser.state
      browser.type("f\(query)")
      browser.press(.escape)
      var after = browser.state
      after.editor = before.editor
      after.message = before.message
      #expect(after == before, "\(query)")
    }
  }

  @Test func enterKeepsTheFilterAsAChipAndClearingGivesTheTreeBack() throws {
    var browser = try browser()
    browser.type("zM")
    let folds = browser.state.folds
    browser.type("fsthj")
    browser.press(.enter)
    #expect(browser.state.filter.kept == ["sthj"])
    #expect(browser.state.mode != .filter)
    #expect(browser.frame.rowText(1).contains("sthj x"))
    browser.type("f有指标")
    browser.press(.escape)
    #expect(browser.state.filter.kept == ["sthj"])
    browser.type("fhas:target")
    browser.press(.enter)
    #expect(browser.state.filter.kept == ["sthj", "has:target"])
    browser.type("F")
    #expect(!browser.state.filter.isActive)
    // The fold that hid the unit being read is open, all others are as they were.
    #expect(browser.state.treeFolds.isSubset(of: folds))
  }

  @Test func aChipIsRemovedByKeyAndByMouse() throws {
    var browser = try browser()
    for query in ["sthj", "has:target"] {
      browser.type("f\(query)")
      browser.press(.enter)
    }
    browser.type("gf")
    #expect(browser.state.mode == .chooser)
    browser.press(.enter)
    #expect(browser.state.filter.kept == ["has:target"])
    let chip = try #require(browser.state.chips().first)
    browser.handle(
      .mouse(MouseEvent(kind: .press, position: Position(row: 1, column: chip.column + 2))))
    #expect(browser.state.filter.kept.isEmpty)
    browser.type("gf")
    #expect(browser.state.message?.key == .nothingToClear)
  }

  @Test func togglesCombineWithTheFilterAndShowTheirCounts() throws {
    var browser = try browser()
    browser.type("fsthj")
    browser.press(.enter)
    let before = matches(browser).count
    browser.type("6")
    let index = try #require(browser.state.currentIndexes)
    let both = index.filter.evaluate(QueryParser.parse("sthj role:lead").query).matches
    #expect(matches(browser).count == both.count && both.count < before)
    #expect(browser.frame.text.contains("6 [牵头] \(both.count)"))
    browser.type("6")
    #expect(matches(browser).count == before)
  }

  @Test func everyToggleIsAQueryOfTheLanguage() {
    for toggle in FilterToggle.allCases {
      let query = Query(toggle.term)
      #expect(QueryParser.parse(query.description).query == query)
    }
  }

  @Test func nextAndPreviousGoFromMatchToMatchRoundTheEnds() throws {
    var browser = try browser()
    browser.type("fhas:money")
    browser.press(.enter)
    let all = matches(browser)
    var seen: [String] = [browser.reference]
    for _ in 1..<all.count {
      browser.type("n")
      seen.append(browser.reference)
    }
    #expect(Set(seen) == Set(all))
    browser.type("n")
    #expect(browser.reference == seen.first)
    browser.type("N")
    #expect(browser.reference == seen.last)
  }

  @Test func tabCompletesTheWordAtTheCursor() throws {
    var browser = try browser()
    browser.type("flead@sthj")
    browser.press(.tab)
    #expect(browser.state.editor.text == "lead@省生态环境厅 ")
    browser.type("has:tar")
    browser.press(.down, .enter)
    #expect(browser.state.editor.text == "lead@省生态环境厅 has:target ")
    #expect(browser.state.mode == .filter)
    browser.press(.enter)
    #expect(browser.state.mode != .filter)
  }

  @Test func upBringsBackWhatWasUsed() throws {
    var browser = try browser()
    for query in ["sthj", "has:target"] {
      browser.type("f\(query)")
      browser.press(.enter)
    }
    browser.type("Ffga")
    browser.press(.up)
    #expect(browser.state.editor.text == "has:target")
    browser.press(.up)
    #expect(browser.state.editor.text == "sthj")
    browser.press(.down, .down)
    #expect(browser.state.editor.text == "ga")
  }

  @Test func backspaceAtTheBeginningTakesTheLastChipBack() throws {
    var browser = try browser()
    browser.type("fsthj")
    browser.press(.enter)
    browser.type("f")
    browser.press(.backspace)
    #expect(browser.state.editor.text == "sthj")
    #expect(browser.state.filter.kept.isEmpty)
    browser.press(.escape)
    #expect(browser.state.filter.kept == ["sthj"])
  }

  @Test func whatCannotBeReadIsNamedAndTheRestFilters() throws {
    for language in Language.allCases {
      var browser = try Browser(Size(columns: 120, rows: 40), language: language)
      browser.index()
      browser.type("fhas:tagret sthj")
      #expect(browser.frame.text.contains("has:target"))
      #expect(matches(browser).count == 61)
      browser.press(.control("u"))
      browser.type("@没有这个厅 sthj")
      let diagnostic = try #require(browser.layouts.filterDiagnostics(for: browser.state).first)
      #expect(diagnostic.reason == .namesNothing)
      #expect(diagnostic.range == ScalarRange(0, 6))
      let english = QueryText.text(of: diagnostic)[.english]
      #expect(english.hasPrefix("at 1 "))
    }
  }

  @Test func fullWidthOperatorsCount() throws {
    var browser = try browser()
    browser.type("f＠sthj －role：lead")
    let index = try #require(browser.state.currentIndexes)
    let same = index.filter.evaluate(QueryParser.parse("@sthj -role:lead").query).matches
    #expect(matches(browser).count == same.count)
  }

  @Test func onlyWhatMatchesIsHighlighted() throws {
    var browser = try browser()
    browser.type("fsthj role:lead")
    let issue = browser.state.library.issues[0]
    let left = Set(matches(browser))
    for node in issue.nodes {
      let found = browser.layouts.highlights(of: node.id, in: 0, for: browser.state)
      if !found.isEmpty { #expect(left.contains(node.reference.text)) }
    }
  }

  @Test func aFilterTypedBeforeTheIndexIsReadyAppliesWhenItIs() throws {
    var browser = try Browser()
    browser.type("fsthj")
    #expect(matches(browser).isEmpty)
    browser.index()
    #expect(matches(browser).count == 61)
    #expect(matches(browser).contains(browser.reference))
  }

  @Test func theCursorOfTheTerminalStandsInTheLine() throws {
    var browser = try browser()
    browser.type("f黑土地")
    let cursor = try #require(browser.frame.cursor)
    let row = try #require(browser.state.panes.filters?.row)
    #expect(cursor.row == row)
    browser.press(.left)
    #expect(browser.frame.cursor?.column == cursor.column - 2)
  }
}
