import Foundation
import Testing

/// The ledger of deadlines over a folder, as a command and in the browser.
@Suite(.serialized) struct DeadlinesTests {
  private let plans: PlanFolder

  init() throws { plans = try PlanFolder() }

  /// A deadline as the command tells it.
  private struct Told: Equatable {
    let state: String
    /// What later units do, how sure that is, and where they stand.
    let later: [String]
  }

  private func told(_ ledger: [[String: Any]]) -> [String: Told] {
    var told: [String: Told] = [:]
    for entry in ledger {
      let later = (entry["later"] as? [[String: Any]] ?? []).map { link in
        ["kind", "sure", "ref"].compactMap { link[$0] as? String }.joined(separator: " ")
      }
      told[entry["ref"] as? String ?? ""] = Told(
        state: entry["state"] as? String ?? "", later: later)
    }
    return told
  }

  @Test func everyDeadlineHasItsStateAndWhatLaterIssuesSay() throws {
    let ledger = try plans.json("deadlines", "--on", "2020-06-30")
    let days = ledger.compactMap { $0["deadline"] as? String }
    #expect(days.count == 13 && days == days.sorted() && days.first == "2018-06-30")
    let told = told(ledger)
    let (province, city) = ("甲省人民政府公报/", "乙市人民政府公报/")
    // Put off twice, the second time for long; its own day is not over either.
    #expect(
      told[province + "2018-01:1.1/1.4"]
        == Told(
          state: "extended",
          later: [
            "repeats high \(province)2019-01:1.1/1.3", "extends medium \(province)2020-02:1/1.1",
          ]))
    #expect(told[province + "2019-01:1.1/1.3"]?.state == "extended")
    // The next version sets another day, which is over as well.
    #expect(
      told[province + "2018-01:1.1/1.3"]
        == Told(state: "overdue", later: ["renews high \(province)2019-01:1.1/1.4"]))
    #expect(told[province + "2018-01:1.1/1.2"]?.state == "reported")
    #expect(
      told[province + "2018-01:1.1/1.2"]?.later.contains(
        "reports medium \(province)2019-01:1.1/t1") == true)
    // Nobody says anything any more.
    #expect(told[province + "2018-01:1.1/1.5"] == Told(state: "overdue", later: []))
    // A city that carries the plan out names it, and sets nothing for the province.
    #expect(
      told[province + "2019-01:1.1/1.2"]
        == Told(state: "overdue", later: ["extends low \(city)2019-04:1/1.1"]))
    #expect(told[city + "2019-04:1/1.1"] == Told(state: "open", later: []))
  }

  @Test func theDayTellsWhatIsOverdueAndWhatIsKnown() throws {
    // Before the notice of 2020 nothing puts the red lines off.
    let before = told(try plans.json("deadlines", "--on", "2020-01-31"))
    #expect(before["甲省人民政府公报/2019-01:1.1/1.3"] == Told(state: "open", later: []))
    #expect(before["甲省人民政府公报/2020-02:1/1.1"] == nil)
    for (locale, word, end) in [
      ("zh", "逾期", "期限 8 项，逾期 8"), ("en", "overdue", "8 deadlines, 8 overdue"),
    ] {
      let overdue = try plans.run("deadlines", "--on", "2021-01-31", "--overdue", "--lang", locale)
      #expect(overdue.lines.last == end, "\(overdue.text)")
      #expect(overdue.lines.count { $0.contains("  \(word)  ") } == 8)
    }
    let wrong = try plans.run("deadlines", "--on", "2021-02-30", "--lang", "en")
    #expect(wrong.status == 64 && wrong.errors.contains("2021-02-30"), "\(wrong.errors)")
  }

  /// `3`, a month, the later unit in its issue, and back the way one came.
  @Test(arguments: [
    (
      (80, 24), "zh_CN.UTF-8",
      words: ["3 期限", "逾期 2  2", "已延期", "→ 延至 2050-12-31（可靠） 2020-02:1/1.1", "本期，q 返回文库", "文库 4期"]
    ),
    (
      (120, 40), "en_US.UTF-8",
      words: [
        "3 Deadlines", "2 overdue  2", "put off", "→ put off to 2050-12-31 (sure) 2020-02:1/1.1",
        "q goes back", "Archive, 4 issues",
      ]
    ),
  ]) func aLaterUnitOpensFromTheLedger(
    _ size: (columns: Int, rows: Int), _ locale: String, words: [String]
  ) throws {
    let session = try plans.browse(columns: size.columns, rows: size.rows, locale: locale)
    try session.waitFor(words[5], words[0])
    try session.type("3")
    let months = try session.waitFor("2018-06", "2020-12", "2050-12", words[1])
    #expect(months.first { $0.contains("2018-12") }?.contains(words[1]) == true)
    #expect(months.first { $0.contains("2020-12") }?.contains("||") == true)
    try session.type("G")
    try session.type("k")
    try session.press("Enter")
    let ledger = try session.waitFor("2020-12-31  甲省人民政府公报/2019-01", words[3])
    let own = try #require(ledger.firstIndex { $0.contains(" 1.1/1.3  到2020年底前") })
    #expect(ledger[own].hasSuffix(words[2]) && ledger[own + 1].contains(words[3]))
    // The last row is that of the notice.
    try session.type("G")
    try session.press("Enter")
    try session.waitFor("到2050年底前，完成黑土地保护红线划定", "甲政办发〔2020〕7号", words[4])
    try session.type("q")
    try session.waitFor("the ledger as it was") { $0 == ledger }
    try session.press("Escape")
    try session.waitFor("2018-06", "2050-12")
    try session.type("h")
    try session.waitFor("2020-02-01", words[5])
    try session.type("q")
    try session.waitForDeath()
  }
}
