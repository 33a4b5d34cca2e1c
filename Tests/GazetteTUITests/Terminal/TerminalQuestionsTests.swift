import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct TerminalQuestionsTests {
  private static let probe = Position(row: 11, column: 39)

  /// A decoder that waits for the answers to what is asked behind the first frame.
  private func asking(at milliseconds: Int = 0) -> InputDecoder {
    var decoder = InputDecoder()
    decoder.questions.ask(width: Self.probe, synchronizedOutput: true, at: milliseconds)
    return decoder
  }

  /// What batches of bytes become that arrive with pauses between them.
  private func events(_ batches: [String], _ decoder: inout InputDecoder) -> [InputEvent] {
    var events: [InputEvent] = []
    for batch in batches {
      for code in batch.utf8.map(Int32.init) {
        if let event = decoder.endEscape(before: code) { events.append(event) }
        if let event = decoder.take(code) { events.append(event) }
      }
      let isDue = decoder.questions.isOpen(at: 0)
      if let event = decoder.pause(isAnswerDue: isDue) { events.append(event) }
    }
    return events
  }

  @Test(arguments: [
    (43, AmbiguousWidth.narrow, true), (44, .narrow, false), (45, .wide, true), (46, .wide, false),
  ])
  func theCursorTellsTheWidth(column: Int, width: AmbiguousWidth, hasLines: Bool) {
    var decoder = asking()
    #expect(
      events(["j\u{1B}[12;\(column)Rk"], &decoder) == [
        .key(.character("j")), .ambiguousWidth(width), .key(.character("k")),
      ])
    #expect(decoder.questions.hasNarrowLines == hasLines)
    #expect(decoder.questions.answers)
    #expect(!decoder.questions.isOpen(at: 0))
  }

  @Test func anAnswerInPiecesIsNeverTyped() {
    let answer = Array("\u{1B}[12;46R")
    for cut in 1..<answer.count {
      var decoder = asking()
      let pieces = [String(answer[..<cut]), String(answer[cut...])]
      #expect(events(pieces, &decoder) == [.ambiguousWidth(.wide)], "cut at \(cut)")
    }
    var decoder = asking()
    #expect(events(answer.map(String.init), &decoder) == [.ambiguousWidth(.wide)])
  }

  @Test func aLateAnswerIsTakenAndNeverTyped() {
    var decoder = asking()
    let late = TerminalQuestions.patience + 1
    #expect(!decoder.questions.isOpen(at: late))
    #expect(events(["jjj", "\u{1B}[12;46R"], &decoder).last == .ambiguousWidth(.wide))
    // And one that nobody waits for.
    #expect(events(["\u{1B}[12;46R"], &decoder) == [])
  }

  @Test(arguments: [
    "\u{1B}[1;2R", "\u{1B}[R", "\u{1B}[12R", "\u{1B}[12;47R", "\u{1B}[12;42R", "\u{1B}[13;43R",
  ])
  func whatOnlyLooksLikeAnAnswerIsNone(sequence: String) {
    var decoder = asking()
    #expect(events([sequence], &decoder) == [])
    #expect(decoder.questions.widthProbe == Self.probe)
  }

  @Test func escapeIsStillAKeyWhileAnAnswerIsDue() {
    var decoder = asking()
    #expect(events(["\u{1B}"], &decoder) == [])
    #expect(decoder.holdsEscape)
    let escape = decoder.endEscape()
    #expect(escape == .key(.escape))
    #expect(!decoder.holdsEscape)
    // What follows cannot be an answer: both are keys.
    #expect(
      events(["\u{1B}", "j"], &decoder) == [.key(.escape), .key(.character("j"))])
    // Nothing is due any more: at once.
    decoder.questions.close()
    #expect(events(["\u{1B}"], &decoder) == [.key(.escape)])
  }

  @Test(arguments: [("1", true), ("2", true), ("0", false), ("4", false)])
  func synchronizedOutputIsUsedWhereTheTerminalHasIt(value: String, has: Bool) {
    var decoder = asking()
    #expect(events(["\u{1B}[?2026;\(value)$y"], &decoder) == [])
    #expect(decoder.questions.hasSynchronizedOutput == has)
  }

  @Test(arguments: [
    ("83;40900;0", TerminalDrawer.screen), ("84;0;0", .tmux), ("0;95;0", .other), ("", .other),
  ])
  func theTerminalSaysWhoDrawsIt(attributes: String, drawer: TerminalDrawer) {
    var decoder = asking()
    #expect(events(["\u{1B}[>\(attributes)c"], &decoder) == [])
    #expect(decoder.questions.drawer == drawer)
    var asked = InputDecoder()
    #expect(events(["\u{1B}[>\(attributes)c"], &asked) == [])
    #expect(asked.questions.drawer == nil)
  }

  @Test func answersThatWereNotAskedForChangeNothing() {
    var decoder = InputDecoder()
    #expect(events(["\u{1B}[?2026;1$y\u{1B}[12;46R\u{1B}[0n"], &decoder) == [])
    #expect(!decoder.questions.hasSynchronizedOutput)
    #expect(!decoder.questions.answers)
  }

  @Test func aFrameIsOnItsWayUntilTheTerminalSaysSo() {
    var decoder = asking()
    _ = events(["\u{1B}[12;43R"], &decoder)
    decoder.questions.sendFrame(at: 100)
    let isBefore = decoder.questions.isFrameOnItsWay(at: 5000)
    #expect(isBefore)
    #expect(events(["\u{1B}[0n"], &decoder) == [])
    let isAfter = decoder.questions.isFrameOnItsWay(at: 5001)
    #expect(!isAfter)
  }

  @Test func aTerminalThatLosesAnAnswerIsNotWaitedForAgain() {
    var decoder = asking()
    _ = events(["\u{1B}[12;43R"], &decoder)
    decoder.questions.sendFrame(at: 100)
    let isWaiting = decoder.questions.isFrameOnItsWay(at: 101 + TerminalQuestions.patience)
    #expect(!isWaiting)
    #expect(!decoder.questions.answers)
  }

  @Test func statisticsAreOneLine() {
    let all = TerminalStatistics(bytes: 5000, openingBytes: 3000, frames: 12, keys: 10)
    #expect(all.text[.chinese] == "发送 5000 字节，其中首屏 3000；12 屏、10 键，每键 200 字节")
    #expect(
      all.text[.english]
        == "5000 bytes sent, 3000 of them for the first frame; 12 frames, 10 keys, 200 bytes a key")
    let idle = TerminalStatistics(bytes: 3000, openingBytes: 3000, frames: 1, keys: 0)
    #expect(idle.text[.english].hasSuffix("; 1 frame, 0 keys"))
  }
}
