import GazetteModel
import GazetteReview
import Testing

@testable import GazetteTUI

@Suite struct ReviewTests {
  @Test func oneHandMarksARunOfClauses() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("xcvdbdw")
    let states = (1...4).map { review.mark("3.1/2.1.\($0)")?.state }
    #expect(states == [.read, .agreed, .question, .problem])
    #expect(review.mark("3.1/2.2.5")?.state == .notours)
    #expect(review.reference == "3.1/2.2.6")
  }

  @Test func markingStaysWhereItIsWhenThatIsWanted() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("gnv")
    #expect(review.reference == "3.1/2.1.1")
    #expect(review.mark("3.1/2.1.1")?.state == .question)
  }

  @Test func markingPassesByWhatIsReviewed() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.2")
    review.type("b")
    review.go(to: "3.1/2.1.1")
    review.type("x")
    #expect(review.reference == "3.1/2.1.3")
    review.type("D")
    #expect(review.reference == "3.1/1.t1")
    review.type("!")
    #expect(review.reference == "3.1/2.1.2")
  }

  @Test func aMarkIsShownWhenItIsOnTheDisk() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.browser.type("c")
    #expect(review.mark("3.1/2.1.1") == nil)
    #expect(review.reference == "3.1/2.1.2")
    review.answer()
    #expect(review.mark("3.1/2.1.1")?.state == .agreed)
    let stored = try review.sample.store.marks(ofIssue: "吉林省人民政府公报/2021-11")
    #expect(stored.map(\.state) == [.agreed])
  }

  @Test func readingToTheEndMarksAsRead() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.3")
    review.type("jj")
    #expect(review.mark("3.1/2.1.3") == nil)
    review.type("jjj")
    #expect(review.reference == "3.1/2.1.4")
    #expect(review.mark("3.1/2.1.3")?.state == .read)
    #expect(review.mark("3.1/2.1.4") == nil)
  }

  @Test func goingFarIsNotReading() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("G")
    review.type("999k")
    review.type("999j")
    #expect(try review.sample.store.marks().isEmpty)
  }

  @Test func readingLeavesMarksAsTheyAre() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.3")
    review.type("gnb")
    review.type("jjjj")
    #expect(review.mark("3.1/2.1.3")?.state == .problem)
    review.type("gx")
    review.press(.pageDown)
    #expect(try review.sample.store.marks().count == 1)
  }

  @Test func severalClausesAreMarkedAtOnceAndUndoneAtOnce() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.press(.shiftTab)
    review.type("Vjjj")
    #expect(review.state.selectedUnits(review.browser.layouts)?.units.count == 4)
    review.type("c")
    #expect((1...4).allSatisfy { review.mark("3.1/2.1.\($0)")?.state == .agreed })
    #expect(review.state.review.anchor == nil)
    review.type("u")
    #expect(try review.sample.store.marks().isEmpty)
    #expect(review.reference == "3.1/2.1.1")
    review.press(.control("r"))
    #expect(try review.sample.store.marks().count == 4)
  }

  @Test func aFoldedSectionStandsForItsClauses() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1")
    review.press(.shiftTab)
    review.type(" Vc")
    #expect(try review.sample.store.marks().count == 4)
  }

  @Test func undoingWorksAfterARestart() throws {
    let sample = try ReviewSample()
    var first = try Reviewing(sample: sample)
    first.go(to: "3.1/2.1.1")
    first.type("b")
    var second = try Reviewing(sample: sample)
    #expect(second.mark("3.1/2.1.1")?.state == .problem)
    second.type("u")
    #expect(second.mark("3.1/2.1.1") == nil)
    #expect(second.reference == "3.1/2.1.1")
  }

  @Test func aChangedClauseCountsAsUnreadUntilConfirmed() throws {
    let sample = try ReviewSample()
    var before = try Reviewing(sample: sample, issue: SampleIssue.law())
    before.go(to: before.browser.references(of: .clause)[0])
    let place = before.reference
    before.type("c")
    var after = try Reviewing(sample: sample, issue: SampleIssue.changedLaw())
    #expect(after.mark(place)?.state == .agreed)
    let scope = after.browser.layouts.scope(of: 0)
    #expect(after.state.sheet?.progress(of: scope).whole.done == 0)
    after.go(to: place)
    after.type("A")
    #expect(after.browser.frame.text.contains("加强城市供水和节水管理"))
    #expect(after.browser.frame.text.contains("标记时的文字"))
    after.type("C")
    #expect(after.state.sheet?.progress(of: scope).whole[.agreed] == 1)
  }

  @Test func everyonesMarksStandSideBySide() throws {
    let sample = try ReviewSample()
    var review = try Reviewing(sample: sample)
    review.go(to: "3.1/2.1.1")
    review.type("gnc")
    let mark = try #require(review.mark("3.1/2.1.1"))
    // Another reviewer marks while the browser is open.
    try sample.store.apply(
      [ReviewChange(key: mark.key, text: mark.text, state: .problem, note: "数字有误")],
      reviewer: "乙")
    review.type("A")
    let text = review.browser.frame.text
    #expect(text.contains("乙") && text.contains("数字有误"))
    review.press(.escape)
    #expect(review.state.mode == .text)
  }

  @Test func theListIsFilteredSortedAndEntered() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("vdbdc")
    review.browser.state.focus = .contents
    review.browser.type(String(Tab.review.number))
    let list = try #require(review.browser.layouts.reviewList(for: review.state))
    #expect(list.items.map(\.state) == [.question, .problem, .agreed])
    review.type("o")
    let sorted = try #require(review.browser.layouts.reviewList(for: review.state))
    #expect(sorted.items.map(\.state) == [.problem, .question, .agreed])
    review.type("p")
    let flagged = try #require(review.browser.layouts.reviewList(for: review.state))
    #expect(flagged.items.map(\.state) == [.problem, .question])
    review.type("gg")
    review.press(.enter)
    #expect(review.reference == "3.1/2.1.2")
    #expect(review.state.focus == .text)
  }

  @Test func leavingAndReturningOpensAtTheSamePlace() throws {
    let sample = try ReviewSample()
    var first = try Reviewing(sample: sample)
    first.go(to: "3.1/2.1.3")
    first.type("zc")
    first.type(String(Tab.review.number))
    first.press(.tab)
    try sample.store.save(first.state.places(first.browser.layouts), reviewer: "甲")
    let second = try Reviewing(sample: sample, awaitsPlace: true)
    #expect(second.reference == first.reference)
    #expect(second.browser.topRow == first.browser.topRow)
    #expect(second.state.folds == first.state.folds)
    #expect(second.state.tab == .review)
    #expect(second.state.focus == .text)
  }

  @Test func aPlaceOfLastTimeDoesNotPullAReaderAway() throws {
    let sample = try ReviewSample()
    var first = try Reviewing(sample: sample)
    first.go(to: "3.1/2.1.3")
    let places = first.state.places(first.browser.layouts)
    var second = try Browser()
    second.state.review.awaitsPlace = true
    second.type("j")
    let reference = second.reference
    second.handle(.review(.places(places)))
    #expect(second.reference == reference)
  }

  @Test func withoutAStoreReadingGoesOn() throws {
    var browser = try Browser()
    browser.state.review.access = .opening
    browser.handle(.review(.refused(ReviewFailure(.newer(9), path: "/tmp/review.sqlite"))))
    #expect(browser.state.message?.key == .reviewRefused)
    browser.type("j")
    #expect(browser.state.message == nil)
    browser.type("x")
    #expect(browser.state.message?.key == .reviewRefused)
    #expect(browser.effects.isEmpty)
    #expect(browser.state.keeping(browser.layouts).isEmpty)
  }

  @Test func leavingSaysWhatWasDoneAndWhatIsLeft() throws {
    var review = try Reviewing()
    #expect(review.state.leavingLines(review.browser.layouts).isEmpty)
    review.go(to: "3.1/2.1.1")
    review.type("xvdvdb")
    let lines = review.state.leavingLines(review.browser.layouts)
    let total = review.browser.layouts.scope(of: 0).units.count
    #expect(lines == ["已阅 4/\(total)，存疑 2，问题 1"])
  }
}

extension Browser {
  /// The references of the nodes of a kind in the first issue.
  func references(of kind: NodeKind) -> [String] {
    state.library.issues[0].nodes.filter { $0.kind == kind }.map(\.reference.text)
  }
}
