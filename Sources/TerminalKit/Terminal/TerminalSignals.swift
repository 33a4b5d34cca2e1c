import CNcurses
import Glibc

/// Turns signals into bytes in a pipe, so that waiting for input cannot miss one.
///
/// A signal that comes just before `poll`, or that another thread takes, still leaves its byte.
enum TerminalSignals {
  // Written before the handlers are installed; the handlers only read them, but for the time.
  nonisolated(unsafe) private static var writeEnd: Int32 = -1
  nonisolated(unsafe) private static var firstRequest: time_t = 0
  nonisolated(unsafe) private static var windowChanged: (@convention(c) (Int32) -> Void)?

  /// Requests to end: hang-up, `kill`, and an interrupt from outside (Ctrl-C is a key).
  private static let requests = [SIGHUP, SIGTERM, SIGINT]
  /// A second request within so many seconds is the same: shell and kernel each send a hang-up.
  private static let patience: time_t = 2

  /// Installs the handlers, after ncurses has installed its own.
  /// - Returns: the end of the pipe to wait on; -1 when no pipe could be made.
  static func install() -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    writeEnd = ends[1]
    firstRequest = 0

    for signal in requests {
      // A write that waits for a terminal which nobody reads is not taken up again.
      handle(signal, flags: 0) { signal in
        let now = time(nil)
        let first = TerminalSignals.firstRequest
        if first != 0 && now - first >= TerminalSignals.patience {
          // The program does not listen any more.
          TerminalRestore.restore()
          TerminalSignals.setDefault(signal)
          raise(signal)
        }
        if first == 0 { TerminalSignals.firstRequest = now }
        TerminalOutput.isLeaving = true
        TerminalSignals.send(signal)
      }
    }
    // Who starts the program with stops ignored wants it so.
    if !isIgnored(SIGTSTP) { handle(SIGTSTP) { TerminalSignals.send($0) } }
    handle(SIGCONT) { TerminalSignals.send($0) }

    // ncurses has to see a new size too.
    var previous = sigaction()
    sigaction(SIGWINCH, nil, &previous)
    windowChanged = previous.__sigaction_handler.sa_handler
    handle(SIGWINCH) { signal in
      TerminalSignals.windowChanged?(signal)
      TerminalSignals.send(signal)
    }
    return ends[0]
  }

  /// Lets the shell's signals do what they do by default.
  ///
  /// Requests to end stay caught: shell and kernel send one each, and the second must not cut off
  /// what the program still saves.
  static func remove() {
    for signal in [SIGTSTP, SIGCONT, SIGWINCH] { setDefault(signal) }
  }

  /// Stops the program and those started with it (`make`, say), until it is continued.
  static func stop(readEnd: Int32) {
    setDefault(SIGTSTP)
    kill(0, SIGTSTP)
    handle(SIGTSTP) { TerminalSignals.send($0) }
    // Its own continuation is no news; what else came meanwhile is.
    for signal in received(from: readEnd) where signal != SIGCONT && signal != SIGTSTP {
      send(signal)
    }
  }

  /// Leaves the keys of the terminal to another program, as a shell does: an interrupt is not for
  /// us, and a stop stops both.
  static func lend() {
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
    setDefault(SIGTSTP)
    setDefault(SIGCONT)
  }

  /// Hears all signals again.
  static func takeBack() {
    TerminalRestore.handle(SIGQUIT)
    handle(SIGINT) { TerminalSignals.send($0) }
    handle(SIGTSTP) { TerminalSignals.send($0) }
    handle(SIGCONT) { TerminalSignals.send($0) }
  }

  /// Ends a wait for events; no signal has the number 0.
  static func wake() { send(0) }

  /// The signals that came since the last call.
  static func received(from readEnd: Int32) -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return count > 0 ? bytes.prefix(count).map(Int32.init) : []
  }

  private static func handle(
    _ signal: Int32, flags: Int32 = SA_RESTART,
    _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = flags
    sigaction(signal, &action, nil)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func setDefault(_ signal: Int32) {
    var action = sigaction()
    sigaction(signal, &action, nil)
  }

  private static func send(_ signal: Int32) {
    let error = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(writeEnd, &byte, 1)
    errno = error
  }
}
