import CNcurses
import Glibc

extension Terminal {
  /// In milliseconds: how long leaving waits for answers that would otherwise be typed at the
  /// shell.
  private static let farewell = (known: 3000, unknown: 150)
  /// Frames that change fewer bytes are never waited for.
  private static let smallFrame = 256

  /// Asks what is not known of the terminal, behind the first frame; the answers come as events.
  ///
  /// The characters that are written to see their width stand on blank cells and are blanked in the
  /// same breath, and the cursor and its attributes return to where ncurses left them.
  package func ask() {
    opened()
    guard TerminalCapability.string("u7") == "\u{1B}[6n", let probe = blankCells else { return }
    let home = "\u{1B}[\(probe.row + 1);\(probe.column + 1)H"
    let mode = isLikeXterm ? home + "\u{1B}[?2026$p\u{1B}[>c" : ""
    questions.ask(width: probe, synchronizedOutput: isLikeXterm, at: Self.milliseconds)
    let blanks = String(repeating: " ", count: Self.probeColumns)
    let question =
      "\u{1B}7\u{1B}[m" + mode + home + TerminalQuestions.probeText + "\u{1B}[6n" + home + blanks
      + "\u{1B}8"
    _ = sendAll(Array(question.utf8))
  }

  /// Room for wide characters, and for what a terminal may print that does not know a question.
  private static let probeColumns = 7

  /// Blank cells in the look of the terminal itself, not in the first row: a position there looks
  /// like F3.
  private var blankCells: Position? {
    guard let frame = presented else { return nil }
    for row in stride(from: min(frame.size.rows, size.rows) - 1, to: 0, by: -1) {
      var run = 0
      for (column, cell) in frame.row(row).prefix(size.columns - 1).enumerated() {
        run = cell == Cell() ? run + 1 : 0
        if run == Self.probeColumns { return Position(row: row, column: column - run + 1) }
      }
    }
    return nil
  }

  // MARK: Slow lines

  /// Whether a frame was held back that can be shown now.
  package var canShowHeldFrame: Bool { owesFrame && !isBusy }

  /// Whether the terminal has not confirmed the last large frame: what comes meanwhile shares the
  /// next.
  var isBusy: Bool { questions.isFrameOnItsWay(at: Self.milliseconds) }

  /// Asks the terminal to say when it has drawn a frame that is not small.
  func confirmFrame(changedBytes: Int) {
    guard changedBytes >= Self.smallFrame, questions.answers else { return }
    questions.sendFrame(at: Self.milliseconds)
    _ = sendAll(Array("\u{1B}[5n".utf8))
  }

  /// Takes in the answers that are on their way, before others read from the terminal.
  func settle() {
    let end =
      Self.milliseconds
      + (questions.answers && endSignal == nil ? Self.farewell.known : Self.farewell.unknown)
    while questions.isOpen(at: Self.milliseconds) {
      let rest = end - Self.milliseconds
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&waiting, 1, Int32(rest)) > 0 else { break }
      let code = wgetch(cn_stdscr())
      if code == ERR { break }
      _ = decoder.take(code)
    }
    questions.close()
  }
}
