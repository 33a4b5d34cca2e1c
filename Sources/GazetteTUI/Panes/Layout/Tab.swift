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

  /// What it answers; the one place that knows which room a tab is.
  var answers: any LeftTab.Type {
    switch self {
    case .contents: ContentsTab.self
    case .departments: DepartmentsTab.self
    case .matrix: MatrixTab.self
    case .targets: TargetsTab.self
    case .review: ReviewTab.self
    case .checks: ChecksTab.self
    case .team: TeamTab.self
    }
  }

  /// Its name in the row.
  var name: Phrase { answers.name }

  /// How much of the screen it wants.
  var room: PaneLayout.LeftRoom { answers.room }

  /// What its row of tabs has room for, as texts with their columns from the left edge of the pane;
  /// the names of the tabs that are not open give way first.
  static func labels(
    of tabs: [Tab], open: Tab, columns: Int, language: Language
  ) -> [(tab: Tab, column: Int, text: String)] {
    let tabs = tabs.filter { $0.number <= Self.most || $0 == open }
    for (gap, isShort) in [(2, false), (1, false), (2, true), (1, true)] {
      var column = 1
      let labels = tabs.map { tab in
        let name = isShort && tab != open ? "" : tab.name[language]
        let digit = tab.number <= Self.most ? String(tab.number) : ""
        let blank = digit.isEmpty || name.isEmpty ? "" : " "
        let label = (tab: tab, column: column, text: digit + blank + name)
        column += DisplayWidth.columns(of: label.text) + gap
        return label
      }
      if column - gap <= columns { return labels }
    }
    return []
  }
}
