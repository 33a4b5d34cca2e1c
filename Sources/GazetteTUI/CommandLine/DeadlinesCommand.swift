import ArgumentParser
import GazetteArchive
import GazetteModel
import GazetteText

/// `gazette deadlines`: every deadline in order of time, with what later issues say of it.
struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "List every deadline in order of time, with the later issues that speak of it.",
    discussion: """
      Of several issues, or of a folder of them, each deadline is linked to what later issues say of \
      it: that they put it off, change it, set it again, or report what was done. A link is surer \
      where the later document is the next version of the earlier one, or names it by its title or \
      number, and the less sure the less the words are alike. A deadline is overdue when its day is \
      over by the day of --on and no link that is more than a guess puts it off or reports.
      """
  )

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "The day by which something is overdue, 2021-12-31; else today.", valueName: "day"))
  var day: String?

  @Flag(help: "Only what is overdue.")
  var overdue = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: IssueOptions

  func validate() throws {
    if let day, Self.realDay(day) == nil {
      throw ValidationError("‘\(day)’ is no day; give one as 2021-12-31.")
    }
  }

  /// The day that is written so; nil where there is none, such as 30 February.
  private static func realDay(_ text: String) -> CalendarDate? {
    guard let date = CalendarDate(iso8601: text),
      date <= .lastDay(year: date.year, month: date.month)
    else { return nil }
    return date
  }

  func run() throws {
    let day = day.flatMap(Self.realDay) ?? Platform.today
    let ledger = DeadlineLedger(try options.records(), on: day)
    let entries = ledger.entries.filter { !overdue || $0.state == .overdue }
    var output = TextOutput()
    if json {
      output.write(.array(entries.map(\.json)))
    } else {
      for entry in entries { LedgerText.write(entry, options.language, to: &output) }
      output.writeLine(LedgerText.summary(of: entries, options.language))
    }
    try output.flush(language: options.language)
  }
}

extension IssueOptions {
  /// The records of the issues that were asked for, from the index that has them where there is one.
  func records() throws(Failure) -> [RecordedIssue] {
    guard let catalogue = try catalogue() else {
      return RecordedIssue.records(of: try library())
    }
    do throws(ArchiveFailure) {
      let records = try catalogue.records()
      for failure in catalogue.failures { Failure(failure, language: language).tell() }
      return records
    } catch {
      throw Failure(error, language: language)
    }
  }
}
