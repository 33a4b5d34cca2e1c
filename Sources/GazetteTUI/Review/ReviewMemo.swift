import GazetteModel
import GazetteReview
import TerminalKit

/// How far the review is, and its list as it was shown last.
final class ReviewMemo: RoomMemo {
  fileprivate var progress: [IssueID: (revision: Int, value: ReviewProgress)] = [:]
  fileprivate var list: (key: ListKey, value: ReviewList)?

  fileprivate struct ListKey: Equatable {
    let issue: IssueID
    let revision: Int
    let settings: ReviewListSettings
  }
}

extension LayoutCache {
  /// How far the review of an issue is; nil while the store is not open.
  func progress(of issue: IssueID, in review: ReviewDesk) -> ReviewProgress? {
    guard let sheet = review.sheet(issue) else { return nil }
    let memo = memo(ReviewMemo.self)
    if let known = memo.progress[issue], known.revision == review.revision { return known.value }
    let value = sheet.progress(of: scope(of: issue))
    memo.progress[issue] = (review.revision, value)
    return value
  }

  /// The list of the review; nil while the store is not open.
  func reviewList(for state: State) -> ReviewList? {
    guard let sheet = state.sheet else { return nil }
    let memo = memo(ReviewMemo.self)
    var settings = state.review.list
    settings.selected = nil
    settings.top = 0
    let key = ReviewMemo.ListKey(
      issue: state.issue, revision: state.review.revision, settings: settings)
    if let list = memo.list, list.key == key { return list.value }
    let value = ReviewList(
      settings, sheet: sheet, team: state.review.team(state.issue), scope: scope(of: state.issue),
      issue: tree.library[state.issue])
    memo.list = (key, value)
    return value
  }

  /// Everyone's marks at the clause, set for their box.
  func marksText(for state: State) -> [DetailLine] {
    let target = state.markKeys(self)
    guard target.keys.count == 1, let sheet = state.review.sheet(target.issue) else { return [] }
    return MarksText(
      state, target: target.keys[0], sheet: sheet, scope: scope(of: target.issue),
      columns: state.boxRoom.columns - 4, keys: keys
    ).lines
  }
}
