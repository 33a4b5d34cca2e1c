import GazetteModel
import GazetteReview
import TerminalKit

// The list of the review, and everyone's marks at a clause.

extension State {
  /// The rows of the list: the pane without the row that says what is listed.
  var reviewRows: Int { max(1, (panes.contents?.rows ?? size.rows - 3) - 1) }

  /// Selects what is being read, or what is listed next behind it.
  mutating func enterList(_ layouts: LayoutCache) {
    if let key = rowTarget(layouts), let row = layouts.scope(of: issue).row(of: key) {
      review.list.selected = ListedUnit(node: row.node, row: row.place)
    } else if let unit = layouts.reviewUnit(of: cursor.node, in: issue) {
      review.list.selected = ListedUnit(node: unit)
    }
    keepListVisible(layouts)
  }

  mutating func moveInList(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let list = layouts.reviewList(for: self), let index = list.index(of: review.list.selected)
    else {
      message = Message(.listIsEmpty)
      return
    }
    // An item may have two rows.
    var cursor = ListCursor(row: index, count: list.items.count, page: max(1, reviewRows / 2))
    guard let target = cursor.target(of: motion, times: count) else { return }
    if let end = cursor.move(to: target) { message = end }
    selectListed(list.items[cursor.row].unit, layouts)
  }

  /// Selects a clause of the list and shows its text.
  mutating func selectListed(_ unit: ListedUnit, _ layouts: LayoutCache) {
    review.list.selected = unit
    goTo(unit, layouts)
    keepListVisible(layouts)
  }

  private mutating func goTo(_ unit: ListedUnit, _ layouts: LayoutCache) {
    if let row = unit.row {
      goTo(NodeRow(node: unit.node, place: row), layouts)
    } else {
      goTo(unit.node, in: issue, layouts)
    }
  }

  /// Goes from the list to the text.
  mutating func enterListed(_ layouts: LayoutCache) {
    guard let list = layouts.reviewList(for: self), let index = list.index(of: review.list.selected)
    else {
      message = Message(.listIsEmpty)
      return
    }
    jumps.leave(place)
    focus = .text
    goTo(list.items[index].unit, layouts)
  }

  mutating func cycleListState(_ layouts: LayoutCache) {
    review.list.choice = Self.next(review.list.choice)
    review.list.top = 0
    keepListVisible(layouts)
  }

  mutating func cycleListOrder(_ layouts: LayoutCache) {
    review.list.order = Self.next(review.list.order)
    keepListVisible(layouts)
  }

  private static func next<Choice: CaseIterable & Equatable>(_ value: Choice) -> Choice {
    let all = Array(Choice.allCases)
    let index = all.firstIndex(of: value) ?? 0
    return all[(index + 1) % all.count]
  }

  private mutating func keepListVisible(_ layouts: LayoutCache) {
    guard let list = layouts.reviewList(for: self), let index = list.index(of: review.list.selected)
    else {
      review.list.top = 0
      return
    }
    let rows = list.items[index].rows
    var cursor = ListCursor(
      row: rows.lowerBound, top: review.list.top, count: list.itemOfRow.count, page: reviewRows)
    cursor.show(rows.lowerBound...rows.upperBound - 1)
    review.list.top = cursor.top
  }

  // MARK: - Everyone's marks

  /// Shows everyone's marks at the clause, as they are in the store now.
  mutating func openMarks(_ layouts: LayoutCache) -> [Effect] {
    guard markKeys(layouts).keys.count == 1 else {
      message = Message(.nothingToReview)
      return []
    }
    makeRoomForBox(rows: boxRows(layouts), layouts)
    open(.marks)
    review.marksTop = 0
    return [.review(.reload(ReviewedIssues(library)))]
  }

  mutating func scrollMarks(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    let lines = layouts.marksText(for: self).count
    let page = max(1, marksBoxRows(lines: lines, layouts) - 2)
    let hidden = lines - page
    review.marksTop = min(
      scrolled(review.marksTop, by: motion, count: count, page: page), max(0, hidden))
  }

  /// The rows of the box of everyone's marks, for so many lines in it.
  func marksBoxRows(lines: Int, _ layouts: LayoutCache) -> Int {
    min(boxRows(layouts), max(5, lines + 2))
  }
}
