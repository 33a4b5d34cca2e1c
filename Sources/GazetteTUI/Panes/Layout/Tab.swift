/// What the left pane shows. The order is that of the row of tabs and of the keys 1, 2, 3 ….
enum Tab: String, Hashable, Sendable, CaseIterable {
  /// The tree of documents and clauses.
  case contents
  /// The responsible bodies, and the dossier of one of them.
  case departments
  /// Bodies by documents.
  case matrix
  /// Targets and deadlines.
  case targets
  /// The marks of the review.
  case review
  /// What the parser is unsure of.
  case checks
  /// How far everybody is.
  case team

  /// The most tabs that digits are kept for; those behind them have keys of their own, and stand in
  /// the row of tabs only while they are open.
  static let most = 5

  /// The tab at a place in the row, counted from 1.
  init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }

  /// The place in the row, counted from 1.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
