import GazetteModel

/// A row of a table as it is reviewed.
struct ReviewedRow: Sendable {
  let row: NodeRow
  /// The unit that its table stands in.
  let unit: NodeID?
  /// The words that a mark on it is put on.
  let content: String
}

extension ReviewScope {
  /// The rows of an issue's tables: by reference, and per node the references of each table.
  static func rows(
    of issue: Issue, units: [NodeID]
  ) -> ([String: ReviewedRow], [NodeID: [[String]]]) {
    var rows: [String: ReviewedRow] = [:]
    var references: [NodeID: [[String]]] = [:]
    let counted = Set(units)
    for node in issue.nodes where !node.tables.isEmpty {
      let unit = ([node.id] + issue.ancestors(of: node.id)).first { counted.contains($0) }
      let texts = issue.rowReferences(of: node.id)
      references[node.id] = texts
      for (table, names) in texts.enumerated() {
        for (place, name) in names.enumerated() {
          let row = NodeRow(node: node.id, place: RowPlace(table: table, row: place))
          rows[name] = ReviewedRow(
            row: row, unit: unit, content: issue.textLines(of: row).joined(separator: "\n"))
        }
      }
    }
    return (rows, references)
  }

  /// The row that the key names; nil when it names none of this issue.
  public func row(of key: ReviewKey) -> NodeRow? {
    key.issue == issueName.description ? rowsByReference[key.reference]?.row : nil
  }

  /// The key of a mark at a row; nil where there is no such row.
  public func key(of row: NodeRow) -> ReviewKey? {
    guard let tables = rowReferences[row.node], tables.indices.contains(row.place.table),
      tables[row.place.table].indices.contains(row.place.row)
    else { return nil }
    return ReviewKey(
      issue: issueName.description, reference: tables[row.place.table][row.place.row])
  }

  /// The keys of all rows of a node's tables, in order of print.
  public func rowKeys(of id: NodeID) -> [ReviewKey] {
    (rowReferences[id] ?? []).joined().map {
      ReviewKey(issue: issueName.description, reference: $0)
    }
  }

  /// What counts for the progress at a unit: its own state, unless it is nothing but a table, and
  /// those of the rows that count with it.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - own: The mark at the unit, which rows without one of their own share.
  ///   - mark: The mark at a row.
  public func countedStates(
    at unit: NodeID, own: ReviewMark?, ofRow mark: (ReviewKey) -> ReviewMark?
  ) -> [ReviewState] {
    let rows = rowKeys(ofUnit: unit).map { state(of: mark($0) ?? own) }
    return isTable(unit) ? rows : [state(of: own)] + rows
  }

  /// The unit that the table of a row stands in; nil for the key of a node.
  func unit(ofRow key: ReviewKey) -> NodeID? { rowsByReference[key.reference]?.unit }
}
