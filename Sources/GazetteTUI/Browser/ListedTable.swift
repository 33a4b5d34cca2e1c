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

  /// A row of units, and what the list says of it besides.
  private struct Entry {
    let node: NodeID
    /// The row of a table that is listed instead of the node.
    var row: RowPlace?
    /// The place of the responsibility that a row of a dossier stands for.
    var responsibility: Int?
    /// The place of the target that the row stands for.
    var target: Int?
  }

  static func rows(of state: State, _ layouts: LayoutCache) -> [[String]] {
    switch state.tab {
    case .departments where state.departments.dossiers.isEmpty: return bodies(of: state, layouts)
    case .checks: return findings(of: state)
    case .team: return team(of: state, layouts)
    default: break
    }
    let language = state.settings.language
    let head: [Phrase] = [
      Phrase("引用", "ref"), Phrase("标题", "title"), Phrase("职责", "role"),
      Phrase("配合单位", "partners"), Phrase("期限", "deadline"), Phrase("指标", "targets"),
      Phrase("文件", "document"), Phrase("标记", "mark"), Phrase("批注", "note"),
    ]
    let (issue, entries) = entries(of: state, layouts)
    return [head.map { $0[language] }] + entries.map { row(of: $0, in: issue, state, layouts) }
  }

  /// What the parser is unsure of, with its printed lines.
  private static func findings(of state: State) -> [[String]] {
    let language = state.settings.language
    let head = [
      Phrase("原文行", "line"), Phrase("存疑", "finding"), Phrase("文字", "words"),
      Phrase("引用", "ref"), Phrase("标题", "title"),
    ]
    let issue = state.library[state.issue]
    return [head.map { $0[language] }]
      + (ChecksTab.list(state)?.rows ?? []).map { row in
        [
          row.finding.field ?? String(row.finding.lines.first),
          Messages.text(of: row.finding.kind)[language], Messages.about(row.finding, language),
          row.node.map { issue[$0].reference.text } ?? "",
          row.node.flatMap { issue[$0].title } ?? "",
        ]
      }
  }

  /// How far everybody is, and what waits for somebody.
  private static func team(of state: State, _ layouts: LayoutCache) -> [[String]] {
    let language = state.settings.language
    let head = [
      Phrase("姓名或事项", "who or what"), Phrase("进度", "progress"), Phrase("筛选", "filter"),
    ]
    return [head.map { $0[language] }]
      + (TeamTab.rows(state, layouts) ?? []).map { [$0.name, $0.counts, $0.query] }
  }

  /// The bodies that are listed, with their counts.
  private static func bodies(of state: State, _ layouts: LayoutCache) -> [[String]] {
    let language = state.settings.language
    guard let list = layouts.departmentList(for: state),
      let all = state.indexes?[state.departments.issue]?.departments.departments
    else { return [] }
    let head = [Phrase("单位", "body"), Phrase("条数", "clauses"), DutyText.inherited]
    return [head.map { $0[language] } + Role.allCases.map { $0.name[language] }]
      + list.rows.compactMap(\.place).map { place in
        let counts = all[place].counts
        return [
          all[place].body.name, String(counts.clauses), String(counts.inheritedClauses),
        ] + Role.allCases.map { String(counts[$0]) }
      }
  }

  /// What the rows stand for, with their issue.
  private static func entries(of state: State, _ layouts: LayoutCache) -> (IssueID, [Entry]) {
    guard let list = state.listedNodes(layouts) else {
      let matches = layouts.filterMatches(for: state)
      let nodes = layouts.outline(for: state).rows.compactMap { row -> NodeID? in
        guard case .node(state.issue, let node) = row.item else { return nil }
        return matches?.contains(node, in: state.issue) ?? true ? node : nil
      }
      return (state.issue, nodes.map { Entry(node: $0) })
    }
    switch state.tab {
    case .matrix:
      // The selected cell is meant, not all of them.
      let nodes = list.current.map { list.rows[$0] } ?? []
      return (list.issue, nodes.map { Entry(node: $0) })
    case .review:
      let items = layouts.reviewList(for: state)?.items ?? []
      return (list.issue, items.map { Entry(node: $0.node, row: $0.unit.row) })
    case .targets:
      let targets = layouts.targetTable(for: state)?.rows ?? []
      return (
        list.issue,
        zip(list.rows, targets).compactMap { nodes, target in
          nodes.first.map { Entry(node: $0, target: target) }
        }
      )
    case .departments:
      let items = layouts.dossier(for: state)?.items ?? []
      return (
        list.issue,
        zip(list.rows, items).compactMap { nodes, item in
          guard let node = nodes.first, case .clause(let place) = item.target else { return nil }
          return Entry(node: node, responsibility: place)
        }
      )
    case .contents, .checks, .team:
      return (list.issue, list.rows.flatMap(\.self).map { Entry(node: $0) })
    }
  }

  private static func row(
    of entry: Entry, in issue: IssueID, _ state: State, _ layouts: LayoutCache
  ) -> [String] {
    let node = entry.node
    let opened = state.library[issue]
    let language = state.settings.language
    let index = state.indexes?[issue]
    let own = entry.responsibility.flatMap { index?.departments.responsibilities[$0] }
    // The rows of other tabs may be of another issue than the dossier.
    let body = own.flatMap { _ in
      state.departments.dossiers.last.flatMap {
        index?.departments.departments[$0.department].body.name
      }
    }
    let role = own?.groups.first { $0.bodies.contains { $0.name == body } }?.role
    let partners =
      own?.groups.map { group in
        let names = group.bodies.map(\.name).filter { $0 != body }
        guard !names.isEmpty else { return "" }
        let others = group.andOthers ? DutyText.others[language] : ""
        return "\(group.role.name[language])：\(BodyNames.line(names))\(others)"
      }.filter { !$0.isEmpty }.joined(separator: "；") ?? ""
    let targets =
      entry.target.flatMap { place in index.map { [$0.targets.targets[place]] } }
      ?? index?.targets.targets(of: node) ?? []
    let row = entry.row.map { NodeRow(node: node, place: $0) }
    let mark = mark(of: entry, in: issue, state, layouts)
    return [
      row.map(opened.reference(of:)) ?? CopyText.reference(of: node, in: issue, of: state.library),
      row.map(opened.label(of:)) ?? opened[node].title ?? "",
      role.map { $0.name[language] } ?? "", partners,
      targets.compactMap(\.deadline).min()?.iso8601 ?? "",
      targets.filter { $0.kind != .deadline }.map { "\($0.subject)\($0.text)" }
        .joined(separator: "；"),
      opened.document(of: node).flatMap { opened[$0].title } ?? "",
      mark.map { $0.state.name(in: language) } ?? "", mark?.note ?? "",
    ]
  }

  /// The reviewer's mark at a row.
  private static func mark(
    of entry: Entry, in issue: IssueID, _ state: State, _ layouts: LayoutCache
  ) -> ReviewMark? {
    let scope = layouts.scope(of: issue)
    let sheet = state.review.sheet(issue)
    if let row = entry.row {
      return scope.key(of: NodeRow(node: entry.node, place: row)).flatMap { sheet?.mark(at: $0) }
    }
    return layouts.reviewUnit(of: entry.node, in: issue)
      .flatMap { sheet?.mark(at: $0, of: scope) }
  }
}
