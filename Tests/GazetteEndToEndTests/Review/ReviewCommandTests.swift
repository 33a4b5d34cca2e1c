import Foundation
import Testing

/// The review commands as scripts use them.
struct ReviewCommandTests {
  private let folder: TemporaryFolder
  private var database: String { folder.path + "/state/review.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  @Test func aMarkIsListedAsTheContractHasIt() throws {
    let marking = try review("mark", "3.1/2.3.11", "question", "--note", "谁牵头？", "--tag", "急")
    #expect(marking.status == 0 && marking.output.isEmpty && marking.errors.isEmpty)
    let marks = try list()
    #expect(marks.count == 1)
    let mark = try #require(marks.first)
    #expect(
      Set(mark.keys) == ["ref", "state", "note", "tags", "reviewer", "at", "changed"])
    #expect(mark["ref"] as? String == "2021-11:3.1/2.3.11")
    #expect(mark["state"] as? String == "question")
    #expect(mark["note"] as? String == "谁牵头？")
    #expect(mark["tags"] as? [String] == ["急"])
    #expect(mark["reviewer"] as? String == "甲")
    #expect(mark["changed"] as? Bool == false)
    let at = try #require(mark["at"] as? String)
    #expect(at.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  @Test func queriesFindMarksAndWhatIsLeft() throws {
    try review("mark", "3.1/2.3.11", "problem", "--note", "时限不清")
    #expect(try list("note:时限").count == 1)
    #expect(try list("is:problem by:甲").count == 1)
    #expect(try list("is:problem by:乙").isEmpty)
    let left = try list("in:3.1 is:unread")
    #expect(left.count > 10)
    #expect(!left.contains { $0["ref"] as? String == "2021-11:3.1/2.3.11" })
    let wrong = try review("list", "is:nonsense")
    #expect(wrong.status == 1 && wrong.output.isEmpty)
  }

  @Test(arguments: [
    ("存疑", "question"), ("问题", "problem"), ("非本单位", "notours"), ("Agreed", "agreed"),
  ])
  func aStateMayBeNamedInChinese(word: String, state: String) throws {
    #expect(try review("mark", "3.1/2.3.11", word).status == 0)
    #expect(try list("in:3.1/2.3.11").first?["state"] as? String == state)
  }

  @Test func whatIsWrongIsSaidInOneLine() throws {
    let unknown = try review("mark", "9/9", "agreed")
    #expect(unknown.status == 1 && unknown.errors.split(separator: "\n").count == 1)
    #expect(try review("mark", "3.1/2.3.11", "fine").status == 64)
    #expect(try review("mark", "3.1/2.3.11").status == 64)
    #expect(try review("undo").status == 1)
    let bad = try folder.file("bad.json", "{\"format\": 1")
    let importing = try review("import", bad)
    #expect(importing.status == 1 && importing.errors.split(separator: "\n").count == 1)
    let broken = try folder.file("broken.sqlite", String(repeating: "x", count: 5000))
    let listing = try Program.run("review", "list", "--review-db", broken)
    #expect(listing.status == 1 && listing.errors.split(separator: "\n").count == 1)
    let check = try Program.run("review", "check", "--review-db", broken)
    #expect(check.status == 1 && check.text.contains(".recover"))
  }

  @Test func undoAndRedoWorkBetweenProcesses() throws {
    try review("mark", "1/1.1", "read")
    try review("mark", "1/1.1", "agreed")
    #expect(try review("undo").lines == ["2021-11:1/1.1 read"])
    #expect(try list()[0]["state"] as? String == "read")
    #expect(try review("redo").lines == ["2021-11:1/1.1 agreed"])
    #expect(try review("redo").status == 1)
  }

  @Test func aChangedClauseIsShownAndCountsAsUnread() throws {
    let text = "# 某省人民政府公报\n\n# 关于某事的通知\n\n各市人民政府：\n\n一、总体要求\n\n1. 甲事。要办好甲事。\n\n2. 乙事。要办好乙事。\n"
    let path = try folder.file("issue.md", text)
    let reference = try #require(
      try Program.run("outline", "--issue", path).lines.first { $0.contains("甲事") }
    ).prefix { $0 != " " }
    try review("mark", String(reference), "agreed", "--issue", path)
    _ = try folder.file("issue.md", text.replacingOccurrences(of: "要办好甲事", with: "要办成甲事"))
    let changed = try list("--issue", path)
    #expect(changed.count == 1 && changed[0]["changed"] as? Bool == true)
    #expect(try list("is:changed", "--issue", path).count == 1)
    #expect(try list("is:agreed", "--issue", path).isEmpty)
    try review("mark", String(reference), "agreed", "--issue", path)
    #expect(try list("--issue", path)[0]["changed"] as? Bool == false)
  }

  @Test func anExportIsImportedWhole() throws {
    try review("mark", "3.1/2.3.11", "problem", "--note", "=1+1\n第二行", "--tag", "急")
    try review("mark", "3.1/2.3.11", "agreed")
    let exported = folder.path + "/review.json"
    #expect(try review("export", "--format", "json", "-o", exported).status == 0)
    let other = folder.path + "/other.sqlite"
    for _ in 0..<2 {
      #expect(try Program.run("review", "import", exported, "--review-db", other).status == 0)
    }
    let again = try Program.run("review", "list", "--json", "--review-db", other)
    #expect(again.output == (try review("list", "--json")).output)
  }

  @Test(arguments: ["markdown", "csv", "json", "html"])
  func everyFormatHasTheNote(format: String) throws {
    try review("mark", "3.1/2.3.11", "problem", "--note", "时限不清")
    let path = folder.path + "/out"
    #expect(try review("export", "--format", format, "-o", path).status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("时限不清") && text.contains("推进重点行业污染深度治理"))
    let filtered = try review("export", "--format", format, "--filter", "is:agreed")
    #expect(filtered.status == 0 && !filtered.text.contains("时限不清"))
  }

  @discardableResult
  private func review(_ arguments: String...) throws -> Program.Result {
    let quoted = (["review"] + arguments + ["--review-db", database]).map {
      "'" + $0.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
    }
    return try Program.shell("export USER=甲; \"$GAZETTE\" " + quoted.joined(separator: " "))
  }

  private func list(_ arguments: String...) throws -> [[String: Any]] {
    let quoted = (["review", "list", "--json"] + arguments + ["--review-db", database]).map {
      "'" + $0 + "'"
    }
    let result = try Program.shell("export USER=甲; \"$GAZETTE\" " + quoted.joined(separator: " "))
    return try result.objects()
  }
}
