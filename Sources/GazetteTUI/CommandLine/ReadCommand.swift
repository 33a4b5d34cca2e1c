import ArgumentParser
import GazetteModel

/// `gazette read [REF]`: text for ears, screen readers and pipes.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print the issue, or one unit, as sentences that read well aloud.",
    discussion: """
      Every paragraph is one line, without columns and marks. Headings are sentences, and who is \
      responsible is said in a sentence behind what it is for.
      """
  )

  @Argument(help: "The reference of a unit, as outline prints it; the whole issue without it.")
  var reference: String?

  @OptionGroup var options: IssueOptions

  func run() throws {
    let opened = OpenedLibrary(try options.library())
    let language = options.language
    var output = TextOutput(columns: nil)
    if let reference {
      let address = try opened.node(named: reference, language)
      let issue = opened.printed(address.issue)
      let text = SpokenText(issue: issue, language: language)
      text.writePlace(of: address.node, to: &output)
      text.write(nodes: address.node.index..<issue[address.node].subtreeEnd, to: &output)
    } else {
      for issue in opened.printed {
        SpokenText(issue: issue, language: language).write(nodes: issue.nodes.indices, to: &output)
      }
    }
    try output.flush(language: language)
  }
}
