import GazetteModel

// What the left pane shows.

extension State {
  /// The indexes of the issue being read; nil until they are worked out.
  var currentIndexes: IssueIndexes? { indexes?[issue] }

  /// Shows a tab and gives it the focus; a tab that is open already only takes the focus.
  mutating func openTab(number: Int, _ layouts: LayoutCache) {
    guard let tab = Tab(number: number) else {
      message = Message(.noSuchTab, String(number))
      return
    }
    open(tab, layouts)
  }

  mutating func cycleTabs(_ layouts: LayoutCache) {
    open(Tab(number: tab.number % Tab.allCases.count + 1) ?? .contents, layouts)
  }

  mutating func open(_ tab: Tab, _ layouts: LayoutCache) {
    keepingCursorRow(layouts) { state in
      state.tab = tab
      state.settings.isReading = false
      state.focus = .contents
    }
    detailsTop = 0
    if tab == .review { enterList(layouts) }
  }

  /// Takes what has been worked out after the first frame.
  mutating func take(_ indexes: LibraryIndexes) { self.indexes = indexes }
}

extension State {
  /// Moves in whatever the left pane shows.
  mutating func moveInLeftPane(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    switch tab {
    case .contents: moveInOutline(motion, count: count, layouts)
    case .departments, .matrix: break
    case .review: moveInList(motion, count: count, layouts)
    }
  }
}
