import GazetteModel
import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct LineBreakingTests {
  /// Sets `text` and joins the rows with `|`.
  private func set(_ text: String, _ width: Int, first: Int? = nil) -> String {
    let scalars = Array(text.unicodeScalars)
    let rows = LineBreaking.rows(of: scalars, firstWidth: first ?? width, restWidth: width)
    return rows.map { row in
      String(String.UnicodeScalarView(scalars[row.range.start..<row.range.end]))
    }.joined(separator: "|")
  }

  @Test func aRowIsFilledToItsWidth() {
    #expect(set("乡村振兴关键在人", 8) == "乡村振兴|关键在人")
    #expect(set("乡村振兴关键在人", 9) == "乡村振兴|关键在人")
  }

  @Test func theFirstRowMayBeShorter() {
    #expect(set("乡村振兴关键在人", 8, first: 4) == "乡村|振兴关键|在人")
  }

  @Test func aClosingMarkTakesTheLastCharacterDown() {
    #expect(set("乡村振兴，关键在人。", 8) == "乡村振|兴，关键|在人。")
    #expect(set("乡村振兴》。关键", 8) == "乡村振|兴》。关|键")
  }

  @Test func anOpeningMarkGoesDown() {
    #expect(set("乡村振（兴关）键", 8) == "乡村振|（兴关）|键")
    #expect(set("乡村振“兴关”键", 7) == "乡村振|“兴关”|键")
  }

  @Test func quotesAreDecidedByTheirDirection() {
    #expect(set("他们说“好”", 7) == "他们说|“好”")
    #expect(set("实施“好”字当头", 6) == "实施|“好”字|当头")
    #expect(set("实施\"好\"字当头", 6) == "实施|\"好\"字|当头")
  }

  @Test func aDashOrAnEllipsisIsNeverSplit() {
    #expect(set("乡村振兴——关键", 9) == "乡村振|兴——关键")
    #expect(set("乡村振兴……关键", 9) == "乡村振|兴……关键")
  }

  @Test func aSlashStartsAndEndsNoRow() {
    #expect(set("乡村振和/或关键", 8) == "乡村振|和/或关|键")
    #expect(set("乡村和/或关键", 7) == "乡村|和/或关|键")
  }

  @Test func aNumberStaysWithItsSignAndUnit() {
    #expect(set("不超过￥100元", 9) == "不超过|￥100元")
    #expect(set("提高到了90%以上", 10) == "提高到了|90%以上")
    #expect(set("温度达到30℃以上", 10) == "温度达到|30℃以上")
    #expect(set("不低于-5℃的", 7) == "不低|于-5℃的")
    #expect(set("补贴1.5万元以上", 8) == "补贴|1.5万元|以上")
    #expect(set("给予奖励3—10万元资金", 14) == "给予奖励|3—10万元资金")
    #expect(set("印发于2021年5月", 11) == "印发于|2021年5月")
    #expect(set("比例为2:18:50:30的", 14) == "比例为|2:18:50:30的")
    #expect(set("吉政办发〔2021〕6号文", 16) == "吉政办发|〔2021〕6号文")
  }

  @Test func aLongNumberMayPartFromItsChineseUnit() {
    #expect(set("共计1234567890元", 14) == "共计1234567890|元")
  }

  @Test func aLatinWordIsNeverSplitWhereItFits() {
    #expect(set("推进IPv6改造", 7) == "推进|IPv6改|造")
    #expect(set("控制PM₂.₅浓度", 8) == "控制|PM₂.₅浓|度")
    #expect(set("治理VOCs等", 7) == "治理|VOCs等")
    #expect(set("plain words wrap", 11) == "plain words|wrap")
  }

  @Test func betweenHanAndLatinABreakIsAllowed() {
    #expect(set("推进IPv6", 4) == "推进|IPv6")
    #expect(set("IPv6推进", 4) == "IPv6|推进")
  }

  @Test func anAddressLongerThanARowIsCutBehindASeparator() {
    #expect(set("http://www.jl.gov.cn/a", 20) == "http://www.jl.gov.|cn/a")
    #expect(set("见http://www.jl.gov.cn", 20) == "见|http://www.jl.gov.cn")
  }

  @Test func aWordLongerThanARowIsCutByCells() {
    #expect(set("abcdefghij", 4) == "abcd|efgh|ij")
    #expect(set("。。。。。。", 4) == "。。|。。|。。")
  }

  @Test func blanksAtTheWrapAreDropped() {
    #expect(set("乡村振兴　关键", 8) == "乡村振兴|关键")
    #expect(set("乡村振兴  关键", 8) == "乡村振兴|关键")
    #expect(set("乡村 振兴", 9) == "乡村 振兴")
    #expect(set("　　乡村振兴", 8) == "　　乡村|振兴")
  }

  @Test func aCombiningMarkStaysWithItsCharacter() {
    #expect(set("ab\u{301}cd", 2) == "ab\u{301}|cd")
    #expect(set("\u{301}\u{301}abc", 3) == "\u{301}\u{301}|abc")
  }

  @Test func nothingIsSetInOneEmptyRow() {
    #expect(LineBreaking.rows(of: [], firstWidth: 8, restWidth: 8).count == 1)
  }

  @Test func wideAmbiguousCharactersTakeTwoColumns() {
    let scalars = Array("“乡村”".unicodeScalars)
    let narrow = LineBreaking.rows(of: scalars, firstWidth: 6, restWidth: 6)
    let wide = LineBreaking.rows(of: scalars, firstWidth: 6, restWidth: 6, ambiguous: .wide)
    #expect(narrow.map(\.columns) == [6])
    #expect(wide.map(\.columns) == [4, 4])
  }
}

@Suite struct LineBreakingProperties {
  @Test func theShippedIssueKeepsTheRulesAtEveryWidth() throws {
    let lines = try ShippedText.paragraphs()
    #expect(lines.count > 250)
    for scalars in lines {
      let cells = LineBreaking.cells(of: scalars, ambiguous: .narrow)
      for width in 8...120 {
        let first = max(4, width - 4)
        let rows = LineBreaking.rows(of: cells, firstWidth: first, restWidth: width)
        let wrong = RowRules.violations(scalars, rows, firstWidth: first, restWidth: width)
        #expect(wrong.isEmpty, "at \(width) columns")
      }
    }
  }

  @Test(arguments: 0..<40) func randomTextsKeepTheRules(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<25 {
      let scalars = RandomText.make(using: &random)
      let width = Int.random(in: 2...40, using: &random)
      let first = Int.random(in: 2...width, using: &random)
      let rows = LineBreaking.rows(of: scalars, firstWidth: first, restWidth: width)
      let wrong = RowRules.violations(scalars, rows, firstWidth: first, restWidth: width)
      #expect(wrong.isEmpty, "\(String(String.UnicodeScalarView(scalars))) at \(first), \(width)")
    }
  }

  /// The rules are worth something: rows cut by cells alone break them.
  @Test func cuttingByCellsBreaksTheRules() throws {
    var broken = 0
    for scalars in try ShippedText.paragraphs() {
      var rows: [LineBreaking.Row] = []
      var start = 0
      while start < scalars.count {
        var end = start
        var columns = 0
        while end < scalars.count, columns + DisplayWidth.columns(of: scalars[end]) <= 60 {
          columns += DisplayWidth.columns(of: scalars[end])
          end += 1
        }
        rows.append(.init(range: ScalarRange(start, end), end: end, columns: columns))
        start = end
      }
      broken += RowRules.violations(scalars, rows, firstWidth: 60, restWidth: 60).count
    }
    #expect(broken > 50)
  }

  @Test func theRulesNoticeLossAndExcess() {
    let scalars = Array("乡村振兴关键".unicodeScalars)
    let lost = [LineBreaking.Row(range: ScalarRange(0, 3), end: 4, columns: 6)]
    #expect(RowRules.violations(scalars, lost, firstWidth: 8, restWidth: 8).count == 2)
    let wide = [LineBreaking.Row(range: ScalarRange(0, 6), end: 6, columns: 12)]
    #expect(RowRules.violations(scalars, wide, firstWidth: 8, restWidth: 8).count == 1)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["汉", "a", "。", "（", " ", "9", "/", "a/", "汉。", "1万", "\u{301}", "\"", "a. "])
  func oneEndlessLineTakesLinearTime(unit: String) {
    let count = 200_000 / unit.unicodeScalars.count
    let scalars = Array(String(repeating: unit, count: count).unicodeScalars)
    let rows = LineBreaking.rows(of: scalars, firstWidth: 76, restWidth: 80)
    #expect(rows.last?.end == scalars.count)
    #expect(rows.allSatisfy { $0.columns <= 80 })
  }
}
