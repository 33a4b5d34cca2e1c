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
      is printed. Of several issues there is one report, the earliest deadline first.
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
    let read = try LibraryWorklist(
      of: name, in: try options.library(), includesInherited: inherited, language)
    let store = try storeOptions.store(options.configuration)
    let report = OfficeReport(
      worklist: read.worklist, sources: try read.sources(from: store), language: language)
    let text = format == .markdown ? report.markdown : report.html
    try output.write(Array(text.utf8), language)
    Messages.reportMarks(in: text, language)
  }
}
