import Foundation
import Testing

/// Two people in two terminals, each at the far end of a line, over one store: deal out, read, reply, return, confirm, close, export.
@Suite(.serialized) struct TeamTests {
  private let folder: TemporaryFolder
  private let server: SSHServer
  private var database: String { folder.path + "/review.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    server = try SSHServer()
    try Program.skipStartPage(inHome: server.home)
  }

  private func open(as reviewer: String, columns: Int, rows: Int) throws -> TerminalSession {
    let terminal = try TerminalSession(
      server.login("exec $GAZETTE browse --reviewer \(reviewer) --review-db \(database)"),
      columns: columns, rows: rows)
    try terminal.waitFor("已阅 ")
    return terminal
  }

  private func go(to reference: String, in terminal: TerminalSession) throws {
    try terminal.type(":")
    try terminal.waitFor("转到 :")
    try terminal.type(reference)
    try terminal.press("Enter")
    try terminal.waitFor("转到 \(reference)")
  }

  private func write(_ words: String, in terminal: TerminalSession) throws {
    try terminal.type(words)
    try terminal.waitFor(words)
    try terminal.press("C-s")
  }

  private func run(_ arguments: String) throws -> Program.Result {
    try Program.shell("\"$GAZETTE\" \(arguments) --review-db \(database)")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func twoPeopleFinishAReviewAndHandItOver(columns: Int, rows: Int) throws {
    let first = try open(as: "甲", columns: columns, rows: rows)
    let second = try open(as: "乙", columns: columns, rows: rows)

    // Deal out: the other is told within two seconds, and nothing moves there.
    try go(to: "3.1/2.1.1", in: first)
    try first.type("T")
    try first.waitFor("分给")
    try first.type("乙、")
    try first.press("Enter")
    try first.waitFor("3.1/2.1.1 已分给 乙")
    let before = try second.screen().dropLast()
    try second.waitFor("新分给你 1 条")
    #expect(try second.screen().dropLast() == before)

    // Read what is mine.
    try second.press("\\;")
    try second.waitFor("1. 全面推进秸秆综合利用")
    try second.type("c")
    try second.waitFor("已标 同意 3.1/2.1.1")
    try first.waitFor("乙 标 3.1/2.1.1：同意")

    // Reply, and be answered.
    try first.type("R")
    try first.waitFor("讨论 3.1/2.1.1")
    try write("依据是什么？", in: first)
    try second.waitFor("甲 在 3.1/2.1.1 说：依据是什么？")
    try go(to: "3.1/2.1.1", in: second)
    try second.type("R")
    try second.waitFor("回复 3.1/2.1.1：依据是什么？")
    try write("见第三条。", in: second)
    try first.waitFor("乙 在 3.1/2.1.1 说：见第三条。")

    // Return, change, confirm.
    try first.type("B")
    try first.waitFor("退回 3.1/2.1.1（乙）：意见")
    try write("请写明期限", in: first)
    try second.waitFor("甲 退回 3.1/2.1.1：请写明期限")
    try second.type("a")
    try second.waitFor("批注 3.1/2.1.1")
    try write("年底前", in: second)
    try second.waitFor("批注已存")
    try first.type("A")
    try first.waitFor("年底前", "待复核")
    // On a low screen half of it stays with the clause, and the box is scrolled.
    try first.type("G")
    try first.waitFor("依据是什么？", "见第三条。")
    try first.press("Escape")
    try first.waitFor("the box to close") { rows in !rows.contains { $0.contains("见第三条。") } }
    try first.type("S")
    try first.waitFor("已复核 3.1/2.1.1")
    try first.type("Z")
    try first.waitFor("讨论已了结")
    try second.waitFor("甲 复核同意 3.1/2.1.1")

    // Close; the other can mark nothing more.
    try first.type("gz")
    try first.waitFor("定稿", "1/1")
    try first.press("Enter")
    try first.waitFor("本期已定稿")
    try second.waitFor("甲 已将本期定稿")
    try second.type("x")
    try second.waitFor("本期已定稿（甲，")

    // Hand it over.
    let exported = folder.path + "/review.json"
    try #expect(run("review export --format json -o \(exported)").status == 0)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: exported)))
        as? [String: Any])
    let kinds = (json["team"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
    #expect(Set(kinds) == ["assignment", "remark", "thread", "verdict", "closing"])

    // Another store that takes it in says the same.
    let progress = try run("review progress --json").output
    let copy = folder.path + "/copy.sqlite"
    let imported = try Program.shell(
      "\"$GAZETTE\" review import \(exported) --review-db \(copy)"
        + " && \"$GAZETTE\" review progress --json --review-db \(copy) > \(copy).json")
    #expect(imported.status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy + ".json")) == Data(progress))
    try first.press("q")
    try second.press("q")
    try server.waitUntilNobodyIsLeft()
  }

  /// Both ends of a stretch come in one go where a line is slow.
  @Test func theMouseChoosesWordsWhereBothItsEndsArriveTogether() throws {
    let terminal = try open(as: "甲", columns: 120, rows: 40)
    try go(to: "3.1/2.1.1", in: terminal)
    let screen = try terminal.screen()
    let row = try #require(screen.firstIndex { $0.contains("1. 全面推进秸秆综合利用") && $0.contains("│>") })
    func mouse(_ column: Int, _ end: String) -> String { "\u{1B}[<0;\(column);\(row + 1)\(end)" }
    try terminal.type(mouse(60, "M") + mouse(70, "m"))
    try terminal.waitFor("另一端")
    try terminal.press("Escape")
    try terminal.waitFor("? 帮助")
    try terminal.press("q")
    try server.waitUntilNobodyIsLeft()
  }

  @Test func whatATeamSaysWhileTheStoreIsHeldIsKept() throws {
    let first = try open(as: "甲", columns: 120, rows: 40)
    try go(to: "3.1/2.1.1", in: first)
    let holder = try TerminalSession(
      "python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1], isolation_level=None);"
        + " c.execute(\"BEGIN EXCLUSIVE\"); print(\"held\", flush=True); input();"
        + " c.execute(\"ROLLBACK\")' \(database); echo 放开; read line")
    try holder.waitFor("held")
    try first.type("R")
    try first.waitFor("讨论 3.1/2.1.1")
    try write("依据是什么？", in: first)
    try first.waitFor("记录被占用，1 处待记")
    try first.press("q")
    try first.waitFor("再按")
    try first.press("q")
    try server.waitUntilNobodyIsLeft()
    try holder.press("Enter")
    try holder.waitFor("放开")
    let second = try open(as: "甲", columns: 120, rows: 40)
    let threads = try run("review threads --json")
    #expect(threads.text.contains("依据是什么？"))
    try second.press("q")
  }
}
