import GazetteModel
import GazetteReview

/// What of each issue is to be reviewed, worked out when it is first asked for: fingerprints cost
/// more than a glance and are not needed before the first frame.
final class ScopeMemo: RoomMemo {
  fileprivate var known: [IssueID: ReviewScope] = [:]
  /// What a mark on a node is put on; every row of the tree asks for it with every frame.
  fileprivate var units: [UnitPlace: NodeID?] = [:]

  fileprivate struct UnitPlace: Hashable {
    let issue: IssueID
    let node: NodeID
  }
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

  /// What a mark on a row that stands for a node is put on: the clause or text it stands in; of a
  /// heading over a single run of text, which has no row of its own, that text; of another heading
  /// itself. Nil in the cover and the contents.
  func reviewUnit(of node: NodeID, in issue: IssueID) -> NodeID? {
    let memo = memo(ScopeMemo.self)
    let place = ScopeMemo.UnitPlace(issue: issue, node: node)
    if let known = memo.units[place] { return known }
    let unit = findReviewUnit(of: node, in: issue)
    memo.units[place] = .some(unit)
    return unit
  }

  private func findReviewUnit(of node: NodeID, in issue: IssueID) -> NodeID? {
    let opened = tree.library[issue]
    switch opened[opened.root(of: node)].kind {
    case .cover, .contents: return nil
    default: break
    }
    let scope = scope(of: issue)
    let above = [node] + opened.ancestors(of: node)
    if let whole = above.first(where: { scope.isUnit($0) && State.takesAllBelow(opened[$0]) }) {
      return whole
    }
    guard let heading = above.first(where: { OutlineTree.isListed(opened[$0]) }) else { return nil }
    let below = scope.units(in: heading)
    if below.count == 1, !OutlineTree.isListed(opened[scope.units[below.lowerBound]]) {
      return scope.units[below.lowerBound]
    }
    return heading
  }
}
