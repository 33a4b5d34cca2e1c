import GazetteModel

/// Which bodies lead in which units of a text (牵头).
public struct LeadingBodies: Sendable {
  /// The canonical names, by the reference of a unit or a row of a table.
  private var names: [String: [String]] = [:]
  /// The rows of tables that say who does what, by their tasks: rows are matched among themselves.
  private(set) var rows: [ComparedUnit] = []

  /// Knows of no unit.
  public init() {}

  /// Reads who leads in an issue, or in a node and below; what is inherited is no lead.
  ///
  /// - Parameters:
  ///   - issue: The issue.
  ///   - index: Who is responsible for what in it.
  ///   - id: The node; the whole issue when nil.
  ///   - issueID: What stands before the references, as in `comparedUnits`.
  public init(
    _ issue: Issue, _ index: DepartmentIndex, in id: NodeID? = nil, issueID: String? = nil
  ) {
    let range = id.map { $0.index..<issue[$0].subtreeEnd } ?? issue.nodes.indices
    var rowNames: (node: NodeID, texts: [[String]])?
    for responsibility in index.responsibilities
    where !responsibility.isInherited && range.contains(responsibility.node.index) {
      let node = responsibility.node
      var reference = issue[node].reference.text
      if let row = responsibility.row {
        if rowNames?.node != node { rowNames = (node, issue.rowReferences(of: node)) }
        if let texts = rowNames?.texts, texts.indices.contains(row.table),
          texts[row.table].indices.contains(row.row)
        {
          reference = texts[row.table][row.row]
        }
      }
      if let issueID { reference = "\(issueID):\(reference)" }
      if responsibility.row != nil, rows.last?.reference != reference {
        rows.append(
          ComparedUnit(node: node, reference: reference, title: nil, text: responsibility.text))
      }
      for group in responsibility.groups where group.role == .lead {
        for body in group.bodies where names[reference]?.contains(body.name) != true {
          names[reference, default: []].append(body.name)
        }
      }
    }
  }

  /// Adds those of another issue, whose references are others.
  public mutating func add(_ other: LeadingBodies) {
    names.merge(other.names) { mine, _ in mine }
    rows += other.rows
  }

  /// The bodies that lead in a unit, in order of print; none where there is no unit.
  func bodies(of unit: ComparedUnit?) -> [String] {
    unit.flatMap { names[$0.reference] } ?? []
  }
}
