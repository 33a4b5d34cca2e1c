import ArgumentParser
import GazetteText

/// The root command: `gazette`.
struct GazetteCommand: ParsableCommand {
  /// What `--version` prints.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Read Chinese government gazettes in the terminal.",
    usage: """
      gazette [PATH ...] [--lang \(Language.names(between: "|"))]
      gazette COMMAND [--issue PATH] ... [--lang \(Language.names(between: "|"))] ...
      """,
    discussion: """
      Opens the browser on the issues at the paths, or on the issue that ships with the program. \
      A PATH is a text, a folder with a text (issue.md) and perhaps a manifest.json, a folder of \
      many issues, or the index of one (gazette archive). More than a dozen issues at several \
      paths open like a folder of many. \
      Where standard output is not a terminal, the outline is printed instead.
      """,
    version: version,
    subcommands: [
      BrowseCommand.self, OutlineCommand.self, ShowCommand.self, ReadCommand.self,
      CheckCommand.self, ResponsibilitiesCommand.self, DepartmentsCommand.self, FindCommand.self,
      TargetsCommand.self, ReferencesCommand.self, DeadlinesCommand.self, DutiesCommand.self,
      ArchiveCommand.self, WorklistCommand.self,
      CiteCommand.self,
      ExportCommand.self,
      DiffCommand.self, ReviewCommand.self, ConvertCommand.self, ConfigCommand.self,
      TutorCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self
  )

  /// The first arguments that are commands and not paths.
  static let commandNames = [
    "browse", "outline", "show", "read", "check", "responsibilities", "departments", "find",
    "targets", "references", "deadlines", "duties", "archive", "worklist", "cite", "export", "diff",
    "review", "convert",
    "config",
    "tutor",
    "help",
  ]

  /// The options that may stand before the command and take a word.
  private static let optionsWithWord = [
    "--lang", "--config", "--issue", "--review-db", "--reviewer",
  ]

  /// Reads the arguments, which have the command first.
  ///
  /// A command is read alone: the whole looks at the options of the default one at every start. What a
  /// command does not take, such as a wish for help, is left to the whole, which knows what to say.
  static func reading(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first && $0.configuration.subcommands.isEmpty
    }
    if let read = try? named?.parse(Array(arguments.dropFirst())) { return read }
    return try parseAsRoot(arguments)
  }

  /// The language that arguments ask for which could not be read; else that of the configuration.
  static func language(of arguments: [String]) -> Language {
    var named = arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    if let place = arguments.firstIndex(of: "--lang"), place + 1 < arguments.count {
      named = named ?? arguments[place + 1]
    }
    return named.flatMap(Language.init(rawValue:)) ?? ConfigurationFile.load().language
  }

  /// The arguments with the command first, and what it commands, where only options stand before them.
  static func withCommandFirst(_ arguments: [String]) -> [String] {
    var moved = arguments
    var names = commandNames
    var commands = configuration.subcommands
    var (place, front) = (0, 0)
    while !names.isEmpty {
      while place < moved.count, moved[place].hasPrefix("-"), moved[place].count > 1 {
        if moved[place] == "--" { return moved }
        place += optionsWithWord.contains(moved[place]) ? 2 : 1
      }
      guard place < moved.count, names.contains(moved[place]) else { return moved }
      let name = moved.remove(at: place)
      moved.insert(name, at: front)
      (place, front) = (place + 1, front + 1)
      commands =
        commands.first { $0.configuration.commandName == name }?.configuration.subcommands ?? []
      names = commands.compactMap { $0.configuration.commandName }
    }
    return moved
  }
}
