import GazetteText

/// The targets of a node that has tables: those of its paragraphs and cells in order of print.
enum CellTargets {
  static func targets(of node: Node, documentYear: Int?) -> [Target] {
    let columns = node.tables.map(TableColumns.init)
    return node.textPlaces.flatMap { place -> [Target] in
      guard let text = node.scalars(at: place) else { return [] }
      guard case .cell(let cell) = place else {
        return TargetParser(
          node: node.id, place: place, text: text, title: node.title, documentYear: documentYear
        ).targets()
      }
      return targets(
        in: cell, text, of: node, columns[cell.table], documentYear: documentYear)
    }
  }

  private static func targets(
    in cell: CellPlace, _ text: [Unicode.Scalar], of node: Node, _ columns: TableColumns,
    documentYear: Int?
  ) -> [Target] {
    switch columns.meanings[cell.column] {
    // 12 tasks and names of bodies are no quantities.
    case .number, .role: return []
    default: break
    }
    let table = node.tables[cell.table]
    let found = TargetParser(
      node: node.id, place: .cell(cell), text: text,
      title: subject(of: cell, in: table, columns) ?? node.title, documentYear: documentYear
    ).targets()
    let day = columns.deadline.flatMap {
      TableDeadline.day(
        in: table.cell(row: cell.row, column: $0).scalars, documentYear: documentYear)
    }
    guard let day else { return found }
    return found.map { $0.due(by: day) }
  }

  /// What a cell speaks of where it does not say: the task of its row, else the head of its column.
  private static func subject(
    of cell: CellPlace, in table: Table, _ columns: TableColumns
  ) -> String? {
    let task = columns.task(of: cell.row, in: table)
    if !task.isEmpty, columns.task != cell.column {
      return Array(task.prefix(TargetSubject.longest)).string
    }
    let label = table.header.indices.contains(cell.column) ? table.header[cell.column] : ""
    return label.isEmpty ? nil : label
  }
}

extension Target {
  /// The target with the deadline of its row, where it has none of its own.
  fileprivate func due(by day: CalendarDate) -> Target {
    guard deadline == nil, kind != .period else { return self }
    return Target(
      node: node, place: place, range: range, text: text, kind: kind, value: value, upper: upper,
      unit: unit, comparator: comparator, subject: subject, deadline: day)
  }
}
