import ArgumentParser
import GazetteModel

/// `gazette outline`: the tree.
struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "Print the tree of an issue with the reference of each unit.",
    discussion: "With several issues JSON is an array of their trees."
  )

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: IssueOptions

  func run() throws {
    let opened = OpenedLibrary(try options.library())
    var output = TextOutput()
    if json {
      let outlines = zip(opened.printed, opened.library.ids).map { $0.withID($1).outlineJSON }
      output.write(opened.hasSeveral ? .array(outlines) : outlines[0])
    } else {
      OutlineText.write(opened, options.language, to: &output)
    }
    try output.flush(language: options.language)
  }
}
