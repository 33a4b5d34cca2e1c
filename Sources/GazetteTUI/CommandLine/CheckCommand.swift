import ArgumentParser
import GazetteModel

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
    let issue = try options.issue()
    let findings = DepartmentIndex(issue: issue).findings(with: issue.findings)
    let language = options.language
    var output = TextOutput()
    if json {
      output.write(GazetteModel.Issue.checkJSON(findings) { Messages.text(of: $0)[language] })
    } else {
      for finding in findings {
        let lines = finding.lines
        let place =
          finding.field.map { "manifest.json \($0)" }
          ?? (lines.first == lines.last ? "\(lines.first)" : "\(lines.first)-\(lines.last)")
        output.writeLine(
          "\(place): \(Messages.text(of: finding.kind)[language]): \(Messages.about(finding, language))"
        )
      }
    }
    try output.flush(language: language)
    if strict, !findings.isEmpty {
      throw Failure(
        Messages.findings(findings.count), at: options.path ?? issue.identity.id,
        remedy: Messages.seeFindings, language)
    }
  }
}
