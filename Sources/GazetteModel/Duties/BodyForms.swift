import GazetteText

/// What the names of bodies look like: by this, and not by a list of names, the grammar tells where
/// one ends.
enum BodyForms {
  /// Last scalars of the names of organs.
  private static let organEnds: StaticString = "厅局委办部会院署台社校府司团所站队联央组处室行关协厂馆"
  /// Last scalars of the names of places.
  private static let areaEnds: StaticString = "省市县区州旗盟师乡镇"
  /// Longer ends of the names of organs.
  private static let longEnds = WordTable(
    """
    部门 单位 中心 机构 公司 集团 企业 大学 中学 人大 专班 银行 电力 移动 联通 电信 铁塔 石油 石化 铁路 邮政
    机场 省长 市长 县长 区长 州长 秘书长 主任 局长 厅长 书记 部长 委员长 园区 港口 街道 学院 高校 烟草
    基地 矿区 林场 农场
    """)
  /// What ends like a body and is none.
  private static let falseEnds = WordTable(
    """
    社会 机会 平台 场所 执行 运行 推行 实行 发行 进行 流行 有关 相关 互联 关联 全部 内部 东部 西部 中部 北部
    南部 外部 局部 城市 领域 协会负责 处处 到位 工会和 无关 难关 把关 海内外社会 举办 主办 承办 申办 督办 查办 协办 会办
    领办 交办 催办 转办 帮办 代办 联办 包办
    """)
  /// What a body's name begins with, and what is inside a name is seldom found at its start.
  private static let starts = WordTable(
    """
    省 市 县 各 驻 国家 全国 中国 中央 国务院 有关 相关 其他 其它 地方 所在 当地 属地 人民银行 自治区 自治州
    最高 团省委 团市委 共青团 沿线 试点 区委 区政府 州委 州政府 盟 旗 中科院 乡镇 基层 州 武警 军委
    """)
  private static let falseStarts = WordTable("市场 市政 县域 各类人才 区域 州际 省际 盟约 市容")
  /// What a name that stands for several bodies begins with.
  private static let collectiveStarts = WordTable(
    """
    各 有关 相关 其他 其它 省直 市直 县直 区直 中直 所有 全省 全市 省级各 省级有关 省级相关 市级有关 市级相关
    市级各 省有关 省相关 市有关 市相关 属地 所在地 地方政府 地方人民政府 地方各级 试点 省各 市各 国务院有关 国务院各 中央有关 驻吉
    """)
  private static let bareNouns: Set<[Unicode.Scalar]> = Set(
    """
    单位 部门 政府 人民政府 机构 企业 地方 地区 直属机构 组织 院校 高校 团体 企事业单位 个人 党委政府 社会组织
    高等院校 科研院所 科研机构 研究机构 委办局 县 县级 区 市 事业单位
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.unicodeScalars) })
  private static let tailNouns = WordTable("部门 单位 机构 地方 地区 企业 院校 方面 高校 组织 团体 委办局")
  private static let tailStarts = WordTable(
    "有关 相关 各 其他 其它 省 市 县 区 部门 单位 机构 多 地区 地方 国家 中央 二 三 四 五 六 七 八 九 十 多个 企业")
  /// What a name cannot contain: the words of a statement.
  private static let refused = WordTable(
    """
    了 着 是 为 不 谁 其中 自行 以下 以及 或者 并 已 《 》 “ ” 。 ， ； ： ！ ？ ％ 等等 能够 可以 必须 应当
    进一步 推动 确保 按照 要求 通过 使用 规定 简称 会同 建立 健全 完善 成立 组建 形成 构建 采取 联合开展 负责同志
    """)
  /// What a name never begins with.
  private static let refusedStarts = WordTable(
    """
    实行 坚持 鼓励 支持 引导 引进 明确 建立 要求 根据 依托 加强 强化 充分 原则上 包括 应由 应当 加快 推进 落实
    完善 健全 积极 开展 做好 压实 全面 切实 严格 深入 动员 吸引 组织各 组织有 负责 牵头 配合 参与 用人
    """)
  /// What a name seldom begins with; it must then end as a name does.
  private static let doubtfulStarts = WordTable(
    "指 因 在 从 对 把 被 向 与 同 以 可 会 需 须 按 主要 重点 统一 协调 发挥 发现 即 如 含 将")
  private static let areaWords = WordTable(
    """
    自治区 自治州 自治县 直辖市 设区的市 设区市 地级以上市 地级以上 地级市 县级市 地级 县级 市级 省级 设区 省 市
    州 盟 地区 县 旗 区 乡镇 乡 镇 街道 、 和
    """)
  private static let areaMarkers = WordTable("各 各级 各有关 各相关 有关 相关 所有 全省 省内 其他 全市 市内")
  private static let areaOrgans = WordTable(
    "党委 政府 人民政府 和 管委会 行署 有关部门 相关部门 部门 级 直 有关单位 相关单位 、 管委 组织")

  /// The stretch without the bracket that closes it: 市交通委（市道运局） → 市交通委.
  static func withoutBracket(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, text[range.upperBound - 1] == "）" else { return range }
    var depth = 0
    for index in range.reversed() {
      if text[index] == "）" { depth += 1 }
      if text[index] == "（" {
        depth -= 1
        if depth == 0 { return range.lowerBound..<index }
      }
    }
    return range
  }

  /// Whether the stretch could be the whole name of a body, by how it ends.
  static func isComplete(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let name = withoutBracket(text, range)
    guard name.count >= 2 else { return false }
    if falseEnds.suffix(of: text, in: name) != nil { return false }
    let last = text[name.upperBound - 1]
    if last.isOneOf(organEnds) || last.isOneOf(areaEnds) { return true }
    if longEnds.suffix(of: text, in: name) != nil { return true }
    return last == "地" && collectiveStarts.prefix(of: text, in: name) != nil
  }

  /// Whether the stretch ends as the name of a place does.
  static func endsAsArea(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let name = withoutBracket(text, range)
    guard let last = name.last.map({ text[$0] }) else { return false }
    return last.isOneOf(areaEnds)
  }

  /// Whether a name that is divided by a conjunction may go on with this stretch as a new name.
  static func startsName(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    starts.prefix(of: text, in: range) != nil && falseStarts.prefix(of: text, in: range) == nil
  }

  /// Whether the stretch begins as a name for several bodies does.
  static func startsCollective(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    collectiveStarts.prefix(of: text, in: range) != nil
  }

  /// Whether the stretch names a level and no body, so that it cannot stand alone before 和: 中央, 省级.
  static func isStub(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.count <= 4 && stubs.contains(Array(text[range]))
  }

  private static let stubs: [[Unicode.Scalar]] =
    "中央 国家 省级 市级 县级 区级 省直 市直 县直 区直 州直 中直 全省 全市 全县 地方 省本级 市本级".split(separator: " ")
    .map { Array($0.unicodeScalars) }

  /// Whether the stretch is the second half of the name of a committee for the Party's organs:
  /// 国家机关工委 of 中央和国家机关工委, 省直机关工委 of 省委和省直机关工委.
  static func isSecondHalf(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    organsOfLevel.prefix(of: text, in: range) != nil
      && committeeEnds.suffix(of: text, in: range) != nil && range.count <= 12
  }

  private static let organsOfLevel = WordTable(
    "国家机关 省直机关 市直机关 县直机关 区直机关 州直机关 直属机关 自治区直属机关 省级机关 市级机关")
  private static let committeeEnds = WordTable("工委 党工委 工作委员会 党委 纪检监察工委")

  /// The stretch without a clause that only qualifies the name: 省甲厅 of 所涉及的省甲厅.
  static func withoutQualifier(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    guard let of = range.last(where: { text[$0] == "的" }), of > range.lowerBound else {
      return range
    }
    let name = of + 1..<range.upperBound
    return name.count >= 3 && isNamed(text, name) && !isBareNoun(text, name) ? name : range
  }

  /// Whether the stretch is a noun for any body, which needs the word before it: 单位.
  static func isBareNoun(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.count <= 6 && bareNouns.contains(Array(text[range]))
  }

  /// Whether the stretch behind 等 only says of what kind the others are: 有关部门和单位.
  static func isTail(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.count <= 16 && tailNouns.suffix(of: text, in: range) != nil
  }

  /// Whether what follows 等 may begin such a tail: 有关部门, 五部门, 12个部门.
  static func startsTail(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    if let (_, end) = ChineseNumeral.readAny(text, at: range.lowerBound), end < range.upperBound {
      let more = text[end].isOneOf("余多几") ? 1 : 0
      let isCounted = end + more < range.upperBound && text[end + more].isOneOf("个家")
      let noun = end + more + (isCounted ? 1 : 0)
      if tailNouns.prefix(of: text, in: noun..<range.upperBound) != nil { return true }
      // 等20个市直部门, 等15家成员单位
      if isCounted, range.upperBound - noun <= 8,
        tailNouns.suffix(of: text, in: noun..<range.upperBound) != nil
      {
        return true
      }
    }
    guard tailStarts.prefix(of: text, in: range) != nil else { return false }
    return tailNouns.occurs(in: text, range)
  }

  /// Whether the stretch can be a name at all.
  static func isPlausible(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard (2...40).contains(range.count) else { return false }
    if refusedStarts.prefix(of: text, in: range) != nil { return false }
    if doubtfulStarts.prefix(of: text, in: range) != nil, !isComplete(text, range) { return false }
    var depth = 0
    for index in range {
      let scalar = text[index]
      if scalar == "（" { depth += 1 }
      if scalar == "）" { depth -= 1 }
      if scalar.isASCII, !scalar.properties.isAlphabetic { return false }
      if scalar == "由", index == range.lowerBound || text[index - 1] != "自" { return false }
      if depth == 0, refused.prefix(of: text, in: index..<range.upperBound) != nil { return false }
    }
    return depth == 0
  }

  /// Last scalars of the names of organs that a verb may follow.
  private static let actorEnds: StaticString = "厅局委部署院府会司团"
  private static let partyEnds = WordTable("党委 省委 市委 县委 区委 州委 盟委 旗委")
  /// The longest verb that is looked for behind a name.
  private static let longestVerb = 4

  /// What stands behind the name of an organ as a verb would, and is none that the lexicon knows:
  /// 包干 of 省乙厅包干; nil where the stretch is a name.
  ///
  /// Two characters of which the second is 办 are a verb behind a department (交办, 盯办), for offices
  /// inside one have longer names.
  static func unknownVerb(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 3, let last = range.last.map({ text[$0] }) else { return nil }
    let shortest: Int
    if isComplete(text, range) {
      guard last == "办", range.count >= 5 else { return nil }
      let organ = range.lowerBound..<range.upperBound - 2
      guard text[organ.upperBound - 1].isOneOf("厅局署"), isNamed(text, organ) else { return nil }
      return organ.upperBound..<range.upperBound
    } else {
      shortest = max(range.lowerBound + 3, range.upperBound - longestVerb)
    }
    guard shortest < range.upperBound else { return nil }
    for end in (shortest..<range.upperBound).reversed() {
      let organ = range.lowerBound..<end
      guard text[end - 1].isOneOf(actorEnds), isNamed(text, organ),
        partyEnds.suffix(of: text, in: organ) == nil,
        text[end..<range.upperBound].allSatisfy(\.isHan)
      else { continue }
      return end..<range.upperBound
    }
    return nil
  }

  /// Whether the stretch is the name of a body beyond doubt: it begins and ends as names do.
  static func isNamed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard isPlausible(text, range), isComplete(text, range),
      doubtfulStarts.prefix(of: text, in: range) == nil
    else { return false }
    let name = withoutBracket(text, range)
    if starts.prefix(of: text, in: name) != nil, falseStarts.prefix(of: text, in: name) == nil {
      return !endsWithPrivate(text, name)
    }
    return strictEnds.suffix(of: text, in: name) != nil && !endsWithPrivate(text, name)
      && name.count <= 20
  }

  /// Ends that only names of public organs have.
  private static let strictEnds = WordTable(
    """
    厅 局 委 部 署 办 部门 政府 委员会 领导小组 管委会 人民银行 总社 法院 检察院 公安 海关 总队 支队 银行
    研究院 大学 科学院 工程院 总工会 妇联 残联 工商联 铁路总公司 省委 市委 县委
    """)
  private static let privateEnds = WordTable("企业 协会 学会 商会 公司企业 高校 院校 团队 用户 主体 团体 干部 内部")

  private static func endsWithPrivate(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    privateEnds.suffix(of: text, in: range) != nil
  }

  /// Whether the stretch names only levels of places, so that it needs what follows: 各市, 各省.
  static func isBareArea(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    if let marker = areaMarkers.prefix(of: text, in: range) { start += marker.length }
    let end = skipAreas(text, start..<range.upperBound)
    return end > start && end == range.upperBound
  }

  /// Whether the stretch continues one that names only levels: 县级政府, 县（市、区）人民政府, 直辖市.
  static func isAreaTail(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    var index = skipAreas(text, range)
    guard index > range.lowerBound else { return false }
    while index < range.upperBound {
      guard let organ = areaOrgans.prefix(of: text, in: index..<range.upperBound) else {
        return false
      }
      index += organ.length
    }
    return true
  }

  private static func skipAreas(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == "（", let close = text.closing(index, before: range.upperBound) {
        index = close + 1
      } else if let word = areaWords.prefix(of: text, in: index..<range.upperBound) {
        index += word.length
      } else {
        break
      }
    }
    return index
  }

  /// The category that a name's form shows; the name is folded.
  static func category(of name: String) -> BodyCategory {
    BodyCategoryForms.category(of: [Unicode.Scalar](name))
  }
}
