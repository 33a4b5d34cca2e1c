import GazetteText
import Testing

@testable import GazetteModel

/// Characters as PDF and Word leave them read as the plain ones; what was printed stays.
@Suite struct PlainFormTests {
  let issue = parse("# 某省方案\n\n一、任务\n\n1. 保护⼟地。⼈⺠政府负责。（省⽣态环境厅牵头，省\u{E863}⽔利厅参与）\n")

  @Test func radicalsReadAsTheCharactersTheyStandFor() {
    let text = issue.nodes.last?.paragraphs.first?.text
    #expect(text == "保护土地。人民政府负责。（省生态环境厅牵头，省\u{4DAE}水利厅参与）")
    #expect(issue.source.text(ofLine: 5).contains("⼈⺠政府"))
  }

  @Test func everyChangeIsShown() throws {
    let paragraph = try #require(issue.nodes.last?.paragraphs.first)
    #expect(
      paragraph.corrections.map { [$0.correction.printed, $0.correction.corrected] }
        == [["⼟", "土"], ["⼈⺠", "人民"], ["⽣", "生"], ["\u{E863}⽔", "\u{4DAE}水"]])
    for applied in paragraph.corrections {
      let range = applied.range.start..<applied.range.end
      #expect(Array(paragraph.scalars[range]).string == applied.correction.corrected)
      #expect(applied.correction.line == 5)
    }
  }

  @Test func bodiesAreThoseOfThePlainCharacters() {
    let names = DepartmentIndex(issue: issue).departments.map(\.body.name)
    #expect(names.first == "省生态环境厅")
  }

  @Test func traditionalNamesMeetTheSimplified() {
    let reader = ResponsibilityReader(
      parse("# 某省方案\n\n一、任务\n\n1. 甲事。（省財政廳牽頭，省教育厅參與）\n\n2. 乙事。（省财政厅负责）\n"))
    #expect(reader.bodies.map(\.name) == ["省财政厅", "省教育厅"])
    #expect(reader.bodies.first?.aliases.contains("省財政廳") == true)
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\r\n", "\r", "\n"])
  func everyLineEndEndsALine(_ end: String) {
    let source = SourceText(bytes: Array("甲\(end)乙“丙”é\(end)丁".utf8))
    #expect(source.lineCount == 3)
    #expect((1...3).map(source.text(ofLine:)) == ["甲", "乙“丙”é", "丁"])
  }

  @Test func softHyphensAndSelectorsAreNoText() {
    let issue = parse("# 某省方案\n\n1. 生\u{AD}态，葛\u{E0100}市\u{A0}乙县。\n")
    #expect(issue.nodes.last?.paragraphs.first?.text == "生态，葛市乙县。")
  }
}
