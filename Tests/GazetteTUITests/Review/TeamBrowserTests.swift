import GazetteModel
import GazetteReview
import TerminalKit
import Testing

@testable import GazetteTUI

/// A review by several, in the browser.
@Suite struct TeamBrowserTests {
  private let issue = "吉林省人民政府公报/2021-11"

  private func text(_ review: Reviewing) -> String { review.browser.frame.text }

  private func readers(_ review: Reviewing, _ reference: String) throws -> [String] {
    let scope = review.browser.layouts.scope(of: 0)
    let key = ReviewKey(issue: issue, reference: reference)
    let node = try #require(scope.node(of: key))
    return try review.sample.store.teamSheet(in: scope).readers(at: node, of: scope)
  }

  /// The same store, with somebody else at another browser.
  private func other(_ review: Reviewing, _ reviewer: String = "乙") throws -> Reviewing {
    try Reviewing(sample: ReviewSample(of: review.sample, reviewer: reviewer))
  }

  @Test func aClauseIsDealtOutAndTakenBackWithOneKey() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("T")
    review.type("乙、丙")
    review.press(.enter)
    try #expect(readers(review, "3.1/2.1.1") == ["丙", "乙"].sorted())
    let names = ["丙", "乙"].sorted().joined(separator: "、")
    #expect(review.state.message == Message(.assigned, "3.1/2.1.1", names))
    review.type("T")
    review.press(.backspace, .backspace)
    review.press(.enter)
    try #expect(readers(review, "3.1/2.1.1").count == 1)
    review.type("u")
    try #expect(readers(review, "3.1/2.1.1").count == 2)
  }

  @Test func namesAreCompletedByPinyinInitials() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("T")
    review.type("省长张伟")
    review.press(.enter)
    review.go(to: "3.1/2.1.2")
    review.type("T")
    review.type("zw")
    #expect(review.state.nameCandidates == ["省长张伟"])
    review.press(.tab, .enter)
    try #expect(readers(review, "3.1/2.1.2") == ["省长张伟"])
  }

  @Test func aSectionIsDealtOutWithAllBelowIt() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1")
    review.type("T")
    review.type("乙")
    review.press(.enter)
    for number in 1...4 { try #expect(readers(review, "3.1/2.1.\(number)") == ["乙"]) }
    try #expect(readers(review, "3.1/2.2.5") == [])
  }

  @Test func aBodysClausesAreDealtOutFromTheListOfBodies() throws {
    var review = try Reviewing()
    review.browser.index()
    review.type("2")
    review.type("/")
    review.type("sjyt")
    review.press(.enter)
    review.type("T")
    review.type("乙")
    review.press(.enter)
    let team = try review.sample.store.team(ofIssue: issue)
    #expect(team.count > 3)
    #expect(Set(team.map(\.topic.subject)) == ["乙"])
  }

  @Test func theWayOnLeadsThroughWhatIsMine() throws {
    var review = try Reviewing()
    for reference in ["3.1/2.1.3", "3.1/2.2.6"] {
      review.go(to: reference)
      review.type("T")
      review.type("甲")
      review.press(.enter)
    }
    review.go(to: "3.1/2.1.1")
    review.type(";")
    #expect(review.reference == "3.1/2.1.3")
    review.type("x")
    review.type(";")
    #expect(review.reference == "3.1/2.2.6")
    review.type("x;")
    #expect(review.state.message == Message(.noneOfMine))
  }

  @Test func anotherConfirmsOrReturnsAMark() throws {
    var mine = try Reviewing()
    mine.go(to: "3.1/2.1.1")
    mine.type("c")
    mine.go(to: "3.1/2.1.1")
    mine.type("S")
    #expect(mine.state.message == Message(.ownMarkOnly))
    var others = try other(mine)
    others.go(to: "3.1/2.1.1")
    others.type("S")
    #expect(others.state.message == Message(.confirmedMark, "3.1/2.1.1"))
    others.type("B")
    others.type("漏看期限")
    others.press(.control("s"))
    mine.press(.escape)
    try mine.sample.refresh(&mine.browser)
    #expect(mine.state.message == Message(.returnedToMe, "乙", "3.1/2.1.1", "漏看期限"))
    mine.type("A")
    #expect(text(mine).contains("退回 乙：漏看期限"))
    mine.press(.escape)
    mine.go(to: "3.1/2.2.6")
    mine.type("J")
    #expect(mine.reference == "3.1/2.1.1")
  }

  @Test func aNoteIsAnsweredAndTheDiscussionSettled() throws {
    var mine = try Reviewing()
    mine.go(to: "3.1/2.1.1")
    mine.type("a")
    mine.type("期限太紧")
    mine.press(.control("s"))
    var others = try other(mine)
    others.go(to: "3.1/2.1.1")
    others.type("R")
    #expect(text(others).contains("回复 3.1/2.1.1：期限太紧"))
    others.type("为什么？")
    others.press(.control("s"))
    try mine.sample.refresh(&mine.browser)
    mine.type("R")
    mine.type("见附件")
    mine.press(.control("s"))
    mine.type("A")
    for words in ["讨论 甲", "「期限太紧」", "为什么？", "见附件"] {
      #expect(text(mine).contains(words), "\(words)")
    }
    mine.press(.escape)
    mine.type("Z")
    #expect(mine.state.message == Message(.settled))
    mine.type("Z")
    #expect(mine.state.message == Message(.unsettled))
  }

  @Test func othersMarksComeInWithoutMovingAnything() throws {
    var mine = try Reviewing()
    mine.go(to: "3.1/2.2.6")
    mine.browser.type("5")
    mine.browser.handle(.pause)
    mine.type("p")
    let before = (mine.state.cursor, mine.state.top, mine.state.outlineTop, mine.state.focus)
    var others = try other(mine)
    others.go(to: "3.1/2.1.1")
    others.type("b")
    try mine.sample.refresh(&mine.browser)
    #expect(mine.state.message == Message(.markedByOther, "乙", "3.1/2.1.1", "问题"))
    let after = (mine.state.cursor, mine.state.top, mine.state.outlineTop, mine.state.focus)
    #expect(before == after)
  }

  @Test func aClosedIssueSaysSoAndIsOpenedKnowingly() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("c")
    review.type("gz")
    #expect(text(review).contains("尚有未了的事项"))
    review.press(.enter)
    #expect(review.state.message == Message(.closedNow))
    review.type("c")
    #expect(text(review).contains("已定稿（甲"))
    #expect(review.mark("3.1/2.1.2") == nil)
    review.type("gz")
    #expect(text(review).contains("已由 甲 于"))
    review.press(.enter)
    review.type("c")
    #expect(review.state.message?.key == .marked)
  }

  @Test func wordsAreChosenAndShownWithANoteOnThem() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("gv")
    review.type("w")
    #expect(review.state.mode == .stretch)
    review.press(.enter)
    review.type("这句不全")
    review.press(.control("s"))
    let entry = try #require(try review.sample.store.team(ofIssue: issue).first)
    let quote = try #require(entry.details["quote"])
    #expect(!quote.isEmpty)
    #expect(entry.note == "这句不全")
    let layouts = review.browser.layouts
    let node = review.state.cursor.node
    let ranges = layouts.quoted(in: .paragraph(0), of: node, for: review.state)
    #expect(ranges.map(\.count) == [quote.unicodeScalars.count])
  }

  @Test func wordsAreChosenByDraggingTheMouseOverThem() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("l")
    let layout = review.browser.layouts.document(for: review.state)
    let index = layout.row(of: review.state.cursor)
    let row = layout.rows[index]
    func position(_ characters: Int, rowsOn: Int = 0) -> Position {
      Position(
        row: review.state.textColumn.row + index - layout.row(of: review.state.top) + rowsOn,
        column: review.state.textColumn.column + row.column + 2 * characters)
    }
    func mouse(_ kind: MouseEvent.Kind, _ position: Position) {
      review.browser.handle(.mouse(MouseEvent(kind: kind, position: position)))
    }
    // A click alone chooses nothing.
    mouse(.press, position(8))
    mouse(.release, position(8))
    #expect(review.state.mode == .text && review.state.review.work.stretch == nil)
    mouse(.press, position(12))
    mouse(.release, position(8))
    #expect(review.state.mode == .stretch)
    #expect(review.state.review.work.stretch?.range.count == 5)
    // Dragging anew chooses anew, into the row below too.
    mouse(.press, position(8))
    mouse(.release, position(8, rowsOn: 1))
    let stretch = try #require(review.state.review.work.stretch)
    #expect(stretch.range.count > 20)
    review.press(.enter)
    review.type("这段不全")
    review.press(.control("s"))
    let entry = try #require(try review.sample.store.team(ofIssue: issue).first)
    #expect(entry.details["quote"]?.unicodeScalars.count == stretch.range.count)
  }

  @Test func theTabOfTheTeamLeadsToWhatItCounts() throws {
    var review = try Reviewing()
    review.browser.index()
    review.go(to: "3.1/2.1")
    review.type("T")
    review.type("乙")
    review.press(.enter)
    review.type("gp")
    #expect(text(review).contains("乙"))
    #expect(text(review).contains("0/4"))
    review.press(.enter)
    #expect(review.state.filter.kept == ["assigned:乙"])
  }
}
