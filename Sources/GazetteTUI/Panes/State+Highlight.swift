import GazetteModel
import GazetteReview

extension State {
  /// The list that the keys speak to.
  var listIdentity: ListIdentity {
    focus == .contents ? tab.answers.identity(self) : ListIdentity()
  }

  /// What is highlighted in the pane that has the focus.
  func highlight(_ layouts: LayoutCache) -> Highlight {
    focus == .contents
      ? tab.answers.highlight(self, layouts) : Highlight(issue: issue, nodes: [cursor.node])
  }

  /// The rows of the list in the left pane; nil for the tree, and where nothing is listed yet.
  func listedNodes(_ layouts: LayoutCache) -> ListedNodes? { tab.answers.listed(self, layouts) }

  /// Highlights a row of the list in the left pane and shows its text.
  mutating func selectListedRow(_ row: Int, _ layouts: LayoutCache) {
    tab.answers.select(row: row, &self, layouts)
  }

  // MARK: - Units

  /// Whether a mark on a node is one on everything below it.
  static func takesAllBelow(_ node: Node) -> Bool {
    node.kind == .clause || node.kind == .subclause || node.kind == .text
  }

  /// What is highlighted, as what marks are put on, each once.
  func highlightedUnits(_ layouts: LayoutCache) -> UnitSelection {
    let highlight = highlight(layouts)
    var units: [NodeID] = []
    for node in highlight.nodes {
      guard let unit = layouts.reviewUnit(of: node, in: highlight.issue) else { continue }
      if units.last != unit { units.append(unit) }
    }
    return UnitSelection(issue: highlight.issue, units: units)
  }
}
