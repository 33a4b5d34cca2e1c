import GazetteModel
import GazetteReview
import GazetteText

/// The opened issues with everybody's marks and what the team has said, for the commands of a team.
struct TeamDesk {
  /// One issue.
  struct Sheet {
    let scope: ReviewScope
    let marks: ReviewSheet
    let team: TeamSheet
  }

  let opened: OpenedLibrary
  let store: any ReviewStore
  /// Who acts.
  let reviewer: String
  /// In the order of the library.
  let sheets: [Sheet]
  let language: Language

  init(
    _ library: Library, _ storeOptions: ReviewStoreOptions, _ reviewerOptions: ReviewerOptions,
    _ configuration: UserConfiguration
  ) throws(Failure) {
    language = configuration.language
    reviewer = try reviewerOptions.reviewer(configuration)
    opened = OpenedLibrary(library)
    let store = try storeOptions.store(configuration)
    let issues = ReviewedIssues(library)
    try issues.adopt(store, language)
    var sheets: [Sheet] = []
    for issue in library.issueIDs {
      let scope = issues.scope(of: issue)
      let (marks, team) = try Failure.translating(language) { () throws(ReviewFailure) in
        (try store.placedMarks(in: scope), try store.teamSheet(in: scope))
      }
      sheets.append(
        Sheet(scope: scope, marks: ReviewSheet(reviewer: reviewer, marks: marks), team: team))
    }
    self.store = store
    self.sheets = sheets
  }

  /// A unit that somebody names, with what stands there.
  struct Place {
    let address: NodeAddress
    let sheet: Sheet
    let key: ReviewKey
    var text: ReviewedText { sheet.scope.text(of: address.node) }
    var marks: [ReviewMark] { sheet.marks.marks(at: address.node, of: sheet.scope) }
    var threads: [TeamThread] { sheet.team.threads(at: address.node, of: sheet.scope) }
  }

  /// The unit that holds what a reference names.
  func place(_ reference: String) throws(Failure) -> Place {
    let named = try opened.node(named: reference, language)
    let issue = opened.library[named.issue]
    let sheet = sheets[opened.library.place(of: named.issue) ?? 0]
    let scope = sheet.scope
    let node = ([named.node] + issue.ancestors(of: named.node)).first { scope.isUnit($0) }
    return Place(
      address: NodeAddress(issue: named.issue, node: node ?? named.node),
      sheet: sheet, key: scope.key(of: node ?? named.node))
  }

  /// The units of all issues of which anything matches a query, in order of print.
  func units(matching query: Query) throws(Failure) -> [(sheet: Sheet, unit: NodeID)] {
    var found: [(sheet: Sheet, unit: NodeID)] = []
    var complaints: [[QueryDiagnostic]] = []
    for (place, issue) in opened.issues.enumerated() {
      let sheet = sheets[place]
      var index = FilterIndex(issue)
      index.review = ReviewQueryTerms(
        query, scope: sheet.scope, marks: sheet.marks.marks, reviewer: reviewer
      ) { subject in
        TeamTerms(scope: sheet.scope, team: sheet.team, sheet: sheet.marks, subject: subject)
      }
      let result = index.evaluate(query)
      complaints.append(result.diagnostics)
      for unit in sheet.scope.units {
        let end =
          State.takesAllBelow(issue[unit]) ? issue[unit].subtreeEnd : unit.index + 1
        if (unit.index..<end).contains(where: { result.matches.contains(NodeID($0)) }) {
          found.append((sheet, unit))
        }
      }
    }
    for diagnostic in QueryDiagnostic.common(complaints) {
      try Failure.report(diagnostic, language)
    }
    return found
  }

  /// Records changes of who acts.
  @discardableResult
  func record(_ changes: [TeamChange]) throws(Failure) -> [TeamEntry] {
    let kept = sheets.flatMap { sheet in
      let name = sheet.scope.issueName.description
      return sheet.team.keepingPlaces(changes.filter { $0.topic.key.issue == name })
    }
    return try Failure.translating(language) { () throws(ReviewFailure) in
      try store.record(kept, author: reviewer)
    }
  }
}

extension Failure {
  /// A name that can be a reader's; fails with the rule.
  static func readerName(_ name: String, _ language: Language) throws(Failure) -> String {
    guard let reader = ReviewRules.reviewer(name) else {
      throw Failure(ReviewFailure(.badReviewer(name)), language: language)
    }
    return reader
  }
}
