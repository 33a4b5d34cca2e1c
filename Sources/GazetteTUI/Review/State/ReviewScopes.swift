import GazetteModel
import GazetteReview

/// What of each issue is to be reviewed, worked out when it is first asked for: fingerprints cost
/// more than a glance and are not needed before the first frame.
final class ReviewScopes {
  private let library: Library
  private var known: [Int: ReviewScope] = [:]

  init(_ library: Library) {
    self.library = library
  }

  /// What of an issue is to be reviewed.
  func scope(of issue: Int) -> ReviewScope {
    if let scope = known[issue] { return scope }
    let scope = ReviewScope(library.issues[issue])
    known[issue] = scope
    return scope
  }
}
