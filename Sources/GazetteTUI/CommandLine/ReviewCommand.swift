import ArgumentParser

/// `gazette review`: the marks of reviewers, for scripts and for handing on.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List, put, take back and hand on the marks of a review.",
    subcommands: [
      ReviewListCommand.self, ReviewMarkCommand.self, ReviewUndoCommand.self,
      ReviewRedoCommand.self, ReviewExportCommand.self, ReviewImportCommand.self,
      ReviewCheckCommand.self,
    ],
    defaultSubcommand: ReviewListCommand.self
  )
}
