import GazetteText
import Testing

@testable import GazetteModel

/// Lists with hundreds of items, such as catalogues of matters.
@Suite struct LongListTests {
  private func units(_ lines: [String]) -> [String] {
    let text = "# 某省政务服务事项目录\n\n" + lines.joined(separator: "\n\n") + "\n"
    let issue = IssueParser.parse(SourceText(bytes: Array(text.utf8)))
    return issue.nodes.compactMap { $0.numbering?.printed }
  }

  @Test func aListGoesOnPastThreeHundred() {
    let numbers = 1...420
    #expect(units(numbers.map { "\($0). 第\($0)项事项的办理。" }).count == numbers.count)
  }

  @Test func aYearAtTheBeginningOfALineIsNoNumber() {
    #expect(units(["1. 第一项。", "2. 第二项。", "2021. 某年的总结。"]).count == 2)
  }
}
