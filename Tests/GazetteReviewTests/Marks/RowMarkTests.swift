import GazetteExport
import GazetteModel
import GazetteText
import Testing

@testable import GazetteReview

/// Rows of tables are reviewed like clauses.
struct RowMarkTests {
  private let issue: GazetteModel.Issue
  private let scope: ReviewScope
  private let table: NodeID

  init() throws {
    let text = """
      # 某市分工表

      一、任务

      （一）建设。建设公园。

      （二）管理。

      二、分工

      | 序号 | 任务 | 责任单位 |
      |---|---|---|
      | 3 | 甲事 | 市教育局 |
      | 5 | 乙事 | 市财政局 |
      """
    issue = IssueParser.parse(SourceText(bytes: Array(text.utf8)))
    scope = ReviewScope(issue)
    table = try #require(issue.nodes.first { !$0.tables.isEmpty }).id
  }

  private func key(_ number: Int) -> ReviewKey {
    ReviewKey(issue: scope.issueName.description, reference: "1/2.t1.r\(number)")
  }

  private func mark(_ key: ReviewKey, _ state: ReviewState) throws -> ReviewMark {
    ReviewMark(
      key: key, reviewer: "甲", state: state, note: "核对", tags: [], at: .now(),
      text: try #require(scope.text(of: key)))
  }

  @Test func aRowIsMarkedOnItsOwnWords() throws {
    #expect(scope.rowKeys(of: table) == [key(3), key(5)])
    #expect(scope.text(of: key(5))?.content == "序号：5\n任务：乙事\n责任单位：市财政局")
    let mark = try mark(key(5), .problem)
    #expect(!scope.isChanged(mark))
    #expect(scope.node(of: mark.key) == table)
    #expect(scope.text(of: key(4)) == nil)
  }

  @Test func rowsCountForTheProgress() throws {
    let empty = ReviewSheet(reviewer: "甲")
    #expect(empty.progress(of: scope).count(in: table, of: scope).fraction == "0/2")
    let one = ReviewSheet(reviewer: "甲", marks: [try mark(key(3), .agreed)])
    #expect(one.progress(of: scope).count(in: table, of: scope).fraction == "1/2")
    #expect(one.state(at: table, of: scope) == .unread)
    let both = ReviewSheet(
      reviewer: "甲", marks: [try mark(key(3), .agreed), try mark(key(5), .read)])
    #expect(both.progress(of: scope).count(in: table, of: scope).fraction == "2/2")
    #expect(both.state(at: table, of: scope) == .read)
  }

  @Test func aRowWithoutMarkSharesThatOfItsUnit() throws {
    let sheet = ReviewSheet(reviewer: "甲", marks: [try mark(scope.key(of: table), .agreed)])
    #expect(sheet.state(ofRow: key(5), of: scope) == .agreed)
    #expect(sheet.progress(of: scope).count(in: table, of: scope)[.agreed] == 2)
  }

  @Test func filtersAndReportsFindMarkedRows() throws {
    let marks = [try mark(key(5), .problem)]
    let filter = ReviewFilter(
      QueryParser.parse("is:problem").query, index: FilterIndex(issue), scope: scope, marks: marks,
      reviewers: ["甲"])
    let report = ReviewReport(
      issue: issue, scope: scope, marks: marks, reviewer: "甲", includes: filter.matches
    ) { _ in ReviewDuties() }
    let row = try #require(report.rows.first { $0.key == key(5) })
    #expect(row.title == "乙事")
    #expect(row.mark?.state == .problem)
    #expect(!row.isChanged)
  }
}
