import GazetteExport
import GazetteModel
import GazetteReview

/// Who is responsible at each node, printed or inherited, for exports.
struct ReviewDutyTable {
  private let issue: GazetteModel.Issue
  private let index: DepartmentIndex

  init(_ issue: GazetteModel.Issue, _ index: DepartmentIndex) {
    self.issue = issue
    self.index = index
  }

  /// Who leads at a node and who else takes part; of a clause also in what is below it.
  func duties(_ id: NodeID) -> ReviewDuties {
    var lead: [String] = []
    var participants: [String] = []
    for node in nodes(of: id) {
      for responsibility in index.responsibilities[index.responsibilities(of: node)] {
        for group in responsibility.groups {
          for body in group.bodies {
            if group.role == .lead {
              if !lead.contains(body.name) { lead.append(body.name) }
            } else if !participants.contains(body.name) {
              participants.append(body.name)
            }
          }
        }
      }
    }
    return ReviewDuties(lead: lead, participants: participants.filter { !lead.contains($0) })
  }

  private func nodes(of id: NodeID) -> [NodeID] {
    switch issue[id].kind {
    case .clause, .subclause, .text: (id.index..<issue[id].subtreeEnd).map { NodeID($0) }
    default: [id]
    }
  }
}
