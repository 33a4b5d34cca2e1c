import GazetteModel
import Testing

@Suite struct LibraryTests {
  private func issue(
    _ publication: String, _ number: Int = 11, sponsor: String? = nil, title: String = "关于某事的通知"
  ) -> GazetteModel.Issue {
    var text = "# \(publication)\n\n2021年第\(number)期\n\n"
    if let sponsor { text += "\(sponsor)主办\n\n" }
    return IssueParser.parse(
      SourceText(bytes: Array((text + "# \(title)\n\n一、要求\n\n1. 略。\n").utf8)))
  }

  @Test func issuesOfOnePublicationAreNamedByTheirIDs() {
    let library = Library(issues: [issue("甲省人民政府公报", 11), issue("甲省人民政府公报", 12)])
    #expect(library.ids == ["2021-11", "2021-12"])
  }

  @Test func wherePublicationsMeetTheirTitlesGoBefore() {
    let library = Library(issues: [issue("甲省人民政府公报"), issue("乙省人民政府公报")])
    #expect(library.ids == ["甲省人民政府公报/2021-11", "乙省人民政府公报/2021-11"])
    let typed = TypedReference("乙省人民政府公报/2021-11:1/1.1")
    #expect(library.node(at: typed, current: library.issueIDs[0])?.issue == library.issueIDs[1])
    #expect(library.issue(named: "2021-11") == nil)
  }

  @Test func gazettesOfTheSameTitleAreToldApartByTheirSponsors() {
    let library = Library(
      issues: [
        issue("人民政府公报", sponsor: "甲市人民政府"), issue("人民政府公报", sponsor: "乙市人民政府"),
      ])
    #expect(Set(library.ids).count == 2)
    #expect(Set(library.issues.map(\.name)).count == 2)
  }

  @Test func aSponsorThatOneCopyDoesNotPrintChangesNoName() {
    let printed = issue("甲省人民政府公报", sponsor: "甲省人民政府办公厅")
    #expect(printed.name == issue("甲省人民政府公报").name)
  }

  @Test func copiesOfOneIssueAreCounted() {
    let library = Library(issues: [issue("甲省人民政府公报"), issue("甲省人民政府公报")])
    #expect(library.ids == ["2021-11", "2021-11~2"])
    #expect(library.issue(named: "2021-11~2") == library.issueIDs[1])
  }

  @Test func issuesWithoutCoverAreToldApartByTheirDocuments() {
    func text(_ title: String) -> GazetteModel.Issue {
      IssueParser.parse(
        SourceText(bytes: Array("# \(title)\n\n一、要求\n\n1. 略。\n".utf8)), fallbackID: "issue")
    }
    let (left, right) = (text("甲省人民政府关于某事的通知"), text("乙省人民政府关于某事的通知"))
    #expect(left.name != right.name)
    #expect(Set(Library(issues: [left, right]).ids).count == 2)
  }

  @Test func aNameIsReadAsItIsWritten() {
    let name = IssueName(publication: "公报: 甲/乙", id: "2021-11")
    #expect(name.description == "公报：甲／乙/2021-11")
    #expect(IssueName(name.description) == name)
  }
}
