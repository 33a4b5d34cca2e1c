import GazetteModel
import Testing

/// Issues keep their ids while their files are read again.
struct IssueIDTests {
  private func issue(_ number: Int, _ words: String = "正文。") -> GazetteModel.Issue {
    let text = "# 甲省人民政府公报\n\n2021年第\(number)期\n\n# 关于第\(number)件事的通知\n\n一、\(words)\n"
    return IssueParser.parse(SourceText(bytes: Array(text.utf8)))
  }

  @Test func anIssueKeepsItsIDWhereverItStandsNow() throws {
    let before = Library(issues: [issue(10), issue(11), issue(12)])
    let now = Library(issues: [issue(12), issue(11, "改过的正文。")], continuing: before)
    let (tenth, eleventh, twelfth) = (before.issueIDs[0], before.issueIDs[1], before.issueIDs[2])
    #expect(now.issueIDs == [twelfth, eleventh])
    #expect(now.place(of: twelfth) == 0)
    #expect(now[eleventh].name == before[eleventh].name)
    #expect(now.place(of: tenth) == nil)
    #expect(now.printedID(of: tenth).isEmpty)
  }

  @Test func aNewIssueTakesTheIDOfNone() throws {
    let before = Library(issues: [issue(10), issue(11)])
    let between = Library(issues: [issue(11)], continuing: before)
    let now = Library(issues: [issue(12), issue(10), issue(11)], continuing: between)
    #expect(Set(now.issueIDs).isDisjoint(with: [before.issueIDs[0]]))
    #expect(Set(now.issueIDs).count == 3)
    #expect(now.issueIDs[2] == before.issueIDs[1])
    #expect(now.place(of: before.issueIDs[0]) == nil)
  }

  @Test func copiesOfOneIssueKeepTheirOrder() throws {
    let before = Library(issues: [issue(11), issue(11, "另一个版本。")])
    let now = Library(issues: [issue(11), issue(11, "又一个版本。")], continuing: before)
    #expect(now.issueIDs == before.issueIDs)
  }
}
