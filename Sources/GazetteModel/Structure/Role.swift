import GazetteText

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
  public var chinese: String { name[.chinese] }

  /// Its name for readers.
  package var name: Phrase {
    switch self {
    case .lead: Phrase("牵头", "lead")
    case .responsible: Phrase("负责", "responsible")
    case .shared: Phrase("分工负责", "shared")
    case .participate: Phrase("参与", "participate")
    case .support: Phrase("配合", "support")
    case .guide: Phrase("指导", "guide")
    case .implement: Phrase("落实", "implement")
    }
  }

  /// The place in lists: who leads first, who only takes part last.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
}
