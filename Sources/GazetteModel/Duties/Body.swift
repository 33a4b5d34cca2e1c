/// The kind of a body (单位类别).
public enum BodyCategory: String, Sendable, CaseIterable, Comparable {
  /// Organs of the Party: 省委…, 宣传部, 组织部.
  case party
  /// Departments and offices of a government below the centre: 厅, 局, 委, 办.
  case government
  /// Ministries, and the outposts of central bodies in a place: 人民银行…支行, 银保监局.
  case central
  /// Governments of cities, counties and districts.
  case local
  /// Stations, academies, schools, centres.
  case institution
  /// Companies and groups of companies.
  case enterprise
  /// Several bodies under one name: 各相关部门, 各市（州）政府.
  case collective
  /// Courts, mass organisations, persons in office.
  case other

  public static func < (left: BodyCategory, right: BodyCategory) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Whoever can be made responsible (单位).
public struct Body: Sendable, Equatable {
  /// The canonical name, under which all its other names are merged.
  public let name: String
  /// Its other names: those of the register, and those that are printed and differ from `name`.
  public var aliases: [String]
  /// What kind of body it is.
  public let category: BodyCategory
  /// Where the register has the fact from; nil where the issue itself shows it.
  public let source: String?
  /// Whether the register knows it, or its form alone says what it is (各相关部门, 长春市政府).
  public let isKnown: Bool

  /// Creates a body.
  public init(
    name: String, aliases: [String] = [], category: BodyCategory, source: String? = nil,
    isKnown: Bool
  ) {
    self.name = name
    self.aliases = aliases
    self.category = category
    self.source = source
    self.isKnown = isKnown
  }

  /// Whether the name stands for several bodies.
  public var isCollective: Bool { category == .collective }
}
