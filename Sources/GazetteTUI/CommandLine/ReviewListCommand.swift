import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review list`: the marks.
struct ReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the marks, or what of the review a query asks for.",
    discussion: """
      Without a query everybody's marks are printed, with --reviewer only theirs. \
      With a query, clauses that it matches and that nobody marked are printed too.
      """
  )

  @Argument(help: "What to print, in the language of filters.")
  var query: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let selection = try ReviewSelection(
      issue: try options.issue(), store: storeOptions, reviewer: reviewerOptions, query: query,
      options.configuration)
    let rows = selection.report.rows.filter { query != nil || $0.mark != nil }
    var output = TextOutput()
    if json {
      let name = selection.report.reviewers[0]
      output.write(.array(rows.map { $0.json(unmarkedFor: name) }))
    } else {
      for row in rows { output.writeCutLine(row.line(language)) }
    }
    try output.flush(language: language)
  }
}

extension ReviewReport.Row {
  /// The row as the contract has it. A clause that nobody marked has no time.
  fileprivate func json(unmarkedFor reviewer: String) -> JSONValue {
    [
      "ref": .string(key.description), "state": .string((mark?.state ?? .unread).rawValue),
      "note": .string(mark?.note ?? ""), "tags": JSONValue(mark?.tags ?? []),
      "reviewer": .string(mark?.reviewer ?? reviewer), "at": JSONValue(mark?.at.iso8601Seconds),
      "changed": .bool(isChanged),
    ]
  }

  /// The row on one line: reference, state, reviewer, time, title, tags and the note's first line.
  fileprivate func line(_ language: Language) -> String {
    let state = mark?.state ?? .unread
    var parts = [key.description, "\(state.symbol) \(state.name(in: language.ofReview))"]
    if isChanged { parts.append(language == .chinese ? "（此后有改动）" : "(changed since)") }
    if let mark { parts += [mark.reviewer, mark.at.readable] }
    let title = clause + self.title
    if !title.isEmpty { parts.append(title) }
    parts += (mark?.tags ?? []).map { "#" + $0 }
    if let note = mark?.note.split(separator: "\n").first { parts.append("— \(note)") }
    return parts.joined(separator: "  ")
  }
}
