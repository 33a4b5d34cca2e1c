import GazetteModel
import GazetteText

/// What the commands on responsibilities say, in both languages.
enum DutyText {
  /// A row of a table, from 1.
  static func row(_ number: Int) -> Phrase { Phrase("第\(number)行", "row \(number)") }
  static let unknownBody = Phrase("没有这个单位", "no such body")
  static let responsibilities = Phrase("责任分工", "Responsibilities")
  static let partners = Phrase("共同承担", "Works with")
  static let collectives = Phrase("可能包括它的统称", "Collectives that may include it")
  static let aliases = Phrase("又称", "also")
  static let inherited = Phrase("统一要求", "inherited")
  static let inheritedFrom = Phrase("统一要求见", "inherited from")
  static let byRule = Phrase("依规则", "by the rule in")
  static let others = Phrase("等", " and others")
  static let nobody = Phrase("没有单位", "there is no body")

  static let singleBodies = Phrase("单位", "Bodies")
  static let otherRoles = Phrase("其他", "other")

  /// The role as short as the explanation of a mark asks for.
  static func roleMark(_ role: Role) -> Phrase {
    switch role {
    case .shared: Phrase("分工", "shared")
    case .participate: Phrase("参与", "joins")
    case .responsible: Phrase("负责", "responsible")
    default: role.name
    }
  }

  static func category(_ category: BodyCategory) -> Phrase {
    switch category {
    case .party: Phrase("党委部门", "Party")
    case .government: Phrase("政府部门", "Government departments")
    case .central: Phrase("中央和垂直管理单位", "Central bodies")
    case .local: Phrase("地方政府", "Local governments")
    case .institution: Phrase("事业单位", "Institutions")
    case .enterprise: Phrase("企业", "Enterprises")
    case .collective: Phrase("统称", "Collectives")
    case .other: Phrase("其他", "Others")
    }
  }

  static func clauses(_ count: Int) -> Phrase {
    Phrase("\(count) 条", count == 1 ? "1 clause" : "\(count) clauses")
  }

  static func nearest(_ names: [String]) -> Phrase {
    names.isEmpty
      ? Phrase("单位可用 gazette departments 查看", "gazette departments lists the bodies")
      : Phrase("相近的有 \(list: names)", "the nearest are \(list: names)")
  }

  /// With how many others a task is shared.
  static func partnerCount(_ count: Int) -> Phrase { Phrase("与\(count)家", "with \(count)") }
  /// The heading of tasks that stand by the day they are due.
  static let byDeadline = Phrase("按期限", "By deadline")
}
