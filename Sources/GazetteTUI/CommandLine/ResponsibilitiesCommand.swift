import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteText

/// `gazette responsibilities`: who does what, in order of print.
struct ResponsibilitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responsibilities",
    abstract:
      "List who is responsible for what, for the issue or for one unit and what is below it."
  )

  @Argument(help: "The reference of a unit, as outline prints it.")
  var reference: String?

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(
    help: "Print CSV for a spreadsheet: UTF-8 with a byte order mark, one line a body and clause.")
  var csv = false

  @OptionGroup var options: IssueOptions

  func validate() throws {
    if json, csv { throw ValidationError("'--json' and '--csv' exclude each other") }
  }

  func run() throws {
    let opened = OpenedLibrary(try options.library())
    var parts = opened.printed.map { ($0, $0.nodes.indices) }
    if let reference {
      let address = try opened.node(named: reference, options.language)
      let issue = opened.printed[address.issue]
      parts = [(issue, address.node.index..<issue[address.node].subtreeEnd)]
    }
    var output = TextOutput()
    var values: [JSONValue] = []
    var rows = [Self.columns]
    for (place, (issue, nodes)) in parts.enumerated() {
      let index = DepartmentIndex(issue: issue)
      if json {
        values += index.responsibilitiesJSON(in: issue, nodes: nodes).elements
      } else if csv {
        rows += self.rows(index, issue, nodes)
      } else {
        if place > 0 { output.writeLine("") }
        ResponsibilitiesText(issue: issue, index: index, language: options.language)
          .write(nodes: nodes, to: &output)
      }
    }
    if json { output.write(.array(values)) }
    if csv { output.write(bytes: CSVTable.bytes(of: rows)) }
    try output.flush(language: options.language)
  }

  private static let columns = [
    "ref", "title", "role", "name", "printed", "andOthers", "form", "inheritedFrom", "byRule",
    "text", "sentence", "table", "row", "deadline",
  ]

  private func rows(
    _ index: DepartmentIndex, _ issue: GazetteModel.Issue, _ nodes: Range<Int>
  ) -> [[String]] {
    var rows: [[String]] = []
    for responsibility in index.responsibilities where nodes.contains(responsibility.node.index) {
      let node = issue[responsibility.node]
      let sentence = index.sentence(of: responsibility, in: issue)
      func reference(_ id: NodeID?) -> String { id.map { issue[$0].reference.text } ?? "" }
      for group in responsibility.groups {
        for body in group.bodies {
          rows.append([
            node.reference.text, node.title ?? "", group.role.rawValue, body.name, body.printed,
            group.andOthers ? "true" : "false", responsibility.form.rawValue,
            reference(responsibility.inheritedFrom), reference(group.byRule), responsibility.text,
            sentence, responsibility.row.map { String($0.table) } ?? "",
            responsibility.row.map { String($0.row) } ?? "",
            responsibility.deadline?.iso8601 ?? "",
          ])
        }
      }
    }
    return rows
  }
}

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
    var line = DutyText.role(group.role)[language] + "："
    line += BodyNames.line(group.bodies.map(\.printed))
    if group.andOthers { line += DutyText.others[language] }
    if let heading = group.heading, !heading.contains(DutyText.role(group.role)[.chinese]) {
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
