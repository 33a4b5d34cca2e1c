import ArgumentParser

/// How the browser uses the terminal.
struct TerminalOptions: ParsableArguments {
  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "The colours: auto reads on light and dark, none uses attributes only.", valueName: "name"))
  var theme: ThemeName?

  /// What was chosen, over what holds without.
  func choices(over start: TerminalChoices = TerminalChoices()) -> TerminalChoices {
    var choices = start
    if let theme { choices.theme.name = theme }
    return choices
  }
}

extension ThemeName: ExpressibleByArgument {}
