import GazetteDifference
import GazetteModel

// Comparing two documents.

extension State {
  /// Asks what to compare the document being read with.
  mutating func openComparison(_ layouts: LayoutCache) {
    openPrompt(.reference, layouts)
    editor = LineEditor("diff ")
  }

  /// Compares the document being read with the one of the address, which is taken for the older.
  mutating func compare(with old: NodeAddress) {
    let issue = library[self.issue]
    // What an attachment is compared with is an attachment; a clause is compared with a clause.
    let kind = library[old.issue][old.node].kind
    let new = kind.isDocument ? issue.document(of: cursor.node) ?? cursor.node : cursor.node
    compared = ComparedDocuments(old: old, new: NodeAddress(issue: self.issue, node: new))
    open(.comparison)
  }

  /// The rows of the screen that a comparison has.
  var comparisonRows: Int { max(1, size.rows - 2) }

  mutating func scrollComparison(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let compared else { return }
    let rows = layouts.comparison.rows(of: compared, for: self).rows.count
    let top = scrolled(compared.top, by: motion, count: count, page: comparisonRows)
    let last = max(0, rows - comparisonRows)
    self.compared?.top = min(top, last)
    self.compared?.change = nil
  }

  /// Goes to the next change, or the one before.
  mutating func goToChange(by step: Int, _ layouts: LayoutCache) {
    guard let compared else { return }
    let rows = layouts.comparison.rows(of: compared, for: self)
    guard !rows.changes.isEmpty else {
      message = Message(.nothingChanged)
      return
    }
    let target: Int
    if let change = compared.change {
      target = change + step
    } else if step > 0 {
      target = (rows.changes.firstIndex { $0 >= compared.top } ?? rows.changes.count) + step - 1
    } else {
      target = (rows.changes.lastIndex { $0 < compared.top } ?? -1) + step + 1
    }
    guard rows.changes.indices.contains(target) else {
      message = Message(step > 0 ? .lastChange : .firstChange)
      return
    }
    // The change stands a little below the edge, so that one sees what it follows.
    let top = max(0, rows.changes[target] - comparisonRows / 4)
    let last = max(0, rows.rows.count - comparisonRows)
    self.compared?.top = min(top, last)
    self.compared?.change = target
  }

  /// Leaves the comparison for the unit in the new text that is being looked at.
  mutating func openCompared(_ layouts: LayoutCache) {
    guard let compared else { return }
    let difference = layouts.comparison.difference(
      from: compared.old, to: compared.new, in: library)
    let changed = difference.entries.filter { $0.kind != .same }
    let entry = compared.change.flatMap { changed.indices.contains($0) ? changed[$0] : nil }
    close()
    self.compared = nil
    guard let entry else { return }
    jumps.leave(place)
    if panes.arrangement == .onePane { focus = .text }
    if let unit = entry.new {
      goTo(unit.node, in: compared.new.issue, layouts)
    } else if let unit = entry.old {
      goTo(unit.node, in: compared.old.issue, layouts)
    }
  }

  mutating func closeComparison() {
    close()
    compared = nil
  }
}
