import GazetteText
import Glibc

/// What the program asks of the system; its only file that knows the C library.
enum Platform {
  /// How writing ended.
  enum WriteResult { case done, readerIsGone, failed }

  /// Whether both ends of a conversation with the reader are a terminal.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Whether standard output is a terminal, on which the browser can be shown.
  static var showsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether messages are read on a terminal.
  static var reportsToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Waits.
  static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// Writes over words of the arguments that others can see in the list of processes.
  ///
  /// - Parameter words: Nil for an argument that may be seen, else what to put in its place, of the
  ///   same length.
  static func hideArguments(_ words: (String) -> String?) {
    // What the process began with, not the copies that were made of it: fields 48 and 49 of proc(5).
    guard let file = fopen("/proc/self/stat", "r") else { return }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 4096)
    let count = fread(&line, 1, line.count, file)
    let text = String(decoding: line[..<count], as: UTF8.self)
    guard let end = text.lastIndex(of: ")") else { return }
    let fields = text[end...].split(separator: " ").dropFirst().map { UInt($0) ?? 0 }
    guard fields.count > 46, fields[46] > fields[45],
      let start = UnsafeMutablePointer<UInt8>(bitPattern: fields[45])
    else { return }
    let bytes = UnsafeMutableBufferPointer(start: start, count: Int(fields[46] - fields[45]))
    for piece in bytes.split(separator: 0, omittingEmptySubsequences: true) {
      guard let word = words(String(decoding: piece, as: UTF8.self)) else { continue }
      for (index, byte) in zip(piece.indices, word.utf8) { bytes[index] = byte }
    }
  }

  /// What comes by standard input.
  enum Input {
    /// A terminal, nothing at all, or a device without end.
    case nothing
    /// A file with something behind its place, or a pipe that somebody has written to.
    case something
    /// A pipe whose other end is open and has not written yet.
    case perhaps
  }

  /// What standard input has for this program, waiting so long for it; nothing is taken.
  static func input(waitingMilliseconds milliseconds: Int32) -> Input {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return lseek(STDIN_FILENO, 0, SEEK_CUR) < status.st_size ? .something : .nothing
    case S_IFIFO, S_IFSOCK:
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, milliseconds) == 0 { return .perhaps }
      var count: Int32 = 0
      return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count > 0 ? .something : .nothing
    default: return .nothing
    }
  }

  /// Lets keys come from the terminal where standard input is something else; whether they can.
  static func takeKeysFromTerminal() -> Bool {
    if isatty(STDIN_FILENO) == 1 { return true }
    let terminal = open("/dev/tty", O_RDWR)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return dup2(terminal, STDIN_FILENO) == STDIN_FILENO
  }

  /// Whether standard input is a terminal, so that somebody can be asked.
  static var readsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether what is said on standard error is read at once.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether the process was asked to stop since `noteStops`.
  static var isStopped: Bool { stopCount > 0 }

  /// Written by a signal handler, which may do nothing else.
  nonisolated(unsafe) private static var stopCount: sig_atomic_t = 0

  /// Lets the first request to stop be noted, so that work can end between two steps; the second
  /// ends the process.
  static func noteStops() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Platform.stopCount = 1
        signal(number, SIG_DFL)
      }
    }
  }

  /// The width of the terminal that standard output is; nil where it is none.
  static var outputColumns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// The words that the program was started with, its name first. Those of the standard library
  /// cost the first frame a fiftieth of its time.
  static var arguments: [String] {
    var words: [String] = []
    for index in 0..<Int(CommandLine.argc) {
      if let word = CommandLine.unsafeArgv[index] {
        words.append(
          FileName.text(
            UnsafeBufferPointer(start: word, count: strlen(word)).map { UInt8(bitPattern: $0) }))
      }
    }
    return words
  }

  /// The day where the reader is.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// A variable of the environment; nil where it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Whether anything is at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a path names the file that this process runs.
  static func isThisProgram(_ path: String) -> Bool {
    var own = stat()
    var other = stat()
    return stat("/proc/self/exe", &own) == 0 && stat(path, &other) == 0
      && own.st_ino == other.st_ino
      && own.st_dev == other.st_dev
  }

  /// The number of the user whom the process belongs to, whatever rights it was lent.
  static var user: UInt32 { getuid() }

  /// The bytes of a file, at most `limit` and one more.
  static func bytes(of path: String, limit: Int) throws(FileRefusal) -> [UInt8] {
    let descriptor = FileName.withBytes(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileRefusal(code: errno) }
    defer { close(descriptor) }
    return try DescriptorBytes.next(limit + 1, of: descriptor)
  }

  /// Takes all of the environment away but the named variables.
  static func keepOnly(_ names: [String]) {
    var kept: [(name: String, value: String)] = []
    for name in names {
      if let value = variable(name) { kept.append((name, value)) }
    }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
  }

  static func setVariable(_ name: String, _ value: String) { setenv(name, value, 1) }

  /// Lets no stop from outside give the terminal to whatever started the program.
  static func ignoreStops() {
    signal(SIGTSTP, SIG_IGN)
  }

  /// Lets a crash neither start another program to report it nor leave a file.
  static func leaveNothingBehindCrashes() {
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] {
      signal(number, SIG_DFL)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }

  /// Lets writing to a closed pipe fail instead of ending the process by a signal.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  static func writeOutput(_ bytes: [UInt8]) -> WriteResult {
    write(bytes, to: STDOUT_FILENO)
  }

  static func writeError(_ text: String) {
    _ = write(Array(text.utf8), to: STDERR_FILENO)
  }

  static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }

  /// Ends the process as the signal would have, or with status 1 where the terminal just went away.
  static func end(bySignal number: Int32?) -> Never {
    if let number {
      signal(number, SIG_DFL)
      raise(number)
    }
    Glibc.exit(1)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> WriteResult {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EPIPE {
          return .readerIsGone
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
        } else if errno != EINTR {
          return .failed
        }
      }
      return .done
    }
  }
}
