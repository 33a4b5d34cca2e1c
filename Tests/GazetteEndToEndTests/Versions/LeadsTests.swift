import Foundation
import Testing

/// Two versions of a plan compared, with who gained and who lost a lead.
@Suite(.serialized) struct LeadsTests {
  private let plans: PlanFolder

  init() throws { plans = try PlanFolder() }

  private func diff(_ words: String...) throws -> Program.Result {
    try Program.run(arguments: ["diff", plans.old, plans.new] + words)
  }

  @Test func leadsAreGainedAndLostByWhomTheyAre() throws {
    let balances = try diff("--leads", "--json").objects()
    var told: [String: [String]] = [:]
    for balance in balances {
      for (sign, key) in [("+", "gained"), ("-", "lost")] {
        for clause in balance[key] as? [[String: Any]] ?? [] {
          let places = ["old", "new"].map { clause[$0] as? String ?? "nil" }
          told[balance["name"] as? String ?? "", default: []].append(
            sign + places.joined(separator: ">"))
        }
      }
    }
    #expect(
      told == [
        "省自然资源厅": ["+1.1/1.2>1.1/1.1", "+1.1/1.4>1.1/1.3"], "省水利厅": ["-1.1/1.2>1.1/1.1"],
        "省国土资源厅": ["-1.1/1.4>1.1/1.3"], "省供销社": ["-1.1/1.5>nil"],
        "省科技厅": ["-1.1/1.6>1.1/1.6"], "省农业农村厅": ["+1.1/1.6>1.1/1.6"],
        "省委组织部": ["+nil>1.1/1.5"],
      ])
    // Who gained most stands first, and a body under its new name keeps its leads.
    #expect(balances.first?["name"] as? String == "省自然资源厅")
    #expect(told["省生态环境厅"] == nil && told["省环境保护厅"] == nil)
  }

  @Test func theTextEndsWithTheLeads() throws {
    let text = try diff().text
    #expect(text.contains("\n牵头变动\n\n省自然资源厅  +2\n  + 1.1/1.2 → 1.1/1.1  治理侵蚀沟\n"), "\(text)")
    #expect(text.contains("[-2018-]{+2019+}年10月底前"))
    let alone = try diff("--leads", "--lang", "en").text
    #expect(alone.contains("省供销社  -1\n  - 1.1/1.5  推进农膜回收\n") && !alone.contains("{+"))
    let same = try Program.run("diff", plans.old, plans.old, "--leads", "--lang", "en")
    #expect(same.status == 0 && same.text == "the same bodies lead\n", "\(same.text)")
  }

  /// The comparison, the leads in it, a clause from there, its keys, and back to the text.
  @Test(arguments: [
    (
      (80, 24), "zh_CN.UTF-8",
      words: ["比对", "牵头变动", "- 省供销社 (-1) 推进农膜回收", "删", "谁得到、谁失去牵头", "{+2019+}年10月底前"]
    ),
    (
      (120, 40), "en_US.UTF-8",
      words: [
        "Comparison", "Leads gained and lost", "- 省供销社 (-1) 推进农膜回收", "r",
        "who gained and who lost a lead", "2018年10月底前",
      ]
    ),
  ]) func theLeadsLeadToTheirClauses(
    _ size: (columns: Int, rows: Int), _ locale: String, words: [String]
  ) throws {
    let session = try TerminalSession(
      "exec \"$GAZETTE\" '\(plans.new)' '\(plans.old)'", columns: size.columns, rows: size.rows,
      locale: locale)
    try session.waitFor("2018-01 甲省人民政府公报")
    try session.type(":2019-01:1.1/1.1")
    try session.press("Enter")
    try session.waitFor("1.1/1.1")
    try session.type("gD2018-01:1.1")
    try session.press("Enter")
    let comparison = try session.waitFor("2018-01:1.1 → 2019-01:1.1", words[5])
    #expect(comparison[0].contains(words[0]))
    try session.type("L")
    // The list stands over the comparison, with what changed in the clause below.
    let leads = try session.waitFor(words[1], words[2], "1.1/1.2 → 1.1/1.1")
    #expect(leads[0] == comparison[0] && leads.contains { $0.contains("[-300-]{+450+}") })
    let row = try #require(leads.firstIndex { $0.contains(words[2]) })
    let first = try #require(leads.firstIndex { $0.contains("+ 省自然资源厅 (+2) 治理侵蚀沟") })
    try session.press(Array(repeating: "j", count: row - first))
    try session.press("Enter")
    try session.waitFor("the clause that was removed") { rows in
      !rows.contains { $0.hasPrefix("  " + words[1]) }
        && rows.contains { $0.hasPrefix(words[3]) && $0.contains("推进农膜回收") }
        && rows[0].contains(" 7/")
    }
    try session.type("?")
    try session.waitFor(words[4])
    try session.press("Escape")
    try session.waitFor("2018-01:1.1 → 2019-01:1.1")
    try session.type("h")
    try session.waitFor("the text") { rows in !rows[0].contains("2018-01:1.1") }
  }
}
