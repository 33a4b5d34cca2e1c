import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The marks of the review (审阅).
enum ReviewTab: LeftTab {
  static let name = Strings.phrase(.reviewTab)
  static let room = PaneLayout.LeftRoom.list
  static func mode(_ state: State) -> Mode { .review }

  static func identity(_ state: State) -> ListIdentity {
    let list = state.review.list
    return ListIdentity(
      tab: .review,
      choices: [
        ReviewListSettings.Choice.allCases.firstIndex(of: list.choice) ?? 0,
        ReviewListSettings.Order.allCases.firstIndex(of: list.order) ?? 0,
      ])
  }

  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? {
    guard let list = layouts.reviewList(for: state) else { return nil }
    return ListedNodes(
      issue: state.issue, rows: list.items.map { [$0.node] },
      current: list.index(of: state.review.list.selected))
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) { state.enterList(layouts) }

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    state.moveInList(motion, count: count, layouts)
  }

  static func enter(_ state: inout State, _ layouts: LayoutCache) { state.enterListed(layouts) }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    guard let list = layouts.reviewList(for: state),
      let index = list.index(of: state.review.list.selected)
    else { return nil }
    return list.items[index].rows.lowerBound - state.review.list.top + 1
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let list = layouts.reviewList(for: state), list.items.indices.contains(row) else {
      return
    }
    state.selectListed(list.items[row].unit, layouts)
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    var cursor = ListCursor(
      row: 0, top: state.review.list.top,
      count: layouts.reviewList(for: state)?.itemOfRow.count ?? 0, page: state.reviewRows)
    cursor.wheel(rows)
    state.review.list.top = cursor.top
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    guard let list = layouts.reviewList(for: state), row > 0,
      list.itemOfRow.indices.contains(state.review.list.top + row - 1)
    else { return false }
    select(row: list.itemOfRow[state.review.list.top + row - 1], &state, layouts)
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    ReviewListView.draw(state, layouts, in: &frame)
  }
}
