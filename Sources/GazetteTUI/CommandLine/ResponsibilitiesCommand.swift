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

  @OptionGroup var format: TableFormatOptions

  @OptionGroup var options: IssueOptions

  func run() throws {
    let opened = OpenedLibrary(try options.library())
    var parts = opened.printed.map { ($0, $0.nodes.indices) }
    if let reference {
      let address = try opened.node(named: reference, options.language)
      let issue = opened.printed(address.issue)
      parts = [(issue, address.node.index..<issue[address.node].subtreeEnd)]
    }
    var output = TextOutput()
    var values: [JSONValue] = []
    var rows = [Self.columns]
    for (place, (issue, nodes)) in parts.enumerated() {
      let index = DepartmentIndex(issue: issue)
      if format.json {
        values += index.responsibilitiesJSON(in: issue, nodes: nodes).elements
      } else if format.csv {
        rows += self.rows(index, issue, nodes)
      } else {
        if place > 0 { output.writeLine("") }
        ResponsibilitiesText(issue: issue, index: index, language: options.language)
          .write(nodes: nodes, to: &output)
      }
    }
    if format.json { output.write(.array(values)) }
    if format.csv { output.write(bytes: CSVTable.bytes(of: rows)) }
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
