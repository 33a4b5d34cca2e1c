import GazetteModel
import GazetteReview
import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

/// Files that are read again while issues come, go and change places.
@Suite struct ReadAgainTests {
  private func issue(_ number: Int, clauses: Int = 6, _ words: String = "") -> GazetteModel.Issue {
    var text = "# 甲省人民政府公报\n\n2021年第\(number)期\n\n# 甲省人民政府关于第\(number)件事的通知\n\n"
    text += "一、要求\n\n"
    for clause in 1...clauses { text += "\(clause).第\(number)期的第\(clause)件事。\(words)\n\n" }
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)))
  }

  private func browser(_ issues: GazetteModel.Issue...) throws -> Browser {
    var browser = try Browser(Library(issues: issues), Size(columns: 120, rows: 30))
    browser.index()
    return browser
  }

  /// The same browser over other issues.
  private func again(_ browser: Browser, _ issues: GazetteModel.Issue...) throws -> Browser {
    let library = Library(issues: issues, continuing: browser.state.library)
    var now = try Browser(library, browser.state.size)
    now.state = try #require(
      browser.state.continued(in: library, now.layouts, from: browser.layouts))
    now.index()
    return now
  }

  private func go(to reference: String, _ browser: inout Browser) {
    browser.type(":")
    browser.type(reference)
    browser.press(.enter)
  }

  /// The number that the issue being read prints.
  private func number(_ browser: Browser) -> Int? {
    browser.state.library[browser.state.issue].identity.number
  }

  @Test func theReaderStaysInTheIssueWhereverItStandsNow() throws {
    var before = try browser(issue(10), issue(11), issue(12))
    go(to: "2021-12:1/1.3", &before)
    let now = try again(before, issue(12), issue(10))
    #expect(number(now) == 12)
    #expect(now.reference == "1/1.3")
    #expect(now.state.departments.issue == now.state.issue)
    #expect(now.frame.size == before.frame.size)
  }

  @Test func theReaderStaysInTheSecondOfTwoCopies() throws {
    var before = try browser(issue(11), issue(11, "（修改稿）"))
    go(to: "2021-11~2:1/1.3", &before)
    let now = try again(before, issue(11), issue(11, "（再次修改稿）"))
    #expect(now.state.issue == now.state.library.issueIDs[1])
    #expect(now.reference == "1/1.3")
  }

  @Test func foldsAndMarksStayWithTheirIssue() throws {
    var before = try browser(issue(10), issue(11), issue(12))
    go(to: "2021-12:1/1.4", &before)
    before.type("ma")
    go(to: "2021-11:1/1.2", &before)
    before.state.treeFolds.insert(.issue(before.state.library.issueIDs[2]))
    var now = try again(before, issue(12), issue(11))
    let folded = now.state.library.issueIDs.filter { now.state.treeFolds.contains(.issue($0)) }
    #expect(folded.compactMap { now.state.library[$0].identity.number } == [12])
    now.type("'a")
    #expect(number(now) == 12)
    #expect(now.reference == "1/1.4")
  }

  @Test func theWayBackLeadsThroughWhatIsStillThere() throws {
    var before = try browser(issue(10), issue(11), issue(12))
    for place in ["2021-12:1/1.4", "2021-10:1/1.2", "2021-11:1/1.3"] { go(to: place, &before) }
    var now = try again(before, issue(11), issue(12))
    now.press(.control("o"))
    #expect(number(now) == 12)
    #expect(now.reference == "1/1.4")
  }

  @Test func marksAreShownAtTheirIssueBeforeTheStoreAnswers() throws {
    let sample = try ReviewSample()
    var before = try browser(issue(10), issue(11), issue(12))
    sample.open(&before)
    let twelfth = before.state.library.issueIDs[2]
    let scope = before.layouts.scope(of: twelfth)
    let unit = try #require(scope.units.last)
    let change = ReviewChange(
      key: scope.key(of: unit), text: scope.text(of: unit), state: .problem)
    before.handle(
      .review(.applied([change], try sample.store.apply([change], reviewer: "甲"))))
    let now = try again(before, issue(12), issue(13))
    let marked = now.state.library.issueIDs.filter { now.state.review.sheet($0)?.isEmpty == false }
    #expect(marked.compactMap { now.state.library[$0].identity.number } == [12])
  }

  @Test func anIssueThatIsGoneTakesItsPlacesAlong() throws {
    var before = try browser(issue(10), issue(11))
    go(to: "2021-11:1/1.4", &before)
    before.type("ma")
    let now = try again(before, issue(10))
    #expect(number(now) == 10)
    #expect(now.state.marks.isEmpty)
    #expect(now.state.mode != .start)
    #expect(now.frame.size == before.frame.size)
  }

  @Test func everythingIsFoldedWhereverIssuesStandNow() throws {
    let before = try browser(issue(10), issue(11))
    var now = try again(before, issue(11), issue(10))
    now.state.foldAll(now.layouts)
    for id in now.state.library.issueIDs {
      let section = try #require(now.state.library[id].nodes.first { $0.kind == .section })
      #expect(now.state.folds.contains(.node(issue: id, section.id)))
    }
  }

  @Test func aSelectionEndsWhereTheTextIsShorterNow() throws {
    let sample = try ReviewSample()
    var before = try browser(issue(10, clauses: 9))
    sample.open(&before)
    go(to: "1/1.9", &before)
    before.type("V")
    #expect(before.state.review.anchor != nil)
    var now = try again(before, issue(10, clauses: 1))
    now.type("k")
    #expect(now.state.review.anchor == nil)
    #expect(now.frame.size == before.frame.size)
  }
}
