import ArgumentParser
import TerminalKit

/// The options of the browser that say for one session what the configuration says for all.
struct BrowserOptions: ParsableArguments {
  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var leavesMouse = false

  @Flag(name: .customLong("no-color"), help: "Show no colours; NO_COLOR does the same.")
  var isColorless = false

  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions

  /// A configuration with what these options say over it.
  func chosen(over configuration: UserConfiguration) -> UserConfiguration {
    var chosen = configuration
    if leavesMouse { chosen.choose(.boolean(false), for: .mouse, from: .option("--no-mouse")) }
    // An option is nearer than the environment, as no-color.org has it.
    if let theme = terminal.theme {
      chosen.isColorless = false
      chosen.choose(.string(theme.rawValue), for: .theme, from: .option("--theme"))
    }
    if isColorless {
      chosen.choose(.string(Theme.colorless), for: .theme, from: .option("--no-color"))
    }
    if let name = reviewerOptions.name {
      chosen.choose(.string(name), for: .reviewer, from: .option("--reviewer"))
    }
    if let path = storeOptions.path {
      chosen.choose(.string(path), for: .database, from: .option("--review-db"))
    }
    return chosen
  }
}
