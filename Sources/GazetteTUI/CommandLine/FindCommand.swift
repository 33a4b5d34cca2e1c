import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette find QUERY`: the nodes that match a filter query.
///
/// The status is 0 also where nothing matches: the question was answered. What the query says that
/// could not be read is named on standard error.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find what matches a filter query, the same as in the browser.",
    discussion: """
      Terms joined by a space must all match; | means or, - not, ( ) group, quotes keep a phrase.
        黑土地            words of the text; Latin letters are also pinyin of names and titles: sthj
        @生态环境厅       clauses of a body; lead@… participate@… 牵头@… a role; inherited@… also inherited
        role:lead doc:10号 in:3.1 column:… kind:clause
        has:target has:deadline has:money has:responsibility has:correction
        until:2021-12     due by a date
        target>80%        quantities by comparison
        is:unread         read, agreed, question, problem, notours, changed: the state of the review
        tag:… note:… by:… tags, words of notes, and whose marks are meant
      """
  )

  @Argument(
    parsing: .allUnrecognized,
    help: "The query; several arguments are joined by spaces.")
  var query: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") && $0 != "--" }) {
      throw ValidationError("Unknown option '\(option)'")
    }
    if query.allSatisfy({ $0 == "--" }) {
      throw ValidationError("Missing expected argument '<query>'")
    }
  }

  func run() throws {
    let text = query.filter { $0 != "--" }.joined(separator: " ")
    let parsed = QueryParser.parse(text)
    var index = FilterIndex(try options.issue())
    if !parsed.query.reviewTerms.isEmpty {
      index.review = try review(of: index.issue, parsed.query)
    }
    let (matches, diagnostics) = index.matches(of: parsed.query)
    for diagnostic in parsed.diagnostics + diagnostics {
      Platform.writeError(
        "gazette: \(SafeText.line(QueryText.text(of: diagnostic)[options.language]))\n")
    }
    var output = TextOutput()
    if json {
      output.write(index.findJSON(matches, query: text))
    } else {
      for match in matches {
        let node = index.issue[match.node]
        var line = "\(node.reference.text)  "
        // A clause's title is its first sentence, so it is named only where the snippet shows
        // another.
        if let title = node.title, !match.snippet.hasPrefix(title) { line += "\(title): " }
        output.writeCutLine(line + match.snippet)
      }
    }
    try output.flush(language: options.language)
  }

  /// Answers what only the review knows; its store is not opened for other queries.
  private func review(
    of issue: GazetteModel.Issue, _ query: Query
  ) throws(Failure) -> ReviewQueryTerms {
    let language = options.language
    let reviewer = try reviewerOptions.reviewer(options.configuration)
    let store = try storeOptions.store(options.configuration)
    let scope = ReviewScope(issue)
    let marks = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.marks(ofIssue: scope.issueID)
    }
    return ReviewQueryTerms(query, scope: scope, marks: marks, reviewer: reviewer)
  }
}
