import GazetteModel
import GazetteReview
import Testing

@testable import GazetteTUI

/// Notes and tags, as they are typed.
@Suite struct ReviewNoteTests {
  @Test func aNoteOfSeveralLinesIsWritten() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("a")
    #expect(review.state.mode == .note)
    review.type("请核实时限，")
    review.press(.enter)
    review.browser.handle(.paste("并与上位\n文件核对"))
    review.press(.control("s"))
    #expect(review.mark("3.1/2.1.1")?.note == "请核实时限，\n并与上位\n文件核对")
    #expect(review.state.mode == .text)
  }

  @Test func whatANoteCannotKeepIsSaid() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("a")
    review.browser.handle(.paste("甲\u{0}乙\u{1B}[2J\t丙\r\n"))
    #expect(review.state.message == Message(.noteLeftOut, "2"))
    review.type("丁")
    #expect(review.state.message == nil)
  }

  @Test func whatWasWrittenIsNotThrownAwayByOneKey() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("a核实")
    review.press(.escape)
    #expect(review.state.mode == .note)
    review.type("时")
    review.press(.escape)
    #expect(review.state.mode == .note)
    review.press(.escape)
    #expect(review.state.mode == .text)
    #expect(review.mark("3.1/2.1.1") == nil)
  }

  @Test func aNoteThatCannotBeKeptIsGivenBack() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.browser.type("a核实")
    review.browser.press(.control("s"))
    guard case .review(.apply(let changes)) = review.browser.effects.last else {
      Testing.Issue.record("nothing was asked for")
      return
    }
    review.browser.handle(.review(.failed(ReviewFailure(.full), changes)))
    #expect(review.state.mode == .note)
    #expect(review.state.review.note?.editor.text == "核实")
    #expect(review.state.message?.key == .reviewRefused)
  }

  @Test func theTerminalMayGoAwayWhileANoteIsWritten() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("a核实")
    for request in review.state.keeping(review.browser.layouts) {
      guard case .apply(let changes) = request else { continue }
      try review.sample.store.apply(changes, reviewer: "甲")
    }
    #expect(try review.sample.store.marks().map(\.note) == ["核实"])
  }

  @Test func theEditorOutsideCanBeForbidden() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.browser.state.settings.allowsEditor = false
    review.type("E")
    #expect(review.state.message?.key == .editorNotAllowed)
    review.browser.state.settings.allowsEditor = true
    review.type("E")
    #expect(review.browser.effects.last == .edit(""))
    #expect(review.state.mode == .note)
    review.press(.control("s"))
    #expect(review.mark("3.1/2.1.1")?.note == "写在\n外面")
  }

  @Test func tagsAreCompletedAndTakenOff() throws {
    var review = try Reviewing()
    review.go(to: "3.1/2.1.1")
    review.type("#急 环保")
    review.press(.enter)
    #expect(review.mark("3.1/2.1.1")?.tags == ["急", "环保"].sorted())
    review.go(to: "3.1/2.1.2")
    review.type("#环")
    review.press(.tab, .enter)
    #expect(review.mark("3.1/2.1.2")?.tags == ["环保"])
    review.type("#")
    review.press(.control("u"))
    review.type("急")
    review.press(.enter)
    #expect(review.mark("3.1/2.1.2")?.tags == ["急"])
  }
}
