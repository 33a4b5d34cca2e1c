import ArgumentParser
import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette find QUERY`: the nodes that match a filter query.
///
/// The status is 0 also where nothing matches: the question was answered. A term that cannot be read
/// is refused, for without it the answer would be that of another question.
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
        issue:2021-11 year:2020..2021 publication:吉林   whole issues
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
    if let slip = parsed.diagnostics.first { throw Failure(slip, options.language) }
    if let catalogue = try options.catalogue(), try find(text, parsed, in: catalogue) { return }
    let opened = OpenedLibrary(try options.library())
    let review =
      parsed.query.reviewTerms.isEmpty ? nil : try MarksOfIssues(opened.library, self)
    var output = TextOutput()
    var values: [JSONValue] = []
    var diagnostics: [[QueryDiagnostic]] = []
    for (place, issue) in opened.issues.enumerated() {
      var index = FilterIndex(issue)
      index.review = try review?.terms(parsed.query, place)
      let (matches, complaints) = index.matches(of: parsed.query)
      diagnostics.append(complaints)
      let printed = opened.printed[place]
      if json {
        values += matches.map { $0.json(in: printed) }
        continue
      }
      for match in matches {
        let node = printed[match.node]
        output.writeCutLine { line in
          line.append(node.reference.text)
          line.append("  ")
          if let title = node.title, !match.snippet.utf8.starts(with: title.utf8) {
            line.append(title)
            line.append(": ")
          }
          line.append(match.snippet)
        }
      }
    }
    for diagnostic in QueryDiagnostic.common(diagnostics) {
      try Failure.report(diagnostic, options.language)
    }
    if json { output.write(["query": .string(text), "matches": .array(values)]) }
    try output.flush(language: options.language)
  }

  /// Asks the index of an archive; false where only the issues themselves can answer.
  private func find(
    _ text: String, _ parsed: QueryParser.Result, in catalogue: ArchiveCatalogue
  ) throws -> Bool {
    var output = TextOutput()
    var values: [JSONValue] = []
    var failures = catalogue.failures
    @Sendable func name(_ place: Int) -> String {
      catalogue.issues.count > 1 ? catalogue.issues[place].id + ":" : ""
    }
    let complaints: [QueryDiagnostic]?
    var failure: Failure?
    // Asking for it reads the settings.
    let language = options.language
    do throws(ArchiveFailure) {
      if json {
        complaints = try catalogue.find(parsed.query, unreadable: { failures.append($0) }) {
          (issue: name($0), values: [JSONValue]())
        } add: { unit, rows in
          rows.values.append(unit.match.json(at: rows.issue + unit.reference, title: unit.title))
        } found: {
          values += $0.values
        }
      } else {
        complaints = try catalogue.find(parsed.query, unreadable: { failures.append($0) }) {
          [columns = output.columns] in
          (issue: LineBytes(name($0)), output: TextOutput(columns: columns))
        } add: { unit, rows in
          let issue = rows.issue
          rows.output.writeCutLine { Self.append(unit, in: issue, to: &$0) }
        } found: { rows in
          output.write(rows.output)
          guard output.bytes.count >= Self.piece, failure == nil else { return }
          do throws(Failure) {
            try output.writePiece(language: language)
          } catch {
            failure = error
          }
        }
      }
    } catch {
      throw Failure(error, language: language)
    }
    if let failure { throw failure }
    guard let complaints else { return false }
    for failure in failures { Failure(failure, language: language).tell() }
    for diagnostic in parsed.diagnostics + complaints {
      Platform.writeError(
        "gazette: \(SafeText.line(QueryText.text(of: diagnostic)[language]))\n")
    }
    if json { output.write(["query": .string(text), "matches": .array(values)]) }
    try output.flush(language: language)
    return true
  }

  /// How many bytes are written at a time.
  private static let piece = 1 << 16

  /// Puts the line of a match together. A clause's title is its first sentence, so it is named only
  /// where the snippet shows another.
  private static func append(_ unit: FoundUnit, in issue: LineBytes, to line: inout LineBytes) {
    line.append(issue)
    unit.appendReference(to: &line)
    line.append("  ")
    if !unit.beginsWithTitle, unit.appendTitle(to: &line) { line.append(": ") }
    unit.appendSnippet(to: &line)
  }
}

/// The marks that queries ask for; the store is not opened for other queries.
private struct MarksOfIssues {
  private let issues: ReviewedIssues
  private let store: any ReviewStore
  private let reviewer: String
  private let language: Language

  init(_ library: Library, _ command: FindCommand) throws(Failure) {
    issues = ReviewedIssues(library)
    language = command.options.language
    reviewer = try command.reviewerOptions.reviewer(command.options.configuration)
    store = try command.storeOptions.store(command.options.configuration)
    try issues.adopt(store, language)
  }

  func terms(_ query: Query, _ place: Int) throws(Failure) -> ReviewQueryTerms {
    let scope = issues.scope(place)
    let (marks, team) = try Failure.translating(language) { () throws(ReviewFailure) in
      (try store.placedMarks(in: scope), try store.teamSheet(in: scope))
    }
    let sheet = ReviewSheet(reviewer: reviewer, marks: marks)
    return ReviewQueryTerms(query, scope: scope, marks: marks, reviewer: reviewer) { subject in
      TeamTerms(scope: scope, team: team, sheet: sheet, subject: subject)
    }
  }
}
