import GazetteModel
import GazetteReview

/// What the highlighted row of the pane that has the focus stands for. Marks, notes, copies and the
/// way on act on it and on nothing else.
struct Highlight: Hashable, Sendable {
  /// The issue, by its place in the library.
  var issue: Int
  /// The nodes: one, or of a cell of the matrix all its clauses; none where the row stands for
  /// something else.
  var nodes: [NodeID] = []
  /// What a row that stands for no node says: the name of a body, a title that is only listed.
  var name: String?
}

/// The rows of a list of the left pane other than the tree, each with the nodes it stands for.
struct ListedNodes {
  /// The issue, by its place in the library.
  var issue: Int
  var rows: [[NodeID]]
  /// The highlighted row; nil where the list is empty.
  var current: Int?
}

/// A list as far as its rows are the same: a selection of rows ends when it becomes another.
enum ListIdentity: Hashable, Sendable {
  case text
  case tree(Query)
  case bodies
  case dossier(department: Int, Role?, OpenDossier.Restriction?)
  case matrix(column: Int)
  case targets(Query, TargetTable.Order, isReversed: Bool)
  case review(ReviewListSettings.Choice, ReviewListSettings.Order)
}

extension State {
  /// The list that the keys speak to.
  var listIdentity: ListIdentity {
    guard focus == .contents else { return .text }
    switch tab {
    case .contents: return .tree(filter.query)
    case .departments:
      guard let open = departments.dossiers.last else { return .bodies }
      return .dossier(department: open.department, open.role, open.document)
    case .matrix: return .matrix(column: matrix.column)
    case .targets:
      return .targets(filter.query, targets.order, isReversed: targets.isReversed)
    case .review: return .review(review.list.choice, review.list.order)
    }
  }

  /// What is highlighted in the pane that has the focus.
  func highlight(_ layouts: LayoutCache) -> Highlight {
    guard focus == .contents else { return Highlight(issue: issue, nodes: [cursor.node]) }
    guard tab != .contents else { return highlightInTree(layouts) }
    guard let list = listedNodes(layouts), let row = list.current else {
      return Highlight(issue: issue)
    }
    return Highlight(
      issue: list.issue, nodes: list.rows[row],
      name: list.rows[row].isEmpty ? bodyName(layouts) : nil
    )
  }

  private func highlightInTree(_ layouts: LayoutCache) -> Highlight {
    switch selected {
    case .node(let issue, let node): return Highlight(issue: issue, nodes: [node])
    case .issue(let issue):
      return Highlight(issue: issue, name: library.issues[issue].identity.title)
    case .column(let issue, let column):
      return Highlight(issue: issue, name: layouts.tree.issues[issue].columns[column].name)
    case .entry(let issue, let entry):
      return Highlight(issue: issue, name: library.issues[issue].contents[entry].title)
    }
  }

  /// The name of the body that is highlighted in the list of bodies, a dossier or the matrix.
  private func bodyName(_ layouts: LayoutCache) -> String? {
    let place: Int?
    switch tab {
    case .departments:
      if let open = departments.dossiers.last {
        guard let rows = layouts.dossier(for: self), rows.items.indices.contains(open.selected),
          case .body(let body) = rows.items[open.selected].target
        else { return nil }
        place = body
      } else {
        let list = layouts.departmentList(for: self)
        place = list.flatMap { list in
          list.row(of: departments.selected).flatMap { list.rows[$0].place }
        }
      }
    case .matrix:
      place = layouts.dutyTable(for: self).flatMap { table in
        table.rows.indices.contains(matrix.row) ? table.rows[matrix.row].place : nil
      }
    case .contents, .targets, .review: place = nil
    }
    let owner = tab == .matrix ? matrix.issue : departments.issue
    return place.flatMap { indexes?[owner]?.departments.departments[$0].body.name }
  }

  /// The rows of the list in the left pane; nil for the tree, and where nothing is listed yet.
  func listedNodes(_ layouts: LayoutCache) -> ListedNodes? {
    switch tab {
    case .contents: return nil
    case .departments: return departmentNodes(layouts)
    case .matrix:
      guard let table = layouts.dutyTable(for: self),
        let departments = indexes?[matrix.issue]?.departments
      else { return nil }
      let opened = library.issues[matrix.issue]
      let rows = table.rows.map { row in
        let nodes = departments.departments[row.place].nodes
        guard matrix.column > 0 else { return nodes }
        let document = table.documents[matrix.column - 1]
        return nodes.filter { opened.document(of: $0) == document }
      }
      return ListedNodes(
        issue: matrix.issue, rows: rows,
        current: rows.indices.contains(matrix.row) ? matrix.row : nil)
    case .targets:
      guard let table = layouts.targetTable(for: self),
        let index = indexes?[targets.issue]?.targets
      else { return nil }
      return ListedNodes(
        issue: targets.issue, rows: table.rows.map { [index.targets[$0].node] },
        current: table.row(of: targets.selected))
    case .review:
      guard let list = layouts.reviewList(for: self) else { return nil }
      return ListedNodes(
        issue: issue, rows: list.items.map { [$0.node] },
        current: list.index(of: review.list.selected))
    }
  }

  private func departmentNodes(_ layouts: LayoutCache) -> ListedNodes? {
    guard let open = departments.dossiers.last else {
      guard let list = layouts.departmentList(for: self) else { return nil }
      return ListedNodes(
        issue: departments.issue, rows: list.rows.map { _ in [] },
        current: list.row(of: departments.selected))
    }
    guard let rows = layouts.dossier(for: self),
      let index = indexes?[departments.issue]?.departments
    else { return nil }
    let nodes = rows.items.map { item -> [NodeID] in
      guard case .clause(let place) = item.target else { return [] }
      return [index.responsibilities[place].node]
    }
    return ListedNodes(
      issue: departments.issue, rows: nodes,
      current: nodes.isEmpty ? nil : min(open.selected, nodes.count - 1))
  }

  /// Highlights a row of the list in the left pane and shows its text.
  mutating func selectListedRow(_ row: Int, _ layouts: LayoutCache) {
    switch tab {
    case .contents: break
    case .departments:
      guard !departments.dossiers.isEmpty else { return }
      selectDossierItem(row)
      showDossierItem(layouts)
    case .matrix:
      matrix.row = row
      keepCellVisible(layouts)
    case .targets:
      guard let table = layouts.targetTable(for: self) else { return }
      select(target: table.rows[row], layouts)
    case .review:
      guard let list = layouts.reviewList(for: self) else { return }
      selectListed(list.items[row].node, layouts)
    }
  }

  // MARK: - Units

  /// Whether a mark on a node is one on everything below it.
  static func takesAllBelow(_ node: Node) -> Bool {
    node.kind == .clause || node.kind == .subclause || node.kind == .text
  }

  /// What a mark on a row that stands for a node is put on: the clause or text it stands in; of a
  /// heading over a single run of text, which has no row of its own, that text; of another heading
  /// itself. Nil in the cover and the contents.
  func reviewUnit(of node: NodeID, in issue: Int, _ layouts: LayoutCache) -> NodeID? {
    let opened = library.issues[issue]
    switch opened[opened.root(of: node)].kind {
    case .cover, .contents: return nil
    default: break
    }
    let scope = layouts.scope(of: issue)
    let above = [node] + opened.ancestors(of: node)
    if let whole = above.first(where: { scope.isUnit($0) && Self.takesAllBelow(opened[$0]) }) {
      return whole
    }
    guard let heading = above.first(where: { OutlineTree.isListed(opened[$0]) }) else { return nil }
    let below = scope.units(in: heading)
    if below.count == 1, !OutlineTree.isListed(opened[scope.units[below.lowerBound]]) {
      return scope.units[below.lowerBound]
    }
    return heading
  }

  /// What is highlighted, as what marks are put on, each once.
  func highlightedUnits(_ layouts: LayoutCache) -> UnitSelection {
    let highlight = highlight(layouts)
    var units: [NodeID] = []
    for node in highlight.nodes {
      guard let unit = reviewUnit(of: node, in: highlight.issue, layouts) else { continue }
      if units.last != unit { units.append(unit) }
    }
    return UnitSelection(issue: highlight.issue, units: units)
  }
}

/// Units of one issue, in the order of print.
struct UnitSelection: Hashable, Sendable {
  /// The issue, by its place in the library.
  var issue: Int
  var units: [NodeID]
}
