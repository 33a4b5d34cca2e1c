/// Where the reader is in a list: which row is selected and which one stands at the top. Every list
/// moves, stops at its ends and scrolls by these rules.
struct ListCursor: Hashable, Sendable {
  /// The selected row, counted from 0.
  var row: Int
  /// The row at the top of the pane.
  var top: Int
  /// How many rows the list has.
  let count: Int
  /// How many rows the pane shows, at least 1.
  let page: Int

  init(row: Int, top: Int = 0, count: Int, page: Int) {
    self.row = row
    self.top = top
    self.count = count
    self.page = max(1, page)
  }

  /// Where a motion leads, perhaps beyond the ends; nil for a motion that is none of rows.
  ///
  /// - Parameter times: The number typed before the motion: how often, or which row.
  func target(of motion: Motion, times: Int?) -> Int? {
    switch motion {
    case .lines(let lines): row + lines * (times ?? 1)
    case .halfPages(let step): row + step * (times ?? 1) * max(1, page / 2)
    case .pages(let step): row + step * (times ?? 1) * max(1, page - 2)
    case .first: times.map { $0 - 1 } ?? 0
    case .last: times.map { $0 - 1 } ?? count - 1
    case .siblings, .documents: nil
    }
  }

  /// Selects a row, or the end that lies before it.
  ///
  /// - Returns: What to tell the reader where the list has ended already.
  mutating func move(to target: Int) -> Message? {
    let start = row
    row = min(max(0, target), max(0, count - 1))
    guard row == start, target != start else { return nil }
    return Message(target < start ? .atFirst : .atLast)
  }

  /// Scrolls so that the selected row is shown, by half a pane where it must, so that the next
  /// moves change only the selection.
  mutating func show() { show(row...row, above: page / 2) }

  /// Scrolls so that a stretch of rows is shown, with as much room above it as below.
  mutating func show(_ wanted: ClosedRange<Int>) {
    show(wanted, above: max(0, page - wanted.count) / 2)
  }

  private mutating func show(_ wanted: ClosedRange<Int>, above: Int) {
    let last = max(0, count - page)
    top = min(top, last)
    guard wanted.lowerBound < top || wanted.upperBound >= top + page else { return }
    top = min(max(0, wanted.lowerBound - above), last)
  }

  /// Scrolls as little as shows a row, for lists that one steps through while typing.
  mutating func scroll(toShow row: Int) {
    top = row < top ? row : row >= top + page ? row - page + 1 : top
  }

  /// Scrolls by so many rows, and never beyond the ends.
  mutating func wheel(_ rows: Int) { top = min(max(0, top + rows), max(0, count - page)) }
}
