import GazetteModel
import GazetteText
import TerminalKit

/// The responsible bodies (单位), and the dossier of one of them.
enum DepartmentsTab: LeftTab {
  static let name = Strings.phrase(.departmentsTab)
  static let room = PaneLayout.LeftRoom.list

  private static func isInDossier(_ state: State) -> Bool { !state.departments.dossiers.isEmpty }

  static func mode(_ state: State) -> Mode { isInDossier(state) ? .dossier : .departments }

  static func identity(_ state: State) -> ListIdentity {
    guard let open = state.departments.dossiers.last else {
      return ListIdentity(tab: .departments)
    }
    let document = open.document.map { $0.node?.index ?? -1 } ?? -2
    return ListIdentity(
      tab: .departments,
      choices: [
        open.department, open.role?.rank ?? -1, document, open.isByDeadline ? 1 : 0,
      ])
  }

  static func listed(_ state: State, _ layouts: LayoutCache) -> ListedNodes? {
    let issue = state.departments.issue
    guard let open = state.departments.dossiers.last else {
      guard let list = layouts.departmentList(for: state) else { return nil }
      return ListedNodes(
        issue: issue, rows: list.rows.map { _ in [] },
        current: list.row(of: state.departments.selected))
    }
    guard let rows = layouts.dossier(for: state),
      let index = state.indexes?[issue]?.departments
    else { return nil }
    let nodes = rows.items.map { item -> [NodeID] in
      guard case .clause(let place) = item.target else { return [] }
      return [index.responsibilities[place].node]
    }
    return ListedNodes(
      issue: issue, rows: nodes,
      current: nodes.isEmpty ? nil : min(open.selected, nodes.count - 1))
  }

  static func highlight(_ state: State, _ layouts: LayoutCache) -> Highlight {
    guard let list = listed(state, layouts), let row = list.current else {
      return Highlight(issue: state.issue)
    }
    let body = list.rows[row].isEmpty ? highlightedBody(state, layouts) : nil
    let departments = state.indexes?[list.issue]?.departments.departments
    return Highlight(
      issue: list.issue, nodes: list.rows[row], name: body.flatMap { departments?[$0].body.name })
  }

  /// The body that the highlighted row stands for, by its place in the index.
  private static func highlightedBody(_ state: State, _ layouts: LayoutCache) -> Int? {
    guard let open = state.departments.dossiers.last else {
      guard let list = layouts.departmentList(for: state),
        let row = list.row(of: state.departments.selected)
      else { return nil }
      return list.rows[row].place
    }
    guard let rows = layouts.dossier(for: state), rows.items.indices.contains(open.selected),
      case .body(let body) = rows.items[open.selected].target
    else { return nil }
    return body
  }

  static func open(_ state: inout State, _ layouts: LayoutCache) {
    state.keepDepartmentVisible(layouts)
  }

  static func move(
    _ motion: Motion, count: Int?, _ state: inout State, _ layouts: LayoutCache
  ) {
    isInDossier(state)
      ? state.moveInDossier(motion, count: count, layouts)
      : state.moveInDepartments(motion, count: count, layouts)
  }

  static func enter(_ state: inout State, _ layouts: LayoutCache) {
    isInDossier(state) ? state.enterDossierItem(layouts) : state.openSelectedDossier(layouts)
  }

  static func left(_ state: inout State, _ layouts: LayoutCache) { state.closeDossier(layouts) }

  static func highlightedRow(_ state: State, _ layouts: LayoutCache) -> Int? {
    guard let open = state.departments.dossiers.last else {
      return layouts.departmentList(for: state)?.row(of: state.departments.selected).map {
        $0 - state.departments.top
      }
    }
    guard let rows = layouts.dossier(for: state), rows.items.indices.contains(open.selected) else {
      return nil
    }
    return rows.items[open.selected].rows.lowerBound - open.top
  }

  static func select(row: Int, _ state: inout State, _ layouts: LayoutCache) {
    guard isInDossier(state) else { return }
    state.selectDossierItem(row)
    state.showDossierItem(layouts)
  }

  static func wheel(_ rows: Int, _ state: inout State, _ layouts: LayoutCache) {
    if let last = state.departments.dossiers.indices.last {
      guard let dossier = layouts.dossier(for: state) else { return }
      var cursor = ListCursor(
        row: 0, top: state.departments.dossiers[last].top, count: dossier.rows.count,
        page: state.listRows)
      cursor.wheel(rows)
      state.departments.dossiers[last].top = cursor.top
    } else if let list = layouts.departmentList(for: state) {
      var cursor = ListCursor(
        row: 0, top: state.departments.top, count: list.rows.count, page: state.listRows)
      cursor.wheel(rows)
      state.departments.top = cursor.top
    }
  }

  static func press(
    row: Int, column: Int, isSecond: Bool, _ state: inout State, _ layouts: LayoutCache
  ) -> Bool {
    guard row < state.listRows else { return false }
    if let open = state.departments.dossiers.last {
      guard let dossier = layouts.dossier(for: state),
        let item = dossier.items.firstIndex(where: { $0.rows.contains(open.top + row) })
      else { return false }
      select(row: item, &state, layouts)
      return true
    }
    guard let list = layouts.departmentList(for: state),
      list.rows.indices.contains(state.departments.top + row),
      let place = list.rows[state.departments.top + row].place
    else { return false }
    state.departments.selected = place
    return true
  }

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    isInDossier(state)
      ? DossierView.draw(state, layouts, in: &frame)
      : DepartmentsView.draw(state, layouts, in: &frame)
  }
}
