import GazetteText

/// The fixed words of official documents (公文用语), as data.
enum GenreVocabulary {
  private static func words(_ text: StaticString) -> [[Unicode.Scalar]] {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = Unicode.Scalar.decode(bytes, offset)
      offset += length
      if scalar != " " { word.append(scalar) }
      guard scalar == " " || offset == bytes.count, !word.isEmpty else { continue }
      words.append(word)
      word = []
    }
    return words
  }

  /// What a document is called (文种): 党政机关公文处理工作条例, article 8, and the forms of regulations and of
  /// what notices issue.
  static let documentTypes = words(
    """
    决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 条例 规定 办法 细则 规则 规程 章程 \
    方案 规划 计划 要点 措施 安排 预案 纲要 清单 目录 名单 标准 指南 指引 制度 简介 说明 解读 倡议书 倡议 公约 讲话 致辞 \
    贺信 贺电 大事记 分工 职责 总体设计 责任书 法 守则 须知 答复 建议 提案 声明 战略 图则 政策
    """)

  /// How a title begins when it names who issues it or where it holds.
  static let titlePrefixes = words(
    """
    中华人民共和国 中共 国务院 国家 全国 中央 关于 省 市 自治区 州 县 区
    """)

  /// How the name of a body ends (机关名称的词尾).
  static let bodySuffixes = words(
    """
    人民政府 办公厅 办公室 委员会 常务委员会 代表大会 厅 局 委 部 院 署 办 处 总队 支队 法院 检察院 银行 支行 分行 \
    分局 总局 中心 集团 公司 大学 学院 协会 联合会 总工会 指挥部 领导小组 管委会 省委 市委 县委 区委 州委 党委 行署 政府 法制办
    """)

  /// Offices whose holder signs in person.
  static let signingOffices = words(
    "总理 省长 市长 主席 州长 县长 区长 部长 局长 主任 厅长 代省长 代市长 委员长")

  /// How a paragraph begins that closes a document, wherever it stands.
  static let closings = words(
    """
    本方案 本办法 本规定 本意见 本通知 本决定 本措施 本政策 本细则 本条例 本规划 本预案 本计划 本通告 本公告 此通知 特此 \
    请各 请认真 以上 上述 附件 自本 此前 联系人 联系电话 施行日期
    """)

  /// How a paragraph begins that closes a document behind clauses, but goes on with a section that
  /// has paragraphs of its own.
  static let closingsBehindClauses = words(
    "为确保 为保障 为切实 各地 各市 各级 各部门 各有关 各单位 各县 各区 各省")

  /// How titles and texts say that a document issues another one.
  static let issuingVerbs = words("印发 转发 批转 公布 发布 颁布 修订 印送")

  /// Words on a cover beside the name of the gazette.
  static let coverWords = words(
    """
    主办 主管 出版 编辑 承办 刊号 月刊 旬刊 周刊 季刊 双周刊 不定期 ISSN CN 总第 复总 准印 印刷 发行 公报 政报 地址 电话 邮编 邮政编码
    """)

  /// How often a gazette appears (刊期).
  static let frequencies = words("半月刊 双月刊 双周刊 月刊 旬刊 周刊 季刊 周报 不定期")

  /// How a heading of the contents page ends (栏目).
  static let columnEndings = words(
    """
    文件 令 卷首语 人事 任免 大事记 动态 解读 法规 规章 要闻 专栏 简介 公告 通告 讲话 统计 资料 附录 其他 其它 决定 选登 特稿 公文 政令
    """)

  /// Headings under which gazettes print documents (栏目), known without a contents page.
  static let columns = words(
    """
    法规规章 地方性法规 政府规章 省政府规章 市政府规章 规章 部门规章 规范性文件 部门规范性文件 行政规范性文件 人事任免 人事信息 任免事项 \
    大事记 政务动态 政务要闻 政务信息 政策解读 政策图解 文件解读 卷首语 特载 专载 要闻 附录 统计资料 统计数据 公示公告 通知公告 \
    领导讲话 工作动态 省政府令 市政府令 自治区政府令 国务院令 政府令 政令 文件选登 公文选登 机构编制 会议纪要 经验交流 调研报告
    """)

  /// How every other heading of a column ends: 省政府文件, 部门文件.
  static let columnFileEnding: StaticString = "文件"

  /// What gazettes are called.
  static let gazetteNames = words("公报 政报")

  /// Reports that are called 公报 and are no gazettes.
  static let reportNames = words(
    "统计公报 状况公报 资源公报 普查公报 质量公报 环境公报 保护公报 发展公报 审计公报 监测公报 调查公报 全会公报 会议公报 水土保持公报")

  /// What no heading ends with, since a clause hangs on it.
  static let connectives = words("或者 以及 并且 不得 应当 按照 根据 对于 关于")

  /// What the contents page is called.
  static let contentsNames = words("目录 目次 要目 本期目录 目录CONTENTS 本期要目 CONTENTS")

  /// How a note says where a text was taken from.
  static let sourceNotePrefixes = words("据 来源 摘自 转自 原载 选自 刊于 载于")

  /// How a note begins that says who may read a document.
  static let closingNotePrefixes = words(
    "此件 本件 此页无正文 信息公开 公开方式 公开属性 公开类别 公开选项 公开形式")
  /// What such a note says of the document.
  static let disclosures = words("主动公开 依申请公开 不予公开 公开发布 删减后公开 删减公开")

  /// How the main addressees are named (主送机关).
  static let addresseeWords = words(
    "各 人民政府 省政府 市政府 委员会 管委会 办公 厅 局 委 部 单位 机构 大学 公司 企业 院 政府 国务院 行署 有关 机关")

  /// How an introduction ends that is no address: what follows is a list.
  static let listIntroductions = words(
    "如下 以下 下列 包括 决定 通知 为 是 即 规定 条件 内容 要求 任务 如次 公告 通告 意见 有 修改 批复")

  /// What titles say of appointments (人事任免).
  static let appointments = words("任免 免职 任命 辞职 任职")

  /// What laws are called.
  static let lawTypes = words("条例 规定 办法 法")

  /// What stands over the numbers of a table's rows.
  static let rowNumberHeads = words("序号 编号 序")

  /// How the heading of a box, a table or a figure begins.
  static let boxes = words("专栏 表 图 附表")

  /// What a document that issues another one is called.
  static let issuingTypes = words("通知 决定 意见 函 令 公告 通告 批复 决议")

  /// Verbs of responsibility, which mark a bracket that ends a paragraph.
  static let responsibilityWords = words("负责 牵头 参与 配合 责任单位 责任部门 落实 指导 单位 部门")
}
