import Foundation
import Testing

/// What the browser sends to a terminal, and how much.
@Suite struct TerminalTrafficTests {
  private let start = "活力支持人才服务"

  @Test func whatWasSentIsCounted() throws {
    let terminal = try PseudoTerminal("exec \"$GAZETTE\" --stats --lang en")
    try terminal.waitFor(start)
    for _ in 0..<5 {
      try terminal.act("j")
    }
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
    let text = terminal.receivedText
    let end = try #require(text.range(of: "\u{1B}>", options: .backwards))
    let line = try #require(text[end.upperBound...].split(separator: "\r\n").last.map(String.init))
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    try #require(numbers.count == 5, "\(line)")
    // All but the words behind the end of the screen; the opening ends where the first question
    // begins.
    #expect(numbers[0] == text[..<end.upperBound].utf8.count)
    let question = try #require(text.range(of: "\u{1B}7"))
    #expect(numbers[1] == text[..<question.lowerBound].utf8.count)
    #expect(numbers[2] >= 6)
    #expect(numbers[3] == 6)
    #expect(numbers[4] == (numbers[0] - numbers[1] + 3) / 6)
  }

  @Test func framesAreShownAtOnceWhereTheTerminalCan() throws {
    var answers = ScreenEmulator.Answers()
    answers.hasSynchronizedOutput = true
    let able = try PseudoTerminal(answers: answers)
    try able.waitFor(start)
    able.type("\u{06}")
    try able.waitFor("the end of drawing") { _ in able.emulator.wholeFrames > 0 }
    #expect(!able.emulator.isInFrame)

    let unable = try PseudoTerminal()
    try unable.waitFor(start)
    try unable.act("\u{06}")
    #expect(!unable.receivedText.contains("\u{1B}[?2026h"))

    let old = try PseudoTerminal(term: "vt100", answers: answers)
    try old.waitFor(start)
    #expect(!old.receivedText.contains("2026"))
  }

  @Test func aSlowLineCarriesOneFrameForKeysThatAreHeld() throws {
    // 9600 baud are 960 bytes a second.
    let terminal = try PseudoTerminal("exec \"$GAZETTE\" --stats --lang en", rate: 960)
    try terminal.waitFor(start)
    let screenful = 80 * 24 * 2
    let before = terminal.received.count
    #expect(before < screenful * 2)
    // The first press shows at once; the others come while its page is on the line, as from a key
    // that repeats.
    for _ in 0..<10 {
      terminal.type("\u{06}")
      terminal.pass(milliseconds: 33)
    }
    try terminal.waitFor("the last page") { _ in true }
    // The first page and the last; and what the browser worked out meanwhile.
    #expect(terminal.received.count - before < screenful * 2)
    terminal.type("q")
    #expect(try terminal.waitForEnd() == 0)
    let text = terminal.receivedText
    let frames = try #require(text.components(separatedBy: " frames, 11 keys").first)
    // The opening one, that of its borders as lines, and that of what is worked out behind it; the first page and
    // the last.
    #expect(
      frames.components(separatedBy: " ").last.flatMap { Int($0) } ?? 99 <= 5,
      "\(frames.suffix(60))")
  }

  @Test func keysThatComeTogetherMakeOneFrameOnASlowLine() throws {
    /// The frames of a session with these keys in one piece, and the bytes that they cost.
    ///
    /// Without a review, whose marks for what was read follow when they are on the disk.
    func session(_ keys: String) throws -> (frames: Int, bytes: Int) {
      let terminal = try PseudoTerminal(
        "exec \"$GAZETTE\" --restricted --stats --lang en", rate: 960)
      try terminal.waitFor(start)
      let before = terminal.received.count
      if !keys.isEmpty { try terminal.act(keys) }
      let bytes = terminal.received.count - before
      terminal.type("q")
      #expect(try terminal.waitForEnd() == 0)
      let words = terminal.receivedText.replacingOccurrences(of: " frames, ", with: " frame, ")
        .components(separatedBy: " frame, ")[0].components(separatedBy: " ")
      return (try #require(words.last.flatMap { Int($0) }), bytes)
    }
    let none = try session("")
    let ten = try session(String(repeating: "\u{06}", count: 10))
    #expect(ten.frames == none.frames + 1)
    #expect(ten.bytes < 80 * 24 * 2)
  }

  @Test func aPageTurnSendsNoMoreThanAScreen() throws {
    let terminal = try PseudoTerminal()
    try terminal.waitFor(start)
    for _ in 0..<5 {
      let before = terminal.received.count
      let rows = try terminal.act("\u{06}")
      let text = rows.reduce(0) { $0 + $1.utf8.count }
      // Beside the characters: moving the cursor, and colours.
      #expect(terminal.received.count - before < text + 24 * 40)
    }
  }
}
