import GazetteReview

/// What the worker knows of where marks stand and what a team said, so that of what others write only the new is
/// placed. Of a thousand issues most have no mark, and their words are not asked for.
struct PlacedIssues: Sendable {
  private let issues: ReviewedIssues
  private var scopes: [Int: ReviewScope] = [:]
  private var marks: [Int: PlacedMarks] = [:]
  private var teams: [Int: (entries: [TeamEntry], sheet: TeamSheet)] = [:]

  init(_ issues: ReviewedIssues) { self.issues = issues }

  private mutating func scope(_ place: Int) -> ReviewScope {
    let scope = scopes[place] ?? issues.scope(place)
    scopes[place] = scope
    return scope
  }

  /// The marks of an issue where they stand.
  mutating func placed(_ stored: [ReviewMark], at place: Int) -> [ReviewMark] {
    if stored.isEmpty { return [] }
    var known = marks[place] ?? PlacedMarks(scope(place))
    defer { marks[place] = known }
    return known.placed(stored)
  }

  /// What a team said of an issue, where its words stand.
  mutating func team(_ entries: [TeamEntry], at place: Int) -> TeamSheet {
    if entries.isEmpty { return TeamSheet() }
    if let known = teams[place], known.entries == entries { return known.sheet }
    let sheet = TeamSheet(entries, in: scope(place))
    teams[place] = (entries, sheet)
    return sheet
  }
}
