import GazetteModel
import GazetteText

/// Answers the terms of a query that a team's entries know: `assigned:`, `is:mine`, `is:returned` ….
///
/// `is:mine` is about who asks; `is:pending`, `is:confirmed` and `is:returned` are about the marks of
/// `subject`, or anybody's where there is none.
public struct TeamTerms: ReviewTermSource {
  private let scope: ReviewScope
  private let team: TeamSheet
  private let sheet: ReviewSheet
  private let subject: String?

  /// - Parameters:
  ///   - scope: What of the issue is reviewed.
  ///   - team: What the team has dealt out, judged and said.
  ///   - sheet: Everyone's marks, with who asks in front.
  ///   - subject: Whose marks the query is about.
  public init(
    scope: ReviewScope, team: TeamSheet, sheet: ReviewSheet, subject: String? = nil
  ) {
    self.scope = scope
    self.team = team
    self.sheet = sheet
    self.subject = subject
  }

  /// What may stand behind `is:` beside the states of marks.
  public enum Word: String, Sendable, CaseIterable {
    case mine, pending, confirmed, returned, disputed, discussed, unsure

    /// Its name in Chinese.
    public var chinese: String {
      switch self {
      case .mine: "分给我"
      case .pending: "待复核"
      case .confirmed: "已复核"
      case .returned: "退回"
      case .disputed: "不一"
      case .discussed: "讨论中"
      case .unsure: "位置存疑"
      }
    }
  }

  /// The words that ask for units dealt out to nobody.
  static let nobody = ["-", "无", "nobody"]

  /// The nodes of the issue that the term is true of.
  public func nodes(
    matching field: ReviewField, _ value: String, in issue: Issue
  ) -> [NodeID]? {
    switch field {
    case .assigned:
      let wanted = FoldedText(value).folded
      if Self.nobody.contains(value) {
        return spread(issue) { team.readers(at: $0, of: scope).isEmpty }
      }
      return spread(issue) { unit in
        team.readers(at: unit, of: scope).contains { FoldedText($0).folded == wanted }
      }
    case .state:
      let typed = QueryWords.folded(value)
      guard let word = Word.allCases.first(where: { $0.rawValue == typed || $0.chinese == typed })
      else { return nil }
      return spread(issue) { matches(word, $0) }
    case .tag, .note, .reviewer: return nil
    }
  }

  private func matches(_ word: Word, _ unit: NodeID) -> Bool {
    switch word {
    case .mine: return team.readers(at: unit, of: scope).contains(sheet.reviewer)
    case .disputed: return team.isDisputed(unit, marks: sheet, of: scope)
    case .discussed: return team.threads(at: unit, of: scope).contains(where: \.isOpen)
    case .unsure:
      return !team.unsureAssignments(at: unit, of: scope).isEmpty
        || team.threads(at: unit, of: scope).contains {
          $0.placement.rank == ReviewPlacement.unsureRank
        }
        || sheet.marks(at: unit, of: scope).contains { $0.placement.isUnsure }
    case .pending: return has(.pending, unit)
    case .confirmed: return has(.confirmed, unit)
    case .returned: return has(.returned, unit)
    }
  }

  private func has(_ standing: TeamStanding, _ unit: NodeID) -> Bool {
    sheet.marks(at: unit, of: scope).contains { mark in
      (subject == nil || mark.reviewer == subject)
        && team.standing(of: mark, in: scope) == standing
    }
  }

  /// The units with all that belongs to them.
  private func spread(_ issue: Issue, _ isWanted: (NodeID) -> Bool) -> [NodeID] {
    scope.units.filter(isWanted).flatMap { id in
      scope.wholeUnit(id, of: issue).map { NodeID($0) }
    }
  }
}
