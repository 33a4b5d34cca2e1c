import GazetteModel
import GazetteReview
import TerminalKit

// The list of the review, and everyone's marks at a clause.

extension State {
  /// The rows of the list: the pane without the row that says what is listed.
  var reviewRows: Int { max(1, (panes.contents?.rows ?? size.rows - 3) - 1) }

  /// Selects what is being read, or what is listed next behind it.
  mutating func enterList(_ layouts: LayoutCache) {
    review.list.selected = reviewUnit(of: cursor.node, in: issue, layouts) ?? review.list.selected
    keepListVisible(layouts)
  }

  mutating func moveInList(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let list = layouts.reviewList(for: self), let index = list.index(of: review.list.selected)
    else {
      message = Message(.listIsEmpty)
      return
    }
    let page = max(1, reviewRows / 2)
    let times = count ?? 1
    let target: Int
    switch motion {
    case .lines(let lines): target = index + lines * times
    case .halfPages(let step): target = index + step * times * max(1, page / 2)
    case .pages(let step): target = index + step * times * page
    case .first: target = count.map { $0 - 1 } ?? 0
    case .last: target = count.map { $0 - 1 } ?? list.items.count - 1
    case .siblings, .documents: return
    }
    let clamped = min(max(0, target), list.items.count - 1)
    if clamped == index, target != index { message = Message(target < index ? .atFirst : .atLast) }
    selectListed(list.items[clamped].node, layouts)
  }

  /// Selects a clause of the list and shows its text.
  mutating func selectListed(_ node: NodeID, _ layouts: LayoutCache) {
    review.list.selected = node
    goTo(node, in: issue, layouts)
    keepListVisible(layouts)
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
    goTo(list.items[index].node, in: issue, layouts)
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
    let last = max(0, list.itemOfRow.count - reviewRows)
    review.list.top = min(review.list.top, last)
    if rows.lowerBound < review.list.top || rows.upperBound > review.list.top + reviewRows {
      review.list.top = min(max(0, rows.lowerBound - reviewRows / 2), last)
    }
  }

  // MARK: - The mouse

  mutating func wheelInReview(_ rows: Int, _ layouts: LayoutCache) {
    let count = layouts.reviewList(for: self)?.itemOfRow.count ?? 0
    review.list.top = min(max(0, review.list.top + rows), max(0, count - reviewRows))
  }

  /// Selects what stands in a row of the pane; whether anything does.
  mutating func selectInReview(row: Int, _ layouts: LayoutCache) -> Bool {
    guard let list = layouts.reviewList(for: self), row > 0,
      list.itemOfRow.indices.contains(review.list.top + row - 1)
    else { return false }
    selectListed(list.items[list.itemOfRow[review.list.top + row - 1]].node, layouts)
    return true
  }

  // MARK: - Everyone's marks

  /// Shows everyone's marks at the clause, as they are in the store now.
  mutating func openMarks(_ layouts: LayoutCache) -> [Effect] {
    guard reviewTarget(layouts) != nil else {
      message = Message(.nothingToReview)
      return []
    }
    open(.marks)
    review.marksTop = 0
    return [.review(.reload(issueIDs))]
  }

  mutating func scrollMarks(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    let page = max(1, marksRect.rows - 2)
    let hidden = layouts.marksText(for: self).count - page
    review.marksTop = min(
      scrolled(review.marksTop, by: motion, count: count, page: page), max(0, hidden))
  }

  /// The box of everyone's marks.
  var marksRect: Rect {
    let columns = min(size.columns - 4, 92)
    let rows = max(5, size.rows - 6)
    return Rect(column: (size.columns - columns) / 2, row: 2, columns: columns, rows: rows)
  }
}
