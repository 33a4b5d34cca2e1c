import GazetteText

// What stands behind the tabs.

extension Tab {
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
