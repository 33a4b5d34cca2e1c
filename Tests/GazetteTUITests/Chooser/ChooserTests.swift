import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ChooserTests {
  private func browser() throws -> Browser {
    var browser = try Browser()
    browser.index()
    return browser
  }

  private func titles(_ browser: Browser) -> [String] {
    browser.layouts.choices(for: browser.state).map(\.title)
  }

  @Test(arguments: [
    ("省生态环境厅", "省生态环境厅"), ("sthj", "省生态环境厅"), ("fgw", "省发展改革委"), ("空气", "吉林省空气质量巩固提升行动方案"),
    ("3.1/2.3.11", "11. 推进重点行业污染深度治理"), ("全部折叠", "全部折叠"), ("zM", "全部折叠"),
  ])
  func theObviousIsFirst(_ typed: String, _ title: String) throws {
    var browser = try browser()
    browser.press(.control("p"))
    browser.type(typed)
    #expect(titles(browser).first == title, "\(typed): \(titles(browser).prefix(4))")
  }

  /// Kind by kind in the order of print; what runs nowhere here stands last in any case.
  @Test func beforeAnythingIsTypedDocumentsAndBodiesStandFirst() throws {
    var browser = try browser()
    browser.press(.control("p"))
    let palette = Palette(browser.state, browser.layouts.commands)
    let kinds = Choice.Kind.allCases
    let expected = palette.choices.indices.sorted {
      let left = kinds.firstIndex(of: palette.choices[$0].kind) ?? 0
      let right = kinds.firstIndex(of: palette.choices[$1].kind) ?? 0
      return (left, $0) < (right, $1)
    }
    #expect(palette.choices.count > Palette.limit)
    #expect(palette.first.map(\.place) == Array(expected.prefix(Palette.limit)))
    let listed = browser.layouts.choices(for: browser.state)
    #expect(Set(listed) == Set(palette.first.map { palette.choices[$0.place] }))
    #expect(listed.first == palette.choices[expected[0]] && listed.first?.kind == .document)
    // The same once something was typed and taken back.
    browser.type("吉政办发")
    #expect(browser.layouts.choices(for: browser.state).first?.kind == .document)
    browser.press(.control("u"))
    #expect(browser.layouts.choices(for: browser.state) == listed)
  }

  @Test func enterGoesThereAndEscapeChangesNothing() throws {
    var browser = try browser()
    let before = browser.state.place
    browser.press(.control("p"))
    browser.type("水环境")
    browser.press(.escape)
    #expect(browser.state.place == before && browser.state.overlays.isEmpty)
    browser.press(.control("p"))
    browser.type("水环境质量")
    browser.press(.enter)
    #expect(browser.reference == "3.2")
    browser.type("''")
    #expect(browser.state.cursor == before.cursor)
    browser.type("''")
    #expect(browser.reference == "3.2")
  }

  @Test func aBodyOpensItsDossierAndACommandRuns() throws {
    var browser = try browser()
    browser.press(.control("p"))
    browser.type("省公安厅")
    browser.press(.enter)
    #expect(browser.state.mode == .dossier)
    browser.press(.control("p"))
    browser.type("quit")
    let choice = browser.layouts.choices(for: browser.state).first
    #expect(choice?.kind == .command)
    browser.press(.control("u"))
    browser.type("退出")
    browser.press(.enter)
    #expect(browser.effects.contains(.quit))
  }

  @Test(arguments: ["全部折叠", "qbzd", "zM"])
  func theHelpIsSearchedByChinesePinyinAndKeyAndRuns(_ typed: String) throws {
    var browser = try browser()
    browser.type("?")
    browser.type(typed == "qbzd" ? "/\(typed)" : typed)
    #expect(browser.state.mode == .helpSearch)
    browser.press(.enter)
    #expect(browser.state.overlays.isEmpty)
    let roots = browser.state.library.issues[0].roots.filter {
      browser.layouts.tree.hasChildren(.node(issue: 0, $0))
    }
    #expect(roots.allSatisfy { browser.state.folds.contains(.node(issue: 0, $0)) })
  }

  @Test func theHelpListsEveryCommandAndScrollsToEach() throws {
    var browser = try browser()
    browser.type("?")
    let rows = browser.layouts.helpList(for: browser.state).rows
    let commands = rows.compactMap { row -> Int? in
      if case .command(let place) = row { return place }
      return nil
    }
    #expect(commands.sorted() == Array(CommandTable.commands.indices))
    for _ in 1..<commands.count { browser.type("j") }
    #expect(browser.state.help.selected == rows.count - 1)
    let top = browser.state.help.top
    #expect((top..<top + browser.state.helpRows).contains(rows.count - 1))
    browser.type("q")
    #expect(browser.state.overlays.isEmpty)
  }

  @Test func aCommandOfAnotherPaneSaysSo() throws {
    var browser = try browser()
    browser.type("?")
    browser.type("换排序：位置")
    browser.press(.enter)
    #expect(browser.state.message?.key == .notHere)
  }

  @Test func referencesAreFollowedAndReferrersListed() throws {
    var browser = try browser()
    let index = try #require(browser.state.currentIndexes)
    let issue = browser.state.library.issues[0]
    let reference = try #require(
      index.references.references.first { $0.target != nil && $0.kind != .itself })
    let target = try #require(reference.target)
    browser.type(":\(issue[reference.node].reference.text)")
    browser.press(.enter)
    browser.type("gd")
    if browser.state.mode == .chooser {
      let place = try #require(titles(browser).firstIndex(of: reference.text))
      while browser.state.chooser.selected != place {
        browser.type(browser.state.chooser.selected < place ? "j" : "k")
      }
      browser.press(.enter)
    }
    #expect(browser.state.cursor.node == target)
    browser.type("gr")
    #expect(browser.state.mode == .chooser)
    let referrers = browser.layouts.choices(for: browser.state)
    #expect(referrers.contains { $0.detail == issue[reference.node].reference.text })
    browser.press(.enter)
    #expect(browser.state.mode != .chooser)
    browser.type("H")
    #expect(browser.state.cursor.node == target)
  }

  @Test func whereNothingIsReferredToTheKeySaysSo() throws {
    var browser = try browser()
    browser.type(":3.1/2.3.13")
    browser.press(.enter)
    browser.type("gd")
    #expect(browser.state.message?.key == .noReferences)
  }
}

/// What the palette and the help put first.
@Suite struct NearAtHandTests {
  private func browser() throws -> Browser {
    var browser = try Browser(Size(columns: 80, rows: 24))
    browser.index()
    return browser
  }

  @Test func whereNothingIsCalledThatTheFullTextIsOffered() throws {
    var browser = try browser()
    browser.press(.control("p"))
    browser.type("秸秆禁烧管控，深入落实")
    let choices = browser.layouts.choices(for: browser.state)
    #expect(choices.map(\.target) == [.search("秸秆禁烧管控，深入落实")])
    browser.press(.enter)
    #expect(browser.state.search.query == "秸秆禁烧管控，深入落实")
    #expect(browser.state.overlays.isEmpty)
  }

  @Test(arguments: [("export", "write-list"), ("review", "tab-5"), ("任务清单", "open-worklist")])
  func whatPeopleCallACommandFindsIt(word: String, id: String) throws {
    var browser = try browser()
    browser.press(.control("p"))
    browser.type(word)
    let ids = browser.layouts.choices(for: browser.state).compactMap { choice -> String? in
      guard case .command(let place) = choice.target else { return nil }
      return browser.layouts.commands[place].id
    }
    #expect(ids.contains(id))
  }

  @Test func whatRunsHereStandsFirst() throws {
    var browser = try browser()
    browser.press(.control("p"))
    let runs = browser.layouts.choices(for: browser.state).map { choice -> Bool in
      guard case .command(let place) = choice.target else { return true }
      var below = browser.state
      below.overlays = []
      let command = browser.layouts.commands[place]
      return command.modes.contains(.text) && command.availability(below) == .available
    }
    #expect(runs == runs.filter { $0 } + runs.filter { !$0 })
  }

  @Test func theHelpBeginsWithWhatWorksHere() throws {
    var browser = try browser()
    browser.type("4")
    browser.handle(.pause)
    browser.type("?")
    let list = browser.layouts.helpList(for: browser.state)
    #expect(list.rows.first == .heading(Phrase("在这里", "Here")))
    guard case .command(let place) = list.rows[1] else {
      Testing.Issue.record("no command")
      return
    }
    #expect(browser.layouts.commands[place].modes.contains(.targets))
  }
}
