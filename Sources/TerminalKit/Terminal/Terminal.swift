import CNcurses
import GazetteText
import Glibc

/// The terminal: shows frames and reads events.
///
/// There is one at a time, and it belongs to the thread that made it (it is not `Sendable`). Own it
/// in a function, never in a global, so that it is given back at the end of its life.
package final class Terminal {
  /// The size of the screen, as of the last events.
  package private(set) var size: Size
  /// The signal that asked the program to end, or `nil` when none did.
  package private(set) var endSignal: Int32?

  /// Whether the terminal reports the mouse; off where the user wants to select text with it.
  package var reportsMouse = false {
    didSet { if reportsMouse != oldValue { setMouse() } }
  }

  /// The frame that the terminal shows.
  var presented: Frame?
  /// Whether a frame was not shown because the one before is still on its way.
  var owesFrame = false
  var painter: RowPainter
  var decoder = InputDecoder()
  var presses = DoublePress()
  /// When something was read last, in milliseconds.
  var lastInput = 0
  let signals: Int32
  /// Whether the terminal takes the private modes of xterm, such as bracketed paste.
  let isLikeXterm: Bool
  /// What TERM names and the entry that stands in for it; nil where the database knows the name.
  package let substitution: (name: String, entry: String)?
  /// Whether its font has little more than ASCII and Chinese.
  package let isSparse: Bool
  private var isOpen = true
  let choices: TerminalChoices
  var counts = TerminalStatistics()

  /// Takes the terminal of standard input and output.
  package init(_ choices: TerminalChoices) throws(TerminalFailure) {
    self.choices = choices
    var modes = termios()
    guard isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &modes) == 0 else {
      throw .notATerminal
    }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    if name == "dumb" { throw .tooSimple(name) }
    TerminalLocale.setUp()
    // The kernel knows the size better than LINES and COLUMNS, which do not change.
    use_tioctl(true)
    guard !name.isEmpty, let output = fdopen(STDOUT_FILENO, "w"),
      let input = fdopen(STDIN_FILENO, "r"), let entry = Self.entry(for: name, output, input)
    else { throw .unknown(name) }
    substitution = entry == name ? nil : (name, entry)
    isSparse = entry == "linux" || entry.hasPrefix("vt")
    isLikeXterm = !isSparse && TerminalCapability.string("kmous") != nil
    size = Self.screenSize
    painter = RowPainter(theme: Theme(colors: 0))
    TerminalRestore.prepare(modes: modes, extraSequences: isLikeXterm ? Self.modesOff : "")
    signals = TerminalSignals.install()
    guard TerminalCapability.string("cup") != nil else {
      end()
      throw .tooSimple(name)
    }
    setUp()
  }

  deinit { end() }

  /// Opens the terminal by the entry of its name, or by one of its family; nil where there is none.
  ///
  /// `newterm` returns nil for an unknown terminal, where `initscr` would end the process.
  private static func entry(
    for name: String, _ output: UnsafeMutablePointer<FILE>, _ input: UnsafeMutablePointer<FILE>
  ) -> String? {
    if newterm(nil, output, input) != nil { return name }
    return TerminalFamily.entries(for: name).first { newterm($0, output, input) != nil }
  }

  /// The theme for the colours that the terminal has, which are made ready unless none are wanted.
  package func theme(isColorless: Bool) -> Theme {
    if has_colors() && !isColorless {
      start_color()
      use_default_colors()
    }
    return Theme(
      colors: TerminalCapability.number("colors"), noColor: isColorless, choice: choices.theme)
  }

  /// What was sent so far.
  package var statistics: TerminalStatistics {
    var statistics = counts
    statistics.bytes = TerminalOutput.byteCount
    return statistics
  }

  var questions: TerminalQuestions {
    get { decoder.questions }
    set { decoder.questions = newValue }
  }

  /// Gives the terminal back. Nothing happens when that is done already.
  package func end() {
    guard isOpen else { return }
    isOpen = false
    close()
    TerminalSignals.remove()
  }

  /// Stops the program, as Ctrl-Z does, and goes on where it was when the shell continues it.
  package func suspend() {
    close()
    TerminalSignals.stop(readEnd: signals)
    reopen()
  }

  /// Remembers the first signal that asks the program to end.
  func noteEnd(_ signal: Int32) { endSignal = endSignal ?? signal }

  /// Remembers what was sent to open the browser.
  func opened() { counts.openingBytes = TerminalOutput.byteCount }

  /// Counts the keys among events.
  func count(_ events: [InputEvent]) {
    for case .key in events { counts.keys += 1 }
  }

  /// Writes every cell again with the next frame, whatever the terminal shows now.
  package func repaint() {
    presented = nil
    clearok(cn_curscr(), true)
  }

  // MARK: Modes

  private static let modesOn = "\u{1B}[?2004h"
  private static let modesOff = "\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l"

  private static var screenSize: Size {
    Size(columns: Int(getmaxx(cn_stdscr())), rows: Int(getmaxy(cn_stdscr())))
  }

  private func setUp() {
    raw()
    noecho()
    // Enter and Ctrl-J differ, and ncurses may use a line feed to move down.
    nonl()
    let screen = cn_stdscr()
    keypad(screen, true)
    nodelay(screen, true)
    meta(screen, true)
    // With scroll regions a line more costs a line, not a screen.
    idlok(screen, true)
    // A frame is drawn whole, also when a key is waiting.
    typeahead(-1)
    set_escdelay(25)
    TerminalKeys.defineSequences()
    // Presses come at once; double presses are made here.
    mouseinterval(0)
    send(Self.modesOn)
  }

  private func setMouse() {
    let wanted =
      cn_button1_pressed | cn_button1_released | cn_button4_pressed | cn_button5_pressed
    mousemask(reportsMouse ? wanted : 0, nil)
    // Before the first frame this would paint an empty screen; the frame sends it anyway.
    if presented != nil { CNcurses.refresh() }
  }

  /// Asks the kernel for the size: while the terminal was not ours, nobody told of a change.
  private func adaptSize() {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0,
      window.ws_col > 0
    else { return }
    if Size(columns: Int(window.ws_col), rows: Int(window.ws_row)) != size {
      resizeterm(Int32(window.ws_row), Int32(window.ws_col))
      takeSize()
    }
  }

  func takeSize() {
    size = Self.screenSize
    presented = nil
    // What the terminal did to the old contents is unknown.
    clearok(cn_curscr(), true)
  }

  /// Leaves the screen to others.
  func close() {
    settle()
    announce("gazette: left")
    if isLikeXterm { send(Self.modesOff) }
    endwin()
    TerminalRestore.isNeeded = false
  }

  /// Takes the terminal again after `close`; ncurses then paints its screen anew.
  func reopen() {
    TerminalRestore.isNeeded = true
    adaptSize()
    CNcurses.refresh()
    send(Self.modesOn)
    if reportsMouse { setMouse() }
  }

  /// Writes all of a long sequence between the writes of ncurses; whether that was possible.
  func sendAll(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) } == bytes.count
  }

  /// Writes what ncurses has no name for, between its own writes.
  func send(_ sequence: String) {
    guard isLikeXterm else { return }
    let bytes = Array(sequence.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
