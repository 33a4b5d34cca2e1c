import ArgumentParser
import GazetteExport
import GazetteModel

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
    let issue = try options.issue()
    let index = TargetIndex(issue)
    var output = TextOutput()
    if json {
      output.write(index.json(for: issue))
    } else if csv {
      output.write(bytes: CSVTable.bytes(of: rows(index, issue)))
    } else {
      write(index, issue, to: &output)
    }
    try output.flush(language: options.language)
  }

  private func rows(_ index: TargetIndex, _ issue: GazetteModel.Issue) -> [[String]] {
    let head = [
      "ref", "paragraph", "start", "end", "kind", "subject", "text", "comparator", "value", "upper",
      "unit", "deadline",
    ]
    return [head]
      + index.targets.map { target in
        [
          issue[target.node].reference.text, String(target.paragraph), String(target.range.start),
          String(target.range.end), target.kind.rawValue, target.subject, target.text,
          target.comparator.rawValue, Target.written(target.value), Target.written(target.upper),
          target.unit, target.deadline?.iso8601 ?? "",
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
