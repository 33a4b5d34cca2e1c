import ArgumentParser
import GazetteArchive
import GazetteExport
import GazetteIntake
import GazetteModel
import GazetteText

/// `gazette targets`: the quantities and deadlines that the text sets.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "List the quantities, amounts of money, deadlines and periods that the text sets."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print CSV for a spreadsheet: UTF-8 with a byte order mark, one line a target.")
  var csv = false

  @OptionGroup var options: IssueOptions

  func validate() throws {
    if json, csv { throw ValidationError("'--json' and '--csv' exclude each other") }
  }

  func run() throws {
    if json, let catalogue = try options.catalogue() { return try writeJSON(of: catalogue) }
    let opened = OpenedLibrary(try options.library())
    var output = TextOutput()
    var values: [JSONValue] = []
    var rows = [Self.columns]
    for (place, issue) in opened.printed.enumerated() {
      let index = TargetIndex(issue)
      if json {
        values += index.json(for: issue).elements
      } else if csv {
        rows += self.rows(index, issue)
      } else {
        if place > 0 { output.writeLine("") }
        write(index, issue, to: &output)
      }
    }
    if json { output.write(.array(values)) }
    if csv { output.write(bytes: CSVTable.bytes(of: rows)) }
    try output.flush(language: options.language)
  }

  /// What the index of an archive has.
  private func writeJSON(of catalogue: ArchiveCatalogue) throws {
    let names = catalogue.issues.count > 1 ? catalogue.issues.map { $0.id + ":" } : [""]
    var values: [JSONValue] = []
    do throws(ArchiveFailure) {
      try catalogue.targets { place, reference, target in
        values.append(target.json(at: names[place] + reference))
      }
    } catch {
      throw Failure(error, language: options.language)
    }
    for failure in catalogue.failures { Failure(failure, language: options.language).tell() }
    var output = TextOutput()
    output.write(.array(values))
    try output.flush(language: options.language)
  }

  private static let columns = [
    "ref", "paragraph", "start", "end", "kind", "subject", "text", "comparator", "value", "upper",
    "unit", "deadline", "table", "row", "column",
  ]

  private func rows(_ index: TargetIndex, _ issue: GazetteModel.Issue) -> [[String]] {
    index.targets.map { target in
      [
        issue[target.node].reference.text, target.place.paragraph.map(String.init) ?? "",
        String(target.range.start),
        String(target.range.end), target.kind.rawValue, target.subject, target.text,
        target.comparator.rawValue, Target.written(target.value), Target.written(target.upper),
        target.unit, target.deadline?.iso8601 ?? "",
        target.place.cell.map { String($0.table) } ?? "",
        target.place.cell.map { String($0.row) } ?? "",
        target.place.cell.map { String($0.column) } ?? "",
      ]
    }
  }

  /// One line a target, under a line for each document.
  private func write(
    _ index: TargetIndex, _ issue: GazetteModel.Issue, to output: inout TextOutput
  ) {
    var last: NodeID?
    for target in index.targets {
      let document = issue.document(of: target.node)
      if let document, document != last {
        if last != nil { output.writeLine("") }
        output.writeCutLine("\(issue[document].reference.text)  \(issue[document].title ?? "")")
        last = document
      }
      var line = "  \(issue[target.node].reference.text)  \(target.subject)  \(target.text)"
      if let deadline = target.deadline { line += "  →\(deadline.iso8601)" }
      output.writeCutLine(line)
    }
  }
}
