import Foundation
import Testing

/// A folder of many issues, as readers and builders meet over it.
@Suite(.serialized) struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for year in 2019...2021 {
      for number in 1...3 { try write(year, number) }
    }
  }

  private func write(_ year: Int, _ number: Int, clauses: Int = 3) throws {
    let publication = number == 3 ? "乙省人民政府公报" : "甲省人民政府公报"
    var text = "# \(publication)\n\n\(year)年第\(number)期\n\n# 关于第\(number)件事的通知\n\n一、要求\n\n"
    for clause in 1...clauses {
      text +=
        "\(clause). 推进第\(year - 2000 + clause)批黑土地保护。到\(year + clause)年底前完成。（省生态环境厅牵头，省财政厅参与）\n\n"
    }
    _ = try folder.file("issues-\(year)-\(number).md", text)
  }

  private var index: String {
    folder.path + "/../\(URL(fileURLWithPath: folder.path).lastPathComponent).index"
  }

  private func browse(columns: Int = 100, rows: Int = 30, locale: String = "zh_CN.UTF-8") throws
    -> TerminalSession
  {
    try TerminalSession(
      "exec \"$GAZETTE\" '\(folder.path)'", columns: columns, rows: rows, locale: locale)
  }

  @Test func aFolderIsNarrowedOpenedLeftAndSearched() throws {
    let session = try browse()
    try session.waitFor("文库 9期", "乙省人民政府公报", "2021年第2期")
    try session.type("f")
    try session.type("乙省")
    try session.waitFor("only one publication") { rows in !rows.contains { $0.contains("甲省人民政府公报") }
    }
    try session.press("Enter")
    try session.press("Enter")
    // Inside an issue the screen says so, and how one gets back.
    try session.waitFor("关于第3件事的通知", "返回文库")
    try session.type("q")
    try session.waitFor("文库 9期")
    try session.type("/")
    try session.type("第22批")
    try session.press("Enter")
    try session.waitFor("推进第22批黑土地保护")
    try session.press("Enter")
    try session.waitFor("关于第")
    try session.type("q")
    try session.waitFor("推进第22批黑土地保护")
    try session.type("?")
    try session.waitFor("谁引用", "离开")
    try session.type("q")
    try session.type("q")
    try session.type("q")
    try session.waitForDeath()
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 50)]) func itFitsEverySize(columns: Int, rows: Int)
    throws
  {
    for (locale, words) in [
      ("zh_CN.UTF-8", ("文库 9期", "单位")), ("en_US.UTF-8", ("Archive, 9 issues", "Bodies")),
    ] {
      let session = try browse(columns: columns, rows: rows, locale: locale)
      try session.waitFor(words.0, words.1)
      try session.type("2")
      try session.waitFor("省生态环境厅", "省财政厅")
    }
  }

  @Test func aBuilderKilledAtAnyMomentLeavesAnIndexThatOpens() throws {
    defer {
      for ending in ["", ".building"] {
        try? FileManager.default.removeItem(atPath: index + ending)
      }
    }
    for clauses in 3...7 {
      for year in 2019...2021 { try write(year, 1, clauses: clauses * 40) }
      // From before its first file to behind its last.
      let result = try Program.shell(
        """
        "$GAZETTE" archive build '\(folder.path)' -o '\(index)' >/dev/null 2>&1 &
        for step in $(seq \((clauses - 3) * 12)); do [ -e '\(index).building' ] && break; done
        kill -9 $!
        wait $! 2>/dev/null
        "$GAZETTE" archive build '\(folder.path)' -o '\(index)' --lang en
        """)
      #expect(
        result.status == 0 && result.text.contains("9 issues"), "\(result.text)\(result.errors)")
      let found = try Program.run("find", "黑土地保护", "--json", "--issue", index)
      #expect(found.text.components(separatedBy: "\"ref\"").count - 1 == 3 * clauses * 40 + 6 * 3)
    }
  }

  @Test func twoReadAndOneBuilds() throws {
    defer {
      for ending in ["", ".building"] {
        try? FileManager.default.removeItem(atPath: index + ending)
      }
    }
    #expect(try Program.run("archive", "build", folder.path, "-o", index).status == 0)
    let readers = try (0..<2).map { _ in
      try TerminalSession("exec \"$GAZETTE\" --restricted '\(index)'", columns: 100, rows: 30)
    }
    for reader in readers { try reader.waitFor("文库 9期") }
    try write(2022, 1)
    #expect(try Program.run("archive", "build", folder.path, "-o", index).status == 0)
    for reader in readers {
      try reader.type("/")
      try reader.type("黑土地")
      try reader.press("Enter")
      try reader.waitFor("27处")
    }
    let late = try TerminalSession("exec \"$GAZETTE\" '\(index)'", columns: 100, rows: 30)
    try late.waitFor("文库 10期")
  }

  @Test func whatTheIndexAnswersIsWhatTheIssuesAnswer() throws {
    defer {
      for ending in ["", ".building"] {
        try? FileManager.default.removeItem(atPath: index + ending)
      }
    }
    #expect(try Program.run("archive", "build", folder.path, "-o", index).status == 0)
    for words in [
      ["find", "lead@省生态环境厅 has:deadline"], ["find", "participate@czt"],
      ["find", "until:2021 黑土地"],
      ["departments"], ["targets"],
    ] {
      let arguments = words + ["--json", "--issue"]
      let asked = try Program.run(arguments: arguments + [index])
      #expect(asked.status == 0)
      #expect(
        asked.output == (try Program.run(arguments: arguments + [folder.path])).output, "\(words)")
    }
  }

  @Test func anUnusableIndexIsOneLine() throws {
    defer { try? FileManager.default.removeItem(atPath: index) }
    #expect(try Program.run("archive", "build", folder.path, "-o", index).status == 0)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: index)))
    bytes[63] = 77
    try Data(bytes).write(to: URL(fileURLWithPath: index))
    for command in [
      ["archive", "list", index], ["archive", "check", index], ["find", "黑土地", "--issue", index],
    ] {
      let run = try Program.run(arguments: command)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
    for command in [["archive", "list", "/nowhere"], ["archive", "check", "/nowhere"]] {
      let run = try Program.run(arguments: command)
      #expect(run.status == 1 && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
  }

  @Test func aTextThatChangesIsReadAgainWhereTheReaderIs() throws {
    let path = folder.path + "/issues-2021-1.md"
    let session = try TerminalSession("exec \"$GAZETTE\" '\(path)'", columns: 120, rows: 30)
    try session.waitFor("推进第22批黑土地保护")
    try session.type(":1/1.3")
    try session.press("Enter")
    try session.waitFor("引用 1/1.3")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "第24批", with: "第九十九批")
      .write(toFile: path, atomically: false, encoding: .utf8)
    try session.waitFor("第九十九批", "已重新读入", "引用 1/1.3")
    // What is gone for a moment is waited for.
    try FileManager.default.removeItem(atPath: path)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try session.waitFor("the former words") { rows in rows.contains { $0.contains("第24批") } }
  }

  @Test func anOptionThatCountsOnceIsRefusedTwice() throws {
    let run = try Program.run("find", "黑土地", "--lang", "zh", "--lang", "en")
    #expect(run.status == 64 && run.errors.contains("--lang"), "\(run.errors)")
    #expect(try Program.run("outline", "--issue", folder.path, "--issue", folder.path).status == 0)
  }
}
