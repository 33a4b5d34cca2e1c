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
    let issue = try options.issue()
    let language = options.language
    let text = SpokenText(issue: issue, language: language)
    var output = TextOutput(columns: nil)
    if let reference {
      guard let id = issue.node(named: reference) else {
        throw Failure(unknownReference: reference, in: issue, language)
      }
      text.writePlace(of: id, to: &output)
      text.write(nodes: id.index..<issue[id].subtreeEnd, to: &output)
    } else {
      text.write(nodes: issue.nodes.indices, to: &output)
    }
    try output.flush(language: language)
  }
}
