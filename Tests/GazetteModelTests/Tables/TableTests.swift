import GazetteModel
import GazetteText
import Testing

@Suite struct TableTests {
  // MARK: Strokes

  @Test func aTableStandsBetweenTheParagraphsOfItsSection() {
    let reading = TableReading(
      """
      # 数据工作方案

      ## 一、任务分工

      分工见下表。

      | 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |
      |:-:|---|---|---|---:|
      | 1 | 建成统一平台，归集率达到90%以上 | 省数据局 | 省财政厅、省公安厅 | 2023年底前 |
      | 2 | 归集目录 | 省市场监管厅 | 各市、州人民政府 | 2024年6月底前 |
      | 3 | 安全审查 | 省委网信办 | 无 | 持续推进 |

      以上任务按季度通报。
      """)
    #expect(
      reading.grid == [
        "1/1.t1 after 1: 序号|任务|牵头单位|配合单位|完成时限",
        "1|建成统一平台，归集率达到90%以上|省数据局|省财政厅、省公安厅|2023年底前",
        "2|归集目录|省市场监管厅|各市、州人民政府|2024年6月底前",
        "3|安全审查|省委网信办|无|持续推进",
      ])
    #expect(reading.tables.first?.node.paragraphs.map(\.text) == ["分工见下表。", "以上任务按季度通报。"])
    #expect(
      reading.duties == [
        "0 建成统一平台，归集率达到90%以上: lead 省数据局; support 省财政厅,省公安厅 → 2023-12-31",
        "1 归集目录: lead 省市场监管厅; support 各市、州政府 → 2024-06-30",
        "2 安全审查: lead 省委网信办",
      ])
    #expect(
      reading.targets == [
        "0.1 达到90%以上 → 2023-12-31", "0.4 2023年底前 → 2023-12-31", "1.4 2024年6月底前 → 2024-06-30",
      ])
    #expect(reading.issue.wronglyCountedLines == [])
  }

  @Test func shortNumbersOfATableAreNoPageNumbers() {
    let reading = TableReading(
      """
      # 某省关于下达任务的通知

      | 一季度 | 二季度 |
      | --- | --- |
      | 12 | 34 |
      | 5 | 7 |
      """)
    #expect(reading.grid == ["1/t1 after 0: 一季度|二季度", "12|34", "5|7"])
  }

  @Test func strokesWithoutDashesAreATableToo() {
    let reading = TableReading("# 方案\n\n|任务|责任单位|\n|修路|市审计局|\n|架桥|市水务局|\n")
    #expect(reading.duties == ["0 修路: responsible 市审计局", "1 架桥: responsible 市水务局"])
  }

  @Test func aHeadOfTwoRowsOfStrokesGoesOnOverEmptyPlaces() {
    let reading = TableReading(
      """
      # 方案

      | 序号 | 重点任务 | 责任分工 | |
      |---|---|---|---|
      | | | 牵头单位 | 配合单位 |
      | 1 | 修订办法 | 省司法厅 | 省教育厅 |
      """)
    #expect(
      reading.grid == ["1/t1 after 0: 序号|重点任务|牵头单位|配合单位", "1|修订办法|省司法厅|省教育厅"])
    #expect(reading.duties == ["0 修订办法: lead 省司法厅; support 省教育厅"])
  }

  @Test func strokesInRunningTextAreNoTable() {
    let reading = TableReading("# 方案\n\n编号A|B的设备由省科技厅负责。\n")
    #expect(reading.tables.isEmpty)
  }

  // MARK: HTML

  @Test func mergedCellsAreRepeatedAndALineBreakDividesBodies() {
    let reading = TableReading(
      """
      # 某市贯彻落实方案

      ## 一、任务

      <table border="1"><tr><td rowspan="2">序号</td><td rowspan="2">工作任务</td>\
      <td colspan="2">责任分工</td></tr><tr><td>责任单位</td><td>配合单位</td></tr>\
      <tr><td>1</td><td rowspan="2">整治&ldquo;散乱污&rdquo;企业，排放浓度&lt;5%</td>\
      <td>市生态环境局</td><td>市公安局<br>市城管局</td></tr>\
      <tr><td>2</td><td>市应急局</td><td>/</td></tr></table>

      注：表中浓度按 $\\mathrm{PM}_{2.5}$ 计。

      ![](images/p12_1.png)
      """)
    #expect(
      reading.grid == [
        "1/1.t1 after 0: 序号|工作任务|责任单位|配合单位",
        "1|整治“散乱污”企业，排放浓度<5%|市生态环境局|市公安局⏎市城管局",
        "2|整治“散乱污”企业，排放浓度<5%|市应急局|/",
      ])
    #expect(
      reading.duties == [
        "0 整治“散乱污”企业，排放浓度<5%: responsible 市生态环境局; support 市公安局,市城管局",
        "1 整治“散乱污”企业，排放浓度<5%: responsible 市应急局",
      ])
    #expect(
      reading.tables.first?.node.paragraphs.map(\.text) == ["注：表中浓度按PM₂.₅计。", "〔图〕"])
    #expect(reading.issue.findings.contains { $0.kind == .picture && $0.lines.first == 9 })
    #expect(reading.issue.wronglyCountedLines == [])
  }

  @Test func aTagOnEachLineLosesNoNumber() {
    let reading = TableReading(
      """
      # 某省关于下达任务的通知

      现将任务下达如下。

      <table>
      <tr>
      <td>地区</td>
      <td>高标准农田（万亩）</td>
      </tr>
      <tr>
      <td
       class="n">长明市</td>
      <td>
      35
      </td>
      </tr>
      </table>

      请认真落实。
      """)
    #expect(reading.grid == ["1/t1 after 1: 地区|高标准农田（万亩）", "长明市|35"])
    #expect(reading.issue.wronglyCountedLines == [])
  }

  @Test func aRowOfOneCellAboveTheHeadIsTheCaption() {
    let reading = TableReading(
      "# 方案\n\n<table><tr><td colspan=2>任务分解表</td></tr><tr><th>任务</th><th>责任单位</th></tr>"
        + "<tr><td>修路</td><td>市审计局</td></tr></table>\n")
    #expect(reading.tables.first?.table.caption == "任务分解表")
    #expect(reading.duties == ["0 修路: responsible 市审计局"])
  }

  @Test func aTableInsideACellIsTextOfTheCell() {
    let reading = TableReading(
      "# 方案\n\n<table><tr><th>任务</th><th>说明</th></tr><tr><td>修路</td><td>甲"
        + "<table><tr><td>乙</td><td>丙</td></tr></table></td></tr></table>\n")
    #expect(reading.grid == ["1/t1 after 0: 任务|说明", "修路|甲⏎乙⏎丙"])
  }

  @Test func aTableThatNeverEndsIsReadAsFarAsItsRowsGo() {
    let reading = TableReading(
      "# 方案\n\n<table><tr><th>任务</th><th>责任单位</th></tr><tr><td>修路</td><td>市审计局</td></tr>\n\n"
        + "一、下一节\n\n内容。\n")
    #expect(reading.duties == ["0 修路: responsible 市审计局"])
    #expect(reading.issue.nodes.contains { $0.title == "下一节" })
    #expect(reading.issue.findings.contains { $0.kind == .damagedTable })
  }

  // MARK: Pages

  @Test func aTableOverPagesIsOneAndAnEmptyFirstCellGoesOn() {
    let reading = TableReading(
      """
      # 任务分解表

      | 任务 | 责任部门 |
      |---|---|
      | 修订办法 | 省司法厅 |

      —12—

      某省人民政府公报 2022·03

      | 任务 | 责任部门 |
      |---|---|
      | 建立台账 | 省审计厅 |
      | | 省统计局 |
      """)
    #expect(
      reading.grid == ["1/t1 after 0: 任务|责任部门", "修订办法|省司法厅", "建立台账|省审计厅", "建立台账|省统计局"])
    #expect(
      reading.duties == [
        "0 修订办法: responsible 省司法厅", "1 建立台账: responsible 省审计厅", "2 建立台账: responsible 省统计局",
      ])
    #expect(reading.issue.wronglyCountedLines == [])
  }

  @Test func aTableOverPagesMayGoOnWithoutItsHead() {
    let reading = TableReading(
      "# 方案\n\n<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>修路</td><td>市审计局</td></tr></table>\n\n"
        + "— 3 —\n\n<table><tr><td>架桥</td><td>市水务局</td></tr></table>\n\n以上。\n")
    #expect(reading.duties == ["0 修路: responsible 市审计局", "1 架桥: responsible 市水务局"])
  }

  @Test func twoTablesWithATextBetweenAreTwo() {
    let reading = TableReading(
      "# 方案\n\n|任务|责任单位|\n|---|---|\n|修路|市审计局|\n\n第二批任务如下。\n\n|任务|责任单位|\n|---|---|\n|架桥|市水务局|\n")
    #expect(reading.tables.count == 2)
    #expect(reading.tables.map(\.table.after) == [0, 1])
  }

  // MARK: Finding

  @Test func filtersFindCellsByWordsAndBodies() throws {
    let reading = TableReading(
      "# 方案\n\n|任务|牵头单位|\n|---|---|\n|归集目录|省数据局|\n|安全审查|省公安厅|\n")
    let index = FilterIndex(reading.issue)
    for (query, cell) in [("安全审查", (1, 0)), ("lead@省公安厅", (1, 1))] {
      let match = try #require(index.matches(of: QueryParser.parse(query).query).matches.first)
      #expect(match.cell == CellPlace(table: 0, row: cell.0, column: cell.1))
      #expect(!match.ranges.isEmpty)
    }
  }

  @Test func tablesThatAFormatNamesStandWhereTheirLinesDo() {
    let lines = "# 方案\n\n前言。\n\n任务 责任单位\n修路 市审计局\n\n后记。\n"
    let printed = PrintedText(
      source: SourceText(bytes: Array(lines.utf8)),
      tables: [
        PrintedTable(
          lines: LineRange(5, 6), headRows: 1, rows: [["任务", "责任单位"], ["修路", "市审计局\n市财政局"]])
      ])
    let issue = IssueParser.parse(printed)
    let node = issue.nodes.first { !$0.tables.isEmpty }
    #expect(node?.paragraphs.map(\.text) == ["前言。", "后记。"])
    #expect(node?.tables.first?.rows == [["修路", "市审计局\n市财政局"]])
    #expect(node?.tables.first?.after == 1)
    #expect(issue.wronglyCountedLines == [])
  }

  // MARK: Hostile tables

  @Test(arguments: [
    ("<table>", 20_000), ("<table><tr><td>", 20_000),
    ("<table><tr><td rowspan=9999 colspan=9999>x</td></tr>", 2_000), ("|a", 50_000),
    ("|a|b|\n", 20_000), ("<!--", 20_000), ("$", 50_000), ("<td\n", 20_000), ("![](", 20_000),
    ("$\\frac{", 20_000), ("&", 50_000), ("<script>", 20_000), ("\\(", 20_000),
  ])
  func hostileMarkupIsReadInLinearTime(_ part: String, _ count: Int) {
    let text = String(repeating: part, count: count)
    let clock = ContinuousClock()
    let time = clock.measure {
      let issue = parse("# 方案\n\n" + text)
      #expect(!issue.nodes.isEmpty)
      _ = issue.findings
    }
    #expect(time < .seconds(20))
  }
}
