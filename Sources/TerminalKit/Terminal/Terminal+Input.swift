import CNcurses
import Glibc

extension Terminal {
  /// In milliseconds: a paste that pauses longer has lost its end.
  private static let longestPauseInPaste: Int32 = 1000
  /// In milliseconds: an Escape that pauses longer is the key and no answer of the terminal.
  private static let longestPauseInAnswer: Int32 = 250
  private static let largestBatch = 4096

  /// Waits for input and returns all that is there: keys that are held come in one batch.
  ///
  /// The result is empty when the time is over; then nothing has happened.
  /// - Parameter timeoutMilliseconds: how long to wait; for ever when `nil`.
  package func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent] {
    let end = timeoutMilliseconds.map { Self.milliseconds + $0 }
    while true {
      let rest = end.map { max(0, $0 - Self.milliseconds) }
      if let events = wait(milliseconds: rest) {
        count(events)
        return events
      }
      if canShowHeldFrame || rest == 0 { return [] }
    }
  }

  /// Waits once; nil when nothing came but answers of the terminal.
  private func wait(milliseconds: Int?) -> [InputEvent]? {
    var timeout = Int32(clamping: milliseconds ?? -1)
    let silence = Int32(clamping: Self.milliseconds - lastInput)
    func limit(_ longest: Int32) {
      if timeout < 0 || timeout > longest { timeout = max(0, longest) }
    }
    if decoder.isInPaste { limit(Self.longestPauseInPaste - silence) }
    if decoder.holdsEscape { limit(Self.longestPauseInAnswer - silence) }
    if owesFrame { limit(Int32(TerminalQuestions.patience)) }
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waiting, nfds_t(waiting.count), timeout)
    if count == 0 { return afterSilence() }
    if count < 0 && errno != EINTR && errno != EAGAIN { return [.hangUp] }

    let isSignalled = count < 0 || waiting[1].revents != 0
    var events = count > 0 && waiting[1].revents != 0 ? takeSignals() : []
    let readable = count > 0 ? Int32(waiting[0].revents) : 0
    let isAnythingRead = drain(into: &events)
    if readable & (POLLHUP | POLLERR | POLLNVAL) != 0
      || (readable & POLLIN != 0
        && !isAnythingRead && isAtEnd)
    {
      events.append(.hangUp)
    }
    return events.isEmpty && !isSignalled ? nil : events
  }

  /// What ends because nothing follows.
  private func afterSilence() -> [InputEvent]? {
    let silence = Self.milliseconds - lastInput
    if decoder.isInPaste, silence >= Self.longestPauseInPaste {
      return decoder.endPaste().map { [$0] }
    }
    guard decoder.holdsEscape, silence >= Self.longestPauseInAnswer else { return nil }
    return decoder.endEscape().map { [$0] }
  }

  /// Reads what is there, within a bound that a flood of input cannot exceed.
  private func drain(into events: inout [InputEvent]) -> Bool {
    var isAnythingRead = false
    for _ in 0..<Self.largestBatch {
      let code = wgetch(cn_stdscr())
      if code == ERR { break }
      isAnythingRead = true
      if let event = decoder.endEscape(before: code) { events.append(event) }
      switch code {
      case KEY_RESIZE:
        takeSize()
        events.append(.resize(size))
      case KEY_MOUSE:
        events += mouseEvents().map { .mouse($0) }
      default:
        if let event = decoder.take(code) { events.append(event) }
      }
    }
    guard isAnythingRead else { return false }
    let now = Self.milliseconds
    lastInput = now
    if let event = decoder.pause(isAnswerDue: questions.isOpen(at: now)) { events.append(event) }
    return isAnythingRead
  }

  private func takeSignals() -> [InputEvent] {
    var events: [InputEvent] = []
    for signal in TerminalSignals.received(from: signals) {
      switch signal {
      case SIGHUP, SIGTERM, SIGINT:
        noteEnd(signal)
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

  /// What the mouse did. Of a press and a release that come together ncurses tells once and gives the last first.
  private func mouseEvents() -> [MouseEvent] {
    var events: [MEVENT] = []
    var event = MEVENT()
    while events.count < Self.largestBatch, getmouse(&event) == OK { events.append(event) }
    return events.reversed().compactMap(mouseEvent)
  }

  private func mouseEvent(_ event: MEVENT) -> MouseEvent? {
    let position = Position(row: Int(event.y), column: Int(event.x))
    if event.bstate & cn_button4_pressed != 0 {
      return MouseEvent(kind: .wheelUp, position: position)
    }
    if event.bstate & cn_button5_pressed != 0 {
      return MouseEvent(kind: .wheelDown, position: position)
    }
    if event.bstate & cn_button1_released != 0 {
      return MouseEvent(kind: .release, position: position)
    }
    guard event.bstate & cn_button1_pressed != 0 else { return nil }
    let isDouble = presses.isDouble(at: position, milliseconds: Self.milliseconds)
    return MouseEvent(kind: isDouble ? .doublePress : .press, position: position)
  }

  /// A clock that only goes forward.
  static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
