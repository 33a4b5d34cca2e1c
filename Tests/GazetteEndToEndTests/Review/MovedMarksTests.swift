import Foundation
import Testing

/// Marks on a text that is renumbered later, as the commands tell of them.
struct MovedMarksTests {
  private let folder: TemporaryFolder
  private var database: String { folder.path + "/review.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  /// Writes an issue of one document whose clauses have these words.
  private func write(_ clauses: String...) throws -> String {
    let numbered = clauses.enumerated().map { "\($0 + 1). \($1)\n\n" }.joined()
    let text = """
      # 吉林省人民政府办公厅关于取消一批事项的通知

      吉政办发〔2021〕6号

      各市（州）人民政府：

      一、重点任务

      \(numbered)吉林省人民政府办公厅

      2021年1月26日

      """
    let path = folder.path + "/issue.md"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func run(_ arguments: String...) throws -> String { try run(arguments) }

  private func list(_ query: String?, _ path: String) throws -> [String: [String: Any]] {
    let output = try run(
      ["review", "list", "--json", "--reviewer", "甲", "--issue", path] + (query.map { [$0] } ?? []))
    let values = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]] ?? []
    return Dictionary(
      values.map { ($0["note"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func run(_ arguments: [String]) throws -> String {
    let run = try Program.run(arguments: arguments + ["--review-db", database])
    #expect(run.status == 0, "\(arguments) \(run.errors)")
    return String(decoding: run.output, as: UTF8.self)
  }

  @Test func commandsAgreeOnWhereMarksAreAfterClausesWerePutIn() throws {
    var path = try write("强化源头防控。", "取消。", "开展秸秆禁烧。")
    for number in 1...3 {
      _ = try run(
        "review", "mark", "1/1.\(number)", "agreed", "--note", "甲\(number)", "--reviewer", "甲",
        "--issue", path)
    }
    path = try write("新增一条。", "取消。", "强化源头防控。", "取消。", "开展秸秆禁烧。")
    var marks = try list(nil, path)
    #expect(marks["甲1"]?["ref"] as? String == "issue:1/1.3")
    #expect(marks["甲1"]?["movedFrom"] as? String == "1/1.1")
    #expect(marks["甲1"]?["changed"] as? Bool == false)
    #expect(marks["甲2"]?["unsureAt"] as? [String] == ["1/1.2", "1/1.4"])
    #expect(marks["甲2"]?["changed"] as? Bool == true)
    #expect(marks["甲3"]?["ref"] as? String == "issue:1/1.5")
    #expect(try list("is:agreed", path).keys.sorted() == ["甲1", "甲3"])
    let found = try run("find", "is:unread", "--reviewer", "甲", "--issue", path)
    #expect(found.split(separator: "\n").map { $0.prefix(5) } == ["1/1.1", "1/1.2", "1/1.4"])
    let exported = try run(
      "review", "export", "--format", "markdown", "--reviewer", "甲", "--issue", path)
    #expect(exported.contains("已阅 2/5") && exported.contains("原标在 1/1.1，随条文移来"))
    let table = try run("review", "export", "--format", "csv", "--reviewer", "甲", "--issue", path)
    #expect(table.contains("位置存疑，同文见 1/1.2、1/1.4"))

    // What is marked there now takes nobody's place.
    _ = try run("review", "mark", "1/1.3", "problem", "--reviewer", "甲", "--issue", path)
    marks = try list(nil, path)
    #expect(marks["甲1"]?["state"] as? String == "problem")
    #expect(marks["甲1"]?["movedFrom"] == nil)
    #expect(marks["甲3"]?["ref"] as? String == "issue:1/1.5")
    #expect(marks["甲2"]?["unsureAt"] as? [String] == ["1/1.2", "1/1.4"])
    _ = try run("review", "undo", "--reviewer", "甲")
    #expect(try list(nil, path)["甲1"]?["movedFrom"] as? String == "1/1.1")
  }
}
