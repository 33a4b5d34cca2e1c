import Foundation
import GazetteModel
@testable import TerminalKit
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct MarksAndCopiesTests {
  private func browser(at reference: String) throws -> Browser {
    var browser = try Browser()
    browser.index()
    browser.type(":\(reference)")
    browser.press(.enter)
    return browser
  }

  // MARK: Marks, repeating, prefixes

  @Test func aMarkIsComeBackTo() throws {
    var browser = try browser(at: "3.1/2.3.11")
    browser.type("majjjj")
    browser.type("}")
    #expect(browser.reference != "3.1/2.3.11")
    browser.type("'a")
    #expect(browser.reference == "3.1/2.3.11")
    browser.type("'b")
    #expect(browser.state.message?.key == .noMark)
    browser.type("m1")
    #expect(browser.state.message?.key == .noSuchKey)
  }

  @Test func theLastCommandIsRepeated() throws {
    var browser = try browser(at: "3.1/2.1.1")
    browser.type(".")
    #expect(browser.state.message?.key == .nothingToRepeat)
    browser.type("]")
    #expect(browser.reference == "3.1/2.1.2")
    browser.type("j.")
    #expect(browser.reference == "3.1/2.1.3")
  }

  @Test func whatCanFollowIsShownOnlyAfterAPause() throws {
    var browser = try browser(at: "3.1/2.1.1")
    browser.type("z")
    #expect(!browser.frame.text.contains("全部折叠"))
    browser.handle(.pause)
    #expect(browser.frame.text.contains("全部折叠"))
    browser.type("M")
    #expect(!browser.frame.text.contains("全部折叠"))
    #expect(browser.state.pendingKeys.isEmpty)
    browser.handle(.pause)
    #expect(!browser.state.showsFollowing)
  }

  // MARK: Copies

  @Test func aClauseIsCopiedWholeWithItsNumber() throws {
    var browser = try browser(at: "3.1/2.3.11")
    browser.type("y")
    guard case .copy(let text)? = browser.effects.last else {
      Testing.Issue.record("nothing was copied")
      return
    }
    let node = browser.state.library.issues[0][browser.state.cursor.node]
    #expect(text.hasPrefix("11. 推进重点行业污染深度治理。"))
    #expect(text == "11. " + node.paragraphs.map(\.text).joined(separator: "\n"))
  }

  @Test func citationAndReferenceAreCopied() throws {
    var browser = try browser(at: "3.1/2.3.11")
    browser.type("Yy")
    browser.type("gy")
    let copies = browser.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { return text }
      return nil
    }
    #expect(copies.count == 2)
    #expect(copies.first?.contains("吉政办发〔2021〕10号") == true)
    #expect(copies.first?.contains("《吉林省人民政府公报》2021年第11期") == true)
    #expect(copies.first?.contains("附件1《吉林省空气质量巩固提升行动方案》第二部分第（三）节第11条") == true)
    #expect(copies.first?.contains("3.1/2.3.11") == false)
    #expect(copies.last == "3.1/2.3.11")
  }

  @Test func whereTheTerminalCannotTheTextStandsAlone() throws {
    var browser = try browser(at: "3.1/2.3.11")
    browser.handle(.key(.character("y")))
    guard case .copy(let text)? = browser.effects.last else { return }
    _ = browser.state.update(.copied(text, .impossible), layouts: browser.layouts)
    #expect(browser.state.mode == .handCopy)
    #expect(browser.frame.rowText(0).hasPrefix("11. 推进重点行业污染深度治理。"))
    let shown = HandCopyRows(browser.state).rows.joined()
    #expect(shown == text.replacingOccurrences(of: "\n", with: ""))
    browser.press(.escape)
    #expect(browser.state.overlays.isEmpty)
  }

  @Test func itIsSaidThatNothingIsConfirmed() throws {
    for language in Language.allCases {
      for key in [StringKey.copySent, .copySentToTmux, .copySentThroughScreen, .copySentLong] {
        let text = Message(key, "12").text(language)
        #expect(text.contains("12"))
        #expect(text.contains(language == .chinese ? "不回报" : "unconfirmed"))
      }
    }
  }

  @Test func theSequenceIsBase64AndBounded() throws {
    for text in ["", "a", "ab", "abc", "黑土地\n保护", String(repeating: "长", count: 500)] {
      let bytes = try #require(ClipboardRequest.sequence(for: text))
      #expect(bytes.starts(with: Array("\u{1B}]52;c;".utf8)) && bytes.last == 7)
      let payload = String(decoding: bytes.dropFirst(7).dropLast(), as: UTF8.self)
      #expect(Data(base64Encoded: payload) == Data(text.utf8))
    }
    #expect(ClipboardRequest.sequence(for: String(repeating: "a", count: 80_000)) == nil)
    #expect(CopyText.limit * 4 / 3 < ClipboardRequest.limit)
  }

  @Test func screenIsHandedPiecesThatItDoesNotCut() throws {
    let sequence = try #require(ClipboardRequest.sequence(for: String(repeating: "长", count: 500)))
    let wrapped = String(decoding: ClipboardRequest.throughScreen(sequence), as: UTF8.self)
    let pieces = wrapped.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 250 })
    #expect(Array(pieces.map { String($0.dropFirst(2)) }.joined().utf8) == sequence)
  }

  @Test func whatATerminalCanIsToldByItsName() {
    func way(
      _ terminal: String, tmux: Bool = false, screen: Bool = false, drawer: TerminalDrawer? = nil
    ) -> CopyWay {
      ClipboardRequest.way(terminal: terminal, isInTmux: tmux, isInScreen: screen, drawer: drawer)
    }
    for name in ["linux", "dumb", "vt100", "vt220", ""] { #expect(way(name) == .impossible) }
    #expect(way("xterm-256color") == .sent)
    #expect(way("screen-256color", screen: true) == .sentThroughScreen)
    #expect(way("screen-256color", tmux: true) == .sentToMultiplexer)
    #expect(way("tmux-256color", tmux: true) == .sentToMultiplexer)
    // Of two the inner one decides, and no variable tells which that is.
    #expect(way("screen.tmux-256color", tmux: true, screen: true) == .sentThroughScreen)
    for name in ["screen", "screen-256color"] {
      #expect(way(name, tmux: true, screen: true, drawer: .screen) == .sentThroughScreen)
      #expect(way(name, tmux: true, screen: true, drawer: .tmux) == .sentToMultiplexer)
    }
    // A terminal that was opened from inside one inherits its variables.
    #expect(way("xterm-kitty", tmux: true, drawer: .other) == .sent)
    // Over SSH no variable is there.
    #expect(way("screen", drawer: .screen) == .sentThroughScreen)
  }
}
