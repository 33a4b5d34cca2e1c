import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The reviewer's marks at the rows of a list, at its left edge.
struct ListMarks {
  private let state: State
  private let layouts: LayoutCache
  private let list: ListedNodes
  private let sheet: ReviewSheet
  private let scope: ReviewScope

  /// Nil where nothing is reviewed.
  init?(_ state: State, _ layouts: LayoutCache) {
    guard let list = state.listedNodes(layouts), let sheet = state.review.sheet(list.issue) else {
      return nil
    }
    self.state = state
    self.layouts = layouts
    self.list = list
    self.sheet = sheet
    scope = layouts.scope(of: list.issue)
  }

  var language: Language { state.settings.language }

  /// How many units the rows stand for, and how many of them are reviewed.
  var count: (done: Int, total: Int) {
    var units: Set<NodeID> = []
    for node in list.rows.flatMap(\.self) {
      if let unit = layouts.reviewUnit(of: node, in: list.issue) { units.insert(unit) }
    }
    return (units.count { sheet.state(at: $0, of: scope) != .unread }, units.count)
  }

  /// Draws the mark of a row, where it stands for one unit that has one.
  func draw(_ row: Int, at position: Position, isSelected: Bool, in frame: inout Frame) {
    guard list.rows.indices.contains(row), list.rows[row].count == 1,
      let unit = layouts.reviewUnit(of: list.rows[row][0], in: list.issue),
      let look = ReviewLook(at: unit, sheet, scope)
    else { return }
    frame.write(
      look.symbol, at: position,
      style: ListRows.style(
        look.role, isSelected: isSelected, hasFocus: state.focus == .contents))
  }
}
