import ArgumentParser

/// `gazette review`: the marks of reviewers, for scripts and for handing on.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List, put, take back and hand on the marks of a review.",
    discussion: """
      A CSV that is exported opens in spreadsheets as it is: an apostrophe goes before what they would \
      take for a formula, a number or a date.
      """,
    subcommands: [
      ReviewListCommand.self, ReviewMarkCommand.self, ReviewUndoCommand.self,
      ReviewRedoCommand.self, ReviewCarryCommand.self, ReviewExportCommand.self,
      ReviewImportCommand.self,
      ReviewAssignCommand.self, ReviewUnassignCommand.self, ReviewProgressCommand.self,
      ReviewConfirmCommand.self, ReviewReturnCommand.self, ReviewReplyCommand.self,
      ReviewResolveCommand.self, ReviewThreadsCommand.self, ReviewCloseCommand.self,
      ReviewReopenCommand.self, ReviewReportCommand.self, ReviewInitCommand.self,
      ReviewCheckCommand.self,
    ],
    defaultSubcommand: ReviewListCommand.self
  )
}
