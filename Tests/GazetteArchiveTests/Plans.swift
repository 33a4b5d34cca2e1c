import GazetteModel
import GazetteText

/// Versions of a plan of several years, as a province could print them, and a notice beside them.
enum Plans {
  static let p2018 = text(
    2018, 3, notice: "现将《2018年黑土地保护重点工作方案》印发给你们，请认真贯彻执行。",
    opening: "为贯彻落实《甲省黑土地保护条例》，制定本方案。",
    clauses: [
      "推广秸秆还田。到2018年底前，建设秸秆还田示范区5个，还田面积达到300万亩以上。（省农业委员会牵头，省财政厅参与）",
      "治理侵蚀沟。2018年10月底前，治理侵蚀沟300条。（省水利厅牵头，省国土资源厅参与）",
      "开展耕地质量监测。2020年6月底前，布设耕地质量监测点200个。（省环境保护厅牵头）",
      "划定黑土地保护红线。到2020年底前，完成黑土地保护红线划定。（省国土资源厅牵头）",
      "推进农膜回收。到2018年底前，农膜回收率达到80%以上。（省供销社牵头）",
    ])

  static let p2019 = text(
    2019, 5,
    notice: "现将《2019年黑土地保护重点工作方案》印发给你们。《2018年黑土地保护重点工作方案》（甲政办发〔2018〕3号）同时废止。",
    opening: "2018年，全省已完成侵蚀沟治理300条。为贯彻落实《甲省黑土地保护条例》，制定本方案。",
    clauses: [
      "治理侵蚀沟。2019年10月底前，治理侵蚀沟450条。（省自然资源厅牵头，省水利厅参与）",
      "推广秸秆还田。到2019年底前，建设秸秆还田示范区8个，还田面积达到500万亩以上。（省农业农村厅牵头，省财政厅参与）",
      "划定黑土地保护红线。到2020年底前，完成黑土地保护红线划定。（省自然资源厅牵头）",
      "开展耕地质量监测。2020年6月底前，布设耕地质量监测点260个。（省生态环境厅牵头）",
      "建立考核制度。2019年3月底前，建立黑土地保护考核制度。（省委组织部牵头，省农业农村厅参与）",
    ])

  /// A version of the plan under its notice.
  private static func text(
    _ year: Int, _ number: Int, notice: String, opening: String, clauses: [String]
  ) -> String {
    var text = """
      # 甲省人民政府公报

      \(year)年第1期

      \(year)年1月15日出版

      # 甲省人民政府办公厅关于印发\(year)年黑土地保护重点工作方案的通知

      甲政办发〔\(year)〕\(number)号

      各市（州）人民政府，省政府各厅委办、各直属机构：

      \(notice)

      甲省人民政府办公厅

      \(year)年1月10日

      # \(year)年黑土地保护重点工作方案

      \(opening)

      一、重点任务


      """
    for (place, clause) in clauses.enumerated() { text += "\(place + 1). \(clause)\n\n" }
    return text
  }

  static let issues: [GazetteModel.Issue] = [p2019, p2018].map {
    IssueParser.parse(SourceText(bytes: Array($0.utf8)))
  }

  static let library = Library(issues: issues)
}
