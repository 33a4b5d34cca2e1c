import GazetteModel
import GazetteText
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct BreadcrumbTests {
  private func text(_ reference: String, columns: Int) throws -> String {
    let issue = try SampleIssue.shipped()
    let node = try #require(issue.nodes.first { $0.reference.text == reference })
    return Breadcrumb(of: node.id, in: issue).text(
      columns: columns, sign: "›", ambiguous: .narrow)
  }

  @Test func theWayToAClauseNamesItsAttachment() throws {
    let wide = try text("3.1/2.3.11", columns: 120)
    #expect(wide.hasPrefix("10号 › "))
    #expect(wide.contains("空气质量巩固提升行动方案"))
    #expect(wide.hasSuffix(" › 二 › （三） › 11"))
  }

  @Test func airWaterAndSoilReadDifferentlyInANarrowPane() throws {
    let texts = try ["3.1/2.1.1", "3.2/2.1.1", "3.3/2.1.1"].map { try text($0, columns: 42) }
    #expect(Set(texts).count == 3)
    #expect(texts.allSatisfy { $0.hasSuffix(" › 1") && $0.hasPrefix("10号") })
    #expect(texts.allSatisfy { DisplayWidth.columns(of: $0) <= 42 })
  }
}
