import ArgumentParser
import GazetteReview
import GazetteText

/// `gazette review check`: whether the store is sound.
struct ReviewCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether the review store is sound, and how to recover it where it is not."
  )

  @Option(
    name: .customLong("recover"),
    help: ArgumentHelp(
      "Save what can be read of a damaged store into a new file.", valueName: "file"),
    completion: .file())
  var recovered: String?

  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    if let recovered { return try recover(into: recovered, language) }
    let path = try storeOptions.storePath(languageOptions.configuration)
    if let address = PostgresAddress(path) { return try check(address, language) }
    let check = ReviewCheck.run(path: path) { news in
      guard news == .waits else { return }
      Platform.writeError(
        SafeText.line("gazette: \(path): \(ReviewMessages.waits[language])") + "\n")
    }
    var output = TextOutput(columns: nil)
    for line in check.lines(in: language.ofReview) { output.writeLine(line) }
    try output.flush(language: language)
    if !check.problems.isEmpty {
      throw Failure(
        ReviewMessages.somethingWrong, at: check.path, remedy: ReviewMessages.seeAbove, language)
    }
  }

  private func recover(into newPath: String, _ language: Language) throws(Failure) {
    let path = try storeOptions.storePath(languageOptions.configuration)
    let result = try Failure.translating(language) { () throws(ReviewFailure) in
      try ReviewSalvage.run(path: path, into: newPath)
    }
    var output = TextOutput(columns: nil)
    output.writeLine(ReviewMessages.recovered(result.entries, lost: result.lost)[language])
    try output.flush(language: language)
  }
}
