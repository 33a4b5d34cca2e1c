import Testing

@testable import GazetteModel

@Suite struct TargetParserTests {
  private func targets(_ text: String, year: Int? = 2021) -> [Target] {
    TargetIndex(HandMadeIssue.make([text], year: year)).targets
  }

  private func lines(_ text: String, year: Int? = 2021) -> [String] {
    targets(text, year: year).map { target in
      let ends = [target.value, target.upper].compactMap { $0 }.map { Target.written($0) }
      return [
        target.text, target.kind.rawValue, ends.joined(separator: "–"), target.unit,
        target.comparator.rawValue, target.deadline?.iso8601 ?? "-",
      ].joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("覆盖率达到90%以上", "达到90%以上|quantity|90|%|atLeast|-"),
    ("覆盖率达到９０％以上", "达到９０％以上|quantity|90|%|atLeast|-"),
    ("浓度控制在32微克/立方米以下", "控制在32微克/立方米以下|quantity|32|微克/立方米|atMost|-"),
    ("比率控制在1%左右", "控制在1%左右|quantity|1|%|about|-"),
    ("给予3—10万元资金支持", "3—10万元|money|30000–100000|元|none|-"),
    ("给予3万元至10万元资金支持", "3万元至10万元|money|30000–100000|元|none|-"),
    ("投资1.2亿元", "1.2亿元|money|120000000|元|none|-"),
    ("奖补1,000万元", "1,000万元|money|10000000|元|none|-"),
    ("力争培训3万人次", "3万人次|quantity|30000|人次|atLeast|-"),
    ("利用5至10年时间", "5至10年|period|5–10|年|none|-"),
    ("连续5年", "连续5年|period|5|年|none|-"),
    ("服务期限不低于5年", "不低于5年|period|5|年|atLeast|-"),
    ("比重提高5个百分点", "提高5个百分点|quantity|5|个百分点|increase|-"),
    ("能耗下降13.5%", "下降13.5%|quantity|13.5|%|decrease|-"),
    ("规模突破2000亿元", "突破2000亿元|money|200000000000|元|moreThan|-"),
    ("产业突破万亿级规模", "突破万亿级|quantity|1000000000000|元|moreThan|-"),
    ("占比达到百分之八十", "达到百分之八十|quantity|80|%|atLeast|-"),
    ("三分之二以上成员", "三分之二以上|quantity|\(2.0 / 3.0)||atLeast|-"),
    ("处五千元以上三万元以下罚款", "五千元以上三万元以下|money|5000–30000|元|none|-"),
    ("自收到之日起十五个工作日内", "十五个工作日内|period|15|个工作日|atMost|-"),
    ("新建100余家站点", "100余家|quantity|100|家|moreThan|-"),
    ("装机20万千瓦以下机组", "20万千瓦以下|quantity|200000|千瓦|atMost|-"),
    ("推进5家钢铁企业改造", "5家|quantity|5|家|none|-"),
    ("使用量零增长", "零增长|quantity|0|%|increase|-"),
    ("产值翻一番", "翻一番|quantity|2|倍|atLeast|-"),
    ("最高不超过50万元", "最高不超过50万元|money|500000|元|atMost|-"),
  ])
  func aQuantityReadsWithItsComparatorUnitAndValue(text: String, expected: String) {
    #expect(lines(text) == [expected])
  }

  @Test func membersOfAListShareComparatorAndUnit() {
    #expect(
      lines("分别达到10%、20%和30%以上") == [
        "达到10%|quantity|10|%|atLeast|-", "20%|quantity|20|%|atLeast|-",
        "30%以上|quantity|30|%|atLeast|-",
      ])
    #expect(
      lines("分别补助10、20、30万元") == [
        "10|money|100000|元|none|-", "20|money|200000|元|none|-", "30万元|money|300000|元|none|-",
      ])
  }

  @Test(arguments: [
    ("2021年底前完成验收", "2021年底前", "2021-12-31"), ("到2025年，体系建成", "到2025年", "2025-12-31"),
    ("2021年6月底前报送", "2021年6月底前", "2021-06-30"),
    ("于2021年3月31日前报送", "2021年3月31日前", "2021-03-31"),
    ("到“十四五”末，体系建成", "到“十四五”末", "2025-12-31"), ("“十四五”期末建成", "“十四五”期末", "2025-12-31"),
    ("力争2030年前达峰", "2030年前", "2030-12-31"), ("有效期至2025年12月31日", "至2025年12月31日", "2025-12-31"),
    ("2024年2月底前完成", "2024年2月底前", "2024-02-29"), ("2022年上半年前完成", "2022年上半年前", "2022-06-30"),
    ("年内完成", "年内", "-"), ("力争当年清零", "当年", "-"), ("每年12月31日前报送", "12月31日前", "-"),
    ("到2035年基本实现", "到2035年", "2035-12-31"),
  ])
  func aDeadlineIsTheLastDayItNames(text: String, phrase: String, day: String) {
    let found = targets(text)
    #expect(found.map(\.text) == [phrase])
    #expect(found.first?.kind == .deadline)
    #expect(found.first?.deadline?.iso8601 ?? "-" == day)
  }

  @Test(arguments: [
    "吉政办发〔2021〕6号", "2021年5月27日省十三届人大常委会第二十八次会议", "《关于印发2020年100项任务的通知》",
    "2021年第11期", "加快5G、IPv6部署", "推进“吉林一号”组网", "组织实施“515”工程", "实施“3310+N”计划",
    "贯彻党的十九届五中全会精神", "三大工程和四个清单", "实施三年行动", "每两年举办", "打造4K平台", "采用A4开本",
    "比例为2:18:50:30", "截至2020年底完成情况", "自2021年7月1日起施行", "PM2.5污染", "第三条第二款",
    "巩固“十三五”成果", "2019年，收入为高", "拨打12345热线", "目前排在全国前列",
  ])
  func numbersThatNameSomethingAreNoTargets(text: String) {
    #expect(lines(text).isEmpty)
  }

  @Test func aQuantityIsDueByTheDateBeforeItInItsSentence() {
    let found = lines("到2025年，甲达到90%以上；乙达到80%。丙达到70%。").filter { $0.contains("quantity") }
    #expect(
      found == [
        "达到90%以上|quantity|90|%|atLeast|2025-12-31", "达到80%|quantity|80|%|atLeast|2025-12-31",
        "达到70%|quantity|70|%|atLeast|-",
      ])
    #expect(lines("2021年，甲均达到90%以上") == ["达到90%以上|quantity|90|%|atLeast|2021-12-31"])
    #expect(
      lines("完成100家企业改造（2022年底前）") == [
        "100家|quantity|100|家|none|2022-12-31", "2022年底前|deadline|||none|2022-12-31",
      ])
    #expect(lines("2019年，甲达到90%以上") == ["达到90%以上|quantity|90|%|atLeast|-"])
  }

  @Test(arguments: [
    ("到2021年底，全省地级及以上城市环境空气质量优良天数比率力争达到90%以上", "环境空气质量优良天数比率"),
    ("细颗粒物（PM₂.₅）浓度控制在32微克/立方米以下", "细颗粒物（PM₂.₅）浓度"),
    ("推进5家钢铁企业改造", "钢铁企业改造"), ("给予最高400万元创业担保贷款", "创业担保贷款"),
    ("长春、吉林等重点城市柴油车保有量抽测率达到80%", "柴油车保有量抽测率"),
    ("实现利用量850万吨", "利用量"), ("推进35蒸吨以上燃煤锅炉改造", "燃煤锅炉改造"),
    ("对排放的处理100吨", "排放的处理"),
  ])
  func theSubjectIsTheNounTheQuantitySpeaksOf(text: String, subject: String) {
    #expect(targets(text).last?.subject == subject)
  }

  @Test func anotherPlaceGoesOnWithTheSameNoun() {
    let found = targets("长春等重点城市抽测率达到80%，其他地区达到50%。")
    #expect(found.map(\.subject) == ["抽测率", "其他地区抽测率"])
  }

  @Test func theFormOfBracketsDigitsAndSpacesDoesNotMatter() {
    #expect(lines("比率力争达到 90% 以上").first == "达到 90% 以上|quantity|90|%|atLeast|-")
    #expect(lines("到 2021 年底，完成").first == "到 2021 年底|deadline|||none|2021-12-31")
  }

  @Test func quantitiesOfAListAreDividedAmongItsMembers() {
    let issue = parse("# 某省方案\n\n1. 到2035年，甲率、乙率分别达到10%、20%以上，丙率达到30%。\n")
    let targets = TargetIndex(issue).targets.filter { $0.kind == .quantity }
    #expect(targets.map(\.subject) == ["甲率", "乙率", "丙率"])
  }

  @Test func noSubjectIsLongerThanOneCanRead() {
    let sentence = (1...300).map { "甲达到\($0)万元" }.joined(separator: "，")
    let issue = parse("# 某省方案\n\n1. \(sentence)\n")
    let targets = TargetIndex(issue).targets
    #expect(targets.count == 300)
    #expect(targets.allSatisfy { $0.subject.unicodeScalars.count <= 60 })
  }
}
