import GazetteModel

// Going from unit to unit, from document to document, back and forward.

extension State {
  mutating func moveToSibling(_ steps: Int, _ layouts: LayoutCache) {
    guard focus != .contents || selected.node != nil else {
      moveToSiblingLine(steps, layouts)
      return
    }
    // In a library that is filtered the line selected may be one of another issue.
    let isInTree = focus == .contents
    let issue = isInTree ? selected.issue : self.issue
    let opened = library[issue]
    let current = isInTree ? selected.node ?? cursor.node : listed(cursor.node)
    let outline = layouts.outline(for: self)
    let siblings = (opened[current].parent.map { opened.children(of: $0) } ?? opened.roots).filter {
      guard OutlineTree.isListed(opened[$0]) else { return false }
      // Who looks through a narrowed tree goes to what is left.
      return !isInTree || !filter.isActive || outline.row(of: .node(issue: issue, $0)) != nil
    }
    guard let place = siblings.firstIndex(of: current) else { return }
    let target = min(max(0, place + steps), siblings.count - 1)
    guard target != place else {
      message = Message(.noSibling)
      return
    }
    show(siblings[target], in: issue, layouts)
    followCursor(layouts)
  }

  /// The nearest node at or above `node` that has a line in the tree.
  private func listed(_ node: NodeID) -> NodeID {
    let opened = library[issue]
    if OutlineTree.isListed(opened[node]) { return node }
    return opened.ancestors(of: node).first { OutlineTree.isListed(opened[$0]) } ?? node
  }

  mutating func moveToDocument(_ steps: Int, _ layouts: LayoutCache) {
    let opened = library[issue]
    let roots = opened.roots
    guard let place = roots.firstIndex(of: opened.root(of: cursor.node)) else { return }
    // Back goes to the beginning of this document first.
    let layout = layouts.document(for: self)
    let isInside = layout.row(of: cursor) > layout.textRow(from: 0, step: 1)
    let target = place + (steps < 0 && isInside ? steps + 1 : steps)
    guard roots.indices.contains(target) else {
      message = Message(.noDocument)
      return
    }
    jumps.leave(self.place)
    // Whoever looks through the tree keeps it as it is folded.
    if focus != .contents { folds.remove(.node(issue: issue, roots[target])) }
    goTo(roots[target], in: issue, layouts)
  }

  /// Shows a node from its beginning at the top, with its line in the tree unfolded.
  mutating func goTo(_ node: NodeID, in issue: IssueID, _ layouts: LayoutCache) {
    reveal(node, in: issue, layouts)
    show(node, in: issue, layouts)
    followCursor(layouts)
  }

  // MARK: - Back and forward

  mutating func goBack(_ layouts: LayoutCache) {
    guard let target = jumps.goBack(from: placeForReturn) else {
      message = Message(.noBack)
      return
    }
    restore(target, layouts)
  }

  mutating func goForward(_ layouts: LayoutCache) {
    guard let target = jumps.goForward(from: placeForReturn) else {
      message = Message(.noForward)
      return
    }
    restore(target, layouts)
  }

  /// The place being read; what the left pane shows belongs to it where it is more than the
  /// contents.
  private var placeForReturn: ReaderPlace {
    var place = place
    if tab != .contents { place.left = leftPlace }
    return place
  }

  mutating func restore(_ target: ReaderPlace, _ layouts: LayoutCache) {
    if let left = target.left {
      tab = left.tab
      focus = left.focus
      departments = left.departments
      matrix = left.matrix
    }
    issue = target.issue
    cursor = target.cursor
    top = target.top
    reveal(target.cursor.node, in: target.issue, layouts)
    keepCursorOnScreen(layouts)
  }
}
