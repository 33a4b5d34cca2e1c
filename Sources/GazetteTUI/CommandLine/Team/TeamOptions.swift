import ArgumentParser
import GazetteText

/// The options of all commands of a team: who acts, in which store, on which issues.
struct TeamOptions: ParsableArguments {
  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var options: IssueOptions

  var language: Language { options.language }

  /// The opened issues with all that the team has said of them.
  func desk() throws(Failure) -> TeamDesk {
    try TeamDesk(options.library(), storeOptions, reviewerOptions, options.configuration)
  }
}
