import GazetteText
@testable import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct TitleBreakingTests {
  private func set(_ text: String, _ width: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return TitleBreaking.rows(of: scalars, width: width).map { row in
      String(String.UnicodeScalarView(scalars[row.range.start..<row.range.end]))
    }
  }

  @Test func aTitleBreaksWhereTheSenseAllows() {
    #expect(
      set("中共吉林省委办公厅 吉林省人民政府办公厅关于激发人才活力支持人才服务乡村振兴的政策措施", 60) == [
        "中共吉林省委办公厅 吉林省人民政府办公厅", "关于激发人才活力支持人才服务乡村振兴的政策措施",
      ])
    #expect(
      set("吉林省人民代表大会常务委员会关于接受李悦辞职请求的决定", 40) == [
        "吉林省人民代表大会常务委员会", "关于接受李悦辞职请求的决定",
      ])
  }

  @Test func aPlaceStaysWithItsGovernment() {
    let title = "中共吉林省委办公厅 吉林省人民政府办公厅关于激发人才活力支持人才服务乡村振兴的政策措施"
    for width in 30...60 {
      #expect(!set(title, width).contains { $0.hasSuffix("吉林省") }, "\(width)")
    }
  }

  @Test func noRowOfATitleIsALoneCharacter() {
    let title = "吉林省人民政府办公厅关于印发加快构建吉林产业发展新格局实施方案的通知"
    for width in 16...80 {
      let rows = set(title, width)
      #expect(rows.joined() == title)
      #expect(rows.allSatisfy { $0.count >= 4 && DisplayWidth.columns(of: $0) <= width })
    }
  }

  @Test func aTitleThatFitsIsOneRow() {
    #expect(set("关于印发方案的通知", 18) == ["关于印发方案的通知"])
  }
}
