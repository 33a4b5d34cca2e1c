import GazetteReview
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct ReviewScreenTests {
  private func name(_ what: String, _ size: Size, _ language: Language = .chinese) -> String {
    "review-\(what)-\(size.columns)x\(size.rows)-\(language.rawValue)"
  }

  /// A review of a few clauses, with a note and tags; times are left out, since they change.
  private func reviewing(_ size: Size, _ language: Language = .chinese) throws -> Reviewing {
    var review = try Reviewing(size, language: language)
    review.go(to: "3.1/2.1.1")
    review.type("xcvdbd")
    review.go(to: "3.1/2.1.3")
    review.type("a请核实时限")
    review.press(.enter)
    review.type("与上位文件是否一致")
    review.press(.control("s"))
    review.type("#急")
    review.press(.enter)
    return review
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func theTreeAndTheTextShowMarks(_ size: Size, _ language: Language) throws {
    let review = try reviewing(size, language)
    expectSnapshot(review.browser.frame, named: name("marks", size, language))
  }

  @Test func anEmptyListSaysHowToSeeOthers() throws {
    var review = try Reviewing(Size(columns: 80, rows: 24))
    review.type(String(Tab.review.number))
    #expect(review.browser.frame.text.contains("没有可列的；按 p 换所列状态"))
  }

  @Test(arguments: ScreenTests.sizes)
  func theListShowsMarksAndNotes(_ size: Size) throws {
    var review = try reviewing(size)
    review.type(String(Tab.review.number))
    expectSnapshot(review.browser.frame, named: name("list", size))
  }

  @Test(arguments: ScreenTests.sizes)
  func aNoteIsWritten(_ size: Size) throws {
    var review = try reviewing(size)
    review.type("a")
    review.press(.enter)
    review.type("再看。")
    expectSnapshot(review.browser.frame, named: name("note", size))
  }

  @Test(arguments: Language.allCases)
  func severalClausesAreSelected(_ language: Language) throws {
    var review = try reviewing(Size(columns: 80, rows: 24), language)
    review.press(.shiftTab)
    review.type("Vjj")
    expectSnapshot(review.browser.frame, named: name("selected", review.state.size, language))
  }

  @Test func tagsAreTyped() throws {
    var review = try reviewing(Size(columns: 120, rows: 40))
    review.go(to: "3.1/2.1.4")
    review.type("#")
    expectSnapshot(review.browser.frame, named: name("tags", review.state.size))
  }

  @Test(arguments: Language.allCases)
  func withoutAStoreTheScreenSaysWhy(_ language: Language) throws {
    var browser = try Browser(Size(columns: 80, rows: 24), language: language)
    browser.handle(.review(.refused(ReviewFailure(.notADatabase, path: "/tmp/a.sqlite"))))
    expectSnapshot(browser.frame, named: name("refused", browser.state.size, language))
  }

  @Test func marksAreASCIIAndDifferFromEachOther() {
    let looks =
      ReviewState.allCases.map { ReviewLook(state: $0) }
      + [ReviewLook(state: .read, isChanged: true)]
    #expect(Set(looks.map(\.symbol)).count == looks.count)
    #expect(
      looks.allSatisfy { $0.symbol.unicodeScalars.allSatisfy(\.isASCII) && $0.symbol.count == 1 })
  }
}
