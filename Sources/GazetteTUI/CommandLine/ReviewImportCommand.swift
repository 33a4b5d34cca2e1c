import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review import FILE`: merges another's review.
struct ReviewImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Merge a review that was exported as JSON, or Web Annotations.",
    discussion: """
      Of two marks of the same reviewer at the same unit the newer one holds; the other is kept in \
      the history. Conflicts are printed. Annotations of other programs are put on the unit of the \
      issue that has their words.
      """
  )

  @Argument(help: "The exported file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let (ledger, team) = try ledgers(language)
    let store = try storeOptions.store(options.configuration)
    let (report, said) = try Failure.translating(language) { () throws(ReviewFailure) in
      (try store.merge(ledger), try store.merge(team, at: .now()))
    }
    var output = TextOutput()
    for conflict in report.conflicts {
      let place = "\(conflict.holding.key.shortDescription) \(conflict.holding.reviewer)"
      output.writeLine(
        ReviewMessages.conflict(
          place, holding: summary(of: conflict.holding, language),
          superseded: summary(of: conflict.superseded, language))[language])
    }
    output.writeLine(
      ReviewMessages.imported(
        taken: report.taken.count, kept: report.kept, same: report.same,
        conflicts: report.conflicts.count)[language])
    if team.count > 0 { output.writeLine(TeamMessages.imported(said)[language]) }
    try output.flush(language: language)
    if let first = report.ahead.first {
      throw Failure(
        ReviewMessages.ahead(report.ahead.count, first.at.iso8601Seconds),
        at: "\(first.key.shortDescription) \(first.reviewer)", remedy: ReviewMessages.checkClock,
        language)
    }
  }

  private func ledgers(_ language: Language) throws(Failure) -> (ReviewLedger, TeamLedger) {
    let bytes: [UInt8]
    do throws(ReviewFile.Refusal) {
      bytes = try ReviewFile.bytes(of: file)
    } catch {
      throw Failure(
        ReviewMessages.system(ReviewMessages.cannotRead, error.words), at: file,
        remedy: ReviewMessages.checkPath, language)
    }
    if let value = try? JSONParser.parse(bytes), WebAnnotations.isAnnotations(value) {
      return (try annotations(value, language), TeamLedger())
    }
    do throws(ReviewImportFailure) {
      return (try ReviewJSON.ledger(from: bytes), try TeamJSON.ledger(from: bytes))
    } catch {
      throw Failure(error.what, at: file, remedy: error.remedy, language)
    }
  }

  private func annotations(
    _ value: JSONValue, _ language: Language
  ) throws(Failure) -> ReviewLedger {
    let issue = try options.issue(readsInput: file == "-")
    let read = WebAnnotations.marks(from: value, in: issue, scope: ReviewScope(issue))
    if read.unplaced > 0 {
      Failure(
        ExportMessages.unplaced(read.unplaced), at: file, remedy: ExportMessages.chooseIssue,
        language
      ).tell()
    }
    return read.ledger
  }

  private func summary(of mark: ReviewMark, _ language: Language) -> String {
    ([mark.state.name(in: language)] + mark.tags.map { "#" + $0 } + [mark.note])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
