import GazetteModel
import GazetteText

/// What the parser is unsure of in an issue (存疑), in rows, as `gazette check` lists it.
struct CheckList: Sendable {
  /// A finding with the unit that its lines belong to.
  struct Row: Sendable {
    let finding: Finding
    /// Nil for what stands in the manifest.
    let node: NodeID?
  }

  let rows: [Row]

  init(_ index: DepartmentIndex, in issue: Issue) {
    rows = index.findings(with: issue.findings).map { finding in
      Row(
        finding: finding,
        node: finding.field == nil ? Self.node(at: finding.lines.first, in: issue) : nil)
    }
  }

  /// The innermost node that holds a printed line.
  private static func node(at line: Int, in issue: Issue) -> NodeID? {
    var found: NodeID?
    var index = 0
    while index < issue.nodes.count {
      let node = issue.nodes[index]
      if node.lines.first <= line, line <= node.lines.last {
        found = node.id
        index += 1
      } else {
        index = node.subtreeEnd
      }
    }
    return found
  }
}
