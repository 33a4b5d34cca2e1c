import GazetteModel
import Testing

@testable import GazetteArchive

extension ArchiveCatalogue {
  /// What a query finds, a line each, and behind it what is said of the query.
  ///
  /// What a command prints of a unit without making texts of it has to be what the texts say.
  func answer(_ query: String) throws -> (found: [String], said: [String]) {
    var found: [String] = []
    let said = try find(
      QueryParser.parse(query).query, unreadable: { Testing.Issue.record("\($0)") },
      rows: { [String]() },
      add: { [issues] unit, rows in
        rows.append(
          "\(issues[unit.issue].id):\(unit.reference) \(unit.title ?? "") "
            + "\(unit.match.snippet) \(unit.match.ranges)")
        expectSameBytes(of: unit)
      },
      found: { found += $0 })
    return (found, (said ?? []).map { "\($0)" })
  }
}

private func expectSameBytes(of unit: FoundUnit) {
  var bytes: [UInt8] = []
  unit.appendReference(to: &bytes)
  #expect(bytes == Array(unit.reference.utf8))
  bytes = []
  #expect(unit.appendTitle(to: &bytes) == (unit.title != nil))
  #expect(bytes == Array((unit.title ?? "").utf8))
  bytes = []
  unit.appendSnippet(to: &bytes)
  #expect(bytes == Array(unit.match.snippet.utf8))
}
