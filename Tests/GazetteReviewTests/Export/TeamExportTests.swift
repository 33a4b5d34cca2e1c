import Foundation
import GazetteModel
import GazetteText
import Testing

@testable import GazetteExport
@testable import GazetteReview

/// What a team said, in the exports of a review.
struct TeamExportTests {
  private let scope = Samples.scope

  /// A report of two clauses: one dealt out alone, one marked, returned and discussed.
  private func report() throws -> ReviewReport {
    let store = try SQLiteReviewStore.inMemory()
    let key = scope.key(of: Samples.node("1/1.1"))
    let other = scope.key(of: Samples.node("1/1.2"))
    let text = try #require(scope.text(of: key))
    let mark = try #require(
      try store.apply([Samples.change("1/1.1", .agreed)], reviewer: "甲", at: Samples.time(1)).first)
    try store.record(
      [
        .assign(key, to: "甲", text: text),
        .assign(other, to: "王", text: try #require(scope.text(of: other))),
        .judge(mark, by: "乙", .returned, note: "<再看>", text: text),
        .remark("谁牵头？", at: key, by: "丙", about: TextQuote(exact: "词"), text: text),
        .assign(
          ReviewKey(issue: key.issue, reference: "1/8"), to: "李", text: ReviewedText("没了的条文")),
      ], author: "乙", at: Samples.time(2))
    return ReviewReport(
      issue: Samples.issue, scope: scope, marks: try store.placedMarks(in: scope),
      team: try store.teamSheet(in: scope), reviewer: "甲", madeAt: Samples.time(3)
    ) { _ in ReviewDuties() }
  }

  @Test func theTableHasWhoReadsWhoReturnsAndWhatIsDiscussed() throws {
    let table = ReviewTable.table(of: try report(), in: .chinese)
    #expect(table.columns.suffix(3).map(\.name) == ["分派", "复核", "讨论"])
    let rows = table.rows.map { $0.suffix(3) }
    #expect(rows.contains([.text("甲"), .text("退回 乙：<再看>"), .text("「词」\n丙：谁牵头？")]))
    #expect(rows.contains([.text("王"), .text(""), .text("")]))
  }

  @Test func pagesAndTextsSayItToo() throws {
    let report = try report()
    let markdown = MarkdownExport.text(of: report, in: .chinese)
    #expect(markdown.contains("**分派**：甲"))
    #expect(markdown.contains("**复核**：退回 乙：\\<再看\\>"))
    #expect(markdown.contains("**讨论**：「词」  \n丙：谁牵头？"))
    #expect(markdown.contains("`2021-11:1/1.2` 王"))
    #expect(markdown.contains("## 位置存疑\n\n- `1/8` 分派 李（位置存疑，原来的文字已不在）"))
    let page = HTMLExport.text(of: report, in: .english)
    #expect(page.contains("<b>Assigned</b>: 甲"))
    #expect(page.contains("<b>Second reader</b>: returned 乙: &lt;再看&gt;"))
    #expect(page.contains("丙: 谁牵头？"))
    #expect(page.contains("<li>1/8 assigned to 李 (place unsure, its words are gone)</li>"))
  }
}
