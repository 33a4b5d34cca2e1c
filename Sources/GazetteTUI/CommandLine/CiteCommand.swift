import ArgumentParser
import GazetteExport
import GazetteModel
import TerminalKit

/// `gazette cite REF…`: how units are cited.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Print how a document or a clause is cited, one line for each.",
    discussion: """
      gongwen is the form of official documents, 《title》（number）, attachment and place; gbt7714 \
      that of GB/T 7714—2015. Publication, year and issue follow, and the page where it is known.
      """
  )

  @Argument(help: "The references, as gazette outline prints them.")
  var references: [String]

  @Option(help: ArgumentHelp("The form.", valueName: "gongwen|gbt7714"))
  var style: Citation.Style = .gongwen

  @OptionGroup var options: IssueOptions

  func run() throws {
    let issue = try options.issue()
    var citations: [Citation] = []
    for text in references {
      guard let id = issue.node(named: text) else {
        throw Failure(unknownReference: text, in: issue, options.language)
      }
      citations.append(Citation(of: id, in: issue))
    }
    var output = TextOutput(columns: nil)
    for line in Citation.text(of: citations, style).split(separator: "\n") {
      output.writeLine(String(line))
    }
    try output.flush(language: options.language)
  }
}

extension Citation.Style: ExpressibleByArgument {}
