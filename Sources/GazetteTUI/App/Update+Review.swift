import GazetteModel
import GazetteReview

// Putting marks, and going on to what is still to be reviewed.

extension State {
  /// The names under which marks are kept, in the order of the library.
  var issueNames: [String] { library.issues.map(\.name.description) }

  /// The reviewer's marks at the issue being read; nil while the store is not open.
  var sheet: ReviewSheet? { review.sheet(issue) }

  /// What the keys of the review speak of: the unit at the place, or a heading by itself; nil where
  /// there is nothing to review.
  func reviewTarget(_ layouts: LayoutCache) -> NodeID? {
    let isInTree = focus == .contents && tab == .contents
    if isInTree, selected.issue != issue { return nil }
    guard let node = isInTree ? selected.node : cursor.node else { return nil }
    let opened = library.issues[issue]
    switch opened[opened.root(of: node)].kind {
    case .cover, .contents: return nil
    default: break
    }
    let scope = layouts.scope(of: issue)
    let above = [node] + opened.ancestors(of: node)
    return above.first { scope.isUnit($0) && Self.takesAllBelow(opened[$0]) }
      ?? above.first { OutlineTree.isListed(opened[$0]) }
  }

  /// Whether a mark on a node is one on everything below it.
  private static func takesAllBelow(_ node: Node) -> Bool {
    node.kind == .clause || node.kind == .subclause || node.kind == .text
  }

  /// The units from where the selection began to the place, in the order of print; nil without a
  /// selection.
  func selectedUnits(_ layouts: LayoutCache) -> [NodeID]? {
    guard let anchor = review.anchor, anchor.issue == issue, let target = reviewTarget(layouts)
    else { return nil }
    let (first, last) = (min(anchor.node, target), max(anchor.node, target))
    // A folded line stands for what is below it.
    let isFolded = folds.contains(.node(issue: issue, last))
    let isWhole = isFolded || Self.takesAllBelow(library.issues[issue][last])
    let end = isWhole ? library.issues[issue][last].subtreeEnd : last.index + 1
    return layouts.scope(of: issue).units.filter { $0.index >= first.index && $0.index < end }
  }

  /// What a mark would be put on.
  private func markTargets(_ layouts: LayoutCache) -> [NodeID] {
    selectedUnits(layouts) ?? reviewTarget(layouts).map { [$0] } ?? []
  }

  // MARK: - Marking

  mutating func mark(_ state: ReviewState, _ layouts: LayoutCache) -> [Effect] {
    let targets = markTargets(layouts)
    guard let last = targets.last else {
      message = Message(.nothingToReview)
      return []
    }
    review.anchor = nil
    let effects = put(targets, state: state, layouts)
    if settings.movesOnAfterMark, state != .unread {
      if focus == .contents, tab == .review {
        moveOnInList(layouts)
      } else {
        moveOn(from: last, layouts)
      }
    }
    return effects
  }

  /// Asks for a state at nodes; it is shown when it is on the disk.
  private mutating func put(
    _ targets: [NodeID], state: ReviewState, _ layouts: LayoutCache
  ) -> [Effect] {
    let scope = layouts.scope(of: issue)
    let changes = targets.map {
      ReviewChange(key: scope.key(of: $0), text: scope.text(of: $0), state: state)
    }
    for change in changes { review.asked[change.key] = state }
    return [.review(.apply(changes))]
  }

  /// Puts the reviewer's own mark on the present words.
  mutating func confirmChanged(_ layouts: LayoutCache) -> [Effect] {
    let scope = layouts.scope(of: issue)
    guard let sheet, let target = reviewTarget(layouts),
      let mark = sheet.mark(at: target, of: scope),
      scope.isChanged(mark)
    else {
      message = Message(.nothingToConfirm)
      return []
    }
    if mode == .marks { close() }
    return put([target], state: mark.state == .unread ? .read : mark.state, layouts)
  }

  mutating func toggleSelection(_ layouts: LayoutCache) {
    if review.anchor != nil {
      review.anchor = nil
    } else if let target = reviewTarget(layouts) {
      review.anchor = ReviewAnchor(issue: issue, node: target)
    } else {
      message = Message(.nothingToReview)
    }
  }

  // MARK: - Going on

  /// What counts at a node, with what is on its way to the disk.
  private func coming(_ node: NodeID, _ sheet: ReviewSheet, _ scope: ReviewScope) -> ReviewState {
    review.asked[scope.key(of: node)] ?? sheet.state(at: node, of: scope)
  }

  /// The units that the filter leaves: those of which anything matches.
  func unitsLeft(_ layouts: LayoutCache) -> [NodeID] {
    let units = layouts.scope(of: issue).units
    guard let matches = layouts.filterMatches(for: self) else { return units }
    let opened = library.issues[issue]
    return units.filter { unit in
      let end = Self.takesAllBelow(opened[unit]) ? opened[unit].subtreeEnd : unit.index + 1
      return (unit.index..<end).contains { matches.contains(NodeID($0), in: issue) }
    }
  }

  /// Goes to the next unit that is not reviewed.
  private mutating func moveOn(from node: NodeID, _ layouts: LayoutCache) {
    guard let sheet else { return }
    let scope = layouts.scope(of: issue)
    let units = unitsLeft(layouts)
    // What stands in a clause was marked with it.
    let end =
      Self.takesAllBelow(library.issues[issue][node])
      ? library.issues[issue][node].subtreeEnd : node.index + 1
    let next = units.first { $0.index >= end && coming($0, sheet, scope) == .unread }
    guard let next else {
      let left = units.count { coming($0, sheet, scope) == .unread }
      message = left == 0 ? Message(.allReviewed) : Message(.noneLeftBehind, String(left))
      return
    }
    goTo(next, in: issue, layouts)
  }

  /// Goes to the next unit that is not reviewed, or back to the one before.
  mutating func moveToUnreviewed(by step: Int, _ layouts: LayoutCache) {
    moveToUnit(backwards: step < 0, none: .noneLeft, layouts) { $0 == .unread }
  }

  /// Goes to the next question or problem; behind the last one it begins again.
  mutating func moveToFlagged(_ layouts: LayoutCache) {
    moveToUnit(backwards: false, none: .noFlags, layouts) { $0.isFlagged }
  }

  private mutating func moveToUnit(
    backwards: Bool, none: StringKey, _ layouts: LayoutCache, where isWanted: (ReviewState) -> Bool
  ) {
    guard let sheet else { return }
    let scope = layouts.scope(of: issue)
    let node = reviewTarget(layouts) ?? cursor.node
    let wanted = unitsLeft(layouts).filter { isWanted(coming($0, sheet, scope)) }
    let next =
      backwards
      ? wanted.last { $0 < node } ?? wanted.last : wanted.first { $0 > node } ?? wanted.first
    guard let next, next != node else {
      message = Message(none)
      return
    }
    if backwards ? next > node : next < node { message = Message(.beganAgain) }
    jumps.leave(place)
    goTo(next, in: issue, layouts)
  }

  // MARK: - Reading

  /// Marks as read what the reader has read to its end, all at once.
  ///
  /// - Parameter start: The place before the move.
  mutating func markRead(from start: Place, by motion: Motion, _ layouts: LayoutCache) -> [Effect] {
    guard settings.marksOnReading, let sheet, Self.isReading(motion), start.issue == issue,
      start.cursor != cursor
    else { return [] }
    let opened = library.issues[issue]
    let root = opened.root(of: start.cursor.node)
    let isSameText = root == opened.root(of: cursor.node)
    let layout = layouts.document(of: start.cursor.node, in: issue, for: self)
    let first = layout.row(of: start.cursor)
    let behind = isSameText ? layout.row(of: cursor) : layout.rows.count
    // Whoever skips more than the screen shows has not read it.
    guard behind > first, behind - first <= textRows else { return [] }
    let scope = layouts.scope(of: issue)
    let read = scope.units[scope.units(in: root)].filter { unit in
      let end = lastRow(of: unit, layout)
      return end >= first && end < behind && sheet.mark(at: unit, of: scope) == nil
        && review.asked[scope.key(of: unit)] == nil
    }
    return read.isEmpty ? [] : put(read, state: .read, layouts)
  }

  private static func isReading(_ motion: Motion) -> Bool {
    switch motion {
    case .lines(let step), .halfPages(let step), .pages(let step): step > 0
    case .first, .last, .siblings, .documents: false
    }
  }

  /// The last row of a unit: of a heading that of its own paragraphs.
  private func lastRow(of unit: NodeID, _ layout: DocumentLayout) -> Int {
    let opened = library.issues[issue]
    if !Self.takesAllBelow(opened[unit]), let child = opened.children(of: unit).first {
      return max(layout.firstRow(of: unit), layout.firstRow(of: child) - 1)
    }
    return layout.lastRow(of: unit)
  }

  mutating func toggleMarksOnReading() {
    settings.marksOnReading.toggle()
    message = Message(settings.marksOnReading ? .readingMarksOn : .readingMarksOff)
  }

  mutating func toggleMovesOn() {
    settings.movesOnAfterMark.toggle()
    message = Message(settings.movesOnAfterMark ? .movesOn : .staysAfterMark)
  }
}
