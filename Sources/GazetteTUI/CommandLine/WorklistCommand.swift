import ArgumentParser
import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText
import PostgresKit

/// `gazette worklist NAME`: what one body has to do.
struct WorklistCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, xlsx, ics, markdown, html, todotxt, taskwarrior
  }

  static let configuration = CommandConfiguration(
    commandName: "worklist",
    abstract: "List what one body has to do: task, role, partners, deadline, place.",
    discussion: """
      The earliest deadline comes first, then what has none in order of print; inherited tasks \
      stand apart. Of several issues, or of a folder of them, there is one list, with the issue of each \
      task. The table (csv, xlsx) has days as days and text that is never a formula. The \
      calendar (ics) has the tasks with a deadline and keeps their UIDs, so that a second import \
      updates the first. todotxt and taskwarrior are for these programs.
      """
  )

  @Argument(help: "A body: its name, another name, or the pinyin initials of its name.")
  var name: String

  @Flag(help: "List inherited tasks too, such as those that every local government has.")
  var inherited = false

  @Option(
    help: ArgumentHelp(
      "The format.", valueName: "text|csv|xlsx|ics|markdown|html|todotxt|taskwarrior"))
  var format: Format = .text

  @Option(help: ArgumentHelp("The order: by deadline, or as printed.", valueName: "deadline|print"))
  var order: Worklist.Order = .deadline

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  func validate() throws {
    if json, format != .text { throw ValidationError("'--json' and '--format' exclude each other") }
  }

  func run() throws {
    let language = options.language
    let worklist = try worklist()
    if json { return try output.write(JSONWriter.bytes(of: worklist.json), language) }
    let bytes: [UInt8]
    switch format {
    case .text:
      var text = TextOutput(columns: output.namesFile ? nil : Platform.outputColumns)
      WorklistText(worklist: worklist, language: language).write(to: &text)
      bytes = text.bytes
    case .csv: bytes = Array(CSVTable.text(of: worklist.table(in: language)).utf8)
    case .xlsx: return try output.write(try workbook(of: worklist, language), language)
    case .ics: bytes = try calendar(of: worklist, language)
    case .markdown: bytes = Array(worklist.markdown(in: language).utf8)
    case .html: bytes = Array(worklist.html(in: language).utf8)
    case .todotxt: bytes = Array(worklist.todoText(in: language).utf8)
    case .taskwarrior:
      bytes = JSONWriter.bytes(of: worklist.taskwarrior(in: language))
    }
    try output.write(bytes, language)
    Messages.reportMarks(in: bytes, language)
  }

  private func worklist() throws(Failure) -> Worklist {
    let read = try LibraryWorklist(
      of: name, in: try options.library(), includesInherited: inherited, order: order,
      options.language)
    guard let store = try store() else { return read.worklist }
    return read.worklist.reviewed(from: try read.sources(from: store))
  }

  /// The review; nil where there is none, which is not made for this.
  private func store() throws(Failure) -> (any ReviewStore)? {
    if Restriction.isEnforced, storeOptions.path == nil { return nil }
    let path: String
    do throws(Failure) {
      path = try storeOptions.storePath(options.configuration)
    } catch {
      // Who has no home and names no store has no review.
      if storeOptions.path == nil { return nil }
      throw error
    }
    guard PostgresAddress(path) != nil || ReviewFile.exists(path) else { return nil }
    return try storeOptions.store(options.configuration)
  }

  private func workbook(of worklist: Worklist, _ language: Language) throws(Failure) -> [UInt8] {
    do throws(WorkbookProgram.Refusal) {
      return try WorkbookProgram.bytes(of: worklist.table(in: language))
    } catch {
      throw Failure(
        error == .isMissing ? ExportMessages.noWorkbookProgram : ExportMessages.noWorkbook,
        at: "gazette-sheet", remedy: ExportMessages.useCSV, language)
    }
  }

  /// The calendar; a calendar of nothing is none by RFC 5545.
  private func calendar(
    of worklist: Worklist, _ language: Language
  ) throws(Failure) -> [UInt8] {
    guard worklist.deadlineCount > 0 else {
      throw Failure(
        ExportMessages.noDeadline, at: worklist.body, remedy: ExportMessages.otherFormat, language)
    }
    return Array(worklist.calendar(in: language).utf8)
  }
}

extension Worklist.Order: ExpressibleByArgument {}

/// Finds bodies by what people type.
enum BodyLookup {
  /// The place of a body in the index; fails with the nearest names.
  static func place(
    of name: String, in index: DepartmentIndex, _ language: Language
  ) throws(Failure) -> Int {
    let initials = index.departments.map { Pinyin.shared.initials(of: $0.body.name) }
    if let place = index.lookup(name, initials: initials) { return place }
    let nearest = index.nearest(name, initials: initials).map { index.departments[$0].body.name }
    throw Failure(DutyText.unknownBody, at: name, remedy: DutyText.nearest(nearest), language)
  }
}

/// A worklist as text for people.
struct WorklistText {
  let worklist: Worklist
  let language: Language

  func write(to output: inout TextOutput) {
    let review = language
    output.writeParagraph(
      "\(worklist.body)  \(worklist.summary(in: review))", hanging: 2)
    var isInherited = false
    for task in worklist.tasks {
      output.writeLine("")
      if task.isInherited, !isInherited {
        output.writeLine("\(WorklistWord.inherited.text(review))")
        output.writeLine("")
      }
      isInherited = task.isInherited
      let deadline = task.deadline?.iso8601 ?? WorklistWord.noDeadline.text(review)
      output.writeCutLine(
        "\(deadline)  \(task.role.name[review])  \(task.place)  \(task.documentTitle)")
      output.writeParagraph(task.text, indent: 2, hanging: 2)
      let partners = task.partnerText(in: review)
      if !partners.isEmpty { output.writeParagraph("→ " + partners, indent: 2, hanging: 4) }
      let colon = language.colon
      for (label, text) in task.reviewLines(in: review) {
        output.writeParagraph("\(label.text(review))\(colon)\(text)", indent: 2, hanging: 4)
      }
    }
  }
}
