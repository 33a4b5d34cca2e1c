import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview

/// `gazette review report NAME`: what the head of an office signs.
struct ReviewReportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print or write a report: what is asked of a body, by when, what is disputed.",
    discussion: """
      The tasks of the body with their deadlines, then the units of which reviewers think differently, \
      those with questions and problems, and what nobody has reviewed yet. Everything says where it \
      is printed.
      """
  )

  @Argument(help: "A body: its name, another name, or the pinyin initials of its name.")
  var name: String

  @Flag(help: "Report inherited tasks too.")
  var inherited = false

  @Option(help: ArgumentHelp("The format.", valueName: "markdown|html"))
  var format: Format = .markdown

  @OptionGroup var output: OutputOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let issue = try options.issue()
    let index = DepartmentIndex(issue: issue)
    let place = try BodyLookup.place(of: name, in: index, language)
    let reader = WorklistReader(issue: issue, departments: index, targets: TargetIndex(issue))
    let worklist = Worklist(
      body: index.departments[place].body.name, issueNames: [issue.fullName],
      tasks: reader.tasks(of: place, includesInherited: inherited))
    let scope = ReviewScope(issue)
    let store = try storeOptions.store(options.configuration)
    let team = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.teamSheet(ofIssue: scope.issueName.description)
    }
    let marks = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.placedMarks(in: scope)
    }
    let report = OfficeReport(
      worklist: worklist, issue: issue, scope: scope, marks: marks, team: team,
      language: language)
    let text = format == .markdown ? report.markdown : report.html
    try output.write(Array(text.utf8), language)
    Messages.reportMarks(in: text, language)
  }
}
