import ArgumentParser
import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText

/// `gazette duties NAME`: a body's duties through time.
struct DutiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "List what became of a body's duties from issue to issue.",
    discussion: """
      Documents of one publication whose titles differ in years and figures alone are versions of \
      each other. From one to the next a duty is new, goes on in the same words or in others, moved \
      to or from another body, or was dropped. A body stands for those whose duties it took over in \
      a reform, by the register, and for itself under former names.
      """
  )

  @Argument(help: "A body: its name, another name, or the pinyin initials of its name.")
  var name: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let language = options.language
    let records: [RecordedIssue]
    let body: String
    var failures: [LoadFailure] = []
    if let catalogue = try options.catalogue() {
      let bodies: [Body]
      do throws(ArchiveFailure) {
        bodies = try catalogue.departments().map(\.body)
        records = try catalogue.recordsWithDuties { failures.append($0) }
      } catch {
        throw Failure(error, language: language)
      }
      body = try canonical(bodies)
      for failure in catalogue.failures + failures { Failure(failure, language: language).tell() }
    } else {
      let library = try options.library()
      let merged = MergedDepartments(
        library.issues.map { MergedDepartments.Part($0, DepartmentIndex(issue: $0)) })
      body = try canonical(merged.departments.map(\.body))
      records = RecordedIssue.records(of: library)
    }
    let history = DutyHistory(of: body, in: records)
    var output = TextOutput()
    if json {
      output.write(history.json(records))
    } else {
      HistoryText.write(history, records, language, to: &output)
    }
    try output.flush(language: language)
  }

  /// The canonical name of the body that is meant; one of former bodies may be all that is named.
  private func canonical(_ bodies: [Body]) throws(Failure) -> String {
    let names = Dictionary(
      zip(bodies.map(\.name), bodies.indices), uniquingKeysWith: { first, _ in first })
    let directory = BodyDirectory(
      bodies, initials: bodies.map { Pinyin.shared.initials(of: $0.name) }
    ) { names[$0] }
    if let place = directory.lookup(name) { return bodies[place].name }
    let registered = BodyRegister.shipped.body(named: name).name
    if BodyRegister.shipped.predecessors(of: registered).contains(where: { names[$0.name] != nil })
    {
      return registered
    }
    throw Failure(
      DutyText.unknownBody, at: name,
      remedy: DutyText.nearest(directory.nearest(name).map { bodies[$0].name }), options.language)
  }
}
