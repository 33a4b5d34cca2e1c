import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct SiblingTitleTests {
  @Test func neighboursThatBeginAlikeReadDifferentlyInANarrowTree() throws {
    let issue = try SampleIssue.shipped()
    let subsections = try ["3.1/2.1", "3.1/2.2"].map { reference in
      try #require(issue.nodes.first { $0.reference.text == reference })
    }
    let shown = subsections.map { node in
      SiblingTitles.distinct(
        node.title ?? "", of: node.id, in: issue, columns: 16, ambiguous: .narrow)
    }
    #expect(shown[0] != shown[1])
    #expect(shown.allSatisfy { $0.hasPrefix("«") })
    let wide = SiblingTitles.distinct(
      subsections[0].title ?? "", of: subsections[0].id, in: issue, columns: 200,
      ambiguous: .narrow)
    #expect(wide == subsections[0].title)
  }

  @Test func aTitleThatIsRememberedIsCutAnewForOtherColumns() throws {
    let browser = try Browser(Size(columns: 80, rows: 24))
    let issue = browser.state.library.issues[0]
    let node = try #require(issue.nodes.first { $0.reference.text == "3.1/2.1" })
    let title = try #require(node.title)
    let shown = [200, 16, 200, 12].map { columns in
      browser.layouts.distinctTitle(
        title, of: node.id, in: browser.state.issue, columns: columns, ambiguous: .narrow)
    }
    #expect(shown[0] == title && shown[2] == title)
    #expect(shown[1] != title)
    #expect(shown[3] == shown[1])
  }

  @Test func documentsStandBeforeTheCoverAndWhatIsNotInTheSource() throws {
    let browser = try Browser(Size(columns: 80, rows: 24))
    let rows = browser.layouts.outline(for: browser.state).rows
    let issue = browser.state.library.issues[0]
    func row(of kind: NodeKind, last: Bool = false) -> Int? {
      let isWanted = { (row: Outline.Row) in
        row.item.node.map { issue[$0].kind == kind } ?? false
      }
      return last ? rows.lastIndex(where: isWanted) : rows.firstIndex(where: isWanted)
    }
    #expect(try #require(row(of: .document)) <= 1)
    #expect(try #require(row(of: .document, last: true)) < #require(row(of: .cover)))
  }
}
