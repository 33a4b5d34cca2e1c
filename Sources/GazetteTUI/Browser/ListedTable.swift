import GazetteModel
import GazetteReview
import GazetteText

/// The list in the left pane as a table to be written: one line a row, heads first.
enum ListedTable {
  /// What the file of the list may be called: the issue, and what is listed.
  static func fileName(of state: State, _ layouts: LayoutCache) -> String {
    let language = state.settings.language
    var parts = [state.library.printedID(of: state.issue)]
    if state.tab == .departments, let open = state.departments.dossiers.last,
      let index = state.indexes?[state.departments.issue]?.departments
    {
      parts.append(index.departments[open.department].body.name)
    } else {
      parts.append(state.tab.name[language])
    }
    // A name of a file has no blanks to be quoted and no slash.
    let name = SafeText.line(parts.joined(separator: "-"))
      .map { $0.isWhitespace || $0 == "/" ? "-" : $0 }
    return String(name) + ".csv"
  }

  static func rows(of state: State, _ layouts: LayoutCache) -> [[String]] {
    let language = state.settings.language
    let head: [Phrase] = [
      Phrase("引用", "ref"), Phrase("标题", "title"), Phrase("职责", "role"),
      Phrase("配合单位", "partners"), Phrase("期限", "deadline"), Phrase("指标", "targets"),
      Phrase("文件", "document"), Phrase("标记", "mark"), Phrase("批注", "note"),
    ]
    var rows = [head.map { $0[language] }]
    if state.tab == .departments, state.departments.dossiers.isEmpty {
      return bodies(of: state, layouts)
    }
    let (issue, nodes) = nodes(of: state, layouts)
    let responsibilities = listedResponsibilities(of: state, layouts)
    for (place, node) in nodes.enumerated() {
      rows.append(
        row(
          of: node, responsibilities.indices.contains(place) ? responsibilities[place] : nil,
          in: issue, state, layouts))
    }
    return rows
  }

  /// The bodies that are listed, with their counts.
  private static func bodies(of state: State, _ layouts: LayoutCache) -> [[String]] {
    let language = state.settings.language
    guard let list = layouts.departmentList(for: state),
      let all = state.indexes?[state.departments.issue]?.departments.departments
    else { return [] }
    let head = [Phrase("单位", "body"), Phrase("条数", "clauses"), Phrase("继承", "inherited")]
    return [head.map { $0[language] } + Role.allCases.map { $0.name[language] }]
      + list.rows.compactMap(\.place).map { place in
        let counts = all[place].counts
        return [
          all[place].body.name, String(counts.clauses), String(counts.inheritedClauses),
        ] + Role.allCases.map { String(counts[$0]) }
      }
  }

  /// The nodes that the rows stand for, with their issue.
  private static func nodes(of state: State, _ layouts: LayoutCache) -> (IssueID, [NodeID]) {
    if let list = state.listedNodes(layouts) {
      // Of the matrix the selected cell is meant, not all of them.
      if state.tab == .matrix { return (list.issue, list.current.map { list.rows[$0] } ?? []) }
      return (list.issue, list.rows.flatMap(\.self))
    }
    let matches = layouts.filterMatches(for: state)
    let nodes = layouts.outline(for: state).rows.compactMap { row -> NodeID? in
      guard case .node(state.issue, let node) = row.item else { return nil }
      return matches?.contains(node, in: state.issue) ?? true ? node : nil
    }
    return (state.issue, nodes)
  }

  /// In a dossier the responsibilities of its rows, in their order.
  private static func listedResponsibilities(of state: State, _ layouts: LayoutCache) -> [Int] {
    guard state.tab == .departments, let dossier = layouts.dossier(for: state) else { return [] }
    return dossier.items.compactMap { item in
      if case .clause(let index) = item.target { index } else { nil }
    }
  }

  private static func row(
    of node: NodeID, _ responsibility: Int?, in issue: IssueID, _ state: State,
    _ layouts: LayoutCache
  ) -> [String] {
    let opened = state.library[issue]
    let language = state.settings.language
    let index = state.indexes?[issue]
    let own = responsibility.flatMap { index?.departments.responsibilities[$0] }
    let body = state.departments.dossiers.last.flatMap {
      index?.departments.departments[$0.department].body.name
    }
    let role = own?.groups.first { $0.bodies.contains { $0.name == body } }?.role
    let partners =
      own?.groups.map { group in
        let names = group.bodies.map(\.name).filter { $0 != body }
        guard !names.isEmpty else { return "" }
        let others = group.andOthers ? DutyText.others[language] : ""
        return "\(group.role.name[language])：\(BodyNames.line(names))\(others)"
      }.filter { !$0.isEmpty }.joined(separator: "；") ?? ""
    let targets = index?.targets.targets(of: node) ?? []
    let unit = layouts.reviewUnit(of: node, in: issue)
    let scope = layouts.scope(of: issue)
    let mark = unit.flatMap { state.review.sheet(issue)?.mark(at: $0, of: scope) }
    return [
      CopyText.reference(of: node, in: issue, of: state.library), opened[node].title ?? "",
      role.map { $0.name[language] } ?? "", partners,
      targets.compactMap(\.deadline).min()?.iso8601 ?? "",
      targets.filter { $0.kind != .deadline }.map { "\($0.subject)\($0.text)" }
        .joined(separator: "；"),
      opened.document(of: node).flatMap { opened[$0].title } ?? "",
      mark.map { $0.state.name(in: language.ofReview) } ?? "", mark?.note ?? "",
    ]
  }
}
