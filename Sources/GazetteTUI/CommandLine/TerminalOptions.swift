import ArgumentParser
import TerminalKit

/// How the browser uses the terminal.
struct TerminalOptions: ParsableArguments {
  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "The colours: auto reads on light and dark, none uses attributes only.", valueName: "name"))
  var theme: ThemeName?

  @Option(
    name: .customLong("ambiguous"),
    help: ArgumentHelp(
      "How wide the terminal draws characters such as “ and ①; auto asks it.", valueName: "width"))
  var ambiguous: AmbiguousChoice?

  @Flag(name: .customLong("ascii"), help: "Keep the marks of the interface to ASCII.")
  var isASCII = false

  @Flag(name: .customLong("stats"), help: "On leaving, say how many bytes were sent.")
  var showsStatistics = false

  /// What was chosen, over what holds without.
  func choices(over start: TerminalChoices = TerminalChoices()) -> TerminalChoices {
    var choices = start
    if let theme { choices.theme.name = theme }
    if let ambiguous { choices.ambiguous = ambiguous }
    choices.isASCII = choices.isASCII || isASCII
    choices.showsStatistics = choices.showsStatistics || showsStatistics
    return choices
  }
}

extension ThemeName: ExpressibleByArgument {}
extension AmbiguousChoice: ExpressibleByArgument {}
