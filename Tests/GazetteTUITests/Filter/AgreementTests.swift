import GazetteModel
import GazetteReview
import TerminalKit
import GazetteText
import Testing

@testable import GazetteTUI

/// One number for one question, on every screen.
@Suite struct AgreementTests {
  private func browser(_ filter: String = "") throws -> Browser {
    var browser = try Browser()
    browser.index()
    if !filter.isEmpty {
      browser.type("f" + filter)
      browser.press(.enter)
    }
    return browser
  }

  private func matches(_ browser: Browser) -> Int {
    browser.layouts.filterMatches(for: browser.state)?.count ?? -1
  }

  @Test(arguments: ["sthjt", "省生态环境厅"], [FilterToggle.lead, .participate])
  func aRoleThatIsTurnedOnIsThatOfTheBodyAskedFor(name: String, toggle: FilterToggle) throws {
    var toggled = try browser("@" + name)
    toggled.type(toggle == .lead ? "6" : "7")
    toggled.handle(.pause)
    let written = try browser((toggle == .lead ? "lead@" : "participate@") + name)
    #expect(matches(toggled) == matches(written))
    #expect(toggled.state.message?.key == .toggledOnForBody)
    let index = try #require(toggled.state.indexes?[0]?.departments)
    let role = try #require(toggle.role)
    let places = try #require(toggled.state.indexes?[0]?.filter.bodies(typed: name).map(\.place))
    // The dossier counts the same, where one body is meant.
    if places.count == 1 { #expect(matches(toggled) == index.departments[places[0]].counts[role]) }
  }

  @Test func withoutABodyARoleIsThatOfAnybody() throws {
    var toggled = try browser()
    toggled.type("6")
    toggled.handle(.pause)
    #expect(matches(toggled) == matches(try browser("role:lead")))
  }

  @Test func theMatrixCountsWhatTheFilterLeaves() throws {
    let all = try browser()
    let left = try browser("lead@省生态环境厅")
    let index = try #require(left.state.indexes?[0]?.departments)
    let place = try #require(index.place(of: "省生态环境厅"))
    func row(_ browser: Browser) -> DutyTable.Row? {
      browser.layouts.dutyTable(for: browser.state)?.rows.first { $0.place == place }
    }
    let leads = index.departments[place].counts[.lead]
    #expect(try #require(row(left)).total.clauses == leads)
    #expect(try #require(row(all)).total.clauses > leads)
  }

  @Test func aDossierListsWhatTheFilterLeaves() throws {
    var browser = try browser("doc:3.1")
    browser.type("2")
    browser.press(.enter)
    let list = try #require(browser.state.listedNodes(browser.layouts))
    let issue = browser.state.library.issues[0]
    let documents = Set(
      list.rows.compactMap(\.first).compactMap { issue.document(of: $0) }.map {
        issue[$0].reference.text
      })
    #expect(documents == ["3.1"])
  }

  @Test func aFilterForMoneyLeavesOnlyMoneyInTheTable() throws {
    var browser = try browser("has:money")
    browser.type("4")
    let table = try #require(browser.layouts.targetTable(for: browser.state))
    let index = try #require(browser.state.indexes?[0]?.targets)
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { index.targets[$0].kind == .money })
  }

  @Test func aComparisonLeavesTheTargetsThatHold() throws {
    var browser = try browser("target>80%")
    browser.type("4")
    let table = try #require(browser.layouts.targetTable(for: browser.state))
    let index = try #require(browser.state.indexes?[0]?.targets)
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { (index.targets[$0].value ?? 0) > 80 })
  }
}

/// What others have marked, and where they differ.
@Suite struct OthersTests {
  /// Two reviewers: five clauses of the first, one of which the second judges otherwise.
  private func sample() throws -> ReviewSample {
    let sample = try ReviewSample(reviewer: "甲")
    var first = try Reviewing(sample: sample)
    first.go(to: "3.1/2.1.1")
    first.type("cccc")
    first.type("v")
    let mark = try #require(first.mark("3.1/2.1.1"))
    try sample.store.apply(
      [ReviewChange(key: mark.key, text: mark.text, state: .problem)], reviewer: "乙")
    return sample
  }

  @Test func theSecondReviewerSeesTheFirstsOpinionsWithOneKey() throws {
    let first = try sample()
    let sample = ReviewSample(of: first, reviewer: "丙")
    var second = try Reviewing(sample: sample)
    #expect(second.state.message == Message(.reviewNews, "5", "1", "0"))
    second.type("5")
    let list = try #require(second.browser.layouts.reviewList(for: second.state))
    #expect(list.items.count == 5)
    #expect(second.browser.frame.text.contains("甲 同意"))
    #expect(list.items.filter(\.isDisputed).count == 1)
  }

  @Test func disagreementsAreJumpedTo() throws {
    let first = try sample()
    var second = try Reviewing(sample: ReviewSample(of: first, reviewer: "丙"))
    second.go(to: "3.1/2.3.11")
    second.type("!")
    #expect(second.reference == "3.1/2.1.1")
  }

  @Test func changedWordsAreAnnounced() throws {
    let sample = try ReviewSample()
    var before = try Reviewing(sample: sample, issue: SampleIssue.law())
    before.go(to: before.browser.references(of: .clause)[0])
    before.type("c")
    let after = try Reviewing(sample: sample, issue: SampleIssue.changedLaw())
    #expect(after.state.message == Message(.reviewNews, "0", "0", "1"))
  }
}
