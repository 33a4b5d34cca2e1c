import GazetteModel
import GazetteText
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
      rows: { _ in [String]() },
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

/// What is put into a line reads as the texts do; of a damaged index it may be no UTF-8.
func expectSameBytes(of unit: FoundUnit) {
  var line = LineBytes()
  func expect(_ text: String) {
    #expect(String(decoding: line.bytes, as: UTF8.self).utf8.elementsEqual(text.utf8))
    #expect(!line.isPlain || line.bytes.elementsEqual(text.utf8))
    line.removeAll()
  }
  unit.appendReference(to: &line)
  expect(unit.reference)
  #expect(unit.appendTitle(to: &line) == (unit.title != nil))
  expect(unit.title ?? "")
  unit.appendSnippet(to: &line)
  expect(unit.match.snippet)
  let begins = unit.title.map { unit.match.snippet.utf8.starts(with: $0.utf8) }
  #expect(unit.beginsWithTitle == (begins ?? false))
}
