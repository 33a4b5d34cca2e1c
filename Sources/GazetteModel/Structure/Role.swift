/// What a body has to do for a stretch of text (责任): the roles of the contract.
public enum Role: String, Sendable, CaseIterable, Comparable {
  /// 牵头, 牵头负责, 牵头指导
  case lead
  /// 负责
  case responsible
  /// 按职责分工负责, 分工负责
  case shared
  /// 参与, 参加
  case participate
  /// 配合, 协助
  case support
  /// 指导
  case guide
  /// 负责落实, 组织实施, 落实
  case implement

  /// The word that stands for the role in Chinese.
  public var chinese: String {
    switch self {
    case .lead: "牵头"
    case .responsible: "负责"
    case .shared: "分工负责"
    case .participate: "参与"
    case .support: "配合"
    case .guide: "指导"
    case .implement: "落实"
    }
  }

  /// The place in lists: who leads first, who only takes part last.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
}
