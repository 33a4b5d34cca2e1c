import GazetteModel
import GazetteReview

/// What of a review was asked for: of an issue, of one reviewer or all, by a query.
struct ReviewSelection {
  let store: ReviewStore
  let report: ReviewReport
  /// The reviewer who was named; nil for everybody.
  let onlyReviewer: String?
  /// Whether a mark is asked for.
  let includes: (ReviewMark) -> Bool

  init(
    issue: GazetteModel.Issue, store storeOptions: ReviewStoreOptions,
    reviewer options: ReviewerOptions, query: String?, _ language: Language
  ) throws(Failure) {
    let only: String? = options.name == nil ? nil : try options.reviewer(language)
    let reviewer = try options.name == nil ? options.reviewerOrNobody : options.reviewer(language)
    let scope = ReviewScope(issue)
    let filter = try ReviewFilter(query, issue: issue, scope: scope, language)
    let store = try storeOptions.store(language)
    let marks = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.marks(ofIssue: scope.issueID, reviewer: only)
    }
    let duties = ReviewDutyTable(issue)
    self.store = store
    onlyReviewer = only
    report = ReviewReport(
      issue: issue, scope: scope, marks: marks, reviewer: reviewer,
      includes: filter.map { filter in { filter.matches($0, $1) } }, duties: duties.duties)
    includes = { mark in
      guard let filter else { return true }
      guard let id = scope.node(of: mark.key) else { return false }
      return filter.matches(id, mark)
    }
  }
}
