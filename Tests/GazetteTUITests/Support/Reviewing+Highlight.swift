import GazetteModel
import GazetteReview

@testable import GazetteTUI

/// What is highlighted, and what is done to it.
extension Reviewing {
  /// The references of the reviewer's marks.
  var marked: Set<String> { Set(state.review.sheets.flatMap(\.marks).map(\.key.reference)) }

  /// The node of the highlighted row, read from what the panes are drawn of.
  private var highlightedNodes: [NodeID] {
    let layouts = browser.layouts
    guard state.focus == .contents else { return [state.cursor.node] }
    switch state.tab {
    case .contents: return state.selected.node.map { [$0] } ?? []
    case .departments:
      guard let open = state.departments.dossiers.last, let rows = layouts.dossier(for: state),
        rows.items.indices.contains(open.selected),
        case .clause(let place) = rows.items[open.selected].target,
        let index = state.indexes?[0]?.departments
      else { return [] }
      return [index.responsibilities[place].node]
    case .matrix:
      guard let table = layouts.dutyTable(for: state), let index = state.indexes?[0]?.departments
      else { return [] }
      let row = table.rows[state.matrix.row]
      let left = layouts.filterMatches(for: state)?.sets[0]
      let nodes = index.departments[row.place].nodes.filter { left?.contains($0) ?? true }
      guard state.matrix.column > 0 else { return nodes }
      let document = table.documents[state.matrix.column - 1]
      return nodes.filter { state.library.issues[0].document(of: $0) == document }
    case .targets:
      guard let table = layouts.targetTable(for: state),
        let row = table.row(of: state.targets.selected), let index = state.indexes?[0]?.targets
      else { return [] }
      return [index.targets[table.rows[row]].node]
    case .review:
      guard let list = layouts.reviewList(for: state),
        let row = list.index(of: state.review.list.selected)
      else { return [] }
      return [list.items[row].node]
    case .team: return []
    case .checks:
      let list = ChecksTab.list(state)
      return list.flatMap { list in
        ChecksTab.cursor(state, list).flatMap { list.rows[$0.row].node }.map { [$0] }
      } ?? []
    }
  }

  /// Whether a clause is highlighted.
  var isAtClause: Bool {
    highlightedNodes.first.map { state.library.issues[0][$0].kind == .clause } ?? false
  }

  /// Opens a tab by its key.
  mutating func open(_ tab: Tab) {
    switch tab {
    case .checks: type("gc")
    case .team: type("gp")
    default: type(String(tab.number))
    }
    precondition(state.tab == tab, "\(tab) has another key")
  }

  /// The reference of the node that is highlighted.
  var highlighted: String {
    highlightedNodes.map { state.library.issues[0][$0].reference.text }.joined(separator: " ")
  }

  /// The units that are highlighted: of a node, the clause that it stands in; of a heading over a
  /// single run of text that text; of another heading itself.
  var highlightedUnits: Set<String> {
    let issue = state.library.issues[0]
    let scope = browser.layouts.scope(of: 0)
    return Set(
      highlightedNodes.compactMap { node -> String? in
        if [.cover, .contents].contains(issue[issue.root(of: node)].kind) { return nil }
        let above = [node] + issue.ancestors(of: node)
        if let unit = above.first(where: scope.isUnit) {
          let isWhole = [.clause, .subclause, .text].contains(issue[unit].kind)
          if isWhole || unit == node { return issue[unit].reference.text }
        }
        let below = scope.units(in: node)
        let only = below.count == 1 ? scope.units[below.lowerBound] : node
        return issue[issue[only].kind == .text ? only : node].reference.text
      })
  }

  /// The references that changes were asked for since so many effects.
  func appliedKeys(since count: Int) -> Set<String> {
    Set(
      browser.effects.dropFirst(count).flatMap { effect -> [String] in
        guard case .review(.apply(let changes)) = effect else { return [] }
        return changes.map(\.key.reference)
      })
  }

  /// The references of the clauses of the dossier that is open, in its order.
  var dossierClauses: [String] {
    guard let rows = browser.layouts.dossier(for: state),
      let index = state.indexes?[0]?.departments
    else { return [] }
    return rows.items.compactMap { item in
      guard case .clause(let place) = item.target else { return nil }
      return state.library.issues[0][index.responsibilities[place].node].reference.text
    }
  }
}
