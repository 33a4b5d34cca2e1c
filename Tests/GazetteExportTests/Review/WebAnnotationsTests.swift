import GazetteModel
import GazetteReview
import GazetteText
import Testing

@testable import GazetteExport

struct WebAnnotationsTests {
  private let issue = ParsedText.plan
  private let scope = ReviewScope(ParsedText.plan)

  private func node(_ reference: String) throws -> NodeID {
    try #require(issue.nodes.first { $0.reference.text == reference }?.id)
  }

  private func mark(
    _ reference: String, _ state: ReviewState, by reviewer: String = "甲", note: String = "",
    tags: [String] = []
  ) throws -> ReviewMark {
    let id = try node(reference)
    return ReviewMark(
      key: scope.key(of: id), reviewer: reviewer, state: state, note: note, tags: tags,
      at: try #require(ReviewTime(iso8601: "2026-11-24T10:30:00Z")), text: scope.text(of: id))
  }

  private func report(_ marks: [ReviewMark]) -> ReviewReport {
    ReviewReport(issue: issue, scope: scope, marks: marks, reviewer: "甲") { _ in ReviewDuties() }
  }

  @Test func whatIsExportedComesBackAsItWas() throws {
    let marks = [
      try mark("1.1/1.1.1", .problem, note: "时限\n太紧", tags: ["急"]),
      try mark("1.1/1.1.2", .agreed, by: "乙"),
    ]
    let value = WebAnnotations.value(of: report(marks))
    #expect(WebAnnotations.isAnnotations(value))
    let again = try JSONParser.parse(JSONWriter.bytes(of: value))
    let read = WebAnnotations.marks(from: again, in: issue, scope: scope)
    #expect(read.unplaced == 0)
    #expect(read.ledger == ReviewLedger(marks))
  }

  @Test func anAnnotationQuotesTheWordsAndSaysWhereTheyArePrinted() throws {
    let text = String(
      decoding: JSONWriter.bytes(
        of: WebAnnotations.value(of: report([try mark("1.1/1.1.2", .question)]))), as: UTF8.self)
    #expect(text.contains(#""type": "TextQuoteSelector""#))
    #expect(text.contains(#""exact": "排查排污口。"#))
    #expect(text.contains(#""value": "1.1/1.1.2""#))
    #expect(text.contains(#""g:lines""#))
    #expect(text.contains(#""@context""#))
  }

  @Test func aRemarkOfAnotherProgramIsPutOnTheUnitWithItsWords() throws {
    let foreign = try JSONParser.parse(
      Array(
        """
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
         "creator": "丙", "body": {"type": "TextualBody", "value": "怎么排查？"},
         "target": {"source": "https://example.org/issue",
           "selector": {"type": "TextQuoteSelector", "exact": "排查排污口"}}}
        """.utf8))
    let read = WebAnnotations.marks(from: foreign, in: issue, scope: scope)
    let mark = try #require(read.ledger.current.first)
    #expect(mark.key.reference == "1.1/1.1.2")
    #expect(mark.reviewer == "丙" && mark.note == "怎么排查？" && mark.state == .question)
    let elsewhere = WebAnnotations.marks(
      from: foreign, in: ParsedText.issue("# 别的\n\n没有这些字。\n"),
      scope: ReviewScope(ParsedText.issue("# 别的\n\n没有这些字。\n")))
    #expect(elsewhere.ledger.count == 0 && elsewhere.unplaced == 1)
  }

  // MARK: The report for the head of an office

  private func officeReport(_ marks: [ReviewMark]) throws -> OfficeReport {
    OfficeReport(
      worklist: try ParsedText.worklist("省生态环境厅"),
      sources: [.init(issue: issue, scope: scope, marks: marks, team: TeamSheet())],
      language: .chinese)
  }

  @Test func whereReviewersThinkDifferentlyItIsDisputed() throws {
    let report = try officeReport([
      try mark("1.1/1.1.1", .agreed), try mark("1.1/1.1.1", .problem, by: "乙", note: "经费没有落实"),
      try mark("1.1/1.1.2", .question, note: "谁牵头"),
    ])
    #expect(report.disputed.map { issue[$0.node].reference.text } == ["1.1/1.1.1"])
    #expect(report.open.map { issue[$0.node].reference.text } == ["1.1/1.1.2"])
    #expect(report.unread.map(\.reference) == ["1.1/2.1"])
    let text = report.markdown
    #expect(text.contains("乙：问题，“经费没有落实”"))
    #expect(text.contains("**2021\\-10\\-31** ") || text.contains("**2021-10-31** "))
    #expect(text.contains("尚未审阅 1 项，存疑和问题 1 条，意见不一 1 条"))
  }

  @Test func theReportForPrintEscapesRemarks() throws {
    let page = try officeReport([try mark("1.1/1.1.2", .problem, note: "<b>&")]).html
    #expect(page.contains("“&lt;b&gt;&amp;”") && !page.contains("<b>&"))
    #expect(page.contains("@page{size:A4") && !page.contains("<script"))
  }
}
