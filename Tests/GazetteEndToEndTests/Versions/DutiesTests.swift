import Foundation
import Testing

/// A body's duties from version to version, as a command and in the browser.
@Suite(.serialized) struct DutiesTests {
  private let plans: PlanFolder

  init() throws { plans = try PlanFolder() }

  /// What became of each duty: the change, where, from or to whom, by which reform.
  private func told(_ name: String) throws -> [String] {
    try plans.json("duties", name).map { entry in
      let others = entry["others"] as? [String] ?? []
      let parts = [
        entry["change"], entry["ref"], others.isEmpty ? nil : others.joined(separator: "、"),
      ]
      let reform = (entry["reform"] as? Int).map(String.init)
      let words = parts.map { $0 as? String } + [reform]
      return words.compactMap(\.self).joined(separator: " ")
        .replacingOccurrences(of: "甲省人民政府公报/", with: "")
    }
  }

  @Test func aDutyIsNewGoesOnChangesMovesOrIsDropped() throws {
    try #expect(
      told("省财政厅").filter { $0.contains("/2.1") } == [
        "new 2018-01:1.1/2.1", "continued 2019-01:1.1/2.1",
      ])
    try #expect(told("省供销社") == ["new 2018-01:1.1/1.5", "dropped 2018-01:1.1/1.5"])
    try #expect(told("省水利厅") == ["new 2018-01:1.1/1.2", "changed 2019-01:1.1/1.1"])
    try #expect(told("省委组织部") == ["new 2019-01:1.1/1.5"])
    // The lead moved from one body to another.
    try #expect(told("省科技厅") == ["new 2018-01:1.1/1.6", "movedAway 2019-01:1.1/1.6 省农业农村厅"])
    try #expect(told("省农业农村厅").contains("movedHere 2019-01:1.1/1.6 省科技厅"))
    // By a name of before, and by initials.
    try #expect(told("省环境保护厅") == ["new 2018-01:1.1/1.3", "changed 2019-01:1.1/1.4"])
    try #expect(told("ssthjt") == told("省环境保护厅"))
  }

  @Test func aReformHandsDutiesOn() throws {
    try #expect(
      told("省国土资源厅") == [
        "new 2018-01:1.1/1.2", "new 2018-01:1.1/1.4",
        "movedAway 2019-01:1.1/1.1 省自然资源厅 2018", "movedAway 2019-01:1.1/1.3 省自然资源厅 2018",
      ])
    try #expect(
      told("省自然资源厅") == [
        "new 2018-01:1.1/1.2", "new 2018-01:1.1/1.4", "changed 2019-01:1.1/1.1",
        "continued 2019-01:1.1/1.3", "new 2020-02:1/1.1",
      ])
    let text = try plans.run("duties", "省自然资源厅").text
    #expect(text.hasPrefix("省自然资源厅（含 省国土资源厅）\n") && text.contains("（时称 省国土资源厅）"))
    #expect(text.hasSuffix("\n新增 3，延续 1，改动 1\n"), "\(text)")
    let english = try plans.run("duties", "省国土资源厅", "--lang", "en").text
    #expect(english.contains("moved away  to 省自然资源厅  (reform of 2018)"), "\(english)")
    let unknown = try plans.run("duties", "省没有厅")
    #expect(unknown.status == 1 && unknown.errors.contains("省没有厅") && unknown.output.isEmpty)
  }

  /// The bodies, a dossier, its duties, a unit, and back the way one came.
  @Test(arguments: [
    ("zh_CN.UTF-8", words: ["2 单位", "职责沿革", "省科技厅", "转出  到 省农业农村厅  1.1/1.6  牵头", "返回文库"]),
    (
      "en_US.UTF-8",
      words: [
        "2 Bodies", "Duties through time", "省科技厅", "moved away  to 省农业农村厅  1.1/1.6  lead",
        "archive",
      ]
    ),
  ]) func theDossierLeadsToTheDuties(_ locale: String, words: [String]) throws {
    let session = try plans.browse(locale: locale)
    try session.waitFor(words[0], "2020-02-01")
    try session.type("2")
    let bodies = try session.waitFor("省自然资源厅", "市水务局", words[2])
    let row = try #require(bodies.firstIndex { $0.contains(words[2]) }) - 2
    try session.press(Array(repeating: "j", count: row))
    try session.press("Enter")
    try session.waitFor(words[1])
    try session.press("Enter")
    let history = try session.waitFor(words[3])
    // The newest stands first.
    let issues = history.filter { $0.hasPrefix(" 甲省人民政府公报/20") }
    #expect(issues.map { $0.contains("2019-01  2019-01-15") } == [true, false], "\(issues)")
    try session.press("Enter")
    try session.waitFor("加强科技支撑。组织黑土地保护关键技术攻关。", "甲省人民政府", words[4])
    try session.type("q")
    try session.waitFor(words[3])
    try session.type("q")
    try session.waitFor(words[1])
    try session.type("q")
    try session.waitFor("省自然资源厅", "市水务局")
  }
}
