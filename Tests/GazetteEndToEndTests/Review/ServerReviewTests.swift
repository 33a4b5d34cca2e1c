import DatabaseServer
import Foundation
import Testing

/// A review in PostgreSQL as people meet it.
@Suite(.serialized) struct ServerReviewTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ words: String..., at database: String) throws -> Program.Result {
    try Program.run(arguments: ["review"] + words + ["--reviewer", "甲", "--review-db", database])
  }

  @Test func aReviewGoesFromAFileToAServerAndBack() throws {
    let server = try DatabaseServer.shared.get()
    let database = try server.makeDatabase()
    let file = folder.path + "/a.sqlite"
    for (reference, state) in [("3.1/2.3.11", "problem"), ("3.1/2.3.10", "agreed")] {
      try #expect(run("mark", reference, state, "--note", "核", "--tag", "急", at: file).status == 0)
    }
    try #expect(run("undo", at: file).status == 0)
    func moved(from: String, to: String) throws {
      let exported = folder.path + "/review.json"
      let export = try Program.run(
        "review", "export", "--format", "json", "-o", exported, "--review-db", from)
      #expect(export.status == 0, "\(export.errors)")
      let imported = try Program.run("review", "import", exported, "--review-db", to)
      #expect(imported.status == 0, "\(imported.errors)")
    }
    let back = folder.path + "/b.sqlite"
    try moved(from: file, to: database)
    try moved(from: database, to: back)
    func content(_ place: String) throws -> String {
      let result = try Program.run("review", "export", "--format", "json", "--review-db", place)
      return result.lines.filter { !$0.contains("exportedAt") }.joined(separator: "\n")
    }
    try #expect(content(file) == content(database))
    try #expect(content(file) == content(back))
    try #expect(run("list", at: database).text.contains("3.1/2.3.11"))
    try #expect(run("undo", at: database).status == 1)
  }

  @Test func passwordsAreNeitherShownNorInTheListOfProcesses() throws {
    let server = try DatabaseServer.shared.get()
    let database = try server.makeDatabase()
    let secret = database.replacingOccurrences(of: "postgres@", with: "postgres:geheim@")
    let marking = try Marking(
      (0..<200).map { _ in "3.1/2.3.11 read x" }, reviewer: "甲", number: 0, secret, folder)
    while marking.isRunning, try marking.acknowledged().isEmpty {}
    let processes = try Program.shell("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '")
    marking.kill()
    #expect(!processes.text.contains("geheim"))
    let outputs = [
      try run("check", at: secret), try run("mark", "9.9/9", "read", at: secret),
      try run("list", at: secret.replacingOccurrences(of: "/test", with: "/nowhere")),
      try run("list", at: "postgresql://u:geheim@/d?host=/nonexistent"),
      try run("list", at: "postgresql://u:12geheim/x@h/d"),
      try Program.shell("\"$GAZETTE\" config --review-db '\(secret)'"),
    ]
    for output in outputs {
      #expect(!output.text.contains("geheim") && !output.errors.contains("geheim"))
    }
    #expect(outputs[2].errors.contains("没有这个数据库"))
    #expect(outputs[3].errors.contains("服务器连接不上"))
    #expect(outputs[4].errors.contains("服务器地址有误"))
  }

  @Test func readersWhoAreLockedDownReachNoServer() throws {
    let database = try DatabaseServer.shared.get().makeDatabase()
    let found = try Program.run("find", "is:read", "--restricted", "--review-db", database)
    #expect(found.status == 1)
    #expect(found.errors.contains("受限模式下不连接服务器"))
  }

  @Test func marksWaitForAServerThatIsAwayAndAreRecordedWhenItIsBack() throws {
    let server = try DatabaseServer()
    let database = try server.makeDatabase()
    let terminal = try TerminalSession(
      "\"$GAZETTE\" browse --reviewer 甲 --review-db '\(database)'; echo 状态 $?; read line"
    )
    try terminal.waitFor("已阅 ")
    try terminal.type(":")
    try terminal.waitFor("转到 :")
    try terminal.type("3.1/2.3.11")
    try terminal.press("Enter")
    try terminal.waitFor("引用 3.1/2.3.11")
    try terminal.type("x")
    try terminal.waitFor("已阅 1/")
    try server.stop(.killed)
    try terminal.type("xx")
    try terminal.waitFor("服务器未连上，2 处待记")
    try server.start()
    try terminal.waitFor("已阅 3/")
    try terminal.waitFor("gone") { rows in !rows.contains { $0.contains("处待记") } }
    try terminal.press("q")
    try terminal.waitFor("状态 0")
    let list = try Program.run("review", "list", "--reviewer", "甲", "--review-db", database)
    #expect(list.lines.count == 3)

    try server.stop(.fast)
    let other = try TerminalSession(
      "\"$GAZETTE\" browse --reviewer 乙 --review-db '\(database)'; echo 状态 $?; read line")
    try other.waitFor("服务器连接不上", "服务器未连上")
    try server.start()
    try other.waitFor("已阅 0/")
    try other.press("q")
    try other.waitFor("状态 0")
  }
}
