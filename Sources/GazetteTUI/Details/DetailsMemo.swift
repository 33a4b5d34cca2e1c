import GazetteModel
import GazetteText
import TerminalKit

/// The details as they were set last.
final class DetailsMemo: RoomMemo {
  fileprivate var details: (key: Key, lines: [DetailLine])?

  fileprivate struct Key: Equatable {
    let item: OutlineItem
    let node: NodeID
    /// The row of a table, whose responsibilities alone are shown.
    let row: RowPlace?
    /// The body that is selected in the list of bodies.
    let body: Int?
    let isIndexed: Bool
    let rect: Rect
    let language: Language
    let ambiguous: AmbiguousWidth
    /// Zero while the review is not open.
    let reviewRevision: Int
  }
}

extension LayoutCache {
  /// The details of what is selected, set in rows for a pane.
  func details(for state: State, in rect: Rect) -> [DetailLine] {
    let memo = memo(DetailsMemo.self)
    var row: RowPlace?
    if case .row(let place) = state.cursor.part { row = place }
    let key = DetailsMemo.Key(
      item: state.selected, node: state.cursor.node, row: row, body: selectedBody(for: state),
      isIndexed: state.currentIndexes != nil, rect: rect,
      language: state.settings.language, ambiguous: state.settings.ambiguous,
      reviewRevision: state.review.revision)
    if let details = memo.details, details.key == key { return details.lines }
    let scope = state.review.isOpen ? scope(of: state.issue) : nil
    let lines = Details(state, tree: tree, scope: scope, rect: rect, body: key.body).lines
    memo.details = (key, lines)
    return lines
  }

  /// The body whose details are shown: the one that is selected while the list of bodies has the
  /// focus.
  private func selectedBody(for state: State) -> Int? {
    guard state.tab == .departments, state.focus == .contents, state.departments.dossiers.isEmpty,
      let list = departmentList(for: state), let row = list.row(of: state.departments.selected)
    else { return nil }
    return list.rows[row].place
  }
}
