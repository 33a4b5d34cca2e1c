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
    var cursor = ListCursor(row: row, count: table.rows.count, page: targetRows)
    var target = cursor.target(of: motion, times: count)
    if case .siblings(let step) = motion { target = row + step * (count ?? 1) }
    guard let target else { return }
    if let end = cursor.move(to: target) { message = end }
    select(target: table.rows[cursor.row], layouts)
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
    var cursor = ListCursor(
      row: row, top: targets.top, count: table.rows.count, page: targetRows)
    cursor.show()
    targets.top = cursor.top
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
