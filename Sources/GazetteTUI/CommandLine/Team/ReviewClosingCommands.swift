import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review progress`: how far each reader is.
struct ReviewProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Print how far each reader is, and what waits for somebody."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var team: TeamOptions

  func run() throws {
    let language = team.language
    let desk = try team.desk()
    var output = TextOutput()
    var values: [JSONValue] = []
    for sheet in desk.sheets {
      let progress = TeamProgress(sheet.team, marks: sheet.marks, of: sheet.scope)
      if json {
        values.append(progress.json(sheet))
      } else {
        TeamText.write(progress, sheet, language, to: &output)
      }
    }
    if json { output.write(values.count == 1 ? values[0] : .array(values)) }
    try output.flush(language: language)
  }
}

/// `gazette review close`: closes the review of an issue.
struct ReviewCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close the review of an issue, and print who has read what.",
    discussion: """
      What was read by whom is kept with the closing. Afterwards nothing is marked or said until it \
      is opened again. Where units are unread, disputed or under discussion, --anyway is needed.
      """
  )

  @Option(parsing: .unconditional, help: ArgumentHelp("A word on it.", valueName: "text"))
  var note = ""

  @Flag(help: "Close although something is left.")
  var anyway = false

  @OptionGroup var team: TeamOptions

  func run() throws {
    let language = team.language
    ReviewMessages.reportLeftOut(ofNote: note, language)
    let desk = try team.desk()
    let summaries = desk.sheets.map { sheet in
      TeamSummary(TeamProgress(sheet.team, marks: sheet.marks, of: sheet.scope))
    }
    for (sheet, summary) in zip(desk.sheets, summaries) {
      let id = sheet.scope.issueName.id
      if let closing = sheet.team.closing {
        throw Failure(
          TeamMessages.closedBy(closing.author, closing.at), at: id,
          remedy: TeamMessages.reopenFirst, language)
      }
      if !summary.isComplete, !anyway {
        throw Failure(
          TeamMessages.left(summary), at: id, remedy: TeamMessages.closeAnyway, language)
      }
    }
    try desk.record(
      zip(desk.sheets, summaries).map { sheet, summary in
        .close(issue: sheet.scope.issueName.description, note: note, summary: summary)
      })
    var output = TextOutput()
    for (sheet, summary) in zip(desk.sheets, summaries) {
      output.writeLine(
        TeamMessages.closed(sheet.scope.issueName.id, by: desk.reviewer)[language])
      for line in TeamText.lines(of: summary, language) { output.writeLine(line) }
    }
    try output.flush(language: language)
  }
}

/// `gazette review reopen`: opens a closed issue again.
struct ReviewReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Open the review of a closed issue again."
  )

  @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "text"))
  var note = ""

  @OptionGroup var team: TeamOptions

  func run() throws {
    ReviewMessages.reportLeftOut(ofNote: note, team.language)
    let desk = try team.desk()
    let closed = desk.sheets.filter { $0.team.closing != nil }
    guard !closed.isEmpty else {
      throw Failure(
        TeamMessages.notClosed, at: desk.sheets.first?.scope.issueName.id ?? "",
        remedy: TeamMessages.nothingToReopen, team.language)
    }
    try desk.record(
      closed.map { .close(issue: $0.scope.issueName.description, isClosed: false, note: note) })
  }
}
