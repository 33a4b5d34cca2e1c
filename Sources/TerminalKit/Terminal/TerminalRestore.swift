import CNcurses
import Glibc

/// Gives the terminal back as it was, also when the program dies.
///
/// What is needed is worked out at the start, because a dying program may do little: the handlers
/// only write bytes and set modes, which POSIX allows in a signal handler.
enum TerminalRestore {
  // Written before the handlers are installed, then only read; `isNeeded` may be stale by one
  // write, which restores twice at worst.
  nonisolated(unsafe) private static var bytes: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) private static var byteCount = 0
  // On the heap: the compiler leaves out the padding of a C structure that a static variable begins
  // with, and the bytes behind it would be written over.
  nonisolated(unsafe) private static var modes: UnsafeMutablePointer<termios>?
  // Only the kernel uses it; kept here, so that no search for leaks finds it forgotten.
  nonisolated(unsafe) private static var handlerStack: UnsafeMutableRawPointer?
  /// Whether the terminal is in our hands now.
  nonisolated(unsafe) static var isNeeded = false

  /// Crashes, and all else that ends a program which does not listen; SIGKILL cannot be heard.
  private static let fatalSignals = [
    SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2,
    SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT,
  ]

  /// Remembers how to leave, and leaves so on `exit` and on fatal signals.
  /// - Parameter modes: those of the terminal before ncurses changed them.
  static func prepare(modes: termios, extraSequences: String) {
    let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    kept.initialize(to: modes)
    self.modes = kept
    var sequences = extraSequences
    for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
      sequences += TerminalCapability.string(name) ?? ""
    }
    let all = Array((sequences + "\r").utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: all.count)
    copy.initialize(from: all, count: all.count)
    bytes = copy
    byteCount = all.count
    isNeeded = true
    atexit { TerminalRestore.restore() }
    installHandlers()
  }

  /// Restores the terminal if that is still to be done; may be called in a signal handler.
  static func restore() {
    guard isNeeded, let bytes else { return }
    isNeeded = false
    TerminalOutput.stopGathering()
    TerminalOutput.isLeaving = true
    _ = write(STDOUT_FILENO, bytes, byteCount)
    if let modes { tcsetattr(STDIN_FILENO, TCSANOW, modes) }
  }

  private static func installHandlers() {
    // A stack of its own lets the handler run when the stack has overflowed.
    let stackSize = 1 << 16
    let handlerStack = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    self.handlerStack = handlerStack
    var stack = stack_t()
    stack.ss_sp = handlerStack
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)

    for signal in fatalSignals { handle(signal) }
    // The signals of real time end a program too.
    for signal in __libc_current_sigrtmin()...__libc_current_sigrtmax() { handle(signal) }
  }

  /// Restores the terminal when a signal ends the program.
  static func handle(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      TerminalRestore.restore()
      // The handler is reset by now: this ends the program with the signal's own status.
      raise(signal)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER | SA_ONSTACK
    sigaction(signal, &action, nil)
  }
}

/// What the terminal database says of the terminal in use.
enum TerminalCapability {
  /// A string capability without the delays for hardware terminals, or `nil` where there is none.
  static func string(_ name: String) -> String? {
    // (char *)-1 says that the name is not that of a string.
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
    return withoutDelays(String(cString: value))
  }

  /// A number capability; negative where there is none.
  static func number(_ name: String) -> Int { Int(tigetnum(name)) }

  /// Drops `$<5>`, `$<20*/>` and the like.
  static func withoutDelays(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "<"),
        let close = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        index = close + 1
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
