import GazetteModel
import Testing

@testable import GazetteExport

struct ReadingTextTests {
  @Test func theSignatureStandsBehindTheTextAndBeforeTheAttachment() throws {
    let text = ReadingMarkdown.text(of: nil, in: ParsedText.plan, language: .chinese)
    let places = try ["现印发给你们", "2021年3月1日", "# 某某省水质提升行动方案", "建设污水处理厂"].map {
      try #require(text.range(of: $0)?.lowerBound)
    }
    #expect(places == places.sorted())
    #expect(text.contains("1\\.建设污水处理厂。"))
    #expect(text.contains("`1.1/1.1.1 · 原文行 "))
  }

  @Test func nothingThatIsReadIsLost() {
    let issue = ShippedIssue.load()
    let markdown = ReadingMarkdown.text(of: nil, in: issue, language: .chinese)
    let page = ReadingPage.text(of: nil, in: issue, language: .english)
      .replacing(/<[^>]+>/, with: "")
    for paragraph in issue.nodes.flatMap(\.paragraphs) {
      #expect(page.contains(HTMLExport.escaped(paragraph.text)), "\(paragraph.text.prefix(20))")
      #expect(
        markdown.contains(MarkdownExport.escaped(paragraph.text))
          || markdown.contains(paragraph.text), "\(paragraph.text.prefix(20))")
    }
  }

  @Test func aCorrectionSaysWhatWasPrinted() throws {
    let issue = ShippedIssue.load()
    let correction = try #require(issue.nodes.flatMap(\.paragraphs).flatMap(\.corrections).first)
    let page = ReadingPage.text(of: nil, in: issue, language: .chinese)
    #expect(page.contains("<ins title=\""))
    #expect(page.contains(HTMLExport.escaped(correction.correction.printed) + " → "))
    #expect(!page.contains("<script"))
  }
}
