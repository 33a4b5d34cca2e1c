import GazetteExport
import GazetteModel
import Testing

@testable import GazetteReview

struct FilterTests {
  private let marks = [
    mark("1/1.1", .problem, by: "甲", note: "时限不清", tags: ["急"]),
    mark("1/1.2", .agreed, by: "甲"),
    mark("1/1.1", .agreed, by: "乙"),
    Samples.mark("1/1.3", .agreed, by: "甲", text: "旧文"),
  ]

  private static let examples: [(String, Set<String>)] = [
    ("is:problem", ["1/1.1"]), ("is:unread", ["1/1.3", "1/t1", "2/t1"]), ("is:changed", ["1/1.3"]),
    ("状态:问题", ["1/1.1"]), ("tag:急", ["1/1.1"]), ("tag:#急", ["1/1.1"]), ("note:时限", ["1/1.1"]),
    ("is:agreed by:甲", ["1/1.2"]), ("is:agreed by:乙", ["1/1.1"]), ("by:丙", []),
    ("限制新增 is:problem", ["1/1.1"]), ("-is:problem by:乙", ["1/1.1"]),
  ]

  @Test(arguments: examples)
  func aQueryFindsEachReviewersMarks(query: String, references: Set<String>) {
    let filter = ReviewFilter(
      QueryParser.parse(query).query, index: FilterIndex(Samples.issue), scope: Samples.scope,
      marks: marks, reviewers: ["甲", "乙"])
    #expect(filter.diagnostics.isEmpty)
    let report = ReviewReport(
      issue: Samples.issue, scope: Samples.scope, marks: marks, reviewer: "甲",
      includes: filter.matches
    ) { _ in ReviewDuties() }
    #expect(Set(report.rows.map(\.key.reference)) == references)
  }

  @Test func anUnknownStateIsSaid() {
    let filter = ReviewFilter(
      QueryParser.parse("is:nonsense").query, index: FilterIndex(Samples.issue),
      scope: Samples.scope, marks: marks, reviewers: ["甲"])
    #expect(filter.diagnostics.map(\.reason) == [.unknownReviewValue])
  }

  private static func mark(
    _ reference: String, _ state: ReviewState, by reviewer: String, note: String = "",
    tags: [String] = []
  ) -> ReviewMark {
    Samples.mark(
      reference, state, by: reviewer, note: note, tags: tags,
      text: Samples.scope.text(of: Samples.node(reference)).content)
  }
}
