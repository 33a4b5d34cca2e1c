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

  /// The tabs there are: without a review, not that of the review.
  var tabs: [Tab] { settings.allowsReview ? Tab.allCases : Tab.allCases.filter { $0 != .review } }

  mutating func cycleTabs(_ layouts: LayoutCache) {
    let tabs = tabs
    let place = tabs.firstIndex(of: tab) ?? 0
    open(tabs[(place + 1) % tabs.count], layouts)
  }

  mutating func open(_ tab: Tab, _ layouts: LayoutCache) {
    keepingCursorRow(layouts) { state in
      state.tab = tab
      state.settings.isReading = false
      state.focus = .contents
    }
    detailsTop = 0
    settleLists()
    tab.answers.open(&self, layouts)
  }

  mutating func moveLeft(_ layouts: LayoutCache) {
    focus == .contents ? tab.answers.left(&self, layouts) : moveFocusBeside(by: -1)
  }

  mutating func moveRight(_ layouts: LayoutCache) {
    focus == .contents ? tab.answers.right(&self, layouts) : moveFocusBeside(by: 1)
  }

  /// Takes what has been worked out after the first frame.
  mutating func take(_ indexes: LibraryIndexes, _ layouts: LayoutCache) {
    let isFirst = self.indexes == nil
    self.indexes = indexes
    if tab == .targets, targets.selected == nil { enterTargets(layouts) }
    // Who reads meanwhile stays there.
    if filter.isActive, isFirst || isTypingFilter { settleFilter(layouts) }
    keepDossierInside(layouts)
  }
}
