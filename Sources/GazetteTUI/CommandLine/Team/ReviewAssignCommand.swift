import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review assign FILTER --to NAME`: deals units out.
struct ReviewAssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Assign to a reader the units that a filter matches.",
    usage: """
      gazette review assign FILTER --to NAME [--reviewer NAME]
      gazette review assign --body NAME --to NAME [--reviewer NAME]
      """,
    discussion: """
      A unit may have several readers; those it had before stay. With --to - the units are taken \
      back from everybody. --body assigns the units that name a body.
      """
  )

  @Argument(help: "What to assign, in the language of filters.")
  var query: [String] = []

  @Option(help: ArgumentHelp("The reader; - takes back.", valueName: "name"))
  var to: String

  @Option(
    help: ArgumentHelp("Only what this body is responsible for.", valueName: "name"))
  var body: String?

  @OptionGroup var team: TeamOptions

  func validate() throws {
    if query.isEmpty, body == nil { throw ValidationError("Give FILTER or --body.") }
  }

  func run() throws {
    let desk = try team.desk()
    let units = try desk.units(matching: try TeamQuery.read(query, body: body, team.language))
    guard !units.isEmpty else {
      throw Failure(
        TeamMessages.nothingMatches, at: query.joined(separator: " ") + (body ?? ""),
        remedy: TeamMessages.tryFind, team.language)
    }
    if to == "-" { return try takeBack(units.map { ($0.sheet, $0.unit) }, from: nil, desk) }
    let reader = try Failure.readerName(to, team.language)
    let changes = units.map { sheet, unit in
      TeamChange.assign(
        sheet.scope.key(of: unit), to: reader, text: sheet.scope.text(of: unit))
    }
    try desk.record(changes)
    var output = TextOutput(columns: nil)
    output.writeLine(TeamMessages.assigned(changes.count, to: reader)[team.language])
    try output.flush(language: team.language)
  }
}

/// `gazette review unassign FILTER`: takes units back.
struct ReviewUnassignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unassign",
    abstract: "Take back from a reader, or from everybody, the units that a filter matches."
  )

  @Argument(help: "What to take back, in the language of filters.")
  var query: [String]

  @Option(help: ArgumentHelp("Only from this reader.", valueName: "name"))
  var from: String?

  @OptionGroup var team: TeamOptions

  func run() throws {
    let desk = try team.desk()
    let units = try desk.units(matching: try TeamQuery.read(query, body: nil, team.language))
    try takeBack(units.map { ($0.sheet, $0.unit) }, from: from, desk)
  }
}

/// Takes units back from a reader, or from everybody, and says how many assignments that were.
private func takeBack(
  _ units: [(TeamDesk.Sheet, NodeID)], from reader: String?, _ desk: TeamDesk
) throws(Failure) {
  var changes: [TeamChange] = []
  for (sheet, unit) in units {
    for name in sheet.team.readers(at: unit, of: sheet.scope)
    where reader == nil || name == reader {
      changes.append(
        .assign(
          sheet.scope.key(of: unit), to: name, isTakenBack: true, text: sheet.scope.text(of: unit)))
    }
  }
  try desk.record(changes)
  var output = TextOutput(columns: nil)
  output.writeLine(TeamMessages.takenBack(changes.count)[desk.language])
  try output.flush(language: desk.language)
}

/// Reads what the commands of a team are to act on.
enum TeamQuery {
  /// A query of words, and of a body; one that cannot be read whole is refused, for it would take
  /// in too much.
  static func read(
    _ words: [String], body: String?, _ language: Language
  ) throws(Failure) -> Query {
    let result = QueryParser.parse(words.joined(separator: " "))
    if let slip = result.diagnostics.first { throw Failure(slip, language) }
    guard let body else { return result.query }
    return result.query.and(Query(.body(body, .any)))
  }
}
