import ArgumentParser
import GazetteModel
import GazetteText

/// `gazette check`: what the parser is unsure of.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List what the parser is unsure of, line by line."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Exit with status 1 if there is anything.")
  var strict = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let library = try options.library()
    let language = options.language
    var output = TextOutput()
    var values: [JSONValue] = []
    var count = 0
    for (issue, id) in zip(library.issues, library.ids) {
      let findings = DepartmentIndex(issue: issue).findings(with: issue.findings)
      count += findings.count
      let name = library.issues.count > 1 ? id : nil
      if json {
        values +=
          GazetteModel.Issue.checkJSON(findings, issue: name) {
            Messages.text(of: $0)[language]
          }.elements
        continue
      }
      for finding in findings {
        let lines = finding.lines
        let place =
          finding.field.map { "manifest.json \($0)" }
          ?? (lines.first == lines.last ? "\(lines.first)" : "\(lines.first)-\(lines.last)")
        output.writeLine(
          (name.map { $0 + ":" } ?? "")
            + "\(place): \(Messages.text(of: finding.kind)[language]): \(Messages.about(finding, language))"
        )
      }
    }
    if json { output.write(.array(values)) }
    try output.flush(language: language)
    if strict, count > 0 {
      throw Failure(
        Messages.findings(count), at: options.paths.first ?? library.ids[0],
        remedy: Messages.seeFindings, language)
    }
  }
}
