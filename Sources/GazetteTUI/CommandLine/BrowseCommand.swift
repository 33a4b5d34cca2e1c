import ArgumentParser

/// `gazette [PATH…]`, written out where a path is called like a command.
///
/// It only reads the arguments: `Launch` opens the browser, which belongs to the main actor as
/// commands do not.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
    abstract: "Open the browser; what gazette does without a command."
  )

  @Argument(help: "Texts or folders of issues.", completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("at"),
    help: ArgumentHelp("The unit to open at, such as 3.1/2.3.11.", valueName: "ref"))
  var reference: String?

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var leavesMouse = false

  @Flag(name: .customLong("no-color"), help: "Show no colours; NO_COLOR does the same.")
  var isColorless = false

  @Option(
    name: .customLong("reviewer"),
    help: ArgumentHelp("Who reviews; $USER without it.", valueName: "name"))
  var reviewer: String?

  @Option(
    name: .customLong("review-db"),
    help: ArgumentHelp(
      "The review store; without it that of the user, $XDG_STATE_HOME/gazette/review.sqlite.",
      valueName: "path"),
    completion: .file())
  var reviewDatabase: String?

  @Flag(name: .customLong("fresh"), help: "Begin at the beginning, not where you left.")
  var isFresh = false

  @Flag(name: .customLong("no-editor"), help: "Never hand a note to $EDITOR.")
  var forbidsEditor = false

  @Flag(
    name: .customLong("restricted"),
    help: "Only read: no editor, files, other issues, or shell; GAZETTE_RESTRICTED=1 does the same.")
  var isRestricted = false

  @OptionGroup var options: LanguageOptions

  var launchOptions: LaunchOptions {
    LaunchOptions(
      language: options.language, usesMouse: !leavesMouse, isColorless: isColorless,
      reference: reference, reviewer: reviewer, reviewDatabase: reviewDatabase, isFresh: isFresh,
      allowsEditor: !forbidsEditor, isRestricted: isRestricted)
  }
}
