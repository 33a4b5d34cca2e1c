import Foundation
import Testing

/// Ways out of the restricted mode, each tried and seen refused.
@Suite(.serialized) struct RestrictedTests {
  private let firstTitle = "关于激发人才活力支持人才服务乡村振兴的政策措施"
  /// Where programs that must not run, and files that must not be written, would show.
  private let trap: TemporaryFolder

  init() throws {
    trap = try TemporaryFolder()
    let program = try trap.file("program", "#!/bin/sh\ntouch '\(trap.path)/escaped'\n")
    _ = try Program.shell("chmod +x '\(program)'; mkdir '\(trap.path)/home'")
  }

  /// An environment in which everything that could be followed leads to the trap.
  private var environment: String {
    let program = trap.path + "/program"
    let home = trap.path + "/home"
    let variables = [
      "HOME=\(home)", "XDG_STATE_HOME=\(home)/state", "XDG_CONFIG_HOME=\(home)/config",
      "XDG_DATA_HOME=\(home)/data", "XDG_CACHE_HOME=\(home)/cache", "XDG_RUNTIME_DIR=\(home)",
      "TMPDIR=\(home)", "EDITOR=\(program)", "VISUAL=\(program)", "PAGER=\(program)",
      "SHELL=\(program)", "BROWSER=\(program)", "SSH_ORIGINAL_COMMAND=\(program)",
      "SWIFT_BACKTRACE=enable=yes,swift-backtrace=\(program)", "TERMINFO=\(home)",
      "TERMINFO_DIRS=\(home)", "TERMCAP=\(home)/termcap", "LOCPATH=\(home)", "TZ=\(home)/zone",
      "LESSOPEN=|\(program)",
    ]
    return "env " + variables.map { "'\($0)'" }.joined(separator: " ")
  }

  /// The ways to be restricted.
  static let ways = [
    "\"$GAZETTE\" --restricted", "GAZETTE_RESTRICTED=1 \"$GAZETTE\"",
    "bash -c \"exec -a -gazette '$GAZETTE'\"",
  ]

  /// - Parameter words: What the program shows at first, and goes on showing.
  private func open(
    _ command: String, locale: String = "zh_CN.UTF-8", until words: String? = nil
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      "cat > $HOME/start <<'END'\n\(command)\nEND\n\(environment) GAZETTE=\"$GAZETTE\" sh $HOME/start;"
        + " echo \"状态 $?\"; read line", locale: locale)
    try session.waitFor(words ?? firstTitle)
    return session
  }

  /// Nothing ran, and nothing was written.
  private func expectNothingEscaped() throws {
    let found = try Program.shell("cd '\(trap.path)' && find . -type f -o -type d | sort")
    #expect(found.text == ".\n./home\n./program\n")
  }

  @Test(arguments: ways) func everyKeyOutIsRefusedInOneLine(way: String) throws {
    let session = try open(way)
    // What leads to an editor, a shell or a file elsewhere, and what writes marks.
    for key in [
      "E", "a", "#", "x", "c", "v", "b", "w", "X", "V", "u", "A", "C", "5", "d", "!", "S", "B",
    ] {
      try session.type(key)
      try session.waitFor("a refusal of \(key)") { $0.last?.contains("此处只供阅读，不能审阅") == true }
      try session.type("j")
      try session.waitFor("hints") { $0.last?.contains("j/k") == true }
    }
    try session.press("C-r")
    try session.waitFor("此处只供阅读，不能审阅")
    try session.press("C-z")
    try session.waitFor("此处只供阅读，不能挂起")
    // Keys of other readers that lead to a shell mean nothing here.
    for key in ["e", "&", "$", "P"] {
      try session.type(key)
      try session.waitFor("此处没有 \(key) 键")
    }
    // It is the key of tables.
    try session.type("|")
    try session.waitFor("这里没有表格")
    try session.press("C-]")
    try session.waitFor("此处没有")
    try session.type("q")
    try session.waitFor("状态 0")
    try expectNothingEscaped()
  }

  @Test func whatIsTypedIsNeverACommand() throws {
    let session = try open("exec \"$GAZETTE\" --restricted")
    for key in [":", "/", "f"] {
      try session.type("\(key)!\(trap.path)/program")
      try session.waitFor("/program")
      try session.press("C-z")
      try session.waitFor("不能挂起")
      for key in ["C-o", "C-x", "C-v", "C-\\"] { try session.press(key) }
      try session.press("Enter")
      // Gives up where Enter kept nothing, and means nothing in the panes; Escape and a key would
      // be one with Alt.
      try session.press("C-g")
      try session.waitFor("the panes") { rows in
        ["q 退出", "此处没有"].contains { rows.last?.contains($0) == true }
      }
    }
    // A reference leads to a place in the issue and never to a path.
    try session.type(":")
    try session.waitFor("转到 :")
    try session.type("/etc/passwd")
    try session.press("Enter")
    try session.waitFor("没有 /etc/passwd")
    try session.press("C-p")
    try session.waitFor("转到")
    try session.type("挂起")
    try session.waitFor("a palette without it") { rows in
      !rows.contains { $0.contains("fg") } && !rows.contains { $0.contains("EDITOR") }
    }
    try session.press("Escape")
    try session.waitFor("j/k")
    try session.press("C-c")
    try session.waitFor("再按一次 Ctrl-C")
    try session.press("C-c")
    try session.waitFor("状态 0")
    try expectNothingEscaped()
  }

  @Test func helpAndHintsOfferOnlyWhatThereIs() throws {
    let session = try open("exec \"$GAZETTE\" --restricted")
    let screen = try session.screen()
    #expect(!screen.contains { $0.contains("审阅") || $0.contains("已阅") })
    try session.type("?")
    try session.waitFor("按键帮助")
    for _ in 0..<4 {
      let help = try session.screen()
      #expect(!help.contains { $0.contains("挂起") || $0.contains("EDITOR") || $0.contains("存批注") })
      try session.press("C-f")
    }
    try session.press("G")
    try session.waitFor("关闭帮助")
    #expect(try !session.screen().contains { $0.contains("挂起") || $0.contains("EDITOR") })
    try session.type("qq")
    try session.waitFor("状态 0")
  }

  @Test func noStopGivesTheTerminalToTheShell() throws {
    let session = try open(
      "exec sh -c 'echo $$ > \"$0\"; exec \"$GAZETTE\" --restricted' '\(trap.path)/home/pid'")
    let path = trap.path + "/home/pid"
    let process = try String(contentsOfFile: path, encoding: .utf8)
    try FileManager.default.removeItem(atPath: path)
    _ = try Program.shell("kill -TSTP \(process)")
    try session.type("G")
    try session.waitFor("the end of the text") { rows in !rows.contains { $0.contains(firstTitle) }
    }
    _ = try Program.shell("kill -SEGV \(process)")
    try session.waitFor("状态 139")
    #expect(try session.format("#{alternate_on}") == "0")
    try expectNothingEscaped()
  }

  @Test func theMouseOpensNothingElse() throws {
    let session = try open("exec \"$GAZETTE\" --restricted")
    // SGR presses and releases over every cell of some rows: tabs, tree, text, details and hints.
    for row in [1, 2, 5, 12, 39, 40] {
      for column in stride(from: 1, through: 120, by: 7) {
        try session.type("\u{1B}[<0;\(column);\(row)M\u{1B}[<0;\(column);\(row)m")
      }
    }
    try session.waitFor("a screen") { $0.last?.contains("%") == true }
    #expect(try !session.screen().contains { $0.contains("审阅") })
    try session.press("Escape")
    try session.waitFor("a screen") { $0.last?.contains("%") == true }
    try session.press("C-c")
    try session.waitFor("再按一次 Ctrl-C")
    try session.press("C-c")
    try session.waitFor("状态 0")
    try expectNothingEscaped()
  }

  @Test func aNamedStoreIsReviewedWithoutAnEditor() throws {
    let database = trap.path + "/home/shared.sqlite"
    // An issue that is opened for the first time begins with what it holds, as soon as the store has said so.
    let session = try open(
      "exec \"$GAZETTE\" --restricted --reviewer 甲 --review-db '\(database)'", until: "先学五个键")
    try session.press("Escape")
    try session.waitFor("已阅 0/")
    try session.type("E")
    try session.waitFor("此处不允许外部编辑器")
    try session.type("a")
    try session.waitFor("批注 1")
    try session.press("C-o")
    try session.waitFor("此处不允许外部编辑器")
    try session.press("C-z")
    try session.waitFor("此处只供阅读，不能挂起")
    try session.press("Escape")
    try session.waitFor("j/k")
    // The title does not count; the next unread clause does.
    try session.type("dv")
    try session.waitFor("已阅 1/")
    try session.type("q")
    try session.waitFor("状态 0")
    let files = try Program.shell("cd '\(trap.path)' && find . -type f | grep -v shared.sqlite")
    #expect(files.text == "./program\n")
  }

  // MARK: Commands

  /// Runs a command restricted, without a terminal, with the trap around it.
  private func run(_ command: String) throws -> Program.Result {
    try Program.shell("\(environment) bash --norc -c \"exec -a gazette '$GAZETTE' \(command)\"")
  }

  @Test(arguments: [
    "review export --format json", "review export --format html -o out.html",
    "review import in.json",
    "review list", "review mark 1 read", "review undo", "review check", "find is:unread",
  ])
  func commandsThatDoMoreThanReadAreRefused(command: String) throws {
    for words in ["--restricted \(command)", "\(command) --restricted"] {
      let result = try run(words)
      #expect(result.status == 1, "\(words): \(result.text)")
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("gazette: 此处只供阅读，不能使用: "), "\(result.errors)")
      #expect(result.errors.filter { $0 == "\n" }.count == 1)
    }
    try expectNothingEscaped()
  }

  @Test func readingCommandsStay() throws {
    for command in ["outline", "show 1", "read 1", "check", "departments", "find 黑土地", "targets"] {
      let result = try run("--restricted \(command)")
      #expect(result.status == 0, "\(command): \(result.errors)")
      #expect(!result.output.isEmpty || command == "check")
    }
    try expectNothingEscaped()
  }

  @Test func theEnvironmentKeepsCommandsFromFiles() throws {
    let issue = Program.repository + "/Content/jilin-2021-11"
    for (value, status) in [("1", 1), ("yes", 1), ("0", 0), ("", 0)] as [(String, Int32)] {
      for command in ["outline --issue", "show 1 --issue", "check --issue"] {
        let result = try Program.shell(
          "GAZETTE_RESTRICTED='\(value)' \"$GAZETTE\" \(command) '\(issue)'")
        #expect(result.status == status, "\(value): \(result.errors)")
      }
    }
    // Who writes --restricted writes the path too.
    #expect(try run("--restricted outline --issue '\(issue)'").status == 0)
    #expect(try run("--restricted '\(issue)'").status == 0)
    let find = try Program.shell(
      "GAZETTE_RESTRICTED=1 \"$GAZETTE\" find is:unread --review-db '\(trap.path)/home/x'")
    #expect(find.status == 1)
    try expectNothingEscaped()
  }

  @Test func nothingThatFollowsTakesItBack() throws {
    for words in [
      "--restricted --no-restricted outline", "--restricted --restricted=false review list",
      "--restricted=no review list", "--no-restricted review list",
    ] {
      let result = try run(words)
      #expect(result.status != 0 && result.output.isEmpty, "\(words)")
    }
    let result = try Program.shell(
      "GAZETTE_RESTRICTED=1 \"$GAZETTE\" review list --review-db '\(trap.path)/home/x'")
    #expect(result.status == 1)
    try expectNothingEscaped()
  }

  /// What `su - reader -- WORDS` hands to a login shell.
  @Test(arguments: ["/etc/passwd", "--review-db /tmp/x", "--script /etc/passwd", "outline", "-l"])
  func aLoginShellTakesNoWords(words: String) throws {
    let result = try Program.shell(
      "\(environment) bash --norc -c \"exec -a -gazette '$GAZETTE' \(words)\"")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("gazette: 此处不执行命令: "), "\(result.errors)")
    try expectNothingEscaped()
  }

  /// What `ssh host command`, `scp` and `sftp` ask of a login shell.
  @Test(arguments: [
    "-c sh", "-c /usr/lib/openssh/sftp-server", "-c", "-c ''", "--restricted -c sh",
    "-c 'scp -t /tmp' --restricted",
  ])
  func aCommandForAShellIsRefused(words: String) throws {
    let result = try run(words)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors == "gazette: 此处不执行命令: -c: 请用 ssh -t 连接，不带命令\n")
    try expectNothingEscaped()
  }
}
