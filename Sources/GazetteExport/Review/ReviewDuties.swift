import GazetteModel
import GazetteReview
import GazetteText

/// Who is responsible at a node, and until when, for handing on.
public struct ReviewDuties: Hashable, Sendable {
  /// The bodies of one role.
  public struct Group: Hashable, Sendable {
    /// What the bodies do.
    public let role: Role
    /// By name, in order of print.
    public let bodies: [String]
    /// Whether the list is left open: 等.
    public let andOthers: Bool

    /// Creates a group.
    public init(role: Role, bodies: [String], andOthers: Bool = false) {
      self.role = role
      self.bodies = bodies
      self.andOthers = andOthers
    }

    /// The bodies in one line, with 等 where the list is open.
    public func names(in language: Language) -> String {
      let names =
        BodyNames.line(bodies, language)
      return names + (andOthers ? ReviewWord.andOthers.text(language) : "")
    }

    /// The role with its bodies: 参与：甲、乙等.
    public func text(in language: Language) -> String {
      role.name[language] + language.colon + names(in: language)
    }
  }

  /// By rank of the role.
  public let groups: [Group]
  /// The first day that the text sets; nil where it sets none.
  public let deadline: CalendarDate?

  /// Creates duties.
  public init(groups: [Group] = [], deadline: CalendarDate? = nil) {
    self.groups = groups
    self.deadline = deadline
  }

  /// Who leads.
  public var lead: [String] { groups.filter { $0.role == .lead }.flatMap(\.bodies) }

  /// Everyone, each once.
  public var bodies: [String] {
    groups.flatMap(\.bodies).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Who leads, in one line.
  func leadText(in language: Language) -> String {
    groups.filter { $0.role == .lead }.map { $0.names(in: language) }
      .joined(separator: language.semicolon)
  }

  /// Who else is named, by role: 参与：甲、乙等；落实：丙.
  func partnerText(in language: Language) -> String {
    groups.filter { $0.role != .lead }.map { $0.text(in: language) }
      .joined(separator: language.semicolon)
  }
}
