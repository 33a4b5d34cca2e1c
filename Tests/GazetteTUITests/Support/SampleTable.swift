import GazetteModel
import GazetteText

/// A plan with a table that is too wide for a pane: a head of two rows, merged cells, figures, a cell
/// of two lines, and more rows than a screen shows.
enum SampleTable {
  static func issue() -> GazetteModel.Issue {
    IssueParser.parse(SourceText(bytes: Array(text.utf8)), fallbackID: "2022-3")
  }

  private static var text: String {
    var rows = """
      <tr><td>1</td><td rowspan="3">工业污染治理</td><td>完成全市钢铁、水泥行业超低排放改造，排放浓度降至每立方米10毫克以下，淘汰35蒸吨以下燃煤锅炉86台</td><td>12,800</td><td>市生态环境局</td><td>市工业和信息化局<br>市发展改革委</td><td>2022年10月底</td></tr>
      <tr><td>2</td><td>整治“散乱污”企业120家</td><td>960.5</td><td>市生态环境局</td><td>市市场监管局</td><td>2022年6月底</td></tr>
      <tr><td>3</td><td>推进挥发性有机物综合治理</td><td>3,200</td><td>市应急管理局</td><td>/</td><td>2022年底</td></tr>
      <tr><td>4</td><td rowspan="2">扬尘污染治理</td><td>城区主干道机械化清扫率达到90%以上</td><td>450</td><td rowspan="2">市城市管理局</td><td>各区人民政府</td><td rowspan="2">长期坚持</td></tr>
      <tr><td>5</td><td>建筑工地扬尘“六个百分之百”全部落实到位，安装在线监测设备并与市级平台联网</td><td>88</td><td>市住房城乡建设局</td></tr>

      """
    for row in 6...24 {
      rows +=
        "<tr><td>\(row)</td><td>移动源治理</td><td>淘汰国三及以下排放标准营运柴油货车第\(row)批，共\(row * 37)辆，并建立台账逐月报送</td>"
        + "<td>\(row * 113)</td><td>市交通运输局</td><td>市公安局</td><td>2022年\(row % 12 + 1)月底</td></tr>\n"
    }
    return """
      # 白河市2022年大气污染防治行动计划

      各县（市、区）人民政府，市政府各委办局、各直属机构：

      为深入打好污染防治攻坚战，制定本计划。

      ## 一、重点任务

      重点任务分工如下。

      <table><tr><td colspan="7">2022年大气污染防治重点任务分工表</td></tr>
      <tr><td rowspan="2">序号</td><td rowspan="2">类别</td><td rowspan="2">工作任务</td><td rowspan="2">投资（万元）</td><td colspan="2">责任分工</td><td rowspan="2">完成时限</td></tr>
      <tr><td>牵头单位</td><td>配合单位</td></tr>
      \(rows)</table>

      ## 二、保障措施

      各级政府要加强领导，逐项落实。
      """
  }
}
