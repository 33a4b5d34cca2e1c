import ArgumentParser

/// The root command: `gazette`.
struct GazetteCommand: ParsableCommand {
  /// What `--version` prints.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Read Chinese government gazettes in the terminal.",
    usage: """
      gazette [PATH ...] [--lang zh|en]
      gazette COMMAND [--issue PATH] ... [--lang zh|en] ...
      """,
    discussion: """
      Opens the browser on the issues at the paths, or on the issue that ships with the program. \
      A PATH is a text, a folder with a text (issue.md) and perhaps a manifest.json, a folder of \
      many issues, or the index of one (gazette archive). \
      Where standard output is not a terminal, the outline is printed instead.
      """,
    version: version,
    subcommands: [
      BrowseCommand.self, OutlineCommand.self, ShowCommand.self, ReadCommand.self,
      CheckCommand.self, ResponsibilitiesCommand.self, DepartmentsCommand.self, FindCommand.self,
      TargetsCommand.self, ArchiveCommand.self, ReviewCommand.self, ConfigCommand.self, TutorCommand.self,
    ],
    defaultSubcommand: BrowseCommand.self
  )

  /// The first arguments that are commands and not paths.
  static let commandNames = [
    "browse", "outline", "show", "read", "check", "responsibilities", "departments", "find",
    "targets", "archive", "review", "config", "tutor", "help",
  ]
}
