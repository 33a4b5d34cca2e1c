import GazetteModel
import GazetteText

/// The lines of the tree as they were shown last.
final class OutlineMemo: RoomMemo {
  /// The latest last.
  fileprivate var outlines: [(folds: FoldSet, outline: Outline)] = []
  fileprivate var filtered: (key: FilteredKey, outline: Outline)?

  /// What the lines that a filter leaves depend on.
  fileprivate struct FilteredKey: Equatable {
    let query: Query
    let version: Int
    let folds: FoldSet
  }

  /// How many outlines are kept.
  fileprivate static let limit = 12

  /// The titles as they were cut to their columns.
  fileprivate var titles: [TitleKey: String] = [:]

  /// What a cut title depends on.
  fileprivate struct TitleKey: Hashable {
    let issue: IssueID
    let node: NodeID
    let title: String
    let columns: Int
    let ambiguous: AmbiguousWidth
  }

  /// How many titles are kept: those of many screens.
  fileprivate static let titleLimit = 4096
}

extension LayoutCache {
  /// The visible lines of the tree.
  func outline(for state: State) -> Outline {
    if let matches = filterMatches(for: state) { return filteredOutline(for: state, matches) }
    let memo = memo(OutlineMemo.self)
    // Comparing folds is quick where they are the same or differ in number; hashing them never is.
    if let known = memo.outlines.last(where: { $0.folds == state.folds }) { return known.outline }
    if memo.outlines.count >= OutlineMemo.limit { memo.outlines.removeFirst() }
    let outline = Outline(tree, folds: state.folds)
    memo.outlines.append((state.folds, outline))
    return outline
  }

  /// A title, or where it does not fit what tells it from those beside it.
  func distinctTitle(
    _ title: String, of node: NodeID, in issue: IssueID, columns: Int, ambiguous: AmbiguousWidth
  ) -> String {
    let memo = memo(OutlineMemo.self)
    let key = OutlineMemo.TitleKey(
      issue: issue, node: node, title: title, columns: columns, ambiguous: ambiguous)
    if let known = memo.titles[key] { return known }
    if memo.titles.count >= OutlineMemo.titleLimit { memo.titles = [:] }
    let distinct = SiblingTitles.distinct(
      title, of: node, in: tree.library[issue], columns: columns, ambiguous: ambiguous)
    memo.titles[key] = distinct
    return distinct
  }

  /// The lines of the tree that a filter leaves.
  private func filteredOutline(for state: State, _ matches: FilterMatches) -> Outline {
    let memo = memo(OutlineMemo.self)
    let key = OutlineMemo.FilteredKey(
      query: state.filter.query, version: FilterLayouts.version(of: state.filter.query, state),
      folds: state.folds)
    if let known = memo.filtered, known.key == key { return known.outline }
    let outline = Outline(tree, folds: state.folds, matches: matches)
    memo.filtered = (key, outline)
    return outline
  }
}
