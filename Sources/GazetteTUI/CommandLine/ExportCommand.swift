import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteText

/// `gazette export [REF]`: an issue or a part of it for other programs.
struct ExportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case akn, markdown, html, json }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print or write the issue or a unit as Akoma Ntoso, Markdown, HTML or JSON.",
    discussion: """
      akn is Akoma Ntoso 3.0 that its schema accepts: the issue as an official gazette, a law as an \
      act, what a notice issues as its attachment, with the bodies, roles, dates and references of \
      the text. The others are the reading text. All of them say on which printed lines and pages a \
      unit stands and what was corrected.
      """
  )

  @Argument(help: "The reference of a document or unit; the whole issue without it.")
  var reference: String?

  @Option(help: ArgumentHelp("The format.", valueName: "akn|markdown|html|json"))
  var format: Format

  @OptionGroup var output: OutputOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let issue = try options.issue()
    let id = try reference.map { reference throws(Failure) -> NodeID in
      guard let id = issue.node(named: reference) else {
        throw Failure(unknownReference: reference, in: issue, language)
      }
      return id
    }
    let text: String
    switch format {
    case .akn: text = akomaNtoso(of: id, in: issue)
    case .markdown: text = ReadingMarkdown.text(of: id, in: issue, language: language)
    case .html: text = ReadingPage.text(of: id, in: issue, language: language)
    case .json:
      let value = id.map { issue.json(of: $0) } ?? issue.outlineJSON
      return try output.write(JSONWriter.bytes(of: value), language)
    }
    try output.write(Array(text.utf8), language)
    Messages.reportMarks(in: text, language)
  }

  private func akomaNtoso(of id: NodeID?, in issue: GazetteModel.Issue) -> String {
    let departments = DepartmentIndex(issue: issue)
    let targets = TargetIndex(issue)
    let references = CrossReferenceIndex(issue)
    return id.map {
      AkomaNtoso.text(
        of: $0, in: issue, departments: departments, targets: targets, references: references)
    }
      ?? AkomaNtoso.text(
        of: issue, departments: departments, targets: targets, references: references)
  }
}
