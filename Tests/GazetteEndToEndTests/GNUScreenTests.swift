import Foundation
import Testing

/// The browser inside of a real GNU screen, which is inside of tmux: what is copied goes through the one to the other.
@Suite(.serialized) struct GNUScreenTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> TerminalSession {
    // Without a page that waits for a key, in UTF-8, with its sockets where nobody else looks.
    let settings = try folder.file(
      "screenrc", "startup_message off\ndefutf8 on\nshell /bin/sh\nterm screen-256color\n")
    let sockets = folder.path + "/sockets"
    try FileManager.default.createDirectory(
      atPath: sockets, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let session = try TerminalSession(
      "SCREENDIR='\(sockets)' exec screen -U -c '\(settings)' sh -c '\"$GAZETTE\" browse --lang zh; echo \"status $?\"; read line'",
      // Screen measures characters by the locale, which must be there.
      locale: "C.UTF-8")
    try session.waitFor("目录")
    return session
  }

  @Test func whatIsCopiedComesThroughToTheTerminalOutside() throws {
    let session = try open()
    try session.useClipboard()
    try session.goTo("3.1/2.3.11")
    try session.type("y")
    try session.waitFor("已经 screen 送往终端剪贴板")
    try session.waitForBuffer { $0.hasPrefix("11. 推进重点行业污染深度治理。") && $0.hasSuffix("负责）") }
    // In many pieces: several clauses, chosen in the tree.
    try session.type("hVjjjjjj")
    try session.waitFor("引用 3.1/2.4.16")
    try session.type("y")
    try session.waitForBuffer { text in
      text.utf8.count > 3000 && (11...16).allSatisfy { text.contains("\($0). ") }
    }
    try session.type("q")
    try session.waitFor("status 0")
  }
}
