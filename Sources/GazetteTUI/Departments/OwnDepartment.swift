import GazetteModel
import GazetteText

/// The reader's own department (本单位) in an issue.
struct OwnDepartment: Sendable {
  /// Its place in the index.
  let place: Int
  /// The name in the register.
  let name: String
  /// The nodes that name it in print.
  let nodes: Set<NodeID>

  /// Nil where the issue does not name it.
  init?(_ wanted: String, in index: DepartmentIndex) {
    let initials = index.departments.map { Pinyin.shared.initials(of: $0.body.name) }
    guard let place = index.lookup(wanted, initials: initials) else { return nil }
    self.place = place
    name = index.departments[place].body.name
    nodes = Set(index.departments[place].nodes)
  }
}

extension LayoutCache {
  /// The reader's own department in an issue; nil while nobody said which it is, before the issue is
  /// worked out, and where the issue does not name it.
  func ownDepartment(in issue: IssueID, for state: State) -> OwnDepartment? {
    guard let wanted = state.settings.department, let index = state.indexes?[issue]?.departments
    else { return nil }
    return duties.own(wanted, in: issue, index)
  }
}
