import GazetteText

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

  /// The most tabs that keys are kept for.
  static let most = 5

  /// The tab at a place in the row, counted from 1.
  init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }

  /// The place in the row, counted from 1.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// Its name in the row.
  var name: StringKey {
    switch self {
    case .contents: .contentsTab
    case .departments: .departmentsTab
    case .matrix: .matrixTab
    case .targets: .targetsTab
    case .review: .reviewTab
    }
  }

  /// The mode of its keys while it has the focus.
  var mode: Mode {
    switch self {
    case .contents: .contents
    case .departments: .departments
    case .matrix: .matrix
    case .targets: .targets
    case .review: .review
    }
  }

  /// How much of the screen it wants.
  var room: PaneLayout.LeftRoom {
    switch self {
    case .contents: .tree
    case .departments, .review: .list
    case .matrix, .targets: .table
    }
  }

  /// What its row of tabs has room for, as texts with their columns from the left edge of the pane;
  /// the names of the tabs that are not open give way first.
  static func labels(
    of tabs: [Tab], open: Tab, columns: Int, language: Language
  ) -> [(tab: Tab, column: Int, text: String)] {
    for (gap, isShort) in [(2, false), (1, false), (2, true), (1, true)] {
      var column = 1
      let labels = tabs.map { tab in
        let name = isShort && tab != open ? "" : " " + Strings.text(tab.name, language)
        let label = (tab: tab, column: column, text: String(tab.number) + name)
        column += DisplayWidth.columns(of: label.text) + gap
        return label
      }
      if column - gap <= columns { return labels }
    }
    return []
  }
}
