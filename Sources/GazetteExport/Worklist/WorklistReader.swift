import GazetteModel
import GazetteReview
import GazetteText

/// Reads the worklist of a body out of one issue.
public struct WorklistReader {
  private let issue: Issue
  private let departments: DepartmentIndex
  private let targets: TargetIndex
  private let issueID: String?

  /// Reads from what is known of an issue.
  ///
  /// - Parameters:
  ///   - issue: The issue.
  ///   - departments: Who is responsible for what in it.
  ///   - targets: Its quantities and deadlines.
  ///   - issueID: The id of the issue among those that are open, with which references begin; nil where it
  ///     is alone.
  public init(
    issue: Issue, departments: DepartmentIndex, targets: TargetIndex, issueID: String? = nil
  ) {
    self.issue = issue
    self.departments = departments
    self.targets = targets
    self.issueID = issueID
  }

  /// The tasks of the body at `place` in the index, in order of print.
  ///
  /// - Parameters:
  ///   - place: The place of the body in `DepartmentIndex.departments`.
  ///   - includesInherited: Whether those that follow from a statement such as
  ///     以下任务均需各地政府负责落实 are wanted too.
  public func tasks(of place: Int, includesInherited: Bool = false) -> [Worklist.Task] {
    let department = departments.departments[place]
    var tasks: [Worklist.Task] = []
    var last: (responsibility: Int, roles: [Role]) = (-1, [])
    var uses: [String: Int] = [:]
    for mention in department.mentions {
      let responsibility = departments.responsibilities[mention.responsibility]
      if responsibility.isInherited, !includesInherited { continue }
      // A phrase may name a body twice, by two of its names.
      if last.responsibility != mention.responsibility { last = (mention.responsibility, []) }
      if last.roles.contains(mention.role) { continue }
      last.roles.append(mention.role)
      let reference = issue[responsibility.node].reference.text
      let use = "\(reference) \(mention.role.rawValue)"
      uses[use, default: 0] += 1
      tasks.append(
        task(
          of: department.body.name, responsibility, mention.role, use: "\(use) \(uses[use] ?? 1)"))
    }
    return tasks
  }

  private func task(
    of body: String, _ responsibility: Responsibility, _ role: Role, use: String
  ) -> Worklist.Task {
    let id = responsibility.node
    let document = issue.document(of: id)
    let due = deadline(of: responsibility)
    let row = responsibility.row.map { NodeRow(node: id, place: $0) }
    func named(_ reference: String) -> String {
      issueID.map { "\($0):\(reference)" } ?? reference
    }
    return Worklist.Task(
      reference: named(issue[id].reference.text), issueID: issueID, issueName: issue.fullName,
      node: id,
      rowReference: row.map { named(issue.reference(of: $0)) },
      text: departments.sentence(of: responsibility, in: issue), role: role,
      partners: partners(of: body, responsibility),
      andOthers: responsibility.groups.contains(where: \.andOthers),
      deadline: responsibility.row == nil ? due?.deadline : responsibility.deadline,
      deadlineWords: due?.text,
      isInherited: responsibility.isInherited, phrase: responsibility.text,
      evidence: PrintedEvidence(
        lines: row.flatMap { issue.lines(of: $0) } ?? issue[id].lines, in: issue),
      documentTitle: document.flatMap { issue[$0].title } ?? "",
      documentNumber: issue.documentNumber(of: id) ?? "", numbers: issue.numbers(of: id),
      identifier: SHA256.hexadecimal(
        [issue.identity.title ?? "", issue.identity.id, body, use].joined(separator: "\n")))
  }

  private func partners(of body: String, _ responsibility: Responsibility) -> [Worklist.Partner] {
    var result: [Worklist.Partner] = []
    for group in responsibility.groups {
      for other in group.bodies where other.name != body {
        let partner = Worklist.Partner(name: other.name, role: group.role)
        if !result.contains(partner) { result.append(partner) }
      }
    }
    return result
  }

  // MARK: Deadlines

  /// The earliest deadline in the stretch that the phrase speaks for; where that sets none, in the
  /// rest of the clause as far as no other phrase speaks for it.
  private func deadline(of responsibility: Responsibility) -> Target? {
    let dated = targets.targets(of: responsibility.node).filter { $0.deadline != nil }
    if let row = responsibility.row {
      return dated.first {
        $0.place.cell?.table == row.table && $0.place.cell?.row == row.row && $0.kind == .deadline
          && $0.deadline == responsibility.deadline
      }
    }
    let others = departments.responsibilities[
      departments.responsibilities(of: responsibility.node)
    ].filter { !$0.isInherited && $0 != responsibility }
    return earliest(dated.filter { isIn(responsibility, $0) })
      ?? earliest(dated.filter { target in !others.contains { isIn($0, target) } })
      ?? earliest(below(responsibility.node))
  }

  /// What the subclauses of a clause set, as far as no phrase of their own speaks for them.
  private func below(_ id: NodeID) -> [Target] {
    guard issue[id].kind == .clause || issue[id].kind == .subclause else { return [] }
    return issue[id].descendants.flatMap { index -> [Target] in
      let own = departments.responsibilities[departments.responsibilities(of: NodeID(index))]
      guard !own.contains(where: { !$0.isInherited }) else { return [] }
      return targets.targets(of: NodeID(index)).filter { $0.deadline != nil }
    }
  }

  private func isIn(_ responsibility: Responsibility, _ target: Target) -> Bool {
    if let preceding = responsibility.precedingScope {
      return target.place == .paragraph(preceding.paragraph)
        && preceding.range.overlaps(target.range)
    }
    guard let scope = responsibility.scope else { return false }
    return target.place == .paragraph(responsibility.paragraph) && scope.overlaps(target.range)
  }

  private func earliest(_ targets: [Target]) -> Target? {
    targets.min { left, right in
      guard let first = left.deadline, let second = right.deadline else { return false }
      return first < second
    }
  }
}
