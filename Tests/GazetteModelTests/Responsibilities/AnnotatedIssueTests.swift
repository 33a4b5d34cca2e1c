import Testing

@testable import GazetteModel

@Suite struct AnnotatedIssueTests {
  let issue: GazetteModel.Issue
  let index: DepartmentIndex

  init() throws {
    issue = try TestContent.shippedIssue()
    index = DepartmentIndex(issue: issue)
  }

  @Test func everyAttributionThatAPersonReadIsParsedAndNoOther() throws {
    let read = try Annotation.shipped().attributions
    let parsed = Annotation.parsed(index, in: issue)
    for annotation in read where !parsed.contains(annotation) {
      Testing.Issue.record("annotated, not parsed:\n\(annotation)")
    }
    for annotation in parsed where !read.contains(annotation) {
      Testing.Issue.record("parsed, not annotated:\n\(annotation)")
    }
    #expect(parsed.elementsEqual(read) as Bool)
  }

  @Test func everyStatementReachesTheClausesAPersonCounted() throws {
    for expected in try Annotation.shipped().inheritances {
      let entries = index.responsibilities.filter {
        $0.inheritedFrom.map { issue[$0].reference.text } == expected.reference
      }
      #expect(entries.count == expected.clauses)
      for entry in entries {
        #expect(entry.groups.map(\.role.rawValue) == [expected.role])
        #expect(entry.groups[0].bodies.map(\.name) == [expected.body])
        #expect(entry.range == nil && entry.scope == nil)
        #expect(entry.node.index > (entry.inheritedFrom?.index ?? .max))
        #expect(issue[entry.node].kind == .clause)
      }
    }
    let inherited = index.responsibilities.filter(\.isInherited)
    #expect(inherited.count == 25 + 18 + 15)
  }

  @Test func theRegisterKnowsEveryBodyOfTheShippedIssue() {
    #expect(index.findings == [])
  }
}
