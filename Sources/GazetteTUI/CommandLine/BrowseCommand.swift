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

  @OptionGroup var browserOptions: BrowserOptions

  @Flag(name: .customLong("fresh"), help: "Begin at the beginning, not where you left.")
  var isFresh = false

  @Flag(name: .customLong("no-editor"), help: "Never hand a note to $EDITOR.")
  var forbidsEditor = false

  @Option(
    name: .customLong("script"),
    help: ArgumentHelp(
      "Press the keys of a script and print the screens, without a terminal; - is standard input.",
      valueName: "file"),
    completion: .file())
  var script: String?

  @Flag(
    name: .customLong("linear"),
    help: "Browse in lines, without panes: for screen readers, slow lines and pipes.")
  var isLinear = false

  @Flag(
    name: .customLong("restricted"),
    help: "Only read: no editor, files, other issues, or shell; GAZETTE_RESTRICTED=1 does the same."
  )
  var isRestricted = false

  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if script != nil, isLinear {
      throw ValidationError("'--script' and '--linear' exclude each other")
    }
  }

  var launchOptions: LaunchOptions {
    var launch = LaunchOptions(browserOptions.chosen(over: options.configuration))
    launch.terminal = browserOptions.terminal.choices(over: launch.terminal)
    launch.reference = reference
    launch.isFresh = isFresh
    launch.isRestricted = isRestricted
    launch.allowsEditor = !forbidsEditor
    return launch
  }
}
