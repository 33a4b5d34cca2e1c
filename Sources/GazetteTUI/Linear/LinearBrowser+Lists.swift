import GazetteModel
import GazetteText

// What is listed when it is asked for.

extension LinearBrowser {
  mutating func writeBody(_ name: String, _ output: inout TextOutput) {
    desk(stops[place].issue).writeBody(name, to: &output)
  }

  func writeContents(_ output: inout TextOutput) {
    for index in library.issueIDs {
      let issue = library[index]
      for node in issue.nodes where node.kind.isDocument {
        writeHeading(NodeAddress(issue: index, node: node.id), &output)
      }
    }
  }

  func writeSections(_ output: inout TextOutput) {
    let stop = stops[place]
    let issue = library[stop.issue]
    let document = issue.document(of: stop.node) ?? issue.root(of: stop.node)
    var isEmpty = true
    let kinds: [NodeKind] = [.part, .chapter, .section, .subsection]
    for index in issue[document].descendants where kinds.contains(issue.nodes[index].kind) {
      let id = issue.nodes[index].id
      writeHeading(NodeAddress(issue: stop.issue, node: id), &output)
      isEmpty = false
    }
    if isEmpty { output.writeLine(LinearText.noSections[language]) }
  }

  private func writeHeading(_ address: NodeAddress, _ output: inout TextOutput) {
    let node = library[address.issue][address.node]
    let title = node.numbered(node.title ?? Strings.text(.untitled, language))
    output.writeLine("\(name(of: address))  \(title)")
  }

  mutating func writeWhere(_ output: inout TextOutput) {
    let stop = stops[place]
    output.writeLine(placeText)
    desk(stop.issue).spoken.writePlace(of: stop.node, to: &output)
    if let filter { output.writeLine(LinearText.filterIs(filter.text)[language]) }
  }

  func writeHelp(_ output: inout TextOutput) {
    for command in LinearCommand.all {
      let separator = language.listMark
      let names = command.names.joined(separator: separator)
      output.writeLine("\(names)  \(command.help[language])")
    }
  }
}
