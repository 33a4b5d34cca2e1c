import GazetteModel
import GazetteReview

// Selecting several rows of a list, to be marked at once.

extension State {
  mutating func toggleSelection(_ layouts: LayoutCache) {
    if review.anchor != nil {
      review.anchor = nil
      return
    }
    let highlighted = highlightedUnits(layouts)
    guard let unit = highlighted.units.first else {
      message = Message(.nothingToReview)
      return
    }
    review.anchor = ReviewAnchor(
      list: listIdentity, issue: highlighted.issue, node: unit,
      row: listedNodes(layouts)?.current ?? 0)
  }

  /// The units from where the selection began to what is highlighted, in the order of print; nil
  /// without a selection.
  func selectedUnits(_ layouts: LayoutCache) -> UnitSelection? {
    guard let anchor = review.anchor, anchor.list == listIdentity else { return nil }
    if let rows = selectedRows(layouts), let list = listedNodes(layouts) {
      return UnitSelection(
        issue: list.issue,
        units: units(of: list.rows[rows].flatMap(\.self), in: list.issue, layouts))
    }
    let highlighted = highlightedUnits(layouts)
    guard anchor.issue == highlighted.issue, let target = highlighted.units.first else {
      return nil
    }
    if focus == .contents { return unitsOfTree(from: anchor, layouts) }
    let (first, last) = (min(anchor.node, target), max(anchor.node, target))
    let isWhole = Self.takesAllBelow(library[anchor.issue][last])
    let end = isWhole ? library[anchor.issue][last].subtreeEnd : last.index + 1
    return UnitSelection(
      issue: anchor.issue,
      units: layouts.scope(of: anchor.issue).units.filter {
        $0.index >= first.index && $0.index < end
      })
  }

  /// The rows of the list in the left pane that are selected; nil for the tree and without a
  /// selection.
  func selectedRows(_ layouts: LayoutCache) -> ClosedRange<Int>? {
    guard let anchor = review.anchor, focus == .contents, anchor.list == listIdentity,
      let list = listedNodes(layouts), let current = list.current
    else { return nil }
    let start = min(anchor.row, list.rows.count - 1)
    return min(start, current)...max(start, current)
  }

  /// What marks are put on for nodes, each once.
  private func units(of nodes: [NodeID], in issue: IssueID, _ layouts: LayoutCache) -> [NodeID] {
    let scope = layouts.scope(of: issue)
    var result = NodeSet(size: library[issue].nodes.count)
    for node in nodes {
      guard let unit = layouts.reviewUnit(of: node, in: issue), scope.isUnit(unit) else {
        continue
      }
      result.insert(unit.index)
    }
    return result.nodes
  }

  /// The units of the visible rows of the tree; a folded row stands for what the filter leaves
  /// below it.
  private func unitsOfTree(from anchor: ReviewAnchor, _ layouts: LayoutCache) -> UnitSelection? {
    let rows = layouts.outline(for: self).rows
    guard let start = layouts.outline(for: self).nearestRow(to: anchorItem(anchor, layouts)),
      let current = selectedRow(layouts)
    else { return nil }
    let opened = library[anchor.issue]
    let scope = layouts.scope(of: anchor.issue)
    let left = unitsLeft(in: anchor.issue, layouts)
    var chosen = NodeSet(size: opened.nodes.count)
    for row in rows[min(start, current)...max(start, current)] {
      guard case .node(anchor.issue, let node) = row.item else { continue }
      if row.isFolded {
        for unit in scope.units[scope.units(in: node)] { chosen.insert(unit.index) }
      } else if let unit = layouts.reviewUnit(of: node, in: anchor.issue) {
        chosen.insert(unit.index)
      }
    }
    return UnitSelection(issue: anchor.issue, units: left.filter(chosen.contains))
  }

  /// The row of the tree that a selection began at.
  private func anchorItem(_ anchor: ReviewAnchor, _ layouts: LayoutCache) -> OutlineItem {
    let item = OutlineItem.node(issue: anchor.issue, anchor.node)
    return layouts.outline(for: self).visible(item) ?? item
  }
}
