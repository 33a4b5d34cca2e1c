import GazetteModel
import GazetteReview

/// What of each issue is to be reviewed, worked out when it is first asked for: fingerprints cost
/// more than a glance and are not needed before the first frame.
final class ScopeMemo: RoomMemo {
  fileprivate var known: [IssueID: ReviewScope] = [:]
}

extension LayoutCache {
  /// What of an issue is to be reviewed.
  func scope(of issue: IssueID) -> ReviewScope {
    let memo = memo(ScopeMemo.self)
    if let scope = memo.known[issue] { return scope }
    let scope = ReviewScope(tree.library[issue])
    memo.known[issue] = scope
    return scope
  }
}
