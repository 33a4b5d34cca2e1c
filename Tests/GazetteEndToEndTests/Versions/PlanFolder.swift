import Foundation
import Testing

/// A folder of issues as a province and one of its cities could print them: a plan, its next year's version, which
/// repeals it, a notice that puts a deadline off, and the city's notice that carries the plan out.
struct PlanFolder {
  private let folder: TemporaryFolder
  /// The issues with the plan of 2018 and that of 2019.
  let old: String
  let new: String

  /// The folder of the issues.
  var path: String { folder.path }
  /// A folder that is no issue, for indexes and reviews.
  let beside: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    beside = try TemporaryFolder()
    old = try folder.file("jia-2018-1.md", Self.plan2018)
    new = try folder.file("jia-2019-1.md", Self.plan2019)
    _ = try folder.file("jia-2020-2.md", Self.notice2020)
    _ = try folder.file("yi-2019-4.md", Self.city2019)
  }

  /// Runs a command over the folder.
  func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments: arguments + ["--issue", path])
  }

  /// What a command prints as JSON over the folder.
  func json(_ arguments: String...) throws -> [[String: Any]] {
    try Program.run(arguments: arguments + ["--json", "--issue", path]).objects()
  }

  /// The folder in the browser.
  func browse(columns: Int = 80, rows: Int = 24, locale: String = "zh_CN.UTF-8") throws
    -> TerminalSession
  {
    try TerminalSession(
      "exec \"$GAZETTE\" '\(path)'", columns: columns, rows: rows, locale: locale)
  }

  // MARK: The issues

  private static let plan2018 = plan(
    2018, 3, notice: "现将《2018年黑土地保护重点工作方案》印发给你们，请认真贯彻执行。",
    opening: "为贯彻落实《甲省黑土地保护条例》，制定本方案。",
    clauses: [
      "推广秸秆还田。到2018年底前，建设秸秆还田示范区5个，还田面积达到300万亩以上。（省农业委员会牵头，省财政厅参与）",
      "治理侵蚀沟。2018年10月底前，治理侵蚀沟300条。（省水利厅牵头，省国土资源厅参与）",
      "开展耕地质量监测。2018年6月底前，布设耕地质量监测点200个。（省环境保护厅牵头）",
      "划定黑土地保护红线。到2020年底前，完成黑土地保护红线划定。（省国土资源厅牵头）",
      "推进农膜回收。到2018年底前，农膜回收率达到80%以上。（省供销社牵头）",
      "加强科技支撑。组织黑土地保护关键技术攻关。（省科技厅牵头）",
    ])

  private static let plan2019 = plan(
    2019, 5,
    notice: "现将《2019年黑土地保护重点工作方案》印发给你们。《2018年黑土地保护重点工作方案》（甲政办发〔2018〕3号）同时废止。",
    opening: "2018年，全省已完成侵蚀沟治理300条。为贯彻落实《甲省黑土地保护条例》，制定本方案。",
    clauses: [
      "治理侵蚀沟。2019年10月底前，治理侵蚀沟450条。（省自然资源厅牵头，省水利厅参与）",
      "推广秸秆还田。到2019年底前，建设秸秆还田示范区8个，还田面积达到500万亩以上。（省农业农村厅牵头，省财政厅参与）",
      "划定黑土地保护红线。到2020年底前，完成黑土地保护红线划定。（省自然资源厅牵头）",
      "开展耕地质量监测。2019年6月底前，布设耕地质量监测点200个。（省生态环境厅牵头）",
      "建立考核制度。2019年3月底前，建立黑土地保护考核制度。（省委组织部牵头，省农业农村厅参与）",
      "加强科技支撑。组织黑土地保护关键技术攻关。（省农业农村厅牵头）",
    ])

  private static func plan(
    _ year: Int, _ number: Int, notice: String, opening: String, clauses: [String]
  ) -> String {
    let numbered = clauses.enumerated().map { "\($0 + 1). \($1)\n" }.joined(separator: "\n")
    return """
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

      \(numbered)
      二、保障措施

      1. 加强资金保障。统筹安排黑土地保护专项资金3亿元。（省财政厅负责）

      """
  }

  /// The new day lies so far ahead that it is not over whenever the tests run.
  private static let notice2020 = """
    # 甲省人民政府公报

    2020年第2期

    2020年2月1日出版

    # 甲省人民政府办公厅关于延长黑土地保护红线划定期限的通知

    甲政办发〔2020〕7号

    各市（州）人民政府：

    《2019年黑土地保护重点工作方案》（甲政办发〔2019〕5号）确定的黑土地保护红线划定期限予以调整，现通知如下。

    一、调整期限

    1. 到2050年底前，完成黑土地保护红线划定。（省自然资源厅牵头）

    甲省人民政府办公厅

    2020年1月20日

    """

  private static let city2019 = """
    # 乙市人民政府公报

    2019年第4期

    2019年4月8日出版

    # 乙市人民政府关于贯彻落实2019年黑土地保护重点工作方案的通知

    乙政发〔2019〕12号

    各县（市、区）人民政府：

    根据《2019年黑土地保护重点工作方案》（甲政办发〔2019〕5号），结合我市实际，现通知如下。

    一、工作任务

    1. 推广秸秆还田。到2050年底前，全市秸秆还田面积达到60万亩以上。（市农业农村局牵头，市财政局参与）

    2. 治理侵蚀沟。2019年9月底前，治理侵蚀沟40条。（市水务局牵头）

    乙市人民政府

    2019年4月1日

    """
}
