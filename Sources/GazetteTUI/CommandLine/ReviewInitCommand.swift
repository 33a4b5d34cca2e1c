import ArgumentParser
import GazetteReview
import GazetteText

/// `gazette review init`: makes a store, also one that a group shares.
struct ReviewInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a review store, for yourself or for a group of this host.",
    discussion: """
      Without it the first mark makes a store for its reader alone. One that is made with --shared can be \
      read and written by the group: its folder belongs to the group, and so does what is made in it. \
      Everyone names it with --review-db or in the configuration.
      """
  )

  @Option(
    help: ArgumentHelp("The group that shares it: its name or its number.", valueName: "group"))
  var shared: String?

  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let path = try storeOptions.storePath(languageOptions.configuration)
    let group = try shared.map { (name) throws(Failure) in
      guard let number = SQLiteReviewStore.group(named: name) else {
        throw Failure(
          ReviewMessages.noSuchGroup, at: name, remedy: ReviewMessages.giveGroup, language)
      }
      return number
    }
    try Failure.translating(language) { () throws(ReviewFailure) in
      try SQLiteReviewStore.make(at: path, for: group)
    }
    var output = TextOutput(columns: nil)
    output.writeLine(ReviewMessages.made(path, group: shared)[language])
    try output.flush(language: language)
  }
}
