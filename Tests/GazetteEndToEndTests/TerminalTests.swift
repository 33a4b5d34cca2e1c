import Foundation
import Testing

/// The browser on terminals of many kinds.
@Suite struct TerminalTests {
  private let start = "活力支持人才服务"

  /// Where the borders between panes stand in the rows of the panes, each row once.
  private func borders(_ terminal: PseudoTerminal) -> Set<[Int]> {
    let rows = terminal.emulator.cells.dropFirst(2).dropLast(2)
    return Set(rows.map { row in row.indices.filter { "|│├┤┬┴┼".contains(row[$0]) } })
  }

  /// Walks through text with quotation marks; then nothing changes when everything is drawn anew.
  private func expectAligned(_ terminal: PseudoTerminal) throws {
    try terminal.waitFor(start)
    for keys in [
      "jjjj", "\u{06}", "jjjkk", ":3.1/2.3.11\r", "\u{06}\u{06}", "/“\r", "nn", "\t", "jjjj", "4",
      "jj", "1",
    ] {
      // The last row may say something until the next key.
      let before = try terminal.act(keys).dropLast()
      let after = try terminal.act("\u{0C}").dropLast()
      #expect(before == after, "\(keys)")
      #expect(borders(terminal).count == 1, "\(keys): \(borders(terminal))")
    }
    #expect(terminal.emulator.unknown == [])
  }

  @Test(arguments: [false, true])
  func rowsAreAlignedHoweverTheTerminalDrawsAmbiguousCharacters(isWide: Bool) throws {
    try expectAligned(PseudoTerminal(columns: 120, rows: 40, isWide: isWide))
  }

  @Test func theReaderCanSayTheWidth() throws {
    var silent = ScreenEmulator.Answers()
    silent.reports = false
    try expectAligned(
      PseudoTerminal(
        "exec \"$GAZETTE\" --ambiguous wide", columns: 120, rows: 40, isWide: true,
        answers: silent))
    try expectAligned(
      PseudoTerminal("exec \"$GAZETTE\"", columns: 120, rows: 40, answers: silent))
    // The option holds whatever the terminal says.
    let narrow = try PseudoTerminal(
      "exec \"$GAZETTE\" --ambiguous narrow", columns: 120, rows: 40, isWide: true)
    try narrow.waitFor(start)
    try narrow.act("/“\r")
    #expect(borders(narrow).count > 1)
  }

  @Test(arguments: [PseudoTerminal.Answering.inPieces, .whenTold])
  func anAnswerIsNeverTyped(answering: PseudoTerminal.Answering) throws {
    var answers = ScreenEmulator.Answers()
    answers.hasSynchronizedOutput = true
    let terminal = try PseudoTerminal(
      columns: 120, rows: 40, isWide: true, answers: answers, answering: answering)
    try terminal.waitFor(start)
    // A line that is typed shows every stray key.
    terminal.type("/“")
    try terminal.waitFor("the prompt") { $0.last?.contains("“") == true }
    if case .whenTold = answering { terminal.answer() }
    let screen = try terminal.waitFor("the line alone") { rows in
      rows.last?.contains("“") == true && rows.last?.contains("R") == false
        && borders(terminal).count == 1
    }
    #expect(screen.last?.contains("[") == false)
    terminal.type("\r")
    try terminal.waitFor(start)
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "xterm-direct"])
  func terminalsOfManyNamesWork(term: String) throws {
    let terminal = try PseudoTerminal(
      "\"$GAZETTE\"; echo \"status $?\"; read line", columns: 120, rows: 40, term: term)
    try terminal.waitFor(start)
    let before = try terminal.act("jjjj\u{06}\u{06}")
    #expect(try terminal.act("\u{0C}") == before)
    #expect(terminal.emulator.isColored == (term != "vt100"))
    #expect(terminal.emulator.hasAttributes)
    #expect(terminal.emulator.unknown == [])
    terminal.type("q")
    try terminal.waitFor("status 0")
  }

  @Test(arguments: [["NO_COLOR=1"], []])
  func coloursCanBeTurnedOff(variables: [String]) throws {
    let options = variables.isEmpty ? " --theme none" : ""
    let terminal = try PseudoTerminal("exec \"$GAZETTE\"\(options)", variables: variables)
    try terminal.waitFor(start)
    terminal.type("jj\u{06}?")
    try terminal.waitFor("下移一行")
    #expect(!terminal.emulator.isColored)
    #expect(terminal.emulator.hasAttributes)
  }

  @Test func aThemeOnTheCommandLineCountsBeforeNoColor() throws {
    let terminal = try PseudoTerminal(
      "exec \"$GAZETTE\" --theme dark", variables: ["NO_COLOR=1"])
    try terminal.waitFor(start)
    #expect(terminal.emulator.isColored)
  }

  @Test(
    arguments: [
      ("xterm-nobody", "xterm-256color"), ("kitty-nobody", "xterm-256color"),
      ("nobody-256color", "xterm-256color"), ("tmux-nobody", "tmux-256color"),
      ("screen.nobody", "tmux-256color"), ("linux-nobody", "linux"), ("nobody", "vt100"),
    ])
  func aTerminalThatTheDatabaseDoesNotKnowIsDrawnAsItsNearest(term: String, entry: String) throws {
    let terminal = try PseudoTerminal(
      "\"$GAZETTE\"; echo \"status $?\"; read line", columns: 120, rows: 40, term: term)
    let screen = try terminal.waitFor(start)
    let isSaid = screen.last?.contains(term) == true && screen.last?.contains(entry) == true
    #expect(isSaid, "\(screen.last ?? "")")
    let before = try terminal.act("jjjj\u{06}\u{06}")
    #expect(try terminal.act("\u{0C}") == before)
    terminal.type("q")
    try terminal.waitFor("status 0")
  }

  /// Who waits for a frame reads in the title of the terminal whether it is whole.
  @Test func theTitleSaysWhetherAFrameIsDrawnWhereThatIsAskedFor() throws {
    let session = try TerminalSession("\"$GAZETTE\"; echo left; read line")
    try session.waitFor(start)
    #expect(try session.format("#{pane_title}") == "gazette: drawn")
    try session.type("q")
    try session.waitFor("left")
    #expect(try session.format("#{pane_title}") != "gazette: drawn")
    let quiet = try TerminalSession("unset GAZETTE_ANNOUNCE_FRAMES; exec \"$GAZETTE\"")
    try quiet.waitFor(start)
    #expect(try !quiet.format("#{pane_title}").contains("gazette:"))
  }

  @Test func aTerminalLeftNonBlockingIsWrittenWhole() throws {
    let usual = try PseudoTerminal(columns: 200, rows: 60)
    try usual.waitFor(start)
    let expected = try usual.act("\u{06}")
    let nonBlocking = "perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_RDWR | O_NONBLOCK)'"
    let terminal = try PseudoTerminal(
      "\(nonBlocking); exec \"$GAZETTE\"", columns: 200, rows: 60)
    try terminal.waitFor(start)
    // Without an answer of the terminal nothing more is drawn but what is drawn anew.
    terminal.type("\u{06}")
    for _ in 0..<8 {
      terminal.type("\u{0C}")
      try terminal.waitUntilFull()
    }
    #expect(try terminal.waitFor("the page") { $0 == expected } == expected)
    #expect(terminal.emulator.unknown == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func whoIsAskedToEndWaitsForNoReader(signal: Int32) throws {
    let terminal = try PseudoTerminal(columns: 200, rows: 60)
    // More than fits on the line: it is drawn whole again and again, and nobody reads.
    for _ in 0..<8 {
      terminal.type("\u{0C}")
      try terminal.waitUntilFull()
    }
    #expect(terminal.end(by: signal) == signal)
  }

  @Test(arguments: ["dumb", nil])
  func whereNothingCanBeDrawnTheOutlineIsPrinted(term: String?) throws {
    let terminal = try PseudoTerminal(
      "exec \"$GAZETTE\" --lang en", columns: 120, rows: 40, term: term)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.receivedText.contains("活力支持人才服务"))
    #expect(!terminal.receivedText.contains("\u{1B}"))
    let lines = terminal.errors.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("gazette: ") == true)
    #expect(lines.first?.hasSuffix("the outline stands above") == true)
  }

  @Test func marksKeepToASCIIWhenAsked() throws {
    let plain = try PseudoTerminal()
    #expect(try plain.waitFor(start).contains { $0.contains("»") })
    for (options, term) in [("--ascii", "xterm-256color"), ("", "linux")] {
      let terminal = try PseudoTerminal("exec \"$GAZETTE\" \(options)", term: term)
      let screen = try terminal.waitFor(start)
      #expect(!screen.contains { $0.contains("»") })
      #expect(screen.contains { $0.contains("$") })
    }
  }

  @Test func bordersAreLinesWhereTheTerminalSaysThatTheyAreNarrow() throws {
    let narrow = try PseudoTerminal()
    try narrow.waitFor("│")
    #expect(!narrow.screen.dropFirst(1).contains { $0.contains("|") })
    var silent = ScreenEmulator.Answers()
    silent.reports = false
    // Before the answer, where there is none, where they are wide, and where nobody wants them.
    for terminal in [
      try PseudoTerminal(answers: silent), try PseudoTerminal(isWide: true),
      try PseudoTerminal("exec \"$GAZETTE\" --ascii"), try PseudoTerminal(term: "linux"),
    ] {
      try terminal.waitFor(start)
      // The line of what was typed comes behind all answers.
      try terminal.act("j")
      #expect(terminal.screen.contains { $0.contains("|") })
      #expect(!terminal.screen.contains { $0.contains("│") })
    }
    // The reader's word stands for the terminal's.
    let told = try PseudoTerminal("exec \"$GAZETTE\" --ambiguous narrow", answers: silent)
    #expect(try told.waitFor(start).contains { $0.contains("│") })
  }
}
