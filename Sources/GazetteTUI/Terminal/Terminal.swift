import CNcurses
import Glibc

/// The terminal: shows frames and reads events.
///
/// There is one at a time, and it belongs to the thread that made it (it is not `Sendable`). Own it
/// in a function, never in a global, so that it is given back at the end of its life.
final class Terminal {
  /// The size of the screen, as of the last events.
  private(set) var size: Size
  /// The signal that asked the program to end, or `nil` when none did.
  private(set) var endSignal: Int32?

  /// Whether the terminal reports the mouse; off where the user wants to select text with it.
  var reportsMouse = false {
    didSet { if reportsMouse != oldValue { setMouse() } }
  }

  private var presented: Frame?
  private var painter: RowPainter
  private var decoder = InputDecoder()
  private var presses = DoublePress()
  private let signals: Int32
  /// Whether the terminal takes the private modes of xterm, such as bracketed paste.
  private let isLikeXterm: Bool
  private var isOpen = true

  /// Takes the terminal of standard input and output.
  init() throws(TerminalFailure) {
    var modes = termios()
    guard isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &modes) == 0 else {
      throw .notATerminal
    }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    if name == "dumb" { throw .tooSimple(name) }
    TerminalLocale.setUp()
    // The kernel knows the size better than LINES and COLUMNS, which do not change.
    use_tioctl(true)
    // Returns nil for an unknown terminal, where initscr would exit.
    guard !name.isEmpty, let output = fdopen(STDOUT_FILENO, "w"),
      let input = fdopen(STDIN_FILENO, "r"), newterm(nil, output, input) != nil
    else { throw .unknown(name) }
    isLikeXterm = TerminalCapability.string("kmous") != nil
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

  /// The theme for the colours that the terminal has; without any where NO_COLOR is set.
  func theme(_ choice: ThemeChoice, isColorless: Bool) -> Theme {
    Theme(
      colors: TerminalCapability.number("colors"), noColor: isColorless || Self.isColorUnwanted,
      choice: choice)
  }

  /// Gives the terminal back. Nothing happens when that is done already.
  func end() {
    guard isOpen else { return }
    isOpen = false
    close()
    TerminalSignals.remove()
  }

  /// Stops the program, as Ctrl-Z does, and goes on where it was when the shell continues it.
  func suspend() {
    close()
    TerminalSignals.stop(readEnd: signals)
    reopen()
  }

  // MARK: Output

  /// Shows a frame; only rows that differ from the frame before are looked at.
  func present(_ frame: Frame, theme: Theme) {
    if theme != painter.theme {
      painter = RowPainter(theme: theme)
      presented = nil
    }
    if presented == frame { return }
    if let presented, presented.size != frame.size { self.presented = nil }
    for index in 0..<min(frame.size.rows, size.rows) {
      let cells = frame.row(index).prefix(size.columns)
      let shown = presented?.row(index).prefix(size.columns)
      guard let span = RowPainter.span(of: cells, differingFrom: shown) else { continue }
      painter.draw(cells[span], at: Int32(span.lowerBound - cells.startIndex), inRow: Int32(index))
    }
    if let cursor = frame.cursor {
      leaveok(cn_stdscr(), false)
      move(Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else {
      // The hidden cursor may stay where drawing left it.
      leaveok(cn_stdscr(), true)
      curs_set(0)
    }
    CNcurses.refresh()
    presented = frame
  }

  /// Writes every cell again with the next frame, whatever the terminal shows now.
  func repaint() {
    presented = nil
    clearok(cn_curscr(), true)
  }

  // MARK: Input

  /// Waits for input and returns all that is there: keys that are held come in one batch.
  ///
  /// The result is empty when the time is over; then nothing has happened.
  /// - Parameter timeoutMilliseconds: how long to wait; for ever when `nil`.
  func nextEvents(timeoutMilliseconds: Int?) -> [Event] {
    var timeout = Int32(clamping: timeoutMilliseconds ?? -1)
    if decoder.isInPaste && (timeout < 0 || timeout > Self.longestPauseInPaste) {
      timeout = Self.longestPauseInPaste
    }
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waiting, nfds_t(waiting.count), timeout)
    if count == 0 { return decoder.endPaste().map { [$0] } ?? [] }
    if count < 0 && errno != EINTR && errno != EAGAIN { return [.hangUp] }

    var events = count > 0 && waiting[1].revents != 0 ? takeSignals() : []
    let readable = count > 0 ? Int32(waiting[0].revents) : 0
    let isAnythingRead = drain(into: &events)
    if readable & (POLLHUP | POLLERR | POLLNVAL) != 0
      || (readable & POLLIN != 0
        && !isAnythingRead && isAtEnd)
    {
      events.append(.hangUp)
    }
    return events
  }

  /// Reads what is there, within a bound that a flood of input cannot exceed.
  private func drain(into events: inout [Event]) -> Bool {
    var isAnythingRead = false
    for _ in 0..<Self.largestBatch {
      let code = wgetch(cn_stdscr())
      if code == ERR { break }
      isAnythingRead = true
      switch code {
      case KEY_RESIZE:
        takeSize()
        events.append(.resize(size))
      case KEY_MOUSE:
        if let event = mouseEvent() { events.append(.mouse(event)) }
      default:
        if let event = decoder.take(code) { events.append(event) }
      }
    }
    if let event = decoder.pause() { events.append(event) }
    return isAnythingRead
  }

  private func takeSignals() -> [Event] {
    var events: [Event] = []
    for signal in TerminalSignals.received(from: signals) {
      switch signal {
      case SIGHUP, SIGTERM, SIGINT:
        endSignal = endSignal ?? signal
        events.append(.hangUp)
      case SIGTSTP:
        suspend()
        events.append(.resize(size))
      case SIGCONT:
        // Stopped from outside: the shell has had the terminal meanwhile.
        close()
        reopen()
        events.append(.resize(size))
      default:
        // A new size comes through ncurses.
        break
      }
    }
    return events
  }

  /// Whether standard input is readable only because it has ended.
  private var isAtEnd: Bool {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) != 0 || count == 0
  }

  private func mouseEvent() -> MouseEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let position = Position(row: Int(event.y), column: Int(event.x))
    if event.bstate & cn_button4_pressed != 0 {
      return MouseEvent(kind: .wheelUp, position: position)
    }
    if event.bstate & cn_button5_pressed != 0 {
      return MouseEvent(kind: .wheelDown, position: position)
    }
    guard event.bstate & cn_button1_pressed != 0 else { return nil }
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let milliseconds = now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    let isDouble = presses.isDouble(at: position, milliseconds: milliseconds)
    return MouseEvent(kind: isDouble ? .doublePress : .press, position: position)
  }

  // MARK: Modes

  private static let modesOn = "\u{1B}[?2004h"
  private static let modesOff = "\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l"
  /// In milliseconds: a paste that pauses longer has lost its end.
  private static let longestPauseInPaste: Int32 = 1000
  private static let largestBatch = 4096

  private static var isColorUnwanted: Bool {
    getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
  }

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
    if has_colors() && !Self.isColorUnwanted {
      start_color()
      use_default_colors()
    }
    // Presses come at once; double presses are made here.
    mouseinterval(0)
    send(Self.modesOn)
  }

  private func setMouse() {
    let wanted = cn_button1_pressed | cn_button4_pressed | cn_button5_pressed
    mousemask(reportsMouse ? wanted : 0, nil)
    // Before the first frame this would paint an empty screen; the frame sends it anyway.
    if presented != nil { CNcurses.refresh() }
  }

  private func takeSize() {
    size = Self.screenSize
    presented = nil
    // What the terminal did to the old contents is unknown.
    clearok(cn_curscr(), true)
  }

  /// Leaves the screen to others.
  func close() {
    if isLikeXterm { send(Self.modesOff) }
    endwin()
    TerminalRestore.isNeeded = false
  }

  /// Takes the terminal again after `close`; ncurses then paints its screen anew.
  func reopen() {
    TerminalRestore.isNeeded = true
    CNcurses.refresh()
    send(Self.modesOn)
    if reportsMouse { setMouse() }
  }

  /// Writes all of a long sequence between the writes of ncurses; whether that was possible.
  func sendAll(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Writes what ncurses has no name for, between its own writes.
  private func send(_ sequence: String) {
    guard isLikeXterm else { return }
    let bytes = Array(sequence.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
