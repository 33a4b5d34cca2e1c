import Foundation

/// The built program on a pseudoterminal whose other end is a `ScreenEmulator`, with a line between
/// them that can be slow.
final class PseudoTerminal {
  /// How answers come back to the program.
  enum Answering {
    case atOnce
    /// Byte by byte, each when the program has taken the one before.
    case inPieces
    /// Not before the test says so.
    case whenTold
  }

  struct Unmet: Error, CustomStringConvertible { let description: String }

  private(set) var emulator: ScreenEmulator
  /// Every byte that the program sent.
  private(set) var received: [UInt8] = []
  private let main: Int32
  private let process: pid_t
  private let folder: TemporaryFolder
  private let answering: Answering
  private var isAnswering = false
  /// How many bytes go through the line in a second; as many as come when nil.
  private let rate: Int?
  private var onTheLine: [UInt8] = []
  private var lastTick = Date()
  private var isClosed = false

  /// TIOCSPTLCK and TIOCGPTN, which are not imported.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// - Parameters:
  ///   - command: What the shell runs, with the program as `$GAZETTE`.
  ///   - variables: Of the environment, as the shell writes them.
  init(
    _ command: String = "exec \"$GAZETTE\"", columns: Int = 80, rows: Int = 24,
    term: String? = "xterm-256color", variables: [String] = [], isWide: Bool = false,
    answers: ScreenEmulator.Answers = .init(), answering: Answering = .atOnce, rate: Int? = nil
  ) throws {
    folder = try TemporaryFolder()
    self.answering = answering
    self.rate = rate
    emulator = ScreenEmulator(columns: columns, rows: rows, isWide: isWide, answers: answers)
    // What posix_openpt, unlockpt and ptsname do; the C library hides them from Swift.
    main = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard main >= 0, ioctl(main, Self.setLock, &isLocked) == 0,
      ioctl(main, Self.getNumber, &number) == 0
    else { throw Unmet(description: "no pseudoterminal") }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(main, UInt(TIOCSWINSZ), &size)

    try Program.skipStartPage(inHome: folder.path)
    var environment = [
      "PATH=\(Program.searchPath)", "HOME=\(folder.path)", "LC_ALL=zh_CN.UTF-8",
      "GAZETTE=\(Program.path)",
    ]
    if let term { environment.append("TERM=\(term)") }
    process = try Self.start(
      ["/bin/sh", "-c", command], environment + variables, on: "/dev/pts/\(number)",
      errors: folder.path + "/errors")
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(main)
  }

  /// A session of its own, whose first terminal is this one.
  private static func start(
    _ words: [String], _ environment: [String], on terminal: String, errors: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    // POSIX_SPAWN_SETSID, which is not imported.
    let newSession: Int16 = 0x80
    var attributes = signalsAsFromAShell(flags: newSession)
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw SpawnFailure(executable: words[0], code: code) }
    return process
  }

  // MARK: Input

  func type(_ text: String) { send(Array(text.utf8)) }

  private func send(_ bytes: [UInt8]) { _ = write(main, bytes, bytes.count) }

  /// Sends the answers that were held.
  func answer() {
    for reply in emulator.replies { send(reply) }
    emulator.replies = []
  }

  private func answerInTurn() {
    switch answering {
    case .atOnce: answer()
    case .whenTold: break
    case .inPieces:
      // What is asked meanwhile is answered behind it.
      guard !isAnswering else { return }
      isAnswering = true
      defer { isAnswering = false }
      while !emulator.replies.isEmpty {
        for byte in emulator.replies.removeFirst() {
          send([byte])
          // Longer than ncurses waits for the rest of a sequence.
          pass(milliseconds: 60)
        }
      }
    }
  }

  // MARK: Output

  var screen: [String] { emulator.screen }
  var errors: String {
    (try? String(contentsOfFile: folder.path + "/errors", encoding: .utf8)) ?? ""
  }
  var receivedText: String { String(decoding: received, as: UTF8.self) }

  /// Lets time pass at both ends of the line; whether anything came.
  @discardableResult
  func pass(milliseconds: Int) -> Bool {
    let end = Date(timeIntervalSinceNow: Double(milliseconds) / 1000)
    let start = received.count
    repeat {
      var waiting = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
      let rest = Int32(max(0, end.timeIntervalSinceNow * 1000))
      poll(&waiting, 1, rate == nil ? rest : min(rest, 20))
      if waiting.revents & Int16(POLLIN) != 0 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(main, &buffer, buffer.count)
        if count > 0 {
          received += buffer.prefix(count)
          onTheLine += buffer.prefix(count)
        }
      } else if waiting.revents & Int16(POLLHUP) != 0 {
        isClosed = true
      }
      deliver()
    } while !isClosed && Date() < end
    return received.count > start
  }

  /// Brings to the terminal what the line can carry.
  private func deliver() {
    let now = Date()
    let room = rate.map { Int(now.timeIntervalSince(lastTick) * Double($0)) } ?? onTheLine.count
    guard room > 0 || onTheLine.isEmpty else { return }
    lastTick = now
    emulator.take(onTheLine.prefix(room))
    onTheLine.removeFirst(min(room, onTheLine.count))
    if !emulator.replies.isEmpty { answerInTurn() }
  }

  /// Waits until the screen holds `text`, nothing comes any more and nothing is on the line.
  @discardableResult
  func waitFor(_ text: String) throws -> [String] {
    try waitFor("“\(text)”") { rows in rows.contains { $0.contains(text) } }
  }

  @discardableResult
  func waitFor(_ what: String, condition: ([String]) -> Bool) throws -> [String] {
    let deadline = Date(timeIntervalSinceNow: 30)
    while Date() < deadline {
      let isQuiet = !pass(milliseconds: 80) && onTheLine.isEmpty
      if isQuiet || isClosed, condition(screen) { return screen }
      if isClosed { break }
    }
    let rows = screen.map { "|\($0)" }.joined(separator: "\n")
    throw Unmet(description: "waited in vain for \(what); the screen is\n\(rows)\n\(errors)")
  }

  /// Types keys that change something on the screen, and waits until it is drawn.
  @discardableResult
  func act(_ keys: String) throws -> [String] {
    let before = received.count
    type(keys)
    let deadline = Date(timeIntervalSinceNow: 30)
    while received.count == before, !isClosed, Date() < deadline { pass(milliseconds: 20) }
    while pass(milliseconds: 300) {}
    return try waitFor("the end of drawing") { _ in true }
  }

  /// Waits, reading nothing, until the line is so full that the program cannot write.
  func waitUntilFull() throws {
    let deadline = Date(timeIntervalSinceNow: 30)
    var filled: Int32 = -1
    while Date() < deadline {
      var now: Int32 = 0
      _ = ioctl(main, UInt(FIONREAD), &now)
      if now > 0, now == filled { return }
      filled = now
      // Nothing is ready to be read from no descriptor: only the time passes.
      poll(nil, 0, 400)
    }
    throw Unmet(description: "nothing is written")
  }

  /// Sends a signal and waits, reading nothing, for the end of the program by a signal, which is
  /// returned; nil where it goes on.
  func end(by signal: Int32) -> Int32? {
    kill(process, signal)
    let deadline = Date(timeIntervalSinceNow: 20)
    var status: Int32 = 0
    while Date() < deadline {
      if waitpid(process, &status, WNOHANG) == process { return status & 0x7F }
      poll(nil, 0, 50)
    }
    return nil
  }

  /// Waits for the end of the program and returns its status.
  func waitForEnd() throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: 30)
    while !isClosed, Date() < deadline { pass(milliseconds: 80) }
    var status: Int32 = 0
    guard isClosed, waitpid(process, &status, 0) == process else {
      throw Unmet(description: "the program does not end")
    }
    return status >> 8 & 0xFF
  }
}
