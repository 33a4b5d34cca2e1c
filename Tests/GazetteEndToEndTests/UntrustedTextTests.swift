import Foundation
import SQLiteKit
import Testing

/// Every kind of hidden character, from every place that text comes from, on every way out.
@Suite(.serialized) struct UntrustedTextTests {
  private let folder: TemporaryFolder
  private var database: String { folder.path + "/review.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  /// An issue whose title, clauses, bodies and identity all hold `text`.
  private func issue(_ text: String) throws -> String {
    _ = try folder.file(
      "issue.md",
      """
      # 某省人民政府关于加强\(text)管理的通知

      各市\(text)人民政府：

      一、总体\(text)要求

      1. 加强\(text)组织领导。到2025年完成\(text)100万元。（省公\(text)安厅、省\(text)水利厅负责）

      """)
    let identity = ["id": "2022-1", "title": "公报\(text)", "sponsor": text, "frequency": text]
    let manifest = try JSONSerialization.data(withJSONObject: ["identity": identity])
    _ = try folder.file("manifest.json", [UInt8](manifest))
    return folder.path
  }

  /// Puts a mark and has another hand write `text` into everything that the store holds of it.
  private func review(_ issue: String, _ text: String) throws {
    let marking = try Program.run(
      arguments: [
        "review", "mark", "1/1.1", "problem", "--note", "批注", "--reviewer", "甲", "--review-db",
        database, "--issue", issue,
      ])
    #expect(marking.status == 0, "\(marking.errors)")
    var settings = DatabaseSettings()
    settings.functions = [Self.seal]
    try DatabaseQueue(path: database, settings).transaction { database in
      try database.execute(sql: "DROP TRIGGER entryIsFixed")
      for statement in [
        "UPDATE text SET content = content || ?1",
        "UPDATE entry SET note = '第一行' || ?1 || char(10) || ?1, tags = '急' || ?1, reviewer = '甲' || ?1",
        "UPDATE step SET reviewer = '甲' || ?1", "UPDATE mark SET reviewer = '甲' || ?1",
      ] {
        try database.execute(sql: statement, arguments: [text])
      }
      // Whoever writes on purpose can seal it too.
      try database.execute(
        sql: """
          UPDATE entry SET checksum = seal(issue, reference, reviewer, at, state, note, tags,
            (SELECT content FROM text WHERE text.id = entry.text))
          """)
    }
  }

  /// The sum that an entry carries: FNV-1a of its fields with their lengths, then of its words.
  private static let seal = DatabaseFunction("seal", argumentCount: 8) { values in
    func sum(_ bytes: some Sequence<UInt8>) -> String {
      let value = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
      }
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    let texts = values.map { value in
      value.text ?? value.integer.map(String.init) ?? ""
    }
    return sum(texts.dropLast().flatMap { Array("\($0.utf8.count):\($0)".utf8) })
      + sum(texts[7].utf8)
  }

  @Test(arguments: HiddenText.kinds.map(\.name)) func nothingHiddenIsPrinted(_ kind: String) throws
  {
    let text = try #require(HiddenText.kinds.first { $0.name == kind }).text
    let issue = try issue(text)
    try review(issue, text)
    let readers = [
      ["outline"], ["outline", "--json"], ["show", "1"], ["show", "1", "--json"],
      ["show", "1", "--source"], ["show", "1/1.1"], ["read"], ["read", "1/1.1"],
      ["responsibilities"], ["responsibilities", "--json"], ["responsibilities", "--csv"],
      ["departments"], ["departments", "--json"], ["departments", "省公\(text)安厅"], ["targets"],
      ["targets", "--json"], ["targets", "--csv"], ["find", "加强"], ["find", "--json", "加强"],
      ["find", "加强\(text)"], ["find", "is:\(text)"], ["check"], ["check", "--json"],
    ]
    let reviews = [
      ["list"], ["list", "--json"], ["list", "note:\(text)"], ["list", "by:\(text)"],
      ["export", "--format", "markdown"], ["export", "--format", "csv"],
      ["export", "--format", "json"], ["export", "--format", "html"],
      ["export", "--format", "html", "--lang", "en"], ["check"], ["undo", "--reviewer", text],
      ["mark", "1/1.1", "read", "--reviewer", "乙\(text)", "--note", text, "--tag", "急\(text)"],
      ["mark", "1/\(text)", "read", "--reviewer", "乙"], ["list"],
    ]
    let stored = reviews.map { ["review"] + $0 + ["--review-db", database] }
    for command in readers + stored {
      let takesIssue = !["check", "undo"].contains(command[1...].first ?? "")
      let run = try Program.run(arguments: command + (takesIssue ? ["--issue", issue] : []))
      let name = command.prefix(4).joined(separator: " ")
      HiddenText.expectNone(in: run, name)
      #expect([0, 1, 64].contains(run.status), "\(name): \(run.status) \(run.errors)")
    }
  }

  /// Variation selectors are dropped, separators end a line, and private characters go out as they
  /// are.
  private static let markedKinds = HiddenText.kinds.map(\.name).filter {
    !["variation selectors", "private use", "separators"].contains($0)
  }

  @Test(arguments: markedKinds) func whatIsHiddenIsMarkedCountedAndListed(_ kind: String) throws {
    let text = try #require(HiddenText.kinds.first { $0.name == kind }).text
    let issue = try issue(text)
    try review(issue, text)
    func run(_ arguments: String...) throws -> Program.Result {
      let run = try Program.run(arguments: arguments + ["--issue", issue])
      #expect(run.status == 0, "\(arguments): \(run.errors)")
      return run
    }
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\u{FFFD}" || ("\u{2400}"..."\u{2421}").contains(scalar)
    }
    for arguments in [["outline"], ["show", "1/1.1"], ["read"], ["find", "加强"]] {
      let printed = try Program.run(arguments: arguments + ["--issue", issue])
      let count = printed.text.unicodeScalars.count(where: isMark)
      #expect(count > 0, "\(arguments)")
      #expect(printed.errors.contains("有 \(count) 处不可见或损坏的字符"), "\(printed.errors)")
    }
    let check = try run("check")
    #expect(check.lines.contains { $0.hasPrefix("7: 有不可见字符或控制字符: ") && $0.contains("U+") })
    let list = try run("review", "list", "--review-db", database)
    #expect(list.text.unicodeScalars.contains(where: isMark))
    for format in ["markdown", "html", "csv"] {
      let export = try run("review", "export", "--format", format, "--review-db", database)
      let count = export.text.unicodeScalars.count(where: isMark)
      #expect(count > 0, "\(format)")
      let said = format == "csv" ? export.errors : export.text
      #expect(said.contains("不可见或损坏"), "\(format)")
    }
    // What other programs read loses nothing.
    let json = try run("review", "export", "--format", "json", "--review-db", database)
    let value = try json.json() as? [String: Any]
    let mark = (value?["marks"] as? [[String: Any]])?.first
    #expect(mark?["note"] as? String == "第一行\(text)\n\(text)")
    #expect(json.text.contains("\\u"))
  }

  @Test func theEnvironmentIsNotTrusted() throws {
    let text = #"$'\e]0;owned\a\u202e\u200b'"#
    for command in [
      "USER=\(text) LOGNAME=\(text) \"$GAZETTE\" review mark 1/1.1 read --review-db '\(database)'",
      "USER=$'甲\\u202e' \"$GAZETTE\" review mark 1/1.1 read --review-db '\(database)'",
      "\"$GAZETTE\" review list --review-db '\(database)'",
      "LC_ALL= LANG=\(text) \"$GAZETTE\" outline", "LC_ALL=\(text) \"$GAZETTE\" check",
      "XDG_STATE_HOME=/proc/\(text) HOME=\(text) \"$GAZETTE\" review mark 1/1.1 read --reviewer 甲",
      "XDG_STATE_HOME=/proc/\(text) \"$GAZETTE\" review check",
      "cd '\(folder.path)' && mkdir \(text) && cd \(text) && \"$GAZETTE\" outline nowhere",
      "cd '\(folder.path)' && \"$GAZETTE\" outline ./\(text)/",
      "\"$GAZETTE\" review export --format csv -o '\(folder.path)/none'/\(text)",
      "\"$GAZETTE\" review import '\(folder.path)'/\(text)",
    ] {
      let run = try Program.shell(command)
      // The pseudo-terminal ends its lines with a return.
      let output = run.output.filter { $0 != 0x0D }
      HiddenText.expectNone(
        in: Program.Result(status: run.status, output: output, errors: run.errors), command)
    }
  }

  @Test func anImportIsNotTrusted() throws {
    for (kind, text) in HiddenText.kinds {
      for field in ["ref", "reviewer", "note", "text"] {
        var mark: [String: Any] = [
          "ref": "2021-11:1/1.1", "reviewer": "甲", "state": "problem", "note": "注", "tags": ["急"],
          "at": "2026-11-24T10:30:00Z", "text": "词", "history": [],
        ]
        mark[field] = (mark[field] as? String ?? "") + text
        let review: [String: Any] = ["format": "gazette-review", "version": 1, "marks": [mark]]
        let path = try folder.file(
          "import.json", [UInt8](try JSONSerialization.data(withJSONObject: review)))
        for command in [
          ["import", path], ["list"], ["export", "--format", "markdown"],
          ["export", "--format", "html"],
        ] {
          let run = try Program.run(
            arguments: ["review"] + command + ["--review-db", database + kind + field])
          HiddenText.expectNone(in: run, "\(kind) \(field) \(command)")
        }
      }
    }
  }

  // MARK: On the terminal

  @Test(arguments: [(80, 24), (120, 40)])
  func nothingHiddenIsSentToTheTerminal(columns: Int, rows: Int) throws {
    let text = HiddenText.kinds.map(\.text).joined(separator: "字")
    let issue = try issue(text)
    try review(issue, text)
    let name = try folder.file("\u{1B}]0;owned\u{7}\u{202E}.md", "# 某省人民政府通知\n\n1. 加强管理。\n")
    let terminal = try TerminalSession(
      "read line; exec \"$GAZETTE\" browse '\(issue)' '\(name)' --reviewer 甲 --review-db '\(database)'",
      columns: columns, rows: rows)
    let path = try terminal.record()
    try terminal.press("Enter")
    try terminal.waitFor("本页有 ")
    try terminal.type(":")
    try terminal.waitFor("转到 :")
    try terminal.type("1/1.1")
    try terminal.waitFor("转到 : 1/1.1")
    try terminal.press("Enter")
    try terminal.waitFor("转到 1/1.1")
    // Everyone's marks.
    try terminal.type("A")
    try terminal.waitFor("各人的标记")
    try terminal.press("Escape")
    try terminal.waitFor("the text") { rows in !rows.contains { $0.contains("各人的标记") } }
    try terminal.type("a")
    try terminal.waitFor("批注 1/1.1")
    try terminal.paste("粘贴\(text)")
    try terminal.waitFor("粘贴")
    let screen = try terminal.screen().joined(separator: "\n")
    #expect(HiddenText.found(in: screen).isEmpty)
    #expect(screen.contains("本页有 "), "\(screen)")
    let sent = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    // What ncurses itself sends: ESC, carriage return, backspace, shift in.
    let own: Set<Unicode.Scalar> = ["\u{1B}", "\r", "\u{8}", "\u{F}", "\t"]
    let found = HiddenText.found(in: sent).filter { !own.contains($0) }
    #expect(found.isEmpty, "\(found.prefix(5).map { String($0.value, radix: 16) })")
    #expect(!sent.contains("\u{1B}]0;owned"))
    #expect(sent.contains("]0;owned"))
  }
}
