import Testing

@testable import GazetteModel

@Suite struct LibraryIndexesTests {
  @Test func anIssueIsIndexedInStepsThatEnd() throws {
    let library = Library(issues: [try TestContent.shippedIssue(), try TestContent.shippedIssue()])
    var indexer = LibraryIndexer(library)
    #expect(indexer.indexes[library.issueIDs[0]] == nil)
    var steps = 0
    while indexer.advance() {
      steps += 1
      #expect(indexer.indexes.issues.count == steps / 4)
    }
    #expect(steps == 8 && indexer.isFinished)
    #expect(indexer.indexes == LibraryIndexes(library))
    #expect(indexer.indexes != LibraryIndexes(Library(issues: [])))
  }

  @Test func theTableCountsWhatTheIndexCounts() throws {
    let issue = try TestContent.shippedIssue()
    let index = DepartmentIndex(issue: issue)
    let table = DutyTable(index, in: issue)
    #expect(Set(table.rows.map(\.place)) == Set(index.departments.indices))
    for row in table.rows {
      let counts = index.departments[row.place].counts
      #expect(row.total.clauses == counts.clauses && row.total.leads == counts[.lead])
      #expect(row.total.inherited == counts.inheritedClauses)
      #expect(row.cells.count == table.documents.count)
    }
    let collectives = table.rows.map(\.isCollective)
    #expect(collectives == collectives.sorted { !$0 && $1 }, "collectives stand behind the others")
  }

  @Test(arguments: [
    ("sthj", "省生态环境厅"), ("fgw", "省发展改革委"), ("省发改委", "省发展改革委"),
    ("ｒｓｔ", "省人力资源社会保障厅"), ("农业 nongcun", "省农业农村厅"), ("各地", "各地政府"),
  ])
  func bodiesAreFoundByWhatIsTyped(_ typed: String, _ name: String) throws {
    let library = Library(issues: [try TestContent.shippedIssue()])
    let indexes = try #require(LibraryIndexes(library)[library.issueIDs[0]])
    let names = indexes.filter.bodies(typed: typed).map {
      indexes.departments.departments[$0.place].body.name
    }
    #expect(names.contains(name), "\(names)")
    #expect(names.count < 12)
    #expect(indexes.filter.bodies(typed: "").count == indexes.departments.departments.count)
    #expect(indexes.filter.bodies(typed: typed + "☃").isEmpty)
  }
}
