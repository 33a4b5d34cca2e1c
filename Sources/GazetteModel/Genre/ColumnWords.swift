import GazetteText

/// The words at the head of columns, beside those of roles, which `RoleWords.labels` has.
enum ColumnWords {
  /// What a column of a table says.
  enum Meaning: Equatable, Sendable {
    /// Who is responsible, in that role.
    case role(Role)
    /// Counts the rows: 序号.
    case number
    /// What is to be done: 重点任务.
    case task
    /// Until when: 完成时限.
    case deadline
    /// Anything else that heads of such tables say.
    case other
  }

  private static let words = WordTable<Meaning>([
    ("序号 编号 序次 项次 No NO", .number),
    (
      """
      任务 重点任务 工作任务 主要任务 目标任务 任务内容 任务名称 任务分解 任务事项 具体任务 重点工作 重点工作任务 工作内容 主要工作 \
      具体工作 工作事项 事项 事项名称 重点事项 改革事项 改革任务 工作举措 具体举措 主要举措 重点举措 举措 措施 具体措施 工作措施 \
      主要措施 重点措施 政策措施 任务措施 任务要求 工作要求 工作要点 主要内容 具体内容 内容 建设内容 建设任务 整改任务 整改措施 \
      问题 存在问题 项目 项目名称 重点项目 工程名称 分工内容 责任事项 任务清单 建议内容 议题
      """, .task
    ),
    (
      """
      完成时限 完成时间 时限 时间 时限要求 时间要求 时间节点 完成期限 办结时限 办理时限 整改时限 工作时限 进度安排 时间安排 时间进度 \
      完成日期 截止时间 截止日期 计划完成时间 实施时间 年限
      """, .deadline
    ),
    (
      """
      备注 说明 类别 类型 领域 分类 名称 单位 部门 地区 市州 市（州） 县区 区域 指标 指标名称 目标 工作目标 主要目标 属性 数量 金额 \
      比例 合计 总计 依据 政策依据 来源 进展 进展情况 完成情况 电话 联系方式 联系电话 姓名 职务 分管领导 责任领导 包保领导 牵头领导 \
      联系领导 负责人 责任人 联系人 地址 级别 等级 标准 计量单位 年份 年度 一季度 二季度 三季度 四季度 形式 方式 成果 成果形式 \
      目标值 现状值 基期值 预期性 约束性
      """, .other
    ),
  ])

  /// What a head means, by its own words or by the last of them; nil for words that no such table
  /// uses.
  static func meaning(of head: [Unicode.Scalar]) -> Meaning? {
    let text = bare(head)
    guard text.count >= 2 else { return nil }
    if let label = RoleWords.labels.whole(text), case .role(let role) = label { return .role(role) }
    if let meaning = words.whole(text) { return meaning }
    if let label = RoleWords.labels.whole(text), case .ignored = label { return .other }
    // 省直牵头单位, 配合单位及责任人: what kind of body stands before or behind.
    guard text.count <= 12 else { return nil }
    for part in parts(of: text) {
      if let label = RoleWords.labels.suffix(of: text, in: part), label.length >= 4,
        case .role(let role) = label.value
      {
        return .role(role)
      }
    }
    if let word = words.suffix(of: text, in: text.indices), word.length >= 4 { return word.value }
    return nil
  }

  /// The role of a head that names two, such as 牵头及配合单位, for all bodies behind the first.
  static func secondRole(of head: [Unicode.Scalar]) -> Role? {
    let text = bare(head)
    let parts = parts(of: text)
    guard parts.count == 2, let noun = bodyNoun(of: text) else {
      return saysFirstLeads(head) ? .participate : nil
    }
    let roles = parts.compactMap { part -> Role? in
      let words = Array(text[part])
      let whole = words.ends(with: noun) ? words : words + noun
      guard let label = RoleWords.labels.whole(whole), case .role(let role) = label else {
        return nil
      }
      return role
    }
    return roles.count == 2 && roles[0] != roles[1] ? roles[1] : nil
  }

  /// Whether a head says that who stands first leads: 责任单位（列第一位的为牵头单位）.
  static func saysFirstLeads(_ head: [Unicode.Scalar]) -> Bool {
    head.contains(word: "牵头")
      && (head.contains(word: "第一") || RuleWords.firstPlace.occurs(in: head, head.indices))
  }

  private static func bodyNoun(of text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    if text.ends(with: "单位") { return ["单", "位"] }
    return text.ends(with: "部门") ? ["部", "门"] : nil
  }

  /// The stretches between 及, 和, 、 and /.
  private static func parts(of text: [Unicode.Scalar]) -> [Range<Int>] {
    text.indices.split { text[$0].isOneOf("及和、与/／") }.map { $0.startIndex..<$0.endIndex }
  }

  /// A head without blanks, without what stands in brackets, without its colon.
  private static func bare(_ head: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var depth = 0
    var result: [Unicode.Scalar] = []
    for scalar in head where !scalar.isAnySpace && scalar != "\n" {
      switch scalar {
      case "（", "(", "〔", "[", "【": depth += 1
      case "）", ")", "〕", "]", "】": depth = max(0, depth - 1)
      case "：", ":": continue
      default: if depth == 0 { result.append(scalar) }
      }
    }
    return result
  }
}
