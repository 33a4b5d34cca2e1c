import Foundation
import Testing

/// Who refers to a text in a folder and what becomes of it, as a command and in the browser.
@Suite(.serialized) struct ReferencesTests {
  private let plans: PlanFolder

  init() throws { plans = try PlanFolder() }

  private func told(_ text: String) throws -> [String] {
    try plans.json("references", text).map { entry in
      ["relation", "ref", "target"].map { entry[$0] as? String ?? "-" }.joined(separator: " ")
        .replacingOccurrences(of: "甲省人民政府公报/", with: "")
        .replacingOccurrences(of: "乙市人民政府公报/", with: "市")
    }
  }

  @Test func aReferenceSaysWhatItDoesToWhichText() throws {
    // The newest first, as the archive lists its issues.
    try #expect(
      told("黑土地保护重点工作方案") == [
        "implements 市2019-04:1/t1 2019-01:1.1", "mentions 2020-02:1/t1 2019-01:1.1",
        "issues 2019-01:1/t1 2019-01:1.1", "repeals 2019-01:1/t1 2018-01:1.1",
        "issues 2018-01:1/t1 2018-01:1.1",
      ])
    try #expect(told("甲政办发〔2018〕3号") == ["repeals 2019-01:1/t1 2018-01:1"])
    try #expect(told("条例").allSatisfy { $0.hasPrefix("implements ") && $0.hasSuffix(" -") })
    try #expect(told("没有这样的方案").isEmpty)
    let english = try plans.run("references", "2018年黑土地", "--lang", "en").lines
    #expect(
      english.contains(
        "甲省人民政府公报/2019-01:1/t1  repeals  《2018年黑土地保护重点工作方案》  → 甲省人民政府公报/2018-01:1.1"),
      "\(english)")
  }

  /// `R` asks, each row says the relation and leads to its unit, and the way back is the way there.
  @Test(arguments: [
    ("zh_CN.UTF-8", words: ["谁引用（题名或文号）：", "废止", "依据", "返回文库"]),
    (
      "en_US.UTF-8",
      words: ["Who refers to (title or number):", "repeals", "implements", "archive"]
    ),
  ]) func whoRepealsATextIsAKeyAway(_ locale: String, words: [String]) throws {
    let session = try plans.browse(locale: locale)
    try session.waitFor("2020-02-01")
    try session.type("R")
    try session.waitFor(words[0])
    try session.type("2018年黑土地")
    try session.press("Enter")
    let rows = try session.waitFor("2018-01:1/t1", words[1])
    // What was asked for stands beside the lists.
    #expect(rows[1].hasSuffix("2018年黑土地"), "\(rows[1])")
    let repealing = try #require(rows.firstIndex { $0.hasSuffix(words[1]) })
    #expect(rows[repealing].contains("甲省人民政府公报/2019-01:1/t1  《2018年黑土地保护重点工作方案》"))
    try session.press(Array(repeating: "j", count: repealing - 2))
    try session.press("Enter")
    try session.waitFor("〔2018〕3号）同时废止。", words[3])
    try session.type("q")
    try session.waitFor("the list as it was") { $0 == rows }
    // Asked again, the line begins with the same words.
    try session.type("R")
    try session.waitFor("the words") { rows in
      rows.last?.contains(words[0]) == true && rows.last?.hasSuffix("2018年黑土地") == true
    }
    try session.press("C-u")
    try session.type("甲政办发〔2019〕5号")
    try session.press("Enter")
    try session.waitFor(words[2], "乙市人民政府公报/2019-04:1/t1")
    try session.press("Escape")
    try session.waitFor("2018-01:1/t1", words[1])
    try session.press("Escape")
    try session.waitFor("2020-02-01")
  }
}
