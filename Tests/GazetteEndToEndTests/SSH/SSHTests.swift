import Foundation
import Testing

/// The browser at the far end of a real SSH line.
@Suite(.serialized) struct SSHTests {
  private let server: SSHServer
  private let firstTitle = "关于激发人才活力支持人才服务乡村振兴的政策措施"

  init() throws {
    server = try SSHServer()
    try Program.skipStartPage(inHome: server.home)
  }

  /// A command of the far end that leaves the number of the program's process in `pid`.
  private func remembering(_ command: String) -> String {
    "echo $$ > $HOME/pid; exec \(command)"
  }

  /// What the far end keeps of that name, without the end of its last line.
  private func kept(_ name: String) throws -> String {
    try String(contentsOfFile: server.home + "/" + name, encoding: .utf8)
      .trimmingCharacters(in: .newlines)
  }

  @Test func itOpensWalksLeavesAndTheTerminalIsAsBefore() throws {
    let session = try TerminalSession(
      "stty -a > $HOME/before; echo before; \(server.login("$GAZETTE")); echo \"status $?\";"
        + " stty -a > $HOME/after; cmp $HOME/before $HOME/after && echo same; read line")
    try session.waitFor(firstTitle)
    #expect(try session.format("#{alternate_on} #{pane_title}") == "1 gazette: drawn")
    try session.press("h")
    for _ in 0..<8 { try session.press("j") }
    try session.waitFor("引用 1/2.6")
    try session.type("q")
    let screen = try session.waitFor("same")
    #expect(screen.prefix(2) == ["before", "status 0"])
    #expect(try session.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
    try server.waitUntilNobodyIsLeft()
  }

  /// Chinese is drawn whatever locale comes along, and the interface speaks its language.
  @Test(arguments: [
    ("LANG=en_US.UTF-8", "-o SendEnv=LANG", "j/k move"),
    ("LANG=en_US.UTF-8", "", "j/k 移动"),
    ("LANG=zh_CN.UTF-8", "-o SendEnv=LANG", "j/k 移动"),
    ("LANG=xx_YY.UTF-8", "-o SendEnv=LANG", "j/k"),
    ("LANG=zh_CN.GB18030", "-o SendEnv=LANG", "j/k 移动"),
    ("LANG=C", "-o SendEnv=LANG", "j/k"),
    ("LC_ALL=en_DK.UTF-8", "-o SendEnv=LC_ALL", "j/k move"),
  ])
  func aLocaleIsForwardedOrNot(variable: String, option: String, hint: String) throws {
    let session = try TerminalSession(
      "unset LC_ALL; export \(variable); exec \(server.login("$GAZETTE", options: "-t \(option)"))")
    try session.waitFor("a whole screen with \(hint)") { rows in
      rows.last?.contains(hint) == true && rows.contains { $0.contains(firstTitle) }
        && rows.contains { $0.contains("1. 实施乡村振兴人才") }
    }
  }

  /// Whose death drops the line.
  enum Drop: CaseIterable { case client, session }

  @Test(arguments: Drop.allCases)
  func aDroppedLineLosesNothingAndLeavesNothingRunning(drop: Drop) throws {
    let browse = "$GAZETTE browse --reviewer 甲"
    var session = try TerminalSession(
      "echo $$ > $HOME/client; exec \(server.login(remembering(browse)))")
    try session.waitFor("已阅 0/")
    try session.goTo("3.1/2.1.1")
    try session.type("bd")
    try session.waitFor("已阅 1/")
    try session.waitFor("引用 3.1/2.1.2")
    let program = try #require(pid_t(try kept("pid")))
    let started = server.sessions
    #expect(started.contains(program))
    switch drop {
    case .client:
      _ = try Program.shell("kill -9 $(cat '\(session.home)/client')")
    case .session:
      let line = try #require(SSHServer.parent(of: program))
      #expect(started.contains(line))
      kill(line, SIGKILL)
    }
    try server.waitUntilNobodyIsLeft(of: started)

    session = try TerminalSession("exec \(server.login(browse))")
    try session.waitFor("引用 3.1/2.1.2")
    try session.waitFor("已阅 1/")
    let database = server.home + "/state/gazette/review.sqlite"
    let list = try Program.run("review", "list", "is:problem", "--review-db", database)
    #expect(list.text.contains("3.1/2.1.1"), "\(list.text)\(list.errors)")
    #expect(try Program.run("review", "check", "--review-db", database).status == 0)
  }

  @Test func resizingThroughTheLineKeepsThePlace() throws {
    let session = try TerminalSession("exec \(server.login("$GAZETTE"))")
    try session.waitFor(firstTitle)
    try session.goTo("3.1/2.3.11")
    try session.resize(columns: 80, rows: 24)
    try session.waitFor("80 columns with the clause") { rows in
      rows.count == 24 && rows.contains { $0.contains("推进重点行业污染深度治理") }
        && rows.last?.contains("%") == true
    }
    try session.resize(columns: 140, rows: 44)
    try session.waitFor("引用 3.1/2.3.11")
  }

  @Test func suspendingGoesToTheShellAtTheFarEndAndBack() throws {
    let session = try TerminalSession(
      "exec \(server.login("PS1=far: exec bash --norc -i"))")
    try session.waitFor("far:")
    try session.type("stty -a > $HOME/before; $GAZETTE")
    try session.press("Enter")
    try session.waitFor(firstTitle)
    try session.goTo("3.1/2.3.11")
    // Who is responsible is worked out behind the first frame.
    let place = try session.waitFor("责任分工", "引用 3.1/2.3.11")
    try session.press("C-z")
    try session.waitFor("Stopped")
    #expect(try session.format("#{alternate_on}") == "0")
    try session.type("stty -a > $HOME/after; cmp $HOME/before $HOME/after && echo sa\"\"me")
    try session.press("Enter")
    try session.waitFor("same")
    try session.type("fg")
    try session.press("Enter")
    // All but the line at the foot, whose message a key takes away.
    let again = try session.waitFor("the place as it was") { $0.dropLast() == place.dropLast() }
    try session.type("k")
    try session.waitFor("a moved cursor") { $0 != again }
    try session.type("q")
    try session.waitFor("far:")
  }

  /// Requests to end, crashes, and whatever else ends a program; SIGKILL cannot be heard.
  @Test(
    arguments: [
      "TERM", "INT", "HUP", "ABRT", "SEGV", "ILL", "TRAP", "QUIT", "USR1", "ALRM", "IO", "PWR",
      "STKFLT",
    ])
  func aSignalLeavesTheTerminalAsItWas(signal: String) throws {
    let session = try TerminalSession(
      server.login(
        """
        ulimit -c 0; stty -a > $HOME/before
        sh -c "echo \\$\\$ > $HOME/pid; exec $GAZETTE" 2>/dev/null; echo "status $?"
        stty -a > $HOME/after; cmp $HOME/before $HOME/after && echo same
        """) + "; read line")
    try session.waitFor(firstTitle)
    #expect(try session.format("#{alternate_on}") == "1")
    _ = try Program.shell("kill -\(signal) \(try kept("pid"))")
    let number = try Program.shell("kill -l \(signal)").text.trimmingCharacters(in: .newlines)
    let screen = try session.waitFor("same")
    let status = 128 + (try #require(Int(number)))
    #expect(screen.contains { $0.contains("status \(status)") }, "\(screen)")
    #expect(try session.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
  }
}
