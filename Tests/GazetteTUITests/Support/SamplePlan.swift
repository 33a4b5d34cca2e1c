import GazetteModel

/// An issue with one notice that issues a plan: everything that a document can hold.
enum SamplePlan {
  static let cover = NodeID(0)
  static let contents = NodeID(1)
  static let notice = NodeID(2)
  static let plan = NodeID(4)
  static let clause = NodeID(8)

  static func issue() -> GazetteModel.Issue {
    var made = HandMadeIssue()
    made.add(.cover, depth: 0, title: "吉林省人民政府公报", "2021年第11期", "(半月刊)")
    made.add(.contents, depth: 0, title: "目录")
    made.addEntry("千方百计止减量挖增量控变量 保持经济社会良好发展势头", column: "卷首语", page: 1, document: nil)
    made.addEntry(
      "吉林省人民政府办公厅关于印发加快构建吉林产业发展新格局实施方案的通知", column: "省政府办公厅文件",
      page: 11, document: notice)
    made.add(
      .document, depth: 0, title: "吉林省人民政府办公厅关于印发加快构建吉林产业发展新格局实施方案的通知",
      head: [
        (.documentNumber, "吉政办发〔2021〕6号"), (.addressees, "各市（州）人民政府，长白山管委会："),
        (.signature, "吉林省人民政府办公厅"), (.date, "2021年1月26日"),
        (.note, "（据2021年5月11日《吉林日报》）"),
      ])
    made.add(
      .text, depth: 1, "《加快构建吉林产业发展新格局实施方案》已经省政府同意，现印发给你们，请认真贯彻落实。")
    made.add(.attachment, depth: 1, title: "加快构建吉林产业发展新格局实施方案")
    made.add(.section, depth: 2, number: (.chineseComma, 1, "一、"), title: "总体要求", "深入实施“三个五”战略。")
    made.add(.section, depth: 2, number: (.chineseComma, 2, "二、"), title: "主要工作举措")
    made.add(
      .subsection, depth: 3, number: (.chineseBracket, 1, "（一）"), title: "细化“一主、六双”产业空间布局")
    made.add(
      .clause, depth: 4, number: (.arabicDot, 9, "9."), title: "巩固发展主导产业",
      "巩固发展主导产业。紧跟汽车电动化、智能化、网联化发展方向，实现关键技术可控。",
      "建立第三方评估机制，定期评估各地各部门重点产业实施情况。")
    made.add(.subclause, depth: 5, number: (.arabicBracket, 1, "（1）"), "提升整车生产能力和零部件本地配套率，发展新业态。")
    made.add(.subclause, depth: 5, number: (.arabicBracket, 2, "（2）"), "发展智慧出行服务。")
    made.add(
      .clause, depth: 4, number: (.arabicDot, 10, "10."), title: "分类推动产业核心技术攻关",
      "分类推动产业核心技术攻关。围绕产业链部署创新链。")
    made.add(
      .clause, depth: 3, number: (.chineseBracket, 2, "（二）"), title: "加强考核评价", "加强考核评价。明确责任。")
    return made.issue
  }
}
