import Foundation
import Testing

/// From an issue that was opened from an archive to another one of it, by a typed reference.
@Suite(.serialized) struct OtherIssuesTests {
  private let plans: PlanFolder

  init() throws { plans = try PlanFolder() }

  /// The issue of 2019 in the archive of the folder.
  private func openPlan(columns: Int, rows: Int, locale: String) throws -> TerminalSession {
    let session = try plans.browse(columns: columns, rows: rows, locale: locale)
    try session.waitFor("甲省人民政府公报", "2019-01-15")
    // The third from the top: the city's issue, that of 2020, and this.
    try session.type("jj")
    try session.press("Enter")
    try session.waitFor("2019年1月10日")
    return session
  }

  @Test(arguments: [
    (
      (80, 24), "zh_CN.UTF-8",
      words: ["比对", "文库中没有 2017-01 这一期", "文件有改动，已重新读入", "检索"]
    ),
    (
      (120, 40), "en_US.UTF-8",
      words: [
        "Comparison", "The archive has no issue 2017-01",
        "The file changed and was read again",
        "Found",
      ]
    ),
  ]) func anotherIssueIsOpenedBeside(
    _ size: (columns: Int, rows: Int), _ locale: String, words: [String]
  ) throws {
    let session = try openPlan(columns: size.columns, rows: size.rows, locale: locale)
    try session.type("gD2018-01:1.1")
    try session.press("Enter")
    try session.waitFor(words[0], "2018-01:1.1 → 2019-01:1")
    try session.type("q")
    // The tree has a row for each issue now, and the reader is where they were.
    try session.waitFor("both issues") { rows in
      rows.contains { $0.contains("- 2019-01 甲省人民政府公报") }
        && rows[0].contains("2019") && !rows[0].contains("→")
    }
    // A name that no issue has can be mended.
    try session.type(":2017-01:1")
    try session.press("Enter")
    try session.waitFor(words[1])
    try session.press("Escape")
    try session.waitFor("the prompt to close") { rows in !rows.contains { $0.contains("2017-01:1") }
    }
    try session.type(":乙市人民政府公报/2019-04:1/1.2")
    try session.press("Enter")
    try session.waitFor("治理侵蚀沟40条")
    // A file that was opened beside is looked after as the first.
    let file = plans.path + "/jia-2018-1.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "200个", with: "321个").write(
      toFile: file, atomically: true, encoding: .utf8)
    try session.waitFor(words[2])
    try session.type("q")
    try session.waitFor(words[3], "2019-01-15")
  }

  /// Of two open issues of a short name the one of the publication that is read is meant, and none is
  /// opened twice.
  @Test func aShortNameMeansTheReadersOwnPublication() throws {
    let city = """
      # 乙市人民政府公报

      2019年第1期

      2019年1月8日出版

      # 乙市人民政府关于治理沟渠的通知

      一、任务

      1. 疏通沟渠。2019年9月底前，疏通沟渠20条。（市水务局牵头）

      """
    try city.write(
      toFile: plans.path + "/yi-2019-1.md", atomically: true, encoding: .utf8)
    let session = try plans.browse()
    try session.waitFor("2019-01-15", "2019-01-08")
    // The fourth: two of the city, that of 2020, and the plan of 2019.
    try session.type("jjj")
    try session.press("Enter")
    try session.waitFor("2019年1月10日")
    for (reference, words) in [
      ("乙市人民政府公报/2019-01:1/1.1", "疏通沟渠20条"), ("2019-01:1", "关于治理沟渠"),
      ("甲省人民政府公报/2019-01:1.1/1.1", "450条"), ("2019-01:1.1/1.2", "500万亩"),
    ] {
      try session.type(":" + reference)
      try session.press("Enter")
      let end = reference.split(separator: ":")[1]
      let rows = try session.waitFor(words, "转到 \(end) ")
      #expect(!rows.contains { $0.contains("~2") })
    }
  }
}
