/// The words of responsibility (责任用语), as data: every reader of them is made from these lists, so
/// that a new role word is one more word in one line.
///
/// Verbs combine: 牵头 + 组织实施 is a verb, 负责 + 督办 too. The first verb that says more than 负责
/// gives the role.
enum RoleLexicon {
  /// Verbs with one role.
  struct Verbs: Sendable {
    let role: Role
    /// Verbs that may have an object: 财政部门负责做好资金保障工作.
    let withObject: String
    /// Verbs that end their phrase.
    let alone: String
  }

  static let verbs = [
    Verbs(
      role: .lead, withObject: "牵头 总牵头 牵头抓总",
      alone: "主办 领办 主抓 抓总 牵总 牵头组织 牵头协调 牵头统筹 统筹 统筹协调 组织协调"),
    Verbs(
      role: .responsible, withObject: "负责",
      alone: "负总责 主责 承办 承担 包保 统筹负责 负责统筹 负责统筹协调 负责协调 负责组织协调"),
    Verbs(
      role: .implement, withObject: "组织实施",
      alone: """
        落实 实施 推进 抓好落实 贯彻落实 组织落实 贯彻实施 抓落实 推动落实 狠抓落实 组织推进 组织开展 贯彻执行 统筹推进 统筹实施
        推动 具体实施 具体落实
        """),
    Verbs(role: .participate, withObject: "参与 参加", alone: "共同参与"),
    Verbs(
      role: .support, withObject: "配合 协助",
      alone: "支持 协办 会办 协同 协作 协调配合 协同配合 予以配合 做好配合 协同推进 协同落实"),
    Verbs(
      role: .guide, withObject: "指导",
      alone: """
        统筹指导 监督指导 业务指导 指导监督 督促指导 指导督促 督办 督导 督促 督查 督促落实 督促检查 监督检查 跟踪督办 监督落实 \
        督促推进 督促推动
        """),
  ]

  /// What makes the label of a field from a verb: 牵头单位, 主办部门, 配合责任单位.
  static let labelNouns = "单位 部门 责任单位 责任部门 机构 主体 处室 科室"

  /// Labels that are not made from a verb.
  static let labels: [(words: String, role: Role)] = [
    ("责任牵头单位 牵头单位及责任人", .lead),
    (
      """
      责任单位 责任部门 责任主体 责任处室 责任科室 责任机构 主要责任单位 主要责任部门 省级责任单位 省级责任部门 市级责任单位 \
      市级责任部门 责任分工 责任单位及责任人 责任单位和责任人
      """, .responsible
    ),
    ("协助责任单位 配合单位及责任人", .support),
  ]

  /// Labels of fields that name no body.
  static let otherLabels = """
    完成时限 完成时间 时限 时间 时限要求 时间要求 时间节点 完成期限 适用范围 推广范围 实施范围 责任人 责任领导
    联系人 备注 工作目标 目标 试点范围 办理时限 整改时限 进度安排 进度要求
    """

  /// What turns a verb into part of a noun: 牵头单位, 负责人, 负责同志, 参与度.
  static let nounEnds = """
    单位 部门 责任 人 者 度 制 方 企业 机构 中心 委员会 小组 意见 目录 下的 同志 干部 领导 主体 专班 机制
    """

  /// What begins like such a noun and is the object of the verb: 负责人才引进.
  static let objectStarts = "人才 人力 人口 人民 人防 制定 制订 制度建设 方案"
}
