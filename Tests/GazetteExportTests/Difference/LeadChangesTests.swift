import GazetteModel
import GazetteText
import Testing

@testable import GazetteDifference

/// Who gained and lost a lead between two versions of a plan.
@Suite struct LeadChangesTests {
  /// A version of a plan for a year, with its clauses and the rows of its table.
  private func plan(_ year: Int, _ clauses: [String], rows: [(String, String)] = [])
    -> GazetteModel.Issue
  {
    var text = """
      # 甲省人民政府公报

      \(year)年第1期

      # \(year)年黑土地保护工作方案

      一、重点任务


      """
    for (index, clause) in clauses.enumerated() { text += "\(index + 1). \(clause)\n\n" }
    if !rows.isEmpty {
      text += "| 序号 | 工作任务 | 牵头单位 |\n| --- | --- | --- |\n"
      for (index, row) in rows.enumerated() { text += "| \(index + 1) | \(row.0) | \(row.1) |\n" }
    }
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)))
  }

  private static let old = [
    "推广秸秆还田，建设示范区5个。（省农业农村厅牵头，省财政厅参与）",
    "实施侵蚀沟治理，治理侵蚀沟300条。（省水利厅牵头，省自然资源厅参与）",
    "开展黑土耕地质量监测，布设监测点200个。（省环境保护厅牵头）",
    "推进农膜回收利用，回收率达到80%以上。（省农业农村厅牵头）",
  ]
  private static let new = [
    "实施侵蚀沟治理，治理侵蚀沟450条。（省自然资源厅牵头，省水利厅参与）",
    "推广秸秆还田，建设示范区8个。（省农业农村厅牵头，省财政厅参与）",
    "开展黑土耕地质量监测，布设监测点260个。（省生态环境厅牵头）",
    "建立黑土地保护考核制度，结果纳入绩效。（省委组织部牵头，省农业农村厅参与）",
  ]

  private func changes(_ old: GazetteModel.Issue, _ new: GazetteModel.Issue) -> (
    Difference, LeadChanges
  ) {
    let difference = Difference(from: old.comparedUnits(), to: new.comparedUnits())
    return (
      difference,
      LeadChanges(
        difference, from: LeadingBodies(old, DepartmentIndex(issue: old)),
        to: LeadingBodies(new, DepartmentIndex(issue: new)))
    )
  }

  private func text(_ changes: LeadChanges) -> [String] {
    changes.balances.flatMap { balance in
      balance.gained.map {
        "+\(balance.name) \($0.old?.reference ?? "-") \($0.new?.reference ?? "-")"
      }
        + balance.lost.map {
          "-\(balance.name) \($0.old?.reference ?? "-") \($0.new?.reference ?? "-")"
        }
    }
  }

  /// A clause that moved is the same clause, a renamed department the same department.
  @Test func leadsAreFollowedThroughMovedClausesAndRenamedBodies() {
    let (difference, changes) = changes(plan(2020, Self.old), plan(2021, Self.new))
    #expect(
      Set(text(changes)) == [
        "+省自然资源厅 1/1.2 1/1.1", "-省水利厅 1/1.2 1/1.1", "+省委组织部 - 1/1.4",
        "-省农业农村厅 1/1.4 -",
      ])
    for (entry, shift) in zip(difference.entries, changes.shifts) where entry.kind == .same {
      #expect(shift.isEmpty)
    }
  }

  @Test func theWayBackTurnsGainsIntoLosses() {
    let (old, new) = (plan(2020, Self.old), plan(2021, Self.new))
    let there = changes(old, new).1
    let back = changes(new, old).1
    for balance in there.balances {
      let other = back.balances.first { $0.name == balance.name }
      #expect(other?.gained.count == balance.lost.count)
      #expect(other?.lost.count == balance.gained.count)
    }
    #expect(changes(old, old).1.balances.isEmpty)
  }

  @Test func rowsOfTablesCountToo() {
    let old = plan(2020, [], rows: [("推广秸秆还田", "省农业农村厅"), ("治理侵蚀沟三百条", "省水利厅")])
    let new = plan(2021, [], rows: [("治理侵蚀沟三百条", "省自然资源厅"), ("推广秸秆还田", "省农业农村厅")])
    let changes = changes(old, new).1
    #expect(changes.balances.map(\.name).sorted() == ["省水利厅", "省自然资源厅"].sorted())
    #expect(changes.balances.allSatisfy { ($0.gained + $0.lost).count == 1 })
    let clause = changes.balances.flatMap(\.gained).first
    #expect(clause?.entry == nil && clause?.new?.reference.hasSuffix(".r1") == true)
  }

  @Test func jsonSaysWhoGainedAndLostInEachUnit() {
    let (difference, changes) = changes(plan(2020, Self.old), plan(2021, Self.new))
    let units = difference.json(changes).elements.compactMap { value -> JSONObject? in
      if case .object(let members) = value { members } else { nil }
    }
    let moved = units.first { $0["new"] == .string("1/1.1") }
    #expect(
      moved?["leads"] == ["gained": JSONValue(["省自然资源厅"]), "lost": JSONValue(["省水利厅"])])
    #expect(units.first { $0["new"] == .string("1/1.2") }?["leads"] == nil)
  }
}
