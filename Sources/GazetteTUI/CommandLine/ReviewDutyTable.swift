import GazetteExport
import GazetteModel
import GazetteReview

/// Who is responsible at each node, printed or inherited, for exports.
struct ReviewDutyTable {
  private let issue: GazetteModel.Issue
  private let index: DepartmentIndex
  private let targets: TargetIndex

  init(_ issue: GazetteModel.Issue, _ index: DepartmentIndex) {
    self.issue = issue
    self.index = index
    targets = TargetIndex(issue)
  }

  /// Who has which role at a node, and by when; of a clause also in what is below it.
  func duties(_ id: NodeID) -> ReviewDuties {
    let nodes = nodes(of: id)
    let groups = nodes.flatMap { node in
      index.responsibilities[index.responsibilities(of: node)].flatMap(\.groups)
    }
    let byRole = Role.allCases.compactMap { role -> ReviewDuties.Group? in
      let own = groups.filter { $0.role == role }
      let names: [String] = own.flatMap(\.bodies).map(\.name).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
      return names.isEmpty
        ? nil
        : ReviewDuties.Group(
          role: role, bodies: names, andOthers: own.contains(where: \.andOthers))
    }
    let deadline = nodes.flatMap { targets.targets(of: $0) }.compactMap(\.deadline).min()
    return ReviewDuties(groups: byRole, deadline: deadline)
  }

  private func nodes(of id: NodeID) -> [NodeID] {
    switch issue[id].kind {
    case .clause, .subclause, .text: (id.index..<issue[id].subtreeEnd).map { NodeID($0) }
    default: [id]
    }
  }
}
