import GazetteModel

// The table of targets and deadlines.

extension State {
  /// The rows of the left pane above and below the rows of targets: the line in time and the head.
  static let timelineRows = 3
  static let targetHeadRows = 1

  /// Whether the line in time has room.
  var showsTimeline: Bool { outlineRows >= 10 }

  /// The rows that targets fill.
  var targetRows: Int {
    max(1, outlineRows - Self.targetHeadRows - (showsTimeline ? Self.timelineRows : 0))
  }

  mutating func moveInTargets(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let table = layouts.targetTable(for: self), let row = table.row(of: targets.selected)
    else { return }
    let times = count ?? 1
    let target: Int
    switch motion {
    case .lines(let lines): target = row + lines * times
    case .halfPages(let step): target = row + step * times * max(1, targetRows / 2)
    case .pages(let step): target = row + step * times * max(1, targetRows - 2)
    case .first: target = count.map { $0 - 1 } ?? 0
    case .last: target = count.map { $0 - 1 } ?? table.rows.count - 1
    case .siblings(let step): target = row + step * times
    case .documents: return
    }
    let clamped = min(max(0, target), table.rows.count - 1)
    if clamped == row, target != row { message = Message(target < row ? .atFirst : .atLast) }
    select(target: table.rows[clamped], layouts)
  }

  /// Selects the target of what is being read, or the next one behind it in print.
  mutating func enterTargets(_ layouts: LayoutCache) {
    if targets.issue == issue, let table = layouts.targetTable(for: self),
      let all = indexes?[issue]?.targets.targets,
      targets.selected.map({ all[$0].node != cursor.node }) ?? true
    {
      let printed = table.rows.sorted()
      targets.selected = printed.first { all[$0].node >= cursor.node } ?? printed.last
    }
    keepTargetVisible(layouts)
  }

  /// Selects a target and shows it in the text.
  mutating func select(target: Int, _ layouts: LayoutCache) {
    targets.selected = target
    keepTargetVisible(layouts)
    showSelectedTarget(layouts)
  }

  /// Scrolls the table so that the selected target is in it.
  mutating func keepTargetVisible(_ layouts: LayoutCache) {
    guard let table = layouts.targetTable(for: self), let row = table.row(of: targets.selected)
    else { return }
    targets.selected = table.rows[row]
    let last = max(0, table.rows.count - targetRows)
    targets.top = min(targets.top, last)
    if row < targets.top || row >= targets.top + targetRows {
      targets.top = min(max(0, row - targetRows / 2), last)
    }
  }

  /// The selected target with the issue it stands in.
  func selectedTarget(_ layouts: LayoutCache) -> Target? {
    guard let table = layouts.targetTable(for: self), let row = table.row(of: targets.selected)
    else { return nil }
    return indexes?[targets.issue]?.targets.targets[table.rows[row]]
  }

  /// Shows the selected target in the text beside the table.
  private mutating func showSelectedTarget(_ layouts: LayoutCache) {
    guard let target = selectedTarget(layouts) else { return }
    let position = TextPosition(
      node: target.node, part: TextPart(target.place), offset: target.range.start)
    let layout = layouts.document(of: target.node, in: targets.issue, for: self)
    show(layout.position(ofRow: layout.row(of: position)), in: targets.issue, layouts)
    followCursor(layouts)
  }

  /// Goes from the selected target to its clause.
  mutating func enterTarget(_ layouts: LayoutCache) {
    guard let target = selectedTarget(layouts) else {
      message = Message(.noTargets)
      return
    }
    var before = place
    before.left = leftPlace
    jumps.leave(before)
    focus = .text
    reveal(target.node, in: targets.issue, layouts)
    showSelectedTarget(layouts)
  }

  mutating func changeTargetOrder(_ layouts: LayoutCache) {
    targets.order = targets.order.next
    sayTargetOrder(layouts)
  }

  mutating func reverseTargetOrder(_ layouts: LayoutCache) {
    targets.isReversed.toggle()
    sayTargetOrder(layouts)
  }

  private mutating func sayTargetOrder(_ layouts: LayoutCache) {
    targets.top = 0
    targets.selected = layouts.targetTable(for: self)?.rows.first
    keepTargetVisible(layouts)
    message = Message(
      targets.isReversed ? .orderIsReversed : .orderIs,
      Strings.text(targets.order.name, settings.language))
  }
}
