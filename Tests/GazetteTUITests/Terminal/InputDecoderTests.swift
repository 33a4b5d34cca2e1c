import CNcurses
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct InputDecoderTests {
  /// What the decoder makes of codes that arrive together.
  private func events(_ batches: [Int32]...) -> [InputEvent] {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for batch in batches {
      events += batch.compactMap { decoder.take($0) }
      if let event = decoder.pause() { events.append(event) }
    }
    return events
  }

  private func bytes(_ text: String) -> [Int32] { text.utf8.map(Int32.init) }

  @Test func charactersAndControlCharactersAreKeys() {
    #expect(
      events(bytes("j黑\u{04}\u{00}\u{1C}\r\t\u{7F}\u{08}")) == [
        .key(.character("j")), .key(.character("黑")), .key(.control("d")), .key(.control("@")),
        .key(.control("\\")), .key(.enter), .key(.tab), .key(.backspace), .key(.backspace),
      ])
  }

  @Test(
    arguments: [
      ("甲\r\n乙\r\n", "甲\n乙\n"), ("甲\r乙\n丙", "甲\n乙\n丙"), ("甲\r\n\r\n乙", "甲\n\n乙"),
      ("甲\n\n乙\r\r", "甲\n\n乙\n\n"),
    ])
  func aLineBreakOfTwoCharactersIsPastedAsOne(sent: String, pasted: String) {
    let codes = [TerminalKeys.pasteBegins] + bytes(sent) + [TerminalKeys.pasteEnds]
    #expect(events(codes) == [.paste(pasted)])
  }

  @Test func aCharacterThatArrivesInPiecesIsOneKey() {
    let pieces = bytes("𠮷")
    #expect(
      events(Array(pieces.prefix(1)), Array(pieces[1..<3]), Array(pieces.suffix(1))) == [
        .key(.character("𠮷"))
      ])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xFF], [0xE9, 0xBB],
    ] as [[Int32]])
  func bytesThatAreNotUTF8AreDropped(codes: [Int32]) {
    #expect(events(codes + bytes("a")) == [.key(.character("a"))])
  }

  @Test func escapeAloneIsAKeyAndBeforeACharacterIsAlt() {
    #expect(events(bytes("\u{1B}")) == [.key(.escape)])
    #expect(events(bytes("\u{1B}x")) == [.key(.alt("x"))])
    #expect(events(bytes("\u{1B}黑")) == [.key(.alt("黑"))])
    #expect(events(bytes("\u{1B}"), bytes("x")) == [.key(.escape), .key(.character("x"))])
    #expect(events(bytes("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
    #expect(events([0x1B, KEY_UP]) == [.key(.altUp)])
  }

  @Test(arguments: [
    "\u{1B}[12;9Z", "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}OX", "\u{1B}]11;rgb:0/0/0\u{07}",
    "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
  ])
  func sequencesWithoutAKeyAreDropped(sequence: String) {
    #expect(events(bytes(sequence + "j")) == [.key(.character("j"))])
    // Also when the line cuts them.
    let codes = bytes(sequence + "j")
    for cut in 2..<codes.count {
      #expect(
        events(Array(codes[..<cut]), Array(codes[cut...])) == [.key(.character("j"))],
        "cut at \(cut)")
    }
  }

  @Test func aPasteIsOneEventWhateverItHolds() {
    let begin = [TerminalKeys.pasteBegins]
    let end = [TerminalKeys.pasteEnds]
    #expect(
      events(begin + bytes("qj黑\r"), [KEY_UP] + bytes("\u{1B}x") + end + bytes("j")) == [
        .paste("qj黑\n\u{1B}x"), .key(.character("j")),
      ])
    #expect(events(begin + end) == [])
    #expect(events(end) == [])
  }

  @Test func aPasteWithoutAnEndIsBounded() {
    var decoder = InputDecoder()
    _ = decoder.take(TerminalKeys.pasteBegins)
    for _ in 0..<InputDecoder.longestPaste + 10 { _ = decoder.take(0x61) }
    guard case .paste(let text)? = decoder.endPaste() else {
      Testing.Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.longestPaste)
    #expect(!decoder.isInPaste)
  }

  @Test func keysOfTheDatabaseAreKeys() {
    #expect(
      events([KEY_UP, KEY_NPAGE, KEY_HOME, KEY_FIND, KEY_BTAB, KEY_F0 + 1, KEY_DC, KEY_SEND]) == [
        .key(.up), .key(.pageDown), .key(.home), .key(.home), .key(.shiftTab),
        .key(.function(1)), .key(.delete),
      ])
  }

  @Test func twoPressesInOnePlaceAreADoublePress() {
    var presses = DoublePress()
    let columns = [1, 1, 1, 2, 2]
    let times = [0, 300, 400, 500, 1000]
    var doubles: [Bool] = []
    for (column, time) in zip(columns, times) {
      doubles.append(
        presses.isDouble(at: Position(row: 1, column: column), milliseconds: time))
    }
    #expect(doubles == [false, true, false, false, false])
  }

  @Test func delaysForHardwareAreLeftOut() {
    #expect(
      TerminalCapability.withoutDelays("\u{1B}[m$<2>\u{0F}$<20*/>a$b$<") == "\u{1B}[m\u{0F}a$b$<")
  }
}
