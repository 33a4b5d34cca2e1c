import GazetteModel
import GazetteReview

// Putting marks, and going on to what is still to be reviewed.

extension State {
  /// The names under which marks are kept, in the order of the library.
  var issueNames: [String] { library.issues.map(\.name.description) }

  /// The opened issue of a name under which marks are kept.
  func issue(ofName name: String) -> IssueID? {
    issueNames.firstIndex(of: name).map { library.issueIDs[$0] }
  }

  /// The reviewer's marks at the issue being read; nil while the store is not open.
  var sheet: ReviewSheet? { review.sheet(issue) }

  /// What a mark would be put on: the rows selected, or the row highlighted.
  func markTargets(_ layouts: LayoutCache) -> UnitSelection {
    selectedUnits(layouts) ?? highlightedUnits(layouts)
  }

  /// The row of a table that is being read, under which marks are put; nil elsewhere, and while
  /// several units are selected.
  func rowTarget(_ layouts: LayoutCache) -> ReviewKey? {
    if focus == .contents, tab == .review, review.anchor == nil,
      let list = layouts.reviewList(for: self), let index = list.index(of: review.list.selected),
      list.items[index].unit.row != nil
    {
      return list.items[index].key
    }
    guard focus == .text, review.anchor == nil, !settings.isPrinted,
      case .row(let place) = cursor.part
    else { return nil }
    return layouts.scope(of: issue).key(of: NodeRow(node: cursor.node, place: place))
  }

  /// The keys that a mark would be put under, all of one issue.
  func markKeys(_ layouts: LayoutCache) -> (issue: IssueID, keys: [ReviewKey]) {
    if let row = rowTarget(layouts) { return (issue, [row]) }
    let targets = markTargets(layouts)
    return (targets.issue, targets.units.map(layouts.scope(of: targets.issue).key))
  }

  // MARK: - Marking

  mutating func mark(_ state: ReviewState, _ layouts: LayoutCache) -> [Effect] {
    if let row = rowTarget(layouts) {
      let effects = put([row], in: issue, state: state, layouts)
      if settings.movesOnAfterMark, state != .unread, !state.isFlagged {
        moveOn(fromRow: row, layouts)
      }
      return effects
    }
    let targets = markTargets(layouts)
    guard let last = targets.units.last else {
      message = Message(.nothingToReview)
      return []
    }
    review.anchor = nil
    let effects = put(targets, state: state, layouts)
    // Whoever doubts has something to say of this clause.
    if settings.movesOnAfterMark, state != .unread, !state.isFlagged {
      moveOn(from: NodeAddress(issue: targets.issue, node: last), layouts)
    }
    return effects
  }

  /// Asks for a state at units; it is shown when it is on the disk.
  mutating func put(
    _ targets: UnitSelection, state: ReviewState, _ layouts: LayoutCache
  ) -> [Effect] {
    let keys = targets.units.map(layouts.scope(of: targets.issue).key)
    return put(keys, in: targets.issue, state: state, layouts)
  }

  private mutating func put(
    _ keys: [ReviewKey], in issue: IssueID, state: ReviewState, _ layouts: LayoutCache
  ) -> [Effect] {
    let scope = layouts.scope(of: issue)
    let moves = review.sheet(issue)?.moves(before: keys) ?? []
    let changes = keys.compactMap { key in
      scope.text(of: key).map { ReviewChange(key: key, text: $0, state: state, moves: moves) }
    }
    for change in changes { review.asked[change.key] = state }
    return [.review(.apply(changes))]
  }

  /// Puts the reviewer's own mark on the present words.
  mutating func confirmChanged(_ layouts: LayoutCache) -> [Effect] {
    let target = markKeys(layouts)
    guard target.keys.count == 1, let key = target.keys.first,
      let mark = review.sheet(target.issue)?.mark(at: key),
      layouts.scope(of: target.issue).isChanged(mark)
    else {
      message = Message(.nothingToConfirm)
      return []
    }
    if mode == .marks { close() }
    return put(
      [key], in: target.issue, state: mark.state == .unread ? .read : mark.state, layouts)
  }

  // MARK: - Going on

  /// What counts at a node, with what is on its way to the disk.
  private func coming(_ node: NodeID, _ sheet: ReviewSheet, _ scope: ReviewScope) -> ReviewState {
    review.asked[scope.key(of: node)] ?? sheet.state(at: node, of: scope)
  }

  /// The units that the filter leaves: those of which anything matches.
  func unitsLeft(in issue: IssueID, _ layouts: LayoutCache) -> [NodeID] {
    let units = layouts.scope(of: issue).units
    guard let matches = layouts.filterMatches(for: self) else { return units }
    let opened = library[issue]
    return units.filter { unit in
      let end = Self.takesAllBelow(opened[unit]) ? opened[unit].subtreeEnd : unit.index + 1
      return (unit.index..<end).contains { matches.contains(NodeID($0), in: issue) }
    }
  }

  /// The units that the way on leads through: in the tree those that have a row.
  private func unitsOnTheWay(in issue: IssueID, _ layouts: LayoutCache) -> [NodeID] {
    let units = unitsLeft(in: issue, layouts)
    guard focus == .contents, tab == .contents else { return units }
    let opened = library[issue]
    return units.filter { unit in
      if OutlineTree.isListed(opened[unit]) { return true }
      return opened[unit].parent.map { layouts.reviewUnit(of: $0, in: issue) == unit } ?? false
    }
  }

  /// Goes to the next unit that is not reviewed, or down the list that has the focus.
  private mutating func moveOn(from target: NodeAddress, _ layouts: LayoutCache) {
    guard let sheet = review.sheet(target.issue) else { return }
    let scope = layouts.scope(of: target.issue)
    if focus == .contents, let list = listedNodes(layouts), let current = list.current {
      moveOn(in: list, from: current, sheet, scope, layouts)
      return
    }
    let units = unitsOnTheWay(in: target.issue, layouts)
    // What stands in a clause was marked with it.
    let node = library[target.issue][target.node]
    let end = Self.takesAllBelow(node) ? node.subtreeEnd : node.id.index + 1
    let next = units.first { $0.index >= end && coming($0, sheet, scope) == .unread }
    guard let next else {
      sayNoneBehind(units.count { coming($0, sheet, scope) == .unread })
      return
    }
    goTo(next, in: target.issue, layouts)
  }

  /// Goes to the next row of the table that is not reviewed, behind the last one to what follows.
  private mutating func moveOn(fromRow key: ReviewKey, _ layouts: LayoutCache) {
    guard let sheet else { return }
    let scope = layouts.scope(of: issue)
    if focus == .contents, let list = listedNodes(layouts), let current = list.current {
      moveOn(in: list, from: current, sheet, scope, layouts)
      return
    }
    let rows = scope.rowKeys(of: cursor.node)
    let place = rows.firstIndex(of: key) ?? 0
    let next = rows[(place + 1)...].first {
      (review.asked[$0] ?? sheet.state(ofRow: $0, of: scope)) == .unread
    }
    guard let next, let row = scope.row(of: next) else {
      moveOn(from: NodeAddress(issue: issue, node: cursor.node), layouts)
      return
    }
    goTo(row, layouts)
  }

  /// Puts the cursor on a row of a table of the issue being read.
  mutating func goTo(_ row: NodeRow, _ layouts: LayoutCache) {
    goTo(row.node, in: issue, layouts)
    cursor = TextPosition(node: row.node, part: .row(row.place))
    keepCursorInSight(layouts)
    followCursor(layouts)
  }

  private mutating func moveOn(
    in list: ListedNodes, from current: Int, _ sheet: ReviewSheet, _ scope: ReviewScope,
    _ layouts: LayoutCache
  ) {
    let isUnread = list.rows.map { nodes in
      nodes.contains { node in
        layouts.reviewUnit(of: node, in: list.issue).map {
          coming($0, sheet, scope) == .unread
        } ?? false
      }
    }
    // The list of marks goes through them, whatever they say.
    let next = (current + 1..<max(current + 1, list.rows.count)).first {
      tab == .review || isUnread[$0]
    }
    if let next {
      selectListedRow(next, layouts)
    } else if tab != .review {
      sayNoneBehind(isUnread.count { $0 })
    }
  }

  private mutating func sayNoneBehind(_ left: Int) {
    message = left == 0 ? Message(.allReviewed) : Message(.noneLeftBehind, String(left))
  }

  /// Goes to the next unit that is not reviewed, or back to the one before.
  mutating func moveToUnreviewed(by step: Int, _ layouts: LayoutCache) {
    moveToUnit(backwards: step < 0, none: .noneLeft, layouts) { _, state, _, _ in
      state == .unread
    }
  }

  /// Goes to the next question or problem, whoever put it, or to where reviewers differ; behind the
  /// last one it begins again.
  mutating func moveToFlagged(_ layouts: LayoutCache) {
    moveToUnit(backwards: false, none: .noFlags, layouts) { node, state, sheet, scope in
      state.isFlagged || sheet.isDisputed(at: node, of: scope)
        || sheet.others(at: node, of: scope).contains { scope.state(of: $0).isFlagged }
        || sheet.mark(at: node, of: scope).map(scope.isChanged) == true
    }
  }

  /// Whether a unit is looked for, by what counts there.
  typealias IsWanted = (NodeID, ReviewState, ReviewSheet, ReviewScope) -> Bool

  mutating func moveToUnit(
    backwards: Bool, none: StringKey, _ layouts: LayoutCache, where isWanted: IsWanted
  ) {
    if focus == .contents, tab != .contents {
      moveToRow(backwards: backwards, none: none, layouts, where: isWanted)
      return
    }
    let highlight = highlight(layouts)
    guard let sheet = review.sheet(highlight.issue) else { return }
    let issue = highlight.issue
    let scope = layouts.scope(of: issue)
    let node =
      highlight.nodes.first.flatMap { layouts.reviewUnit(of: $0, in: issue) ?? $0 } ?? cursor.node
    let wanted = unitsOnTheWay(in: issue, layouts).filter {
      isWanted($0, coming($0, sheet, scope), sheet, scope)
    }
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

  /// Goes to the next row of the list that has the focus whose unit is wanted.
  private mutating func moveToRow(
    backwards: Bool, none: StringKey, _ layouts: LayoutCache, where isWanted: IsWanted
  ) {
    guard let list = listedNodes(layouts), let current = list.current,
      let sheet = review.sheet(list.issue)
    else {
      message = Message(none)
      return
    }
    let scope = layouts.scope(of: list.issue)
    let here = Set(list.rows[current].compactMap { layouts.reviewUnit(of: $0, in: list.issue) })
    let wanted = list.rows.indices.filter { row in
      let units = list.rows[row].compactMap { layouts.reviewUnit(of: $0, in: list.issue) }
      return units.contains { isWanted($0, coming($0, sheet, scope), sheet, scope) }
        && (units.count != 1 || !here.contains(units[0]))
    }
    let next =
      backwards
      ? wanted.last { $0 < current } ?? wanted.last : wanted.first { $0 > current } ?? wanted.first
    guard let next, next != current else {
      message = Message(none)
      return
    }
    if backwards ? next > current : next < current { message = Message(.beganAgain) }
    selectListedRow(next, layouts)
  }
}
