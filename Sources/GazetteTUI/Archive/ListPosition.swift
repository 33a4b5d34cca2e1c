/// The selected row of a list and the row at its top.
struct ListPosition: Hashable {
  private(set) var selected = 0
  private(set) var top = 0

  /// Selects a row, the nearest there is, and keeps it on the screen.
  mutating func select(_ place: Int, of count: Int, page: Int) {
    selected = max(0, min(place, count - 1))
    if selected < top { top = selected }
    if selected >= top + page { top = selected - page + 1 }
    top = max(0, min(top, count - page))
  }

  /// Shows the rows from the first one, with the heading above the selected row.
  mutating func showTop() { if selected <= 2 { top = 0 } }
}
