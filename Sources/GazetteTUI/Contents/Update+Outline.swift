import GazetteModel

// Moving through the contents tree and folding it.

extension State {
  /// The rows that the tree shows.
  var outlineRows: Int { max(1, panes.contents?.rows ?? size.rows - 2) }

  mutating func moveInOutline(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    let rows = layouts.outline(for: self).rows
    guard let row = selectedRow(layouts) else { return }
    let times = count ?? 1
    let target: Int
    switch motion {
    case .lines(let lines): target = row + lines * times
    case .halfPages(let step): target = row + step * times * max(1, outlineRows / 2)
    case .pages(let step): target = row + step * times * max(1, outlineRows - 2)
    case .first: target = count.map { $0 - 1 } ?? 0
    case .last: target = count.map { $0 - 1 } ?? rows.count - 1
    case .siblings, .documents: return
    }
    if motion == .first || motion == .last { jumps.leave(place) }
    let clamped = min(max(0, target), rows.count - 1)
    if clamped == row, target != row { message = Message(target < row ? .atFirst : .atLast) }
    select(rows[clamped].item, layouts)
  }

  /// The row of the selected line among the visible ones.
  func selectedRow(_ layouts: LayoutCache) -> Int? {
    layouts.outline(for: self).nearestRow(to: selected)
  }

  /// Selects a line of the tree and shows its text, where it has any.
  mutating func select(_ item: OutlineItem, _ layouts: LayoutCache) {
    if item != selected {
      detailsTop = 0
      detailsLink = 0
    }
    selected = item
    if case .node(let issue, let node) = item { show(node, in: issue, layouts) }
    keepSelectionVisible(layouts)
  }

  /// Selects the next line of the same depth; for lines that are no nodes.
  mutating func moveToSiblingLine(_ steps: Int, _ layouts: LayoutCache) {
    let rows = layouts.outline(for: self).rows
    guard let start = selectedRow(layouts) else { return }
    let step = steps < 0 ? -1 : 1
    var found = start
    for _ in 0..<abs(steps) {
      var row = found + step
      while rows.indices.contains(row), rows[row].depth > rows[start].depth { row += step }
      guard rows.indices.contains(row), rows[row].depth == rows[start].depth else { break }
      found = row
    }
    if found == start { message = Message(.noSibling) }
    select(rows[found].item, layouts)
  }

  mutating func moveLeft(_ layouts: LayoutCache) {
    if focus == .contents, tab != .contents { return moveLeftInList(layouts) }
    guard focus == .contents, let row = selectedRow(layouts) else {
      moveFocusBeside(by: -1)
      return
    }
    let line = layouts.outline(for: self).rows[row]
    if line.hasChildren, !line.isFolded {
      folds.insert(selected)
      keepSelectionVisible(layouts)
    } else if let parent = layouts.tree.parent(of: selected) {
      select(parent, layouts)
    }
  }

  mutating func moveRight(_ layouts: LayoutCache) {
    if focus == .contents, tab != .contents { return moveRightInList(layouts) }
    guard focus == .contents, let row = selectedRow(layouts) else {
      moveFocusBeside(by: 1)
      return
    }
    if layouts.outline(for: self).rows[row].isFolded {
      folds.remove(selected)
      keepSelectionVisible(layouts)
    } else {
      enterSelected(layouts)
    }
  }

  /// Goes from the selected line to its text.
  mutating func enterSelected(_ layouts: LayoutCache) {
    guard layouts.outline(for: self).row(of: selected) != nil else {
      message = Message(.noMatch)
      return
    }
    switch selected {
    case .issue, .column:
      setFold(nil, layouts)
    case .entry:
      message = Message(.noText)
    case .node(let issue, let node):
      jumps.leave(place)
      focus = .text
      let layout = layouts.document(of: node, in: issue, for: self)
      let row = layout.textRow(from: layout.firstRow(of: node), step: 1)
      show(layout.position(ofRow: row), in: issue, layouts)
      followCursor(layouts)
    }
  }

  // MARK: - Folds

  /// Folds or unfolds the selected line, or what it stands in when it has nothing below it.
  mutating func setFold(_ isFolded: Bool?, _ layouts: LayoutCache) {
    let outline = layouts.outline(for: self)
    var item = selected
    if !layouts.tree.hasChildren(item) {
      guard isFolded != false, let parent = layouts.tree.parent(of: item) else {
        message = Message(.nothingToFold)
        return
      }
      item = parent
    }
    guard outline.row(of: item) != nil else { return }
    if isFolded ?? !folds.contains(item) {
      folds.insert(item)
    } else {
      folds.remove(item)
    }
    settleSelection(layouts)
  }

  mutating func foldAll(_ layouts: LayoutCache) {
    for issue in library.issues.indices {
      for node in library.issues[issue].nodes {
        let item = OutlineItem.node(issue: issue, node.id)
        if layouts.tree.hasChildren(item) { folds.insert(item) }
      }
    }
    settleSelection(layouts)
  }

  mutating func unfoldAll(_ layouts: LayoutCache) {
    folds.removeAll()
    settleSelection(layouts)
  }

  /// Opens every fold that hides a node.
  mutating func reveal(_ node: NodeID, in issue: Int, _ layouts: LayoutCache) {
    var item = layouts.tree.parent(of: .node(issue: issue, node))
    while let hiding = item {
      folds.remove(hiding)
      item = layouts.tree.parent(of: hiding)
    }
  }

  /// Moves the selection to the line that stands for it after folds changed.
  private mutating func settleSelection(_ layouts: LayoutCache) {
    if let item = layouts.outline(for: self).visible(selected) { selected = item }
    keepSelectionVisible(layouts)
  }

  /// Scrolls the tree so that the selected line is in it. It scrolls by half a pane, so that the
  /// next moves change only the selection.
  mutating func keepSelectionVisible(_ layouts: LayoutCache) {
    let outline = layouts.outline(for: self)
    guard let row = outline.row(of: selected) else { return }
    let height = outlineRows
    let last = max(0, outline.rows.count - height)
    outlineTop = min(outlineTop, last)
    if row < outlineTop || row >= outlineTop + height {
      outlineTop = min(max(0, row - height / 2), last)
    }
  }
}
