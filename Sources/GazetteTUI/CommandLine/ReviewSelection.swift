import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// Whose mark it is, and what it was put on.
private struct StoredMark: Hashable {
  let key: ReviewKey
  let reviewer: String

  init(_ mark: ReviewMark) {
    key = mark.storedKey
    reviewer = mark.reviewer
  }
}

/// What of a review was asked for: of issues, of one reviewer or all, by a query.
struct ReviewSelection {
  let store: any ReviewStore
  /// One for each issue, in the order of the library.
  let reports: [ReviewReport]
  /// What the team has said of each issue.
  let teams: [TeamSheet]
  /// The reviewer who was named; nil for everybody.
  let onlyReviewer: String?
  /// Per issue, whether a mark is asked for.
  let includes: [(ReviewMark) -> Bool]

  init(
    of library: Library, store storeOptions: ReviewStoreOptions,
    reviewer options: ReviewerOptions, query: String?,
    _ configuration: UserConfiguration
  ) throws(Failure) {
    let language = configuration.language
    let only: String? = options.name == nil ? nil : try options.reviewer(configuration)
    let reviewer =
      try options.name == nil
      ? options.reviewerOrNobody(configuration) : options.reviewer(configuration)
    let query = try query.flatMap { (text) throws(Failure) in try Self.query(text, language) }
    let store = try storeOptions.store(configuration)
    let issues = ReviewedIssues(library)
    try issues.adopt(store, language)
    var reports: [ReviewReport] = []
    var teams: [TeamSheet] = []
    var includes: [(ReviewMark) -> Bool] = []
    var complaints: [[QueryDiagnostic]] = []
    for (place, issue) in library.issues.enumerated() {
      let scope = issues.scope(place)
      let marks = try Failure.translating(language) { () throws(ReviewFailure) in
        try store.placedMarks(in: scope, reviewer: only)
      }
      let team = try Failure.translating(language) { () throws(ReviewFailure) in
        try store.teamSheet(in: scope)
      }
      teams.append(team)
      let sheet = ReviewSheet(reviewer: reviewer, marks: marks)
      let departments = DepartmentIndex(issue: issue)
      let duties = ReviewDutyTable(issue, departments)
      let filter = query.map { query in
        ReviewFilter(
          query, index: FilterIndex(issue, departments: departments), scope: scope, marks: marks,
          reviewers: marks.map(\.reviewer) + [reviewer]
        ) { TeamTerms(scope: scope, team: team, sheet: sheet, subject: $0) }
      }
      complaints.append(filter?.diagnostics ?? [])
      reports.append(
        ReviewReport(
          issue: issue, printedAs: library.ids[place], scope: scope, marks: marks,
          team: team, reviewer: reviewer,
          includes: filter.map { filter in { filter.matches($0, $1) } },
          duties: duties.duties))
      // The store hands on marks as they were put; a query is about where they stand.
      let shown = Dictionary(
        marks.map { (StoredMark($0), $0) }, uniquingKeysWith: { first, _ in first })
      includes.append { stored in
        guard let filter else { return true }
        let mark = shown[StoredMark(stored)] ?? stored
        guard let id = scope.node(of: mark.key) else { return false }
        return filter.matches(id, mark)
      }
    }
    for diagnostic in QueryDiagnostic.common(complaints) { try Self.report(diagnostic, language) }
    self.store = store
    onlyReviewer = only
    self.reports = reports
    self.teams = teams
    self.includes = includes
  }

  /// Reads a query; one that cannot be read whole is refused, for it would hand on too much.
  private static func query(_ text: String, _ language: Language) throws(Failure) -> Query? {
    let result = QueryParser.parse(text)
    if let diagnostic = result.diagnostics.first { throw failure(diagnostic, language) }
    return result.query.isEverything ? nil : result.query
  }

  /// Refuses what cannot be answered; that something named is not in the issue is only said.
  private static func report(
    _ diagnostic: QueryDiagnostic, _ language: Language
  ) throws(Failure) {
    guard diagnostic.reason == .namesNothing else { throw failure(diagnostic, language) }
    Platform.writeError(failure(diagnostic, language).line + "\n")
  }

  private static func failure(_ diagnostic: QueryDiagnostic, _ language: Language) -> Failure {
    let what =
      diagnostic.reason == .namesNothing
      ? ReviewMessages.namesNothing : ReviewMessages.unreadableQuery
    let remedy = diagnostic.suggestion.map(ReviewMessages.suggestion) ?? ReviewMessages.queryHelp
    return Failure(what, at: diagnostic.text, remedy: remedy, language)
  }
}
