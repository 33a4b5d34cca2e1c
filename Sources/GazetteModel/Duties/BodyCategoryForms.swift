import GazetteText

/// The category of a body by the form of its name, for bodies that the register lacks.
enum BodyCategoryForms {
  private static let collectiveStarts = WordTable(
    """
    各 有关 相关 其他 其它 省直 市直 县直 区直 中直 所有 全省 全市 省级各 省级有关 省级相关 市级有关 市级相关 市级各
    省有关 省相关 市有关 市相关 属地 所在地 地方政府 地方人民政府 地方各级 地方有关 地方相关 试点 省各 市各 国务院有关 国务院各 中央有关 驻 沿线 县级 市级
    省级 基层 市县 县市 乡镇 市（州） 县（市 州（市 市、县 市县区 县区 成员单位
    """)
  private static let collectiveEnds = WordTable(
    "有关部门 相关部门 有关单位 相关单位 部门 主管部门 成员单位 相关企业 有关企业 行政部门 院校 高校 各部门 单位 各地")
  private static let partyStarts = WordTable(
    "省委 市委 县委 区委 州委 旗委 盟委 自治区党委 党委 中共 中央 省纪委 市纪委 县纪委 纪委")
  private static let partyEnds = WordTable("党委 纪委 宣传部 组织部 统战部 政法委 网信办 编办 纪检组 党校 工委 省委 市委 县委 区委")
  private static let massEnds = WordTable(
    """
    团省委 团市委 团县委 共青团 总工会 工会 妇联 残联 科协 工商联 文联 侨联 红十字会 法院 检察院 高院 人大 政协 人民团体
    军区 部队 商会 协会 学会 长 书记 主任 联合会 社联
    """)
  private static let centralStarts = WordTable(
    "国家 国务院 中国 全国 人民银行 最高 中科院 中华 工程院 科学院 中信 外汇局 证监会 银保监会")
  private static let centralParts = WordTable(
    "银保监 银监局 证监局 保监局 金融监管总局 海关 监管分局 海事局 通信管理局 邮政管理局 税务局 煤监局 专员办 监管局")
  private static let centralEnds = WordTable("总局 总署 部 铁路局 海关 中国气象局 民航局")
  private static let enterpriseEnds = WordTable("公司 集团 企业 移动 联通 电信 铁塔 石油 石化 电力 银行 农信社 信用社")
  private static let institutionEnds = WordTable("台 院 校 馆 所 中心 大学 学院 报社 站 医院 集团校 社 园")
  private static let localEnds = WordTable(
    "市政府 县政府 区政府 州政府 旗政府 盟行署 行署 政府 管委会 示范区 开发区 新区 高新区 街道办 办事处 省 市 县 区 州 盟 旗 乡 镇")
  private static let governmentEnds = WordTable("厅 局 委 办 署 会 室 组 处 队 司 部 指挥部 政府办 小组 专班 中心")

  static func category(of name: [Unicode.Scalar]) -> BodyCategory {
    let whole = 0..<name.count
    let bare = BodyForms.withoutBracket(name, whole)
    if isCollective(name) { return .collective }
    if massEnds.suffix(of: name, in: bare) != nil { return .other }
    if enterpriseEnds.suffix(of: name, in: bare) != nil {
      return centralStarts.prefix(of: name, in: bare) != nil && !endsInCompany(name, bare)
        ? .central : .enterprise
    }
    if partyStarts.prefix(of: name, in: whole) != nil || partyEnds.suffix(of: name, in: bare) != nil
    {
      return .party
    }
    if centralStarts.prefix(of: name, in: whole) != nil || centralParts.occurs(in: name, whole) {
      return .central
    }
    let startsWithLevel = BodyForms.startsName(name, whole)
    if !startsWithLevel, !hasPlace(name), centralEnds.suffix(of: name, in: bare) != nil {
      return .central
    }
    if provincialGovernment.occurs(in: name, whole), name.count <= 7 { return .government }
    if localEnds.suffix(of: name, in: bare) != nil { return .local }
    if governmentEnds.suffix(of: name, in: bare) != nil { return .government }
    if institutionEnds.suffix(of: name, in: bare) != nil { return .institution }
    return .other
  }

  /// Whether a name stands for several bodies.
  static func isCollective(_ name: [Unicode.Scalar]) -> Bool {
    let whole = 0..<name.count
    return collectiveStarts.prefix(of: name, in: whole) != nil || isDescription(name)
      || collectiveEnds.suffix(of: name, in: BodyForms.withoutBracket(name, whole)) != nil
      || BodyForms.isBareArea(name, whole) && name.count > 1
      || BodyForms.isAreaTail(name, whole) && !isOneGovernment(name)
  }

  /// Whether the form alone says what the body is: a collective, or the government of a place.
  static func isPlain(_ name: [Unicode.Scalar]) -> Bool {
    if isCollective(name) { return true }
    let whole = 0..<name.count
    return localEnds.suffix(of: name, in: whole) != nil && (name.last == "府" || hasPlace(name))
  }

  private static let provincialGovernment = WordTable("省政府 省人民政府 自治区政府 自治区人民政府")
  private static let oneLevel: StaticString = "省市县区州旗盟"

  /// 省政府, 市政府, 县人民政府: one government, of the place that issues the document.
  private static func isOneGovernment(_ name: [Unicode.Scalar]) -> Bool {
    guard let first = name.first, first.isOneOf(oneLevel) else { return false }
    return name.count < 2 || !name[1].isOneOf(oneLevel) && name[1] != "（" && name[1] != "级"
  }

  /// 有各类产业发展专项资金的部门: the bodies that something holds of.
  private static func isDescription(_ name: [Unicode.Scalar]) -> Bool {
    name.first == "有" && name.contains("的")
  }

  private static func hasPlace(_ name: [Unicode.Scalar]) -> Bool {
    name.dropFirst(2).prefix(6).contains { $0.isOneOf(oneLevel) }
  }

  private static func endsInCompany(_ name: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.upperBound >= 2 && name[range.upperBound - 1] == "司"
  }
}
