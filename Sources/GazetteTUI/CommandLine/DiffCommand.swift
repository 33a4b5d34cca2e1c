import ArgumentParser
import GazetteDifference
import GazetteModel
import GazetteText

/// `gazette diff OLD NEW`: what changed from one text to another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two issues or two documents, unit by unit.",
    discussion: """
      OLD and NEW are each a reference, as gazette outline prints it, or the path of an issue. Units \
      are matched by their words, so that renumbering alone is no change. In the text, [-words-] \
      went and {+words+} came; ~ is changed, + added, - removed, > moved.
      """
  )

  @Argument(help: "The old text: a reference, or the path of an issue.", completion: .file())
  var old: String

  @Argument(help: "The new text.", completion: .file())
  var new: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let difference = Difference(from: try units(of: old), to: try units(of: new))
    var output = TextOutput()
    if json {
      output.write(difference.json)
    } else {
      DifferenceText(difference: difference, language: language).write(to: &output)
    }
    try output.flush(language: language)
  }

  /// What an argument names: a unit of the issue at hand, else the issue at a path.
  private func units(of argument: String) throws(Failure) -> [ComparedUnit] {
    if !IssueOptions.isPath(argument) {
      let issue = try options.issue()
      if let id = issue.node(named: argument) { return issue.comparedUnits(of: id) }
    }
    return try IssueOptions.issues(at: [argument], language: options.language)
      .flatMap { $0.comparedUnits() }
  }
}
