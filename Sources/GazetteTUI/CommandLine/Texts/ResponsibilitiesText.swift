import GazetteModel
import GazetteText

/// Responsibilities as text for people: under each document its units, under each unit its roles.
struct ResponsibilitiesText {
  let issue: GazetteModel.Issue
  let index: DepartmentIndex
  let language: Language

  func write(nodes: Range<Int>, to output: inout TextOutput) {
    var document: NodeID?
    var unit: NodeID?
    for responsibility in index.responsibilities where nodes.contains(responsibility.node.index) {
      let node = issue[responsibility.node]
      if let next = issue.document(of: node.id), next != document {
        if document != nil { output.writeLine("") }
        output.writeParagraph(
          "\(issue[next].reference.text)  \(issue[next].title ?? "")", hanging: 2)
        document = next
      }
      if node.id != unit {
        let label = node.numbered(node.title ?? "")
        output.writeParagraph("\(node.reference.text)  \(label)", indent: 2, hanging: 4)
        unit = node.id
      }
      var indent = 4
      if let row = responsibility.row {
        let number = DutyText.row(row.row + 1)[language]
        let day = responsibility.deadline.map { "  →\($0.iso8601)" } ?? ""
        output.writeParagraph("\(number)  \(responsibility.text)\(day)", indent: 4, hanging: 6)
        indent = 6
      }
      for group in responsibility.groups {
        output.writeParagraph(
          line(of: group, responsibility.inheritedFrom), indent: indent, hanging: indent + 2)
      }
    }
  }

  private func line(of group: Responsibility.Group, _ source: NodeID?) -> String {
    var line = group.role.name[language] + "："
    line += BodyNames.line(group.bodies.map(\.printed))
    if group.andOthers { line += DutyText.others[language] }
    if let heading = group.heading, !heading.contains(group.role.name[.chinese]) {
      line += "（\(heading)）"
    }
    if let source {
      line += "（\(DutyText.inheritedFrom[language]) \(issue[source].reference.text)）"
    }
    if let rule = group.byRule {
      line += "（\(DutyText.byRule[language]) \(issue[rule].reference.text)）"
    }
    return line
  }
}
