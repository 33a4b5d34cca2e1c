import GazetteExport
import GazetteModel

/// Issues made of a text, for tests.
enum ParsedText {
  static func issue(_ text: String) -> GazetteModel.Issue {
    IssueParser.parse(SourceText(bytes: Array(text.utf8)))
  }

  /// A notice with a plan in which two phrases share a clause and one names no day.
  static let plan = issue(
    """
    # 某某省人民政府办公厅关于印发某某省水质提升行动方案的通知

    某政办发〔2021〕3号

    各市（州）人民政府：

    《某某省水质提升行动方案》已经省政府同意，现印发给你们。

    某某省人民政府办公厅

    2021年3月1日

    # 某某省水质提升行动方案

    一、重点任务

    （一）治理污水

    1.建设污水处理厂。2022年底前完成扩容。（省生态环境厅牵头，省财政厅参与）2021年6月30日前报送名单。（省水利厅负责）

    2.排查排污口。（省生态环境厅负责）

    二、保障措施

    （一）加强监督。到2021年10月，建立台账。（省生态环境厅、省财政厅按职责分工负责）
    """)

  /// The worklist of a body in an issue.
  static func worklist(
    _ body: String, in issue: GazetteModel.Issue = plan, inherited: Bool = false,
    order: Worklist.Order = .deadline
  ) throws -> Worklist {
    let index = DepartmentIndex(issue: issue)
    guard let place = index.lookup(body) else { throw NoSuchBody(name: body) }
    let reader = WorklistReader(issue: issue, departments: index, targets: TargetIndex(issue))
    return Worklist(
      body: index.departments[place].body.name, issueNames: [issue.fullName],
      tasks: reader.tasks(of: place, includesInherited: inherited), order: order)
  }

  struct NoSuchBody: Error { let name: String }
}
