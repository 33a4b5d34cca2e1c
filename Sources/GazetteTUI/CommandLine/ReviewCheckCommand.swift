import ArgumentParser
import GazetteReview
import GazetteText
import PostgresKit

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
    if let address = PostgresAddress(path) { return try check(server: address, language) }
    let check = ReviewCheck.run(path: path) { news in
      guard news == .waits else { return }
      Platform.writeError(
        SafeText.line("gazette: \(path): \(ReviewMessages.waits[language])") + "\n")
    }
    try tell(
      check.lines(in: language), of: check.path, isSound: check.problems.isEmpty, language)
  }

  private func check(server address: PostgresAddress, _ language: Language) throws {
    let check = try Failure.translating(language) { () throws(ReviewFailure) in
      try PostgresCheck.run(address, mayUseServers: !Restriction.isEnforced)
    }
    try tell(check.lines(in: language), of: check.path, isSound: check.isSound, language)
  }

  private func tell(
    _ lines: [String], of path: String, isSound: Bool, _ language: Language
  ) throws {
    var output = TextOutput(columns: nil)
    for line in lines { output.writeLine(line) }
    try output.flush(language: language)
    if !isSound {
      throw Failure(
        ReviewMessages.somethingWrong, at: path, remedy: ReviewMessages.seeAbove, language)
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
