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

  /// The tabs there are: without a review, not that of the review, which is the last.
  var tabs: [Tab] { settings.allowsReview ? Tab.allCases : Tab.allCases.filter { $0 != .review } }

  mutating func cycleTabs(_ layouts: LayoutCache) {
    open(Tab(number: tab.number % tabs.count + 1) ?? .contents, layouts)
  }

  mutating func open(_ tab: Tab, _ layouts: LayoutCache) {
    keepingCursorRow(layouts) { state in
      state.tab = tab
      state.settings.isReading = false
      state.focus = .contents
    }
    detailsTop = 0
    settleLists()
    switch tab {
    case .contents: keepSelectionVisible(layouts)
    case .departments: keepDepartmentVisible(layouts)
    case .matrix: keepCellVisible(layouts)
    case .review: enterList(layouts)
    case .targets: enterTargets(layouts)
    }
  }

  /// Takes what has been worked out after the first frame.
  mutating func take(_ indexes: LibraryIndexes, _ layouts: LayoutCache) {
    let isFirst = self.indexes == nil
    self.indexes = indexes
    if tab == .targets, targets.selected == nil { enterTargets(layouts) }
    // Who reads meanwhile stays there.
    if filter.isActive, isFirst || isTypingFilter { settleFilter(layouts) }
  }
}

extension State {
  /// Moves in whatever the left pane shows.
  mutating func moveInLeftPane(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    switch tab {
    case .contents: moveInOutline(motion, count: count, layouts)
    case .departments where departments.dossiers.isEmpty:
      moveInDepartments(motion, count: count, layouts)
    case .departments: moveInDossier(motion, count: count, layouts)
    case .matrix: moveInMatrix(motion, count: count, layouts)
    case .review: moveInList(motion, count: count, layouts)
    case .targets: moveInTargets(motion, count: count, layouts)
    }
  }

  /// Goes from the selected line of the left pane to what it stands for.
  mutating func enterLeftPane(_ layouts: LayoutCache) {
    switch tab {
    case .contents: enterSelected(layouts)
    case .departments where departments.dossiers.isEmpty: openSelectedDossier(layouts)
    case .departments: enterDossierItem(layouts)
    case .matrix: enterCell(layouts)
    case .review: enterListed(layouts)
    case .targets: enterTarget(layouts)
    }
  }

  /// Left in a tab other than the contents: to what the line was opened from, or to the column
  /// before.
  mutating func moveLeftInList(_ layouts: LayoutCache) {
    switch tab {
    case .contents, .targets, .review: moveFocusBeside(by: -1)
    case .departments: closeDossier(layouts)
    case .matrix: moveMatrixColumn(by: -1, layouts)
    }
  }

  /// Right in a tab other than the contents: into the line, or to the next column.
  mutating func moveRightInList(_ layouts: LayoutCache) {
    if tab == .matrix {
      moveMatrixColumn(by: 1, layouts)
    } else {
      enterLeftPane(layouts)
    }
  }
}
