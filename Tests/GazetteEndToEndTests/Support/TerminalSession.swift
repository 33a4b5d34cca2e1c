import Foundation

/// The built program on a terminal of its own: a tmux server with a single window.
///
/// A test types keys and waits until the screen is as it should be. Nothing sleeps: looking at
/// the screen starts a process, which paces the loop.
final class TerminalSession {
  /// The screen never became what the test waited for.
  struct Unmet: Error, CustomStringConvertible {
    let description: String
  }

  private let folder: TemporaryFolder
  private let socket: String
  private var calls = 0

  /// Starts the program, or a command of the shell in which `$GAZETTE` is the program.
  ///
  /// - Parameter command: What the shell runs; quoting is up to the test.
  init(
    _ command: String = "exec \"$GAZETTE\"", columns: Int = 120, rows: Int = 40,
    locale: String = "zh_CN.UTF-8", term: String = "xterm-256color"
  ) throws {
    folder = try TemporaryFolder()
    socket = folder.path + "/tmux"
    let configuration = try folder.file(
      "tmux.conf",
      """
      set -g remain-on-exit on
      set -g status off
      set -g escape-time 0
      set -g default-terminal \(term)
      """)
    try Program.skipStartPage(inHome: folder.path)
    // The window keeps its last screen and its status after the program has ended.
    try tmux(
      "-f", configuration, "-u", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "env", "-i", "PATH=\(Program.searchPath)", "HOME=\(folder.path)", "TERM=\(term)",
      "LC_ALL=\(locale)", "GAZETTE=\(Program.path)", "GAZETTE_ANNOUNCE_FRAMES=1", "sh", "-c",
      command)
  }

  deinit { _ = try? tmux("kill-server") }

  /// The home of the program, empty at first.
  var home: String { folder.path }

  /// Takes the terminal away, as a broken connection does.
  func closeTerminal() throws { try tmux("kill-server") }

  // MARK: Input

  /// Presses keys by their tmux names: `Down`, `C-d`, `j`, `Enter`.
  func press(_ keys: String...) throws { try press(keys) }

  /// Presses keys by their tmux names, all in one go.
  func press(_ keys: [String]) throws { try tmux(["send-keys", "--"] + keys) }

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Pastes text as a terminal does: between the marks of a paste where the program asked for them.
  func paste(_ text: String) throws {
    try tmux("set-buffer", "--", text)
    try tmux("paste-buffer", "-p", "-d")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  // MARK: Output

  /// The rows of the screen, without the blanks at their ends.
  func screen() throws -> [String] { try picture().rows }

  /// The rows of the screen at one moment, and whether they are a whole frame; nil where the program does not say so.
  private func picture() throws -> (rows: [String], isDrawn: Bool?) {
    // Who is killed while drawing leaves its title, and the screen of the shell.
    var rows = try tmux(
      "capture-pane", "-p", ";", "display-message", "-p", "#{alternate_on} #{pane_title}"
    ).components(separatedBy: "\n")
    rows.removeLast()
    let title = rows.removeLast()
    return (rows, ["1 gazette: drawn": true, "1 gazette: drawing": false][title])
  }

  /// The screen with the sequences of its colours and attributes.
  func styledScreen() throws -> String { try tmux("capture-pane", "-p", "-e") }

  /// Waits until the screen holds all of `texts` and returns it.
  @discardableResult
  func waitFor(_ texts: String...) throws -> [String] {
    try waitFor(texts.map { "“\($0)”" }.joined(separator: " and ")) { rows in
      texts.allSatisfy { text in rows.contains { $0.contains(text) } }
    }
  }

  /// Waits until the screen fulfils `condition` and has been drawn to its end, and returns it.
  ///
  /// The program says when a frame is drawn. Where it does not, as after its end, a screen reaches tmux in
  /// pieces: most often it is whole when it looks the same a moment later, but the pieces may be further apart, so
  /// what a test expects of a screen there belongs in the condition.
  @discardableResult
  func waitFor(_ what: String, condition: ([String]) -> Bool) throws -> [String] {
    var previous: [String]?
    return try wait(what) {
      let (rows, isDrawn) = try picture()
      defer { previous = rows }
      return condition(rows) && (isDrawn ?? (rows == previous)) ? rows : nil
    }
  }

  /// Waits until the program is gone, by whatever.
  func waitForDeath() throws {
    _ = try wait("the end of the program") {
      let process = try format("#{pane_pid}")
      let isGone = !FileManager.default.fileExists(atPath: "/proc/\(process)")
      return try isGone || format("#{pane_dead}") == "1" ? true : nil
    }
  }

  /// The value of a tmux format for the window, such as `#{cursor_x}`.
  func format(_ format: String) throws -> String {
    try tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  /// Begins to write what the program sends to the terminal into a file, and returns its path.
  func record() throws -> String {
    let path = folder.path + "/sent"
    try tmux("pipe-pane", "cat > '\(path)'")
    return path
  }

  /// Goes to a place of the issue by its reference, and waits until the program is there.
  func goTo(_ reference: String) throws {
    try type(":")
    try waitFor("转到 :")
    try type(reference)
    try press("Enter")
    try waitFor("引用 \(reference)")
  }

  // MARK: Clipboard

  /// Lets programs fill the buffers of tmux, as a user does who copies through it.
  func useClipboard() throws { try tmux("set-option", "-s", "set-clipboard", "on") }

  /// Waits until the newest buffer of tmux fulfils `condition`.
  func waitForBuffer(_ condition: (String) -> Bool) throws {
    _ = try wait("the buffer of tmux") { () -> Bool? in
      guard let text = try? tmux("show-buffer") else { return nil }
      return condition(text) ? true : nil
    }
  }

  private func wait<Result>(_ what: String, attempt: () throws -> Result?) throws -> Result {
    let deadline = Date(timeIntervalSinceNow: 20)
    while Date() < deadline {
      if let result = try attempt() { return result }
    }
    let rows = try screen().map { "|\($0)" }.joined(separator: "\n")
    throw Unmet(description: "waited in vain for \(what); the screen is\n\(rows)")
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    calls += 1
    let output = folder.path + "/output-\(calls)"
    let status = try spawn(
      "tmux", ["-S", socket] + arguments,
      environment: [
        "PATH": Program.searchPath, "LC_ALL": "C.UTF-8", "HOME": folder.path,
      ], output: output, errors: output)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    try FileManager.default.removeItem(atPath: output)
    if status != 0 {
      throw Unmet(description: "tmux \(arguments.joined(separator: " ")): \(text)")
    }
    return text
  }
}
