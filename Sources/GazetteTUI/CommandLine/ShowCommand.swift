import ArgumentParser
import GazetteModel

/// `gazette show REF`: one node whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one unit whole, such as 3.1/2.3.11."
  )

  @Argument(help: "The reference of the unit, as outline prints it.")
  var reference: String

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print the source lines as they were printed, with their numbers.")
  var source = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let opened = OpenedLibrary(try options.library())
    if let found = opened.row(named: reference), !source {
      return try write(found.row, in: opened.printed(found.issue))
    }
    let address = try opened.node(named: reference, options.language)
    let (issue, id) = (opened.printed(address.issue), address.node)
    var output = TextOutput()
    if json {
      output.write(
        issue.showJSON(
          of: id, includingSource: source, responsibilities: DepartmentIndex(issue: issue)))
    } else if source {
      writeSource(of: issue[id], in: issue, to: &output)
    } else {
      NodeText(issue: issue, language: options.language).write(id, to: &output)
      writeResponsibilities(of: issue[id], in: issue, to: &output)
    }
    try output.flush(language: options.language)
  }

  /// One row of a table: a line for each cell, and who is responsible.
  private func write(_ row: NodeRow, in issue: GazetteModel.Issue) throws {
    let index = DepartmentIndex(issue: issue)
    var output = TextOutput()
    if json {
      output.write(issue.showJSON(of: row, responsibilities: index))
    } else {
      let lines = issue.textLines(of: row)
      output.writeLine("\(issue.reference(of: row))  \(issue.label(of: row))")
      output.writeLine("")
      for line in lines { output.writeLine(line) }
    }
    try output.flush(language: options.language)
  }

  /// Who is responsible for the unit and what is below it, behind its text.
  private func writeResponsibilities(
    of node: Node, in issue: GazetteModel.Issue, to output: inout TextOutput
  ) {
    let index = DepartmentIndex(issue: issue)
    let nodes = node.id.index..<node.subtreeEnd
    guard index.responsibilities.contains(where: { nodes.contains($0.node.index) }) else { return }
    output.writeLine("")
    output.writeLine(DutyText.responsibilities[options.language])
    ResponsibilitiesText(issue: issue, index: index, language: options.language)
      .write(nodes: nodes, to: &output)
  }

  private func writeSource(of node: Node, in issue: GazetteModel.Issue, to output: inout TextOutput)
  {
    let digits = String(node.lines.last).count
    for line in node.lines.first...node.lines.last {
      let number = String(line)
      let padding = String(repeating: " ", count: digits - number.count)
      output.writeLine("\(padding)\(number): \(issue.source.text(ofLine: line))")
    }
  }
}
