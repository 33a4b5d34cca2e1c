import GazetteModel
import Testing

/// What the cells and heads of a table say of duties.
@Suite struct DutyCellTests {
  @Test(arguments: [
    ("市教育局、市财政局", "responsible 市教育局,市财政局"), ("市教育局 市财政局", "responsible 市教育局,市财政局"),
    ("市教育局，市财政局。", "responsible 市教育局,市财政局"), ("市教育局/市财政局", "responsible 市教育局,市财政局"),
    ("市教育局；市财政局等", "responsible 市教育局,市财政局 …"),
    ("市教育局（牵头）、市财政局", "lead 市教育局; responsible 市财政局"),
    ("市教育局牵头，市财政局配合", "lead 市教育局; support 市财政局"),
    ("牵头单位：市教育局；配合单位：市财政局", "lead 市教育局; support 市财政局"),
    ("市教育局<br>市财政局", "responsible 市教育局,市财政局"), ("市教育<br>局", "responsible 市教育局"),
    ("各县（市、区）人民政府", "responsible 各县（市、区）政府"),
  ])
  func bodiesOfACell(_ cell: String, _ expected: String) {
    let reading = TableReading("# 方案\n\n|任务|责任单位|\n|---|---|\n|修路|\(cell)|\n")
    #expect(reading.duties == ["0 修路: \(expected)"])
  }

  @Test(arguments: ["无", "/", "—", "——", "-", "", "暂无"])
  func noBody(_ cell: String) {
    let reading = TableReading("# 方案\n\n|任务|牵头单位|配合单位|\n|---|---|---|\n|修路|市审计局|\(cell)|\n")
    #expect(reading.duties == ["0 修路: lead 市审计局"])
    #expect(!ResponsibilityReader(reading.issue).findings.contains { $0.kind == .unreadDutyCell })
  }

  @Test(arguments: [
    ("牵头单位", "lead"), ("牵头部门", "lead"), ("责任单位", "responsible"), ("责任部门", "responsible"),
    ("配合单位", "support"), ("协办单位", "support"), ("指导部门", "guide"), ("实施单位", "implement"),
    ("参与单位", "participate"), ("省直牵头单位", "lead"), ("牵头（责任）单位", "lead"),
    ("主要责任单位及责任人", "responsible"),
  ])
  func rolesOfHeads(_ head: String, _ role: String) {
    let reading = TableReading("# 方案\n\n|任务|\(head)|\n|---|---|\n|修路|市审计局|\n")
    #expect(reading.duties == ["0 修路: \(role) 市审计局"])
  }

  @Test func aHeadMaySayThatTheFirstLeads() {
    let reading = TableReading(
      "# 方案\n\n|任务|责任单位（列第一位的为牵头单位）|\n|---|---|\n|修路|市审计局、市财政局|\n")
    #expect(reading.duties == ["0 修路: lead 市审计局; participate 市财政局"])
  }

  @Test func aColumnOfPersonsNamesNoBodies() {
    let reading = TableReading("# 方案\n\n|任务|分管领导|责任单位|\n|---|---|---|\n|修路|张三|市审计局|\n")
    #expect(reading.duties == ["0 修路: responsible 市审计局"])
  }

  @Test(arguments: [
    ("2023年底前", "2023-12-31"), ("2024年6月底前", "2024-06-30"), ("2023年12月", "2023-12-31"),
    ("2023年", "2023-12-31"), ("2023.11", "2023-11-30"), ("2023-11-15", "2023-11-15"),
    ("2023年3月—12月", "2023-12-31"), ("2023年第三季度", "2023-09-30"),
  ])
  func daysOfACell(_ cell: String, _ day: String) {
    let reading = TableReading("# 方案\n\n|任务|责任单位|完成时限|\n|---|---|---|\n|修路|市审计局|\(cell)|\n")
    #expect(reading.duties == ["0 修路: responsible 市审计局 → \(day)"])
  }

  @Test(arguments: ["长期坚持", "持续推进", "2023年起长期坚持", "常态化"])
  func noDay(_ cell: String) {
    let reading = TableReading("# 方案\n\n|任务|责任单位|完成时限|\n|---|---|---|\n|修路|市审计局|\(cell)|\n")
    #expect(reading.duties == ["0 修路: responsible 市审计局"])
  }
}
