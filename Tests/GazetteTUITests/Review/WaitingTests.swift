import GazetteReview
import Testing

@testable import GazetteTUI

/// What is shown and asked while marks wait for their store.
@Suite struct WaitingTests {
  @Test func waitingMarksAreCountedAndLeavingAsks() throws {
    var browser = try Browser()
    browser.handle(.review(.waiting(2)))
    #expect(browser.frame.text.contains("记录被占用，2 处待记"))
    browser.type("q")
    #expect(browser.effects.isEmpty)
    #expect(browser.state.message?.key == .leaveWhileWaiting)
    browser.type("q")
    #expect(browser.effects == [.quit])
  }

  @Test func leavingDoesNotAskWhereNothingWaits() throws {
    var browser = try Browser()
    browser.handle(.review(.waiting(0)))
    #expect(browser.frame.text.contains("记录被占用"))
    browser.handle(.review(.waiting(nil)))
    #expect(!browser.frame.text.contains("记录被占用"))
    browser.type("q")
    #expect(browser.effects == [.quit])
  }

  @Test func whatBecameOfTheStoreIsSaid() throws {
    var browser = try Browser()
    browser.handle(.review(.renewed(.replaced(marks: 3))))
    #expect(browser.state.message?.key == .storeReplaced)
    browser.handle(.review(.onlyReadable))
    #expect(browser.state.message?.key == .storeOnlyReadable)
  }

  @Test func aNoteThatIsCutSaysSo() {
    var editor = NoteEditor(String(repeating: "长", count: NoteEditor.limit - 1))
    editor.apply(.insert("一"))
    #expect(!editor.isCut)
    editor.apply(.insert("二"))
    #expect(editor.isCut && editor.scalars.count == NoteEditor.limit)
  }
}
