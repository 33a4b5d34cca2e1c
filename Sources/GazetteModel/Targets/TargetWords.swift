import GazetteText

/// The words of targets: units, comparators and what stands around the noun that a quantity speaks
/// of.
///
/// Units are those of 中华人民共和国法定计量单位 and the measure words (量词) that documents count with.
enum TargetWords {
  /// What a unit measures.
  enum Unit: Sendable {
    /// Things one by one: the noun follows.
    case counter
    /// Something measured: the noun comes before.
    case measure
    case percent
    case money
    case period
  }

  static let units = WordTable<Unit>([
    ("% ％ ‰ 个百分点 百分点", .percent),
    ("元 元人民币 美元 欧元 港元 日元 英镑", .money),
    ("年 个月 周 个星期 天 日 个工作日 工作日 小时 个小时 分钟 个季度 个学期 课时 学时", .period),
    ("个 家 名 人 户 项 所 座 处 条 件 台 套 台套 辆 头 只 种 类 篇 部 场 期 位 对 支 株 棵 栋 幢 间 门", .counter),
    ("批 艘 列 架 片 份 例 床 张 箱 标准箱 口 眼 盏 块 根 枚 本 册 幅 段 宗 起 笔 单 羽 尾 团 集 次 届", .counter),
    ("人次 户次 件次 架次 车次 班次 台次 人年 人天 人·年 岁 周岁 倍 分 度 分贝 摄氏度 ℃", .measure),
    ("亩 公顷 平方米 平方公里 平方千米 ㎡ 公里 千米 米 厘米 毫米 里 海里 公分 延米", .measure),
    ("吨 公斤 千克 克 毫克 微克 斤 吨标准煤 吨标煤 吨二氧化碳 升 毫升 立方米 立方 方 m³ 车公里", .measure),
    ("千瓦 千瓦时 瓦 瓦时 兆瓦 兆瓦时 度电 蒸吨 马力 伏 千伏 千伏安 兆帕 焦耳 转 比特 字节", .measure),
    ("kW kWh MW MWh GW GWh km km² m² kg g mg t mg/L mg/m³ μg/m³ Mbps Gbps dB h d", .measure),
    ("机架 标准机架 个标准机架 车位 个车位 床位 张床位 个床位 学位 个学位 人口 字", .measure),
  ])

  /// Words before a number.
  static let prefixes = WordTable<Target.Comparator>([
    ("≥ ≧ ⩾ >=", .atLeast), ("≤ ≦ ⩽ <=", .atMost), ("> ＞", .moreThan), ("< ＜", .lessThan),
    ("达到 达 不低于 不少于 不小于 不得低于 不得少于 不得小于 不应低于 不应少于 至少 至少达到 最低 最少 满", .atLeast),
    ("累计满 年满 提高到 提升到 增加到 增长到 扩大到 提高至 提升至 增加至 增至 增加值达到 最低为", .atLeast),
    ("不超过 不超 不高于 不大于 不多于 不得超过 不得高于 不得多于 不应超过 原则上不超过 最高 最高为", .atMost),
    ("最高不超过 最高可上浮 最高可达 最多 至多 最长 最长不超过 最迟 控制在 压减到 压减至 降低到 降低至 降到 降至", .atMost),
    ("下降到 下降至 减少到 减少至 缩短到 缩短至 压缩到 压缩至 上限为 限额为", .atMost),
    ("约 大约 约为 接近 近 大概 左右为", .about),
    ("为 分别为 设置为 定为 保持在 稳定在 维持在 保持 固定为 等于", .exactly),
    ("超过 超 突破 高于 大于 多于 超出", .moreThan),
    ("低于 少于 小于 不足 不满 不到 未满", .lessThan),
    ("增长 提高 提升 增加 上浮 上升 增幅 扩大 年均增长 同比增长 新增 增长率达到 增速达到", .increase),
    ("下降 降低 减少 压减 削减 下浮 缩短 压缩 降幅 累计下降 年均下降 下调 减排 扣减", .decrease),
    ("连续 为期", .none),
  ])

  /// Words behind a unit.
  static let suffixes = WordTable<Target.Comparator>([
    ("以上 及以上 或以上 之上 起", .atLeast),
    ("以下 及以下 或以下 以内 之内 内", .atMost),
    ("左右 上下", .about),
  ])

  /// Words earlier in the clause that say how a bare number is meant.
  static let distant = WordTable<Target.Comparator>([
    ("至少 力争 争取 确保 最低 不低于 不少于 不得低于 不得少于 达到 提高到 提升到 增加到 提高至 提升至", .atLeast),
    ("最高 最多 至多 不超过 不高于 不得超过 不得高于 控制在 降低到 降低至 降至 下降到 减少到 压减到", .atMost),
    ("超过 高于 突破", .moreThan),
    ("低于 少于 不足", .lessThan),
  ])

  /// What is not part of the noun at its end.
  static let behindSubject = WordTable(
    """
    力争 争取 均 分别 要 应 应当 须 必须 需 需要 原则上 将 将达到 可 能 继续 基本 总体 全部 一般 一般在 年均 每年 平均 \
    稳定 逐步 持续 确保 保持 保持在 实现 达到 达 的 为 在 到 至 按 按照 给予 予以 不 控制 控制在 累计 合计 总计 共 共计 \
    已 再 约 每人 每人每天 每人每年 每生 每户 每个 可上浮 最高 最多 至少 评定 评选 培养 培训 培育 建设 新建 建成 招收 \
    安排 举办 开展 组织 发展 打造 完成 新增 有 和 及 与 或 以 其中 标准 设定 提高 提升 增长 下降 降低 减少 增加 上浮 投入 \
    发放 补贴 补助 奖励 连续 每两年 每届 每小时
    """)

  /// What is not part of the noun at its beginning.
  static let beforeSubject = WordTable(
    """
    力争 争取 确保 实现 推动 推进 完成 使 将 把 对 按 按照 给予 予以 其中 同时 并 且 和 及 与 或 到 在 保持 全省 全市 \
    全县 全区 全国 我省 我市 我县 我区 本省 本市 各地 各市 各县 地级及以上城市 地级以上城市 县级及以上城市 县级以上城市 \
    地级城市 设区城市 建成区 城市建成区 每年 每人 每年培训 培训 培养 培育 评定 评选 招收 建设 新建 建成 打造 创建 组织 \
    开展 举办 安排 新增 发展 壮大 引进 支持 累计 年均 力争每年 争取每年 规定 要求 因此 以 以及 通过 主要 一般 以不低于 \
    的 等 有 具有 应 应当 须 必须 已 再 还 至少 不低于 不少于 不超过 分别 达到 连续 每两年 以下 以上 左右 落实
    """)

  /// Nouns that a measure is of, so that what stands before the number is its subject.
  static let measureNouns = WordTable(
    """
    率 量 比例 比重 比率 占比 浓度 面积 规模 总量 收入 金额 额 度 数 值 水平 时间 期限 年限 报酬 标准 强度 成本 比 能力 \
    距离 人口 产值 价 长度 里程 人数 个数 户数 年龄 工龄 高度 深度 宽度 容量 流量 储量 范围 点位 额度 幅度
    """)
}
