import Foundation
import Testing

/// The account for reading, as README.md says to set it up, on a real server.
@Suite(.serialized) struct ReadingAccountTests {
  private let firstTitle = "关于激发人才活力支持人才服务乡村振兴的政策措施"

  /// The fenced block of README.md in a language that holds `text`, without its fences.
  static func block(_ language: String, holding text: String) throws -> String {
    let path = Program.repository + "/README.md"
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let blocks = readme.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    return try #require(blocks.first { $0.contains(text) })
  }

  /// The lines of README.md for sshd. Only what differs from host to host is put in: the account,
  /// which has to be that of whoever runs the test; the place of the keys; and the place of the
  /// program.
  private static func configuration(_ site: SSHServer.Site) throws -> String {
    let block = try block("sshd_config", holding: "Match User reader")
    var lines: [String] = []
    for line in block.components(separatedBy: "\n") {
      lines.append(
        line.replacingOccurrences(of: "Match User reader", with: "Match User \(site.user)")
          .replacingOccurrences(of: "/etc/ssh/readers", with: site.authorizedKeys)
          .replacingOccurrences(of: "/usr/local/bin/gazette", with: Program.path))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private let server: SSHServer

  init() throws {
    var failure: (any Error)?
    server = try SSHServer { site in
      do {
        return try Self.configuration(site)
      } catch let error {
        failure = error
        return ""
      }
    }
    if let failure { throw failure }
  }

  /// Runs a client at its end of the line, without a terminal.
  private func client(_ command: String) throws -> Program.Result {
    try Program.shell("\(command) </dev/null")
  }

  private func expectNothingWritten() throws {
    #expect(try Program.shell("find '\(server.home)' -mindepth 1").text == "")
  }

  @Test func theReaderReadsAndLeavesAndHasNoShell() throws {
    // Without -t and without a command, as a reader types it.
    let session = try TerminalSession(
      "\(server.login(options: "-o SendEnv=LANG")); echo \"status $?\"; read line")
    try session.waitFor(firstTitle)
    try session.press("h")
    for _ in 0..<8 { try session.press("j") }
    try session.waitFor("引用 1/2.6")
    try session.press("C-z")
    try session.waitFor("此处只供阅读，不能挂起")
    try session.type("E")
    try session.waitFor("此处只供阅读，不能审阅")
    try session.type("!")
    try session.waitFor("此处只供阅读，不能审阅")
    try session.type("q")
    let screen = try session.waitFor("status 0")
    #expect(!screen.contains { $0.contains("$") || $0.contains("#") })
    try server.waitUntilNobodyIsLeft()
    try expectNothingWritten()
  }

  @Test(arguments: [
    "sh", "bash -i", "$GAZETTE", "cat /etc/passwd", "gazette review export",
    "/etc/passwd", "browse --review-db /tmp/x /etc/passwd", "gazette --review-db /tmp/x",
  ])
  func aCommandOpensTheBrowserAndNothingElse(command: String) throws {
    let session = try TerminalSession(
      "\(server.login(command)); echo \"status $?\"; read line")
    try session.waitFor(firstTitle)
    try session.type("q")
    try session.waitFor("status 0")
    // Without a terminal the outline is printed, whatever was asked for.
    let result = try client(server.login(command, options: "-T"))
    #expect(result.output == (try Program.run("outline").output))
    try expectNothingWritten()
  }

  @Test func filesAndForwardingAreRefused() throws {
    let stolen = server.home + "/../stolen"
    for copy in ["scp", "scp -O"] {
      let result = try client(
        "timeout 20 \(copy) -F '\(server.home)/../client' gazette:/etc/passwd '\(stolen)'")
      #expect(result.status != 0, "\(copy)")
    }
    let sftp = try client("timeout 20 sftp -F '\(server.home)/../client' gazette")
    #expect(sftp.status != 0)
    #expect(!FileManager.default.fileExists(atPath: stolen))

    // A connection through the server to the server itself, which would answer with its version.
    let through = try client("timeout 20 " + server.login(options: "-W 127.0.0.1:\(server.port)"))
    #expect(through.status != 0 && through.output.isEmpty, "\(through.text)")
    let back = try client(
      "timeout 20 "
        + server.login(options: "-T -o ExitOnForwardFailure=yes -R 127.0.0.1:0:127.0.0.1:1"))
    #expect(back.status != 0 && back.output.isEmpty)
    try expectNothingWritten()
  }

  @Test func nothingOfTheClientsEnvironmentLeadsOut() throws {
    let session = try TerminalSession(
      "export TERMINFO=/tmp EDITOR=sh VISUAL=sh GAZETTE_RESTRICTED=0 BASH_ENV=/tmp/x LC_ALL=zh_CN.UTF-8;"
        + " exec \(server.login(options: "-t -o SendEnv=*"))")
    try session.waitFor(firstTitle)
    try session.type("E")
    try session.waitFor("此处只供阅读")
    let program = try #require(server.sessions.last)
    // The reader owns the process only as the test does; what it holds is what it was left with.
    let environment = try Program.shell("tr '\\0' '\\n' </proc/\(program)/environ").text
    #expect(!environment.contains("EDITOR") && !environment.contains("TERMINFO"))
  }

  /// README's script for `useradd --shell`: whatever a login asks of it, it reads.
  @Test func theLoginShellReadsWhateverIsAsked() throws {
    let folder = try TemporaryFolder()
    let script = try Self.block("sh", holding: "#!/bin/sh")
      .replacingOccurrences(of: "/usr/local/bin/gazette", with: Program.path)
    let shell = try folder.file("gazette-reader", script)
    _ = try Program.shell("chmod 755 '\(shell)'")
    for words in ["", "-c sh", "-c /usr/lib/openssh/sftp-server", "-l", "-i"] {
      let result = try Program.shell("'\(shell)' \(words)")
      #expect(result.output == (try Program.run("outline").output), "\(words)")
    }
    let session = try TerminalSession("exec bash -c 'exec -a -gazette-reader \(shell) -c sh'")
    try session.waitFor(firstTitle)
    try session.press("C-z")
    try session.waitFor("此处只供阅读，不能挂起")
  }
}
