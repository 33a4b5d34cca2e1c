import GazetteModel
import GazetteText
import Testing

@testable import GazetteArchive

/// A body's duties from one version of a plan to the next.
@Suite struct DutyHistoryTests {
  private func history(of name: String) -> [String] {
    DutyHistory(of: name, in: RecordedIssue.records(of: Plans.library)).entries.map { entry in
      let others = entry.others.isEmpty ? "" : " \(entry.others.joined(separator: "、"))"
      return "\(entry.change) \(entry.reference)\(others)"
    }
  }

  @Test func aDutyGoesOnUnderTheNewNameOfTheBody() {
    let entries = DutyHistory(of: "省生态环境厅", in: RecordedIssue.records(of: Plans.library)).entries
    #expect(entries.map(\.change) == [.new, .changed])
    #expect(entries.map(\.printed) == ["省环境保护厅", "省生态环境厅"])
  }

  /// 国土资源厅 became a part of 自然资源厅 in the reform of 2018: what the one had, the other has.
  @Test func aSuccessorGoesOnWithTheDutiesOfItsForerunner() {
    #expect(
      history(of: "省自然资源厅") == [
        "new 2018-01:1.1/1.2", "new 2018-01:1.1/1.4", "changed 2019-01:1.1/1.1",
        "continued 2019-01:1.1/1.3",
      ])
  }

  @Test func theForerunnersDutiesMovedToItsSuccessorByTheReform() throws {
    let entries = DutyHistory(of: "省国土资源厅", in: RecordedIssue.records(of: Plans.library)).entries
    let moved = entries.filter { $0.change == .movedAway }
    #expect(moved.count == 2 && moved.allSatisfy { $0.reform == 2018 })
    #expect(moved.map(\.others) == [["省自然资源厅"], ["省自然资源厅"]])
  }

  @Test func whatNobodyHasAnyMoreIsDropped() {
    #expect(history(of: "省供销社") == ["new 2018-01:1.1/1.5", "dropped 2018-01:1.1/1.5"])
  }

  @Test func newDutiesAreNewAndALostLeadIsNoLostDuty() {
    #expect(history(of: "省委组织部") == ["new 2019-01:1.1/1.5"])
    let water = DutyHistory(of: "省水利厅", in: RecordedIssue.records(of: Plans.library)).entries
    #expect(water.map(\.change) == [.new, .changed])
    #expect(water.map(\.role) == [.lead, .participate])
  }

  /// What one body lost in a version another one gained in the same, and the other way round.
  @Test func whatMovedAwayMovedHere() {
    let records = RecordedIssue.records(of: Plans.library)
    let names = Set(records.flatMap(\.duties).flatMap { $0.bodies.map(\.name) })
    for name in names {
      for entry in DutyHistory(of: name, in: records).entries where entry.change == .movedAway {
        for other in entry.others {
          let theirs = DutyHistory(of: other, in: records).entries.first {
            $0.reference == entry.reference
          }
          #expect(theirs != nil && theirs?.change != .new, "\(name) \(other)")
        }
      }
    }
  }

  @Test func theRegisterKnowsWhoTookOver() {
    let register = BodyRegister.shipped
    #expect(register.predecessors(of: "省自然资源厅").map(\.name).contains("省国土资源厅"))
    #expect(register.successors(of: "省国土资源厅").map(\.name) == ["省自然资源厅"])
    #expect(register.successors(of: "省国土资源厅").map(\.year) == [2018])
    #expect(register.predecessors(of: "省水利厅").isEmpty)
    // Another level is another body.
    #expect(register.successors(of: "市国土资源厅").isEmpty)
    #expect(register.predecessors(of: "省农业农村厅").map(\.year) == [2023])
  }
}
