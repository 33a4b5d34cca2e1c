import GazetteText

extension ResponsibilityReader {
  /// Reads who is responsible from the columns of a table, row by row.
  mutating func addTable(_ index: Int, of node: Node) {
    let table = node.tables[index]
    let columns = TableColumns(table)
    guard columns.hasRoles else { return }
    let year = issue.documentYear(of: node)
    for row in 0..<table.rowCount {
      let groups = groups(ofRow: row, in: table, columns)
      guard !groups.isEmpty else { continue }
      let deadline = columns.deadline.flatMap {
        TableDeadline.day(in: table.cell(row: row, column: $0).scalars, documentYear: year)
      }
      responsibilities.append(
        Responsibility(
          node: node.id, paragraph: table.after, range: nil,
          text: columns.task(of: row, in: table).string,
          form: .tabular, scope: nil, groups: applyRules(groups),
          row: RowPlace(table: index, row: row), deadline: deadline))
    }
  }

  private mutating func groups(
    ofRow row: Int, in table: Table, _ columns: TableColumns
  ) -> [Responsibility.Group] {
    var groups: [Responsibility.Group] = []
    for (column, meaning) in columns.meanings.enumerated() {
      guard case .role(let role)? = meaning else { continue }
      // One cell over several columns names its bodies once.
      let line = table.grid[table.headRows + row]
      if column > 0, line[column] == line[column - 1] { continue }
      let cell = table.cell(row: row, column: column)
      let names = CellNames(cell.scalars)
      if names.isNone { continue }
      if names.groups.isEmpty {
        if table.isFirst(row: row, column: column) {
          findings.append(
            Finding(
              kind: .unreadDutyCell, lines: cell.lines,
              excerpt: Array(cell.scalars.prefix(24)).string))
        }
        continue
      }
      groups += read(names, role: role, heading: [Unicode.Scalar](table.header[column]), cell)
    }
    return groups
  }

  /// The groups of a cell; a head that names two roles gives the second to all but the first body.
  private mutating func read(
    _ names: CellNames, role: Role, heading: [Unicode.Scalar], _ cell: TableCell
  ) -> [Responsibility.Group] {
    var result: [Responsibility.Group] = []
    let second = ColumnWords.secondRole(of: heading)
    let first = ColumnWords.saysFirstLeads(heading) ? .lead : role
    for group in names.groups {
      var parts = [(role: group.role ?? role, names: group.names, andOthers: group.andOthers)]
      if group.role == nil, let second, group.names.count > 1 {
        parts = [
          (first, [group.names[0]], false),
          (second, Array(group.names.dropFirst()), group.andOthers),
        ]
      }
      for part in parts {
        let read = mentions(
          Attribution.Group(role: part.role, names: part.names, andOthers: part.andOthers),
          names.text, line: cell.lines.first)
        result.append(
          Responsibility.Group(
            role: read.role, bodies: read.bodies, andOthers: read.andOthers,
            heading: heading.string))
      }
    }
    return result
  }
}

extension Issue {
  /// The year of the document that a node stands in: that of its signature, else that of the issue.
  func documentYear(of node: Node) -> Int? {
    if let year = node.head?.signedOn?.year { return year }
    return ancestors(of: node.id).lazy.compactMap { self[$0].head?.signedOn?.year }.first
      ?? identity.year
  }
}
