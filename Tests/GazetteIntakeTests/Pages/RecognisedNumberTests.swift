import Testing

@testable import GazetteIntake

/// Numbers of units whose point the recogniser misread.
@Suite struct RecognisedNumberTests {
  @Test(arguments: [
    "1， 实施乡村振兴人才培育计划", "1 实施乡村振兴人才培育计划", "1.， 实施乡村振兴人才培育计划", "1.　”实施乡村振兴人才培育计划",
    "1.。　实施乡村振兴人才培育计划", "1. 实施乡村振兴人才培育计划",
  ])
  func theNumberIsToldFromWhatItsPointWasTakenFor(_ text: String) throws {
    let found = try #require(RecognisedNumbers.number(of: text))
    #expect(found.number == 1 && found.rest == "实施乡村振兴人才培育计划")
  }

  @Test(arguments: ["3 万人次。鼓励各地", "2021年第11期出版", "5 年 ( 含试用期)", "3%， 专业技术副高级", "1、实施计划方案", "实施计划"])
  func aSentenceThatBeginsWithANumberIsLeft(_ text: String) {
    #expect(RecognisedNumbers.number(of: text) == nil)
  }

  private func line(_ text: String, y: Double, indent: Double) throws -> PlacedLine {
    let box = PlacedBox(
      minX: 50 + 10 * indent, minY: y, maxX: 50 + 10 * (indent + Double(text.count)), maxY: y + 10)
    let run = try #require(PlacedRun(words: [PlacedWord(text: text, box: box, confidence: 90)]))
    var line = PlacedLine(PageRow(run), page: 1, column: nil, usualSize: 10)
    line.frame = 50...400
    return line
  }

  @Test func onlyANumberThatIsDueAtTheBeginningOfAParagraphIsMended() throws {
    var lines = try [
      line("1， 实施计划方案的内容", y: 0, indent: 2), line("7 举办各类大赛活动", y: 20, indent: 2),
      line("2 举办各类大赛活动", y: 40, indent: 2), line("3 举办各类大赛活动", y: 60, indent: 0),
    ]
    RecognisedNumbers.mend(&lines)
    #expect(
      lines.map(\.text) == [
        "1. 实施计划方案的内容", "7 举办各类大赛活动", "2. 举办各类大赛活动", "3 举办各类大赛活动",
      ])
  }
}
