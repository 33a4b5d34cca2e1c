import ArgumentParser
import GazetteReview

/// `gazette review check`: whether the store is sound.
struct ReviewCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether the review store is sound, and how to recover it where it is not."
  )

  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let check = ReviewCheck.run(path: try storeOptions.storePath(language))
    var output = TextOutput(columns: nil)
    for line in check.lines(in: language.ofReview) { output.writeLine(line) }
    try output.flush(language: language)
    if !check.problems.isEmpty {
      throw Failure(
        ReviewMessages.somethingWrong, at: check.path, remedy: ReviewMessages.seeAbove, language)
    }
  }
}
