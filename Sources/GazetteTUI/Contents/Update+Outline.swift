import GazetteModel
import GazetteText
import TerminalKit

// Moving through the contents tree and folding it.

extension State {
  /// The rows that the tree shows.
  var outlineRows: Int { max(1, panes.contents?.rows ?? size.rows - 2) }

  mutating func moveInOutline(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    let rows = layouts.outline(for: self).rows
    guard let row = selectedRow(layouts) else { return }
    var list = ListCursor(row: row, top: outlineTop, count: rows.count, page: outlineRows)
    guard let target = list.target(of: motion, times: count) else { return }
    if motion == .first || motion == .last { jumps.leave(place) }
    if let end = list.move(to: target) { message = end }
    select(rows[list.row].item, layouts)
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

  /// Folds the selected line, or goes to the one above it.
  mutating func foldOrGoToParent(_ layouts: LayoutCache) {
    guard let row = selectedRow(layouts) else { return moveFocusBeside(by: -1) }
    let line = layouts.outline(for: self).rows[row]
    if line.hasChildren, !line.isFolded {
      folds.insert(selected)
      keepSelectionVisible(layouts)
    } else if let parent = layouts.tree.parent(of: selected) {
      select(parent, layouts)
    }
  }

  /// Unfolds the selected line, or goes to its text.
  mutating func unfoldOrEnter(_ layouts: LayoutCache) {
    guard let row = selectedRow(layouts) else { return moveFocusBeside(by: 1) }
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

  /// The title of the selected line where the tree has no room for it whole; nil where it has, and
  /// while the tree has not the focus.
  func cutTitle(_ layouts: LayoutCache) -> String? {
    guard mode == .contents, let row = selectedRow(layouts), let node = selected.node else {
      return nil
    }
    let opened = library[selected.issue][node]
    guard !opened.kind.isDocument else { return nil }
    let number = opened.numbering.map { $0.printed + (opened.numberNeedsSpace ? " " : "") } ?? ""
    let text = number + (opened.title ?? "")
    let depth = layouts.outline(for: self).rows[row].depth
    let room = leftColumns - Outline.markColumn(depth: depth, columns: leftColumns) - 3
    return DisplayWidth.columns(of: text, ambiguous: settings.ambiguous) > room ? text : nil
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
    // In order and at once: put in one by one, each moves those behind it.
    folds.insert(
      contentsOf: library.issueIDs.flatMap { issue in
        library[issue].nodes.lazy.map { OutlineItem.node(issue: issue, $0.id) }
          .filter(layouts.tree.hasChildren)
      })
    settleSelection(layouts)
  }

  mutating func unfoldAll(_ layouts: LayoutCache) {
    folds.removeAll()
    settleSelection(layouts)
  }

  /// Opens every fold that hides a node.
  mutating func reveal(_ node: NodeID, in issue: IssueID, _ layouts: LayoutCache) {
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
    var list = ListCursor(
      row: row, top: outlineTop, count: outline.rows.count, page: outlineRows)
    list.show()
    outlineTop = list.top
  }
}
