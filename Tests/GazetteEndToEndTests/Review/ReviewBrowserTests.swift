import Foundation
import Testing

/// A review in the browser, on a terminal.
@Suite(.serialized) struct ReviewBrowserTests {
  private let folder: TemporaryFolder
  private var database: String { folder.path + "/review.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Opens the browser; with `tellsStatus` the shell stays and says how it ended, which tmux does
  /// not always.
  private func open(
    _ options: String = "", reviewer: String = "甲", tellsStatus: Bool = false
  ) throws -> TerminalSession {
    let command = "\"$GAZETTE\" browse --reviewer \(reviewer) --review-db \(database) \(options)"
    let terminal = try TerminalSession(
      tellsStatus ? command + Self.tellingStatus : "exec \(command)")
    try terminal.waitFor("已阅 ")
    return terminal
  }

  private static let tellingStatus = "; echo \"状态 $?\"; read line"

  private func marks(_ query: String...) throws -> [[String: Any]] {
    let arguments = ["review", "list"] + query + ["--json", "--review-db", database]
    let result = try Program.shell(
      "\"$GAZETTE\" " + arguments.map { "'\($0)'" }.joined(separator: " "))
    return try result.objects()
  }

  private func references(_ query: String...) throws -> [String] {
    try marks(query.joined(separator: " ")).compactMap { $0["ref"] as? String }
  }

  @Test func aRunIsReviewedLeftReopenedFoundAndHandedOn() throws {
    var terminal = try TerminalSession(
      "\"$GAZETTE\" browse --reviewer 甲 --review-db \(database); echo 状态 $?; read line")
    try terminal.waitFor("已阅 ")
    try terminal.goTo("3.1/2.1.1")
    try terminal.type("xcvdbd")
    try terminal.waitFor("已阅 4/")
    try terminal.type("a")
    try terminal.waitFor("批注 3.1/2.2.5")
    try terminal.type("请核实时限，与上位文件是否一致")
    try terminal.press("Enter")
    try terminal.type("第二行")
    try terminal.waitFor("第二行")
    // The cursor of the terminal, where an input method opens its window, is behind the last
    // character.
    let rows = try terminal.screen()
    let row = try #require(rows.firstIndex { $0.contains("第二行") })
    #expect(try terminal.format("#{cursor_y}") == String(row))
    try terminal.press("C-s")
    try terminal.waitFor("批注已存")
    try terminal.press("q")
    try terminal.waitFor("已阅 4/143，存疑 1，问题 1")
    try terminal.waitFor("状态 0")

    // Opens at the same clause, with the marks.
    terminal = try open(tellsStatus: true)
    try terminal.waitFor("引用 3.1/2.2.5")
    try terminal.type("f")
    try terminal.waitFor("筛选")
    try terminal.type("note:时限")
    try terminal.waitFor("1 处")
    try terminal.press("Escape")
    try terminal.waitFor("no filter") { rows in !rows.contains { $0.contains("note:时限") } }
    try terminal.type("u")
    try terminal.waitFor("已撤销")
    try terminal.press("C-r")
    try terminal.waitFor("已重做")
    try terminal.press("q")
    try terminal.waitFor("状态 0")
    terminal = try open("--fresh", tellsStatus: true)
    try terminal.waitFor("引用 1")
    try terminal.press("q")
    try terminal.waitFor("状态 0")

    let found = try Program.run(
      "find", "note:时限", "--reviewer", "甲", "--review-db", database)
    #expect(found.text.hasPrefix("3.1/2.2.5 "))
    #expect(try references("is:problem") == ["2021-11:3.1/2.1.4"])
    for (format, expected) in [
      ("markdown", "请核实时限"), ("csv", "\"请核实时限，与上位文件是否一致\n第二行\""),
      ("json", "请核实时限，与上位文件是否一致\\n第二行"), ("html", "请核实时限"),
    ] {
      let export = try Program.run(
        "review", "export", "--format", format, "--filter", "note:时限", "--review-db", database)
      #expect(export.status == 0, "\(format): \(export.errors)")
      #expect(export.text.contains(expected), "\(format)")
    }
  }

  @Test func aMarkThatIsShownSurvivesKilling() throws {
    for round in 0..<3 {
      let terminal = try open("--fresh", reviewer: "第\(round)人")
      try terminal.goTo("3.1/2.1.1")
      try terminal.type("ccccc")
      try terminal.waitFor("已阅 5/")
      let process = try terminal.format("#{pane_pid}")
      _ = try Program.shell("kill -9 \(process)")
      try terminal.waitForDeath()
      #expect(try references("by:第\(round)人").count == 5)
    }
    let check = try Program.run("review", "check", "--review-db", database)
    #expect(check.status == 0, "\(check.text)")
  }

  @Test func aDroppedLineKeepsMarksAndTheNoteBeingWritten() throws {
    var terminal = try open()
    try terminal.goTo("3.1/2.1.1")
    try terminal.type("bdvd")
    try terminal.waitFor("已阅 2/")
    try terminal.type("a")
    try terminal.waitFor("批注 3.1/2.1.3")
    try terminal.type("写到一半")
    try terminal.waitFor("写到一半")
    let process = try terminal.format("#{pane_pid}")
    _ = try Program.shell("kill -HUP \(process)")
    try terminal.waitForDeath()
    #expect(try references("is:problem") == ["2021-11:3.1/2.1.1"])
    #expect(try marks("note:一半").count == 1)
    // The place was kept too.
    terminal = try open()
    try terminal.waitFor("引用 3.1/2.1.3")
  }

  @Test func aStoreThatCannotBeUsedDoesNotDisturbReading() throws {
    try Data("no database, but precious".utf8).write(to: URL(fileURLWithPath: database))
    let terminal = try TerminalSession(
      "\"$GAZETTE\" browse --reviewer 甲 --review-db \(database)" + Self.tellingStatus)
    try terminal.waitFor("不能审阅")
    try terminal.type("]")
    try terminal.waitFor("退出")
    try terminal.type("x")
    try terminal.waitFor("不能审阅")
    try terminal.press("q")
    try terminal.waitFor("状态 0")
    let kept = try String(contentsOfFile: database, encoding: .utf8)
    #expect(kept == "no database, but precious")
  }

  @Test func anOpenedReviewIsShownWithoutAKey() throws {
    // It may be open before, while or after the issue is indexed.
    for round in 0..<20 {
      let terminal = try TerminalSession(
        "\"$GAZETTE\" browse --reviewer 甲 --review-db \(database)-\(round)")
      try terminal.waitFor("已阅 ")
    }
  }

  @Test func theEditorOutsideWritesTheNoteAndGivesTheTerminalBack() throws {
    let editor = try folder.file(
      "editor", "#!/bin/sh\nstat -c %a \"$1\" > '\(folder.path)/mode'\nprintf '外面写的\\n' >> \"$1\"\n"
    )
    _ = try Program.shell("chmod +x \(editor)")
    let terminal = try TerminalSession(
      "EDITOR=\(editor) \"$GAZETTE\" browse --reviewer 甲 --review-db \(database)"
        + Self.tellingStatus)
    try terminal.waitFor("已阅 ")
    try terminal.goTo("3.1/2.1.1")
    try terminal.type("E")
    try terminal.waitFor("取回编辑器所写")
    try terminal.press("C-s")
    try terminal.waitFor("批注已存")
    #expect(try marks("note:外面").count == 1)
    let mode = try String(contentsOfFile: folder.path + "/mode", encoding: .utf8)
    #expect(mode == "600\n")
    try terminal.press("q")
    try terminal.waitFor("状态 0")
  }
}
