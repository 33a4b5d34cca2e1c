import ArgumentParser
import GazetteReview
import GazetteText

/// `gazette config`: prints what applies, and where each of it comes from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the configuration that applies, with where each value comes from.",
    discussion: """
      What it prints is a configuration itself: without one, begin with \
      gazette config > ~/.config/gazette/config.toml and keep the lines to be changed. \
      Mistakes in the file are listed on standard error, and the status is then 1.
      """
  )

  @OptionGroup var browserOptions: BrowserOptions
  @OptionGroup var options: LanguageOptions

  func run() throws {
    let chosen = browserOptions.chosen(over: options.configuration)
    let environment = ReviewEnvironment.variables
    var users: [(setting: Setting, value: String)] = [
      (.reviewer, ReviewEnvironment.userName(in: environment))
    ]
    if let path = try? ReviewEnvironment.storePath(in: environment) {
      users.append((.database, path))
    }
    var output = TextOutput(columns: nil)
    for line in ConfigurationText(chosen, users: users).lines { output.writeLine(line) }
    try output.flush(language: chosen.language)
    guard !chosen.mistakes.isEmpty else { return }
    for mistake in chosen.mistakes {
      let failure = Failure(mistake, in: chosen.path ?? "", language: chosen.language)
      Platform.writeError(failure.line + "\n")
    }
    Platform.exit(1)
  }
}

extension Failure {
  /// What in a configuration does not apply.
  init(_ mistake: ConfigurationMistake, in path: String, language: Language) {
    let place = mistake.line.map { "\(path):\($0)" } ?? path
    self.init(mistake.what, at: place, remedy: mistake.remedy, language)
  }
}
