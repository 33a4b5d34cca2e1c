import GazetteText

/// The words that give a role, and those that stand around them.
enum RoleWords {
  /// What a label in front of a colon says.
  enum Label: Sendable {
    case role(Role)
    /// A field that names no body: 完成时限, 适用范围.
    case ignored
  }

  /// Verbs that close a list of bodies.
  static let verbs = WordTable<Role>([
    (
      """
      牵头 牵头负责 牵头指导 牵头组织 牵头组织实施 牵头实施 牵头落实 牵头推进 牵头抓总 牵头协调 总牵头
      牵头抓好落实 主办
      """, .lead
    ),
    ("负责 负总责 主责", .responsible),
    (
      """
      负责落实 组织实施 负责组织实施 负责实施 抓好落实 负责抓好落实 贯彻落实 落实 实施 组织落实
      负责组织落实 推进落实 负责推进落实 贯彻实施 抓落实 推进
      """, .implement
    ),
    ("参与 参加 参与落实 参与配合", .participate),
    ("配合 协助 支持 协办 协同 协作 配合落实 配合实施 协助落实 协助配合 协同配合 支持配合 予以配合", .support),
    ("指导 负责指导 统筹指导 监督指导 业务指导 指导监督 督促指导 指导督促 指导支持 负责督促指导", .guide),
  ])

  /// What may stand between a list of bodies and its verb without being part of either.
  static let adverbs = WordTable(
    """
    共同 联合 分别 具体 统筹 密切 积极 结合实际 各自 依法 按要求 主动 切实 全力 统一 同步 一并 均 分级 牵头并
    要 应 应当 结合自身职责 结合职责 根据实际 因地制宜 按规定 按程序 根据需要
    """)

  /// Words that end a phrase of divided duties: 按职责分工.
  static let division = WordTable<Bool>([
    ("分工 职责分工 职能分工 任务分工 责任分工 职责任务分工", true),
    ("职责 各自职责 职能 职责范围内 职能范围内 权限 职责权限", false),
  ])

  /// Labels in front of a colon.
  static let labels = WordTable<Label>([
    ("牵头单位 牵头部门 牵头责任单位 牵头责任部门 责任牵头单位 主办单位 主责单位 主责部门 牵头 牵头负责", .role(.lead)),
    (
      """
      责任单位 责任部门 负责部门 负责单位 责任主体 主要责任单位 主要责任部门 省级责任单位 省级责任部门 主管部门
      主管单位 承办单位 责任分工 负责
      """, .role(.responsible)
    ),
    ("配合单位 配合部门 配合责任单位 协办单位 协办部门 协助单位 协同单位 支持单位 支持部门 配合 协助", .role(.support)),
    ("参与单位 参与部门 参加单位 参加部门 参与 参加", .role(.participate)),
    ("指导单位 指导部门 业务指导单位 指导", .role(.guide)),
    ("实施单位 落实单位 实施主体 落实主体 组织实施单位 落实部门 实施部门", .role(.implement)),
    (
      """
      完成时限 完成时间 时限 时间 时限要求 时间要求 时间节点 完成期限 适用范围 推广范围 实施范围 责任人 责任领导
      联系人 备注 工作目标 目标 试点范围
      """, .ignored
    ),
  ])

  /// Verbs that may have an object: 财政部门负责做好资金保障工作.
  static let leadingVerbs = WordTable<Role>([
    ("牵头 牵头负责 牵头指导 总牵头", .lead),
    ("负责", .responsible),
    ("负责落实 组织实施 负责组织实施 负责实施", .implement),
    ("参与 参加", .participate),
    ("配合 协助", .support),
    ("指导 负责指导", .guide),
  ])

  /// What turns a verb into part of a noun: 牵头单位, 负责人, 参与度.
  static let nounEnds = WordTable("单位 部门 责任 人 者 度 制 方 企业 机构 中心 委员会 小组 意见 目录 下的")

  /// Whether the stretch of a verb and what stands before it name a division of duties, and where
  /// the list of bodies before them ends.
  static func stripAdverbs(_ text: [Unicode.Scalar], _ range: Range<Int>) -> (
    end: Int, divided: Bool
  ) {
    var end = range.upperBound
    var divided = false
    while true {
      let left = range.lowerBound..<end
      if let adverb = adverbs.suffix(of: text, in: left) {
        end -= adverb.length
      } else if !divided, let words = division.suffix(of: text, in: left) {
        let lowest = max(left.lowerBound, end - words.length - 6)
        let start = (lowest..<end).last { text[$0].isOneOf("按依根在照") }
        guard let start else {
          guard words.value else { return (end, divided) }
          return (end - words.length, true)
        }
        divided = true
        end = start
        if end > left.lowerBound, text[end - 1].isOneOf("按依遵"), text[end] == "照" {
          end -= 1
        }
      } else {
        return (end, divided)
      }
    }
  }
}
