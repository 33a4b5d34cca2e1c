import GazetteModel
import Testing

@testable import GazetteArchive

/// The order of an archive.
@Suite struct ArchiveOrderTests {
  /// Sponsors that a title names do not tell publications apart; 公报 of two sponsors do.
  @Test func manyArePutInOrderAsTwoAreCompared() {
    let titles = ["乙省人民政府公报", "政府公报", "甲省人民政府公报", nil]
    let sponsors = [nil, "甲省人民政府", "乙市人民政府"]
    for _ in 0..<40 {
      let issues = (0..<60).map { number in
        var identity = IssueIdentity(id: "\(number)")
        identity.title = titles.randomElement() ?? nil
        identity.sponsor = sponsors.randomElement() ?? nil
        identity.year = Bool.random() ? nil : .random(in: 2019...2021)
        identity.number = Bool.random() ? nil : .random(in: 1...3)
        return (identity: identity, path: FilePath("\(number % 7)/\(number).md"))
      }
      let order = ArchiveOrder.sorted(issues)
      let expected = issues.indices.sorted { ArchiveOrder.isBefore(issues[$0], issues[$1]) }
      #expect(order.map(\.place) == expected)
      #expect(
        order.allSatisfy { $0.publication?.name == issues[$0.place].identity.publication?.name })
    }
  }
}
