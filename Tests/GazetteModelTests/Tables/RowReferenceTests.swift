import GazetteModel
import Testing

@Suite struct RowReferenceTests {
  private func references(_ text: String) -> [[String]] {
    let issue = parse(text)
    return issue.nodes.filter { !$0.tables.isEmpty }.flatMap { issue.rowReferences(of: $0.id) }
  }

  @Test func rowsAreNamedByThePrintedNumber() {
    let text = "# 某市分工表\n\n| 序号 | 任务 |\n|---|---|\n| 一 | 甲 |\n| （三） | 乙 |\n| 4. | 丙 |\n"
    #expect(references(text) == [["1/t1.r1", "1/t1.r3", "1/t1.r4"]])
  }

  @Test func rowsWithoutNumbersAreCounted() {
    let text = "# 某市分工表\n\n| 任务 | 责任单位 |\n|---|---|\n| 甲 | 市教育局 |\n| 乙 | 市财政局 |\n"
    #expect(references(text) == [["1/t1.r1", "1/t1.r2"]])
  }

  @Test func aNumberThatComesAgainIsToldApart() {
    let text = """
      # 某市分工表

      <table><tr><th>序号</th><th>任务</th></tr><tr><td colspan="2">一类</td></tr><tr><td rowspan="2">1</td>\
      <td>甲</td></tr><tr><td>乙</td></tr></table>

      另见下表。

      | 序号 | 任务 |
      |---|---|
      | 1 | 丙 |
      """
    #expect(references(text) == [["1/t1.rt1", "1/t1.r1", "1/t1.r1~2"], ["1/t1.r1~3"]])
  }

  @Test func aReferenceFindsItsRowAndWhatItSays() throws {
    let issue = parse(
      "# 某市分工表\n\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 7 | 甲事 | 市教育局 |\n| 9 | 乙事 | 市财政局 |\n")
    let row = try #require(issue.row(at: Reference("1/t1.r9")))
    #expect(row.place == RowPlace(table: 0, row: 1))
    #expect(issue.textLines(of: row) == ["序号：9", "任务：乙事", "责任单位：市财政局"])
    #expect(issue.label(of: row) == "乙事")
    #expect(issue.lines(of: row)?.first == 6)
    #expect(issue.row(at: Reference("1/t1.r8")) == nil)
  }
}
