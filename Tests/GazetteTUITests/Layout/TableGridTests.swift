import GazetteModel
import GazetteText
import Testing

@testable import GazetteTUI

@Suite struct TableGridTests {
  /// The rows of the first document of a text, as they are painted.
  private func rows(_ text: String, measure: Int) -> [String] {
    let issue = IssueParser.parse(SourceText(bytes: Array(text.utf8)))
    let layout = DocumentLayout(issue: issue, root: NodeID(0), measure: measure)
    return layout.rows.indices.map { index in
      var line = ""
      var end = 0
      for segment in layout.segments(ofRow: index).sorted(by: { $0.column < $1.column }) {
        line += String(repeating: " ", count: max(0, segment.column - end)) + segment.text
        end =
          segment.column
          + DisplayWidth.columns(of: Array(segment.text.unicodeScalars)[...], ambiguous: .narrow)
      }
      return line
    }
  }

  @Test func numbersStandAtTheRightUnderTheirHead() {
    let set = rows("# 表\n\n|地区|户数|\n|---|---|\n|长明市|1200|\n|白河市|35|\n", measure: 40)
    #expect(set.suffix(4) == ["地区    户数", "------------", "长明市  1200", "白河市    35"])
  }

  @Test func aCellOverTwoRowsGoesOnDownThroughBoth() {
    let html =
      "# 表\n\n<table><tr><th>任务</th><th>责任单位</th></tr><tr><td rowspan=2>新建高标准农田改造提升灌排设施推进黑土地保护工程</td>"
      + "<td>省农业农村厅</td></tr><tr><td>省自然资源厅</td></tr></table>\n"
    let set = rows(html, measure: 30)
    #expect(
      set.suffix(3) == [
        "新建高标准农田改  省农业农村厅", "造提升灌排设施推  省自然资源厅", "进黑土地保护工程",
      ])
  }

  @Test func whereColumnsWouldBeTooNarrowEachRowIsACard() {
    let set = rows(
      "# 表\n\n|任务|牵头单位|配合单位|\n|---|---|---|\n|新建高标准农田改造提升灌排设施|省农业农村厅和省水利厅|省财政厅以及各市政府|\n",
      measure: 30)
    #expect(
      set.suffix(4) == [
        "任务      新建高标准农田改造提", "          升灌排设施", "牵头单位  省农业农村厅和省水利",
        "          厅",
      ] || set.contains("牵头单位  省农业农村厅和省水利"))
    #expect(set.contains { $0.hasPrefix("配合单位  省财政厅") })
  }

  @Test(arguments: [16, 20, 31, 47, 64, 80, 120])
  func noRowIsTooWideAndNoCharacterIsLost(_ measure: Int) {
    let set = rows(
      """
      # 表

      | 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |
      |---|---|---|---|---|
      | 1 | 建成统一平台，归集率达到90%以上 | 省数据局 | 省财政厅、省公安厅 | 2023年底前 |
      | 2 | 归集目录 | 省市场监管厅 | 各市、州人民政府 | 2024年6月底前 |
      """, measure: measure)
    for row in set {
      #expect(
        DisplayWidth.columns(of: Array(row.unicodeScalars)[...], ambiguous: .narrow) <= measure)
    }
    let joined = set.joined().filter { $0 != " " }
    for character in "建成统一平台归集率达到以上归集目录省数据局省市场监管厅" {
      #expect(joined.contains(character))
    }
  }
}
