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

  @OptionGroup var output: OutputOptions
  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let selection = try ReviewSelection(
      of: try options.library(), store: storeOptions, reviewer: reviewerOptions, query: filter,
      options.configuration)
    let bytes = try bytes(of: selection, language)
    if format == .csv { Messages.reportMarks(in: bytes, language) }
    try output.write(bytes, language)
  }

  private func bytes(of selection: ReviewSelection, _ language: Language) throws(Failure) -> [UInt8]
  {
    let reports = selection.reports
    switch format {
    case .markdown:
      let texts = reports.map { MarkdownExport.text(of: $0, in: language) }
      return Array(texts.joined(separator: "\n").utf8)
    case .csv:
      return Array(CSVTable.text(of: ReviewTable.table(of: reports, in: language)).utf8)
    case .annotations:
      let values = reports.map { WebAnnotations.value(of: $0) }
      return JSONWriter.bytes(of: values.count == 1 ? values[0] : .array(values))
    case .html:
      guard reports.count == 1 else {
        throw Failure(
          ReviewMessages.oneIssuePerPage, at: "--format html", remedy: ReviewMessages.pageForEach,
          language)
      }
      return Array(HTMLExport.text(of: reports[0], in: language).utf8)
    case .json: return JSONWriter.bytes(of: try json(of: selection, language))
    }
  }

  private func json(of selection: ReviewSelection, _ language: Language) throws(Failure)
    -> JSONValue
  {
    var ledger = ReviewLedger()
    var team = TeamLedger()
    var isWanted: [String: (ReviewMark) -> Bool] = [:]
    for (report, includes) in zip(selection.reports, selection.includes) {
      let name = report.issue.name.description
      isWanted[name] = includes
      let own = try Failure.translating(language) { () throws(ReviewFailure) in
        try selection.store.ledger(ofIssue: name, reviewer: selection.onlyReviewer)
      }
      _ = ledger.merge(own)
      let said = try Failure.translating(language) { () throws(ReviewFailure) in
        try selection.store.teamLedger(ofIssue: name, author: selection.onlyReviewer)
      }
      team.merge(said)
    }
    let value = ReviewJSON.value(of: ledger, exportedAt: selection.reports[0].madeAt) {
      isWanted[$0.key.issue]?($0) ?? false
    }
    guard case .object(var members) = value, team.count > 0 else { return value }
    // With a filter, what the team has said of the units whose marks are handed on.
    let units = Set(
      ledger.current.filter { isWanted[$0.key.issue]?($0) ?? false }.map(\.key))
    let isWhole = filter == nil
    members[TeamJSON.member] = TeamJSON.value(of: team) { isWhole || units.contains($0.key) }
    return .object(members)
  }
}
