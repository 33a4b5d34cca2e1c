import Foundation
import Testing

/// The ways to use the browser beside its panes.
@Suite(.serialized) struct ScriptTutorLinearTests {
  // MARK: Scripts

  @Test func aScriptPrintsScreensWithoutATerminal() throws {
    let result = try Program.shell(
      "printf 'keys : 3.1/2.3.11 <Enter>\\nscreen a\\n' | \"$GAZETTE\" --lang zh --script -")
    #expect(result.status == 0)
    #expect(result.lines.first?.hasPrefix("== line 2: a: 80x24") == true)
    #expect(result.lines.count == 25)
    #expect(result.text.contains("11. 推进重点行业污染深度治理"))
    #expect(!result.output.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test func aScriptThatFailsSaysWhere() throws {
    let folder = try TemporaryFolder()
    let script = try folder.file("a.script", "keys j\nexpect 没有这句话\n")
    let result = try Program.run("--script", script)
    #expect(result.status == 1)
    #expect(result.errors.contains("\(script):2"))
    #expect(result.lines.first?.hasPrefix("== line 2: 80x24") == true)
    let missing = try Program.run("--script", folder.path + "/none")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("/none"))
  }

  // MARK: Lessons

  @Test func theTutorIsGoneThroughByKeysAndLeavesNothing() throws {
    let terminal = try TerminalSession(
      "\"$GAZETTE\" tutor; echo \"状态 $?\"; read line", columns: 80, rows: 24)
    try terminal.waitFor("教程 1/18")
    try terminal.waitFor("已阅 0/")
    try terminal.type("jjj")
    try terminal.waitFor("教程 2/18")
    try terminal.press("Tab", "Space")
    try terminal.waitFor("教程 3/18")
    try terminal.press("Home", "j", "Enter")
    try terminal.waitFor("教程 4/18")
    try terminal.type("/2021")
    try terminal.press("Enter")
    try terminal.waitFor("教程 5/18")
    try terminal.type(":3.1/2.3.11")
    try terminal.press("Enter")
    try terminal.waitFor("教程 6/18")
    try terminal.type("i")
    try terminal.waitFor("教程 7/18")
    try terminal.type("H")
    try terminal.waitFor("教程 8/18")
    try terminal.type("2/sthj")
    try terminal.press("Enter")
    try terminal.waitFor("教程 9/18")
    try terminal.press("Enter")
    try terminal.waitFor("教程 10/18")
    try terminal.press("Escape")
    try terminal.waitFor("筛选：sthj")
    try terminal.type("@")
    try terminal.waitFor("教程 11/18")
    try terminal.type("fhas:deadline")
    try terminal.press("Enter")
    try terminal.waitFor("教程 12/18")
    try terminal.type("4")
    try terminal.waitFor("教程 13/18")
    try terminal.type("Y")
    try terminal.waitFor("GB/T 7714")
    try terminal.press("Enter")
    try terminal.waitFor("教程 14/18")
    try terminal.type("x")
    try terminal.waitFor("教程 15/18")
    try terminal.type("u")
    try terminal.waitFor("教程 16/18")
    try terminal.type("va")
    try terminal.waitFor("批注 ")
    try terminal.type("时限有误")
    try terminal.press("C-s")
    try terminal.waitFor("教程 17/18")
    try terminal.type("?")
    try terminal.waitFor("教程 18/18")
    try terminal.type("q")
    try terminal.waitFor("closed help") { rows in rows.contains { $0.contains("指标") } }
    try terminal.type("q")
    try terminal.waitFor("状态 0")
    #expect(!FileManager.default.fileExists(atPath: terminal.home + "/.local"))
  }

  // MARK: Lines

  @Test func linesAreReadFromAPipe() throws {
    let result = try Program.shell(
      "printf '3.1/2.3.11\\nn\\n@sthjt\\nq\\nn\\n' | TERM=dumb \"$GAZETTE\" --linear --lang en")
    #expect(result.status == 0)
    #expect(result.text.contains(", 3.1/2.3.11.\n"))
    #expect(result.text.contains(", 3.1/2.3.12.\n"))
    #expect(!result.text.contains("Command:"))
    #expect(!result.output.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test func aDumbTerminalIsAsked() throws {
    let terminal = try TerminalSession(
      "TERM=dumb \"$GAZETTE\" --linear; echo \"状态 $?\"; read line", term: "screen")
    try terminal.waitFor("命令：")
    try terminal.type("3.1/2.3.11")
    try terminal.press("Enter")
    try terminal.waitFor("11. 推进重点行业污染深度治理")
    try terminal.press("C-d")
    try terminal.waitFor("状态 0")
  }
}
