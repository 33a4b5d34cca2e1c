import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// How far everybody is (进度): each reader a row, then what waits for somebody; Enter filters by it.
enum TeamTab: LeftTab {
  static let name = Strings.phrase(.teamTab)
  static let room = PaneLayout.LeftRoom.list

  /// A row of the tab.
  struct Row: Sendable {
    /// A reader, or what waits.
    var name: String
    /// What is shown at the right.
    var counts: String
    /// The filter that lists what it counts.
    var query: String
    var role: StyleRole = .plain
  }

  static func identity(_ state: State) -> ListIdentity { ListIdentity(tab: .team) }

  /// The rows; nil while the store is not open.
  static func rows(_ state: State, _ layouts: LayoutCache) -> [Row]? {
    guard let sheet = state.sheet else { return nil }
    let language = state.settings.language
    let progress = layouts.teamProgress(for: state, sheet)
    var rows = progress.readers.map { count in
      var parts = ["\(count.done)/\(count.assigned)"]
      for state in [ReviewState.question, .problem] where count.marks[state] > 0 {
        parts.append(ReviewLook(state: state).symbol + String(count.marks[state]))
      }
      if count.confirmed > 0 {
        parts.append("\(Strings.text(.listConfirmed, language)) \(count.confirmed)")
      }
      if count.returned > 0 {
        parts.append("\(Strings.text(.listReturned, language)) \(count.returned)")
      }
      return Row(
        name: count.reader, counts: parts.joined(separator: " "),
        query: QueryTerm.review(.assigned, count.reader).description,
        role: count.reader == sheet.reviewer ? .key : .plain)
    }
    for (key, count, query) in [
      (StringKey.unassignedUnits, progress.unassigned, "assigned:-"),
      (.pendingMarks, progress.pending, "is:pending"),
      (.disputedUnits, progress.disputed, "is:disputed"),
      (.openThreads, progress.open, "is:discussed"),
    ] {
      rows.append(
        Row(
          name: Strings.text(key, language), counts: String(count), query: query, role: .muted))
    }
    if progress.unsure > 0 {
      rows.append(
        Row(
          name: Phrase("位置存疑", "Of unsure place")[language], counts: String(progress.unsure),
          query: "is:unsure", role: .question))
    }
    return rows
  }

  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? {
    guard let rows = rows(state, layouts) else { return nil }
    return ListedNodes(
      issue: state.issue, rows: rows.map { _ in [] }, current: cursor(state, rows.count).row)
  }

  static func cursor(_ state: State, _ count: Int) -> ListCursor {
    let place = state.lists[.team]
    return ListCursor(
      row: min(place.row, max(0, count - 1)), top: place.top, count: count,
      page: max(1, state.outlineRows - 1))
  }

  private static func keep(_ cursor: ListCursor, in state: inout State) {
    var cursor = cursor
    cursor.show()
    state.lists[.team] = ListPlaces.Place(row: cursor.row, top: cursor.top)
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) {}

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    guard let rows = rows(state, layouts) else { return }
    var cursor = cursor(state, rows.count)
    guard let target = cursor.target(of: motion, times: count) else { return }
    if let end = cursor.move(to: target) { state.message = end }
    keep(cursor, in: &state)
  }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    rows(state, layouts).map { cursor(state, $0.count) }.map { $0.row - $0.top + 1 }
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let rows = rows(state, layouts), rows.indices.contains(row) else { return }
    var cursor = cursor(state, rows.count)
    cursor.row = row
    keep(cursor, in: &state)
  }

  /// Shows the units of the row in the tree.
  static func enter(_ state: inout State, _ layouts: LayoutCache) {
    guard let rows = rows(state, layouts), !rows.isEmpty else { return }
    let query = rows[cursor(state, rows.count).row].query
    let known = Set(rows.map(\.query))
    state.open(.contents, layouts)
    state.changeFilter(layouts) { filter in
      filter.kept.removeAll { known.contains($0) }
      filter.kept.append(query)
    }
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard let listed = self.rows(state, layouts) else { return }
    var cursor = cursor(state, listed.count)
    cursor.wheel(rows)
    state.lists[.team].top = cursor.top
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    guard let rows = rows(state, layouts), row > 0,
      rows.indices.contains(state.lists[.team].top + row - 1)
    else { return false }
    select(row: state.lists[.team].top + row - 1, &state, layouts)
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    TeamView.draw(state, layouts, in: &frame)
  }
}
