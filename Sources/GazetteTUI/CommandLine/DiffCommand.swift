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
      went and {+words+} came; ~ is changed, + added, - removed, > moved. Behind that stand the \
      bodies that gained (+) or lost (-) a lead, with the units; --leads prints these alone.
      """
  )

  @Argument(help: "The old text: a reference, or the path of an issue.", completion: .file())
  var old: String

  @Argument(help: "The new text.", completion: .file())
  var new: String

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Only who gained or lost a lead.")
  var leads = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let (old, new) = (try side(old), try side(new))
    let difference = Difference(from: old.units, to: new.units)
    let changes = LeadChanges(difference, from: old.leads, to: new.leads)
    var output = TextOutput()
    if json {
      output.write(leads ? changes.json : difference.json(changes))
    } else {
      if !leads { DifferenceText(difference: difference, language: language).write(to: &output) }
      LeadText(changes: changes, language: language).write(to: &output, isAlone: leads)
    }
    try output.flush(language: language)
  }

  /// A text to be compared, with who leads in it.
  private struct Side {
    var units: [ComparedUnit] = []
    var leads = LeadingBodies()
  }

  /// What an argument names: a unit of the issue at hand, else the issue at a path.
  private func side(_ argument: String) throws(Failure) -> Side {
    if !IssueOptions.isPath(argument) {
      let issue = try options.issue()
      if let id = issue.node(named: argument) {
        return Side(
          units: issue.comparedUnits(of: id),
          leads: LeadingBodies(issue, DepartmentIndex(issue: issue), in: id))
      }
    }
    let library = Library(
      issues: try IssueOptions.issues(at: [argument], language: options.language))
    var side = Side()
    for (issue, id) in zip(library.issues, library.ids) {
      let id = library.issues.count > 1 ? id : nil
      side.units += issue.comparedUnits(issueID: id)
      side.leads.add(LeadingBodies(issue, DepartmentIndex(issue: issue), issueID: id))
    }
    return side
  }
}
