import ArgumentParser
import GazetteModel

/// `gazette outline`: the tree.
struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "Print the tree of an issue with the reference of each unit."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let issue = try options.issue()
    var output = TextOutput()
    if json {
      output.write(issue.outlineJSON)
    } else {
      OutlineText(issue: issue, namesIssue: false, language: options.language).write(to: &output)
    }
    try output.flush(language: options.language)
  }
}
