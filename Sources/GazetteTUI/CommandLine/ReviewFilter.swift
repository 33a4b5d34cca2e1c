import GazetteModel
import GazetteReview

/// A query over the review.
struct ReviewFilter {
  init?(
    _ query: String?, issue: GazetteModel.Issue, scope: ReviewScope, _ language: Language
  ) throws(Failure) {
    guard let query, !query.isEmpty else { return nil }
  }

  func matches(_ id: NodeID, _ mark: ReviewMark?) -> Bool { true }
}
