import DatabaseServer
import Foundation
import Testing

/// An archive on a server as people meet it.
@Suite(.serialized) struct ServerArchiveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for year in 2019...2021 {
      for number in 1...3 { try write(year, number) }
    }
  }

  private func write(_ year: Int, _ number: Int, clauses: Int = 3) throws {
    var text =
      "# 甲省人民政府公报\n\n\(year)年第\(number)期\n\n# 关于第\(number)件事的通知\n\n一、要求\n\n"
    for clause in 1...clauses {
      text +=
        "\(clause). 推进第\(year - 2000 + clause)批黑土地保护。到\(year + clause)年底前完成。（省生态环境厅牵头，省财政厅参与）\n\n"
    }
    _ = try folder.file("issues-\(year)-\(number).md", text)
  }

  /// What tables give bodies to do is read from the issue itself.
  private func writeTable() throws {
    _ = try folder.file(
      "issues-2022-1.md",
      """
      # 甲省人民政府公报

      2022年第1期

      # 关于黑土地保护任务的通知

      根据《甲省黑土地保护条例》，分工如下。

      | 序号 | 任务 | 牵头单位 | 完成时限 |
      | --- | --- | --- | --- |
      | 1 | 推进秸秆还田 | 省生态环境厅 | 2022年12月底前 |

      """)
  }

  private func build(_ place: String) throws -> Program.Result {
    try Program.run("archive", "build", folder.path, "-o", place, "--lang", "en")
  }

  @Test func commandsAnswerFromTheAddressAlone() throws {
    let place = try DatabaseServer.shared.get().makeDatabase()
    try writeTable()
    let built = try build(place)
    #expect(built.status == 0 && built.text.contains("10 issues"), "\(built.text)\(built.errors)")
    let questions = [
      ["find", "lead@省生态环境厅 has:deadline", "--json", "--issue"], ["find", "黑土地", "--issue"],
      ["departments", "--json", "--issue"], ["departments", "sthjt", "--issue"],
      ["targets", "--json", "--issue"], ["outline", "--issue"], ["archive", "list"],
      ["deadlines", "--json", "--on", "2023-06-30", "--issue"],
      ["duties", "省生态环境厅", "--json", "--issue"], ["references", "黑土地", "--json", "--issue"],
    ]
    let answers = try questions.map { try Program.run(arguments: $0 + [folder.path]) }
    try #expect(Program.run("archive", "check", place).status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/issues-2019-1.md")
    let check = try Program.run("archive", "check", place)
    #expect(check.status == 1 && check.text.contains("issues-2019-1.md"))
    for (question, answer) in zip(questions, answers) {
      let asked = try Program.run(arguments: question + [place])
      #expect(asked.status == 0 && asked.output == answer.output, "\(question) \(asked.errors)")
    }
    // Where the folder is on no machine, nothing of it is gone.
    try FileManager.default.removeItem(atPath: folder.path)
    try #expect(Program.run("archive", "check", place).status == 0)
    let shown = try Program.run("show", "2019-01:1/1.1", "--issue", place)
    #expect(shown.text.contains("推进第20批黑土地保护"), "\(shown.errors)")
  }

  @Test func aBuilderKilledAtAnyMomentLeavesWhatWas() throws {
    let place = try DatabaseServer.shared.get().makeDatabase()
    try #expect(build(place).status == 0)
    func count() throws -> Int {
      let found = try Program.run("find", "黑土地保护", "--json", "--issue", place)
      #expect(found.status == 0, "\(found.errors)")
      return found.text.components(separatedBy: "\"ref\"").count - 1
    }
    var before = try count()
    for clauses in 4...9 {
      for year in 2019...2021 { try write(year, 1, clauses: clauses * 40) }
      // From before its first question to behind its last.
      _ = try Program.shell(
        """
        "$GAZETTE" archive build '\(folder.path)' -o '\(place)' >/dev/null 2>&1 &
        for step in $(seq \((clauses - 4) * 10)); do "$GAZETTE" --version >/dev/null; done
        kill -9 $!
        wait $! 2>/dev/null
        """)
      let after = 3 * clauses * 40 + 6 * 3
      let between = try count()
      #expect(between == before || between == after)
      let result = try build(place)
      #expect(result.status == 0 && result.text.contains("9 issues"), "\(result.errors)")
      try #expect(count() == after)
      before = after
    }
  }

  @Test func aReaderIsToldThatTheServerIsAwayAndGoesOn() throws {
    let server = try DatabaseServer()
    let place = try server.makeDatabase()
    try #expect(build(place).status == 0)
    let session = try TerminalSession(
      "exec \"$GAZETTE\" --restricted '\(place)'", columns: 100, rows: 30)
    try session.waitFor("文库 9期")
    func search(_ words: String) throws {
      try session.type("/")
      try session.press("C-u")
      try session.type(words)
      try session.press("Enter")
    }
    try search("黑土地")
    try session.waitFor("27处")
    try server.stop(.fast)
    try session.waitFor("服务器连接不上")
    try search("第20批")
    try session.waitFor("服务器连接不上")
    try server.start()
    try session.waitFor("服务器已连上")
    try search("第20批")
    try session.waitFor("推进第20批黑土地保护")
    try session.press("Enter")
    try session.waitFor("关于第", "返回文库")
    try session.type("q")
    // What is built meanwhile shows by itself, and takes no list away.
    try write(2022, 1)
    try #expect(build(place).status == 0)
    try session.waitFor("推进第20批黑土地保护", "文库 9期")
    try session.type("q")
    try session.waitFor("文库 10期")
    try session.type("q")
    try session.waitForDeath()
  }

  @Test func whatIsInTheWayIsOneLineWithoutPasswords() throws {
    let place = try DatabaseServer.shared.get().makeDatabase()
    let secret = place.replacingOccurrences(of: "postgres@", with: "postgres:geheim@")
    let empty = try Program.run("find", "地", "--issue", secret)
    let gone = try Program.run("archive", "list", "postgresql://u:geheim@/d?host=/nonexistent")
    let other = try Program.run(
      "archive", "build", folder.path, "-o",
      secret.replacingOccurrences(of: "/test", with: "/nowhere"))
    let built = try build(secret)
    let browsed = try Program.run("postgresql://u:geheim@/d?host=/nonexistent")
    for (result, words) in [
      (empty, "还没有文库"), (gone, "服务器连接不上"), (other, "没有这个数据库"), (browsed, "服务器连接不上"),
    ] {
      #expect(result.status == 1 && result.errors.contains(words), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    for result in [empty, gone, other, built, browsed] {
      #expect(!result.text.contains("geheim") && !result.errors.contains("geheim"))
    }
  }
}
