import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review export`: the review to hand on.
struct ReviewExportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, csv, json, html, annotations
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print or write the review as Markdown, CSV, JSON, HTML or Web Annotations.",
    discussion: """
      Everybody's marks are exported, with --reviewer only theirs. JSON loses nothing and can be \
      imported elsewhere; a file named with -o is written whole or not at all. In CSV an apostrophe \
      goes before what a spreadsheet would take for a formula, a number or a date.
      """
  )

  @Option(help: ArgumentHelp("The format.", valueName: "markdown|csv|json|html|annotations"))
  var format: Format

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only what matches, in the language of filters.", valueName: "query"))
  var filter: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let selection = try ReviewSelection(
      issue: try options.issue(), store: storeOptions, reviewer: reviewerOptions, query: filter,
      options.configuration)
    let bytes = try bytes(of: selection, language)
    if format == .csv { Messages.reportMarks(in: String(decoding: bytes, as: UTF8.self), language) }
    guard let output, output != "-" else { return try write(bytes, language) }
    if let words = ReviewFile.replace(output, with: bytes) {
      throw Failure(
        ReviewMessages.system(Messages.cannotWrite, words), at: output,
        remedy: ReviewMessages.checkPath, language)
    }
  }

  private func bytes(of selection: ReviewSelection, _ language: Language) throws(Failure) -> [UInt8]
  {
    let report = selection.report
    switch format {
    case .markdown: return Array(MarkdownExport.text(of: report, in: language.ofReview).utf8)
    case .csv: return Array(CSVTable.text(of: ReviewTable.table(of: report)).utf8)
    case .html: return Array(HTMLExport.text(of: report, in: language.ofReview).utf8)
    case .annotations: return JSONWriter.bytes(of: WebAnnotations.value(of: report))
    case .json:
      let ledger = try Failure.translating(language) { () throws(ReviewFailure) in
        try selection.store.ledger(
          ofIssue: report.issue.identity.id, reviewer: selection.onlyReviewer)
      }
      return JSONWriter.bytes(
        of: ReviewJSON.value(
          of: ledger, exportedAt: report.madeAt, includes: selection.includes))
    }
  }

  private func write(_ bytes: [UInt8], _ language: Language) throws(Failure) {
    if Platform.writeOutput(bytes) == .failed {
      throw Failure(
        Messages.cannotWrite, at: Messages.standardOutput[language], remedy: Messages.freeSpace,
        language)
    }
  }
}
