import GazetteModel
import GazetteText
import TerminalKit

extension Details {
  /// Who has to do what in a clause: by role, then what it inherits. Each body can be opened.
  mutating func addResponsibilities(of node: NodeID, in issue: Issue) {
    guard let departments else { return }
    var all = Array(departments.responsibilities(of: node))
    if let row {
      let own = all.filter { departments.responsibilities[$0].row == row.place }
      if !own.isEmpty { all = own }
    }
    guard !all.isEmpty else { return }
    addBlank()
    addText(DutyText.responsibilities[language], .label)
    for isInherited in [false, true] {
      let own = all.filter { departments.responsibilities[$0].isInherited == isInherited }
      for role in Role.allCases { addBodies(of: role, in: own, departments, issue) }
    }
  }

  private mutating func addBodies(
    of role: Role, in own: [Int], _ departments: DepartmentIndex, _ issue: Issue
  ) {
    var listed: Set<String> = []
    var hasOthers = false
    var title = role.name[language]
    for index in own {
      let responsibility = departments.responsibilities[index]
      for group in responsibility.groups where group.role == role {
        for body in group.bodies where !listed.contains(body.name) {
          guard let place = departments.place(of: body.name) else { continue }
          if listed.isEmpty {
            if let source = responsibility.inheritedFrom {
              title += " (\(DutyText.inheritedFrom[language]) \(issue[source].reference.text))"
            } else if let rule = group.byRule {
              title += " (\(DutyText.byRule[language]) \(issue[rule].reference.text))"
            }
            addText(title, responsibility.isInherited ? .muted : .heading, indent: 1)
          }
          listed.insert(body.name)
          addLink(
            body.name, .body(place, responsibility: index), isQuiet: responsibility.isInherited)
        }
        hasOthers = hasOthers || group.andOthers
      }
    }
    if hasOthers { addText(DutyText.others[language], .muted, indent: 3) }
  }

  private mutating func addLink(_ text: String, _ link: DetailLink, isQuiet: Bool) {
    let cut = DisplayWidth.truncated(text, to: columns - 3, ambiguous: ambiguous)
    let role: StyleRole = isQuiet ? .muted : .attribution
    lines.append(DetailLine(pieces: [.init(column: 3, text: cut, role: role)], link: link))
  }

  /// What is known of a body.
  mutating func addBody(_ place: Int, _ index: DepartmentIndex, _ issue: Issue) {
    let department = index.departments[place]
    let body = department.body
    addText(body.name, .title)
    addFact(.kind, DutyText.category(body.category)[language])
    addFact(.aliases, body.aliases.joined(separator: "、"))
    if !body.isKnown { addText(word(.notInRegister), .muted) }
    addBlank()
    addFact(.clauses, String(department.counts.clauses))
    for role in Role.allCases where department.counts[role] > 0 {
      addText("\(role.name[language])  \(department.counts[role])", .plain, indent: 2)
    }
    if department.counts.inheritedClauses > 0 {
      addFact(.inheritedClauses, String(department.counts.inheritedClauses))
    }
    let partners = index.partners(of: place)
    guard !partners.isEmpty else { return }
    addBlank()
    addText(DutyText.partners[language], .label)
    for partner in partners {
      let name = index.departments[partner.department].body.name
      let count = " \(partner.clauses)"
      addLink(
        DisplayWidth.truncated(name, to: columns - 3 - count.utf8.count, ambiguous: ambiguous)
          + count, .body(partner.department, responsibility: nil), isQuiet: false)
    }
  }
}
