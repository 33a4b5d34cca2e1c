import ArgumentParser
import GazetteModel
import GazetteReview

/// `gazette review undo`: takes back the last change.
struct ReviewUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the reviewer's last change and print what it was at."
  )

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let reviewer = try reviewerOptions.reviewer(languageOptions.configuration)
    let store = try storeOptions.store(languageOptions.configuration)
    let step = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.undo(reviewer: reviewer)
    }
    guard let step else {
      throw Failure(
        ReviewMessages.nothingToUndo, at: reviewer, remedy: ReviewMessages.markFirst, language)
    }
    try step.write(language)
  }
}

/// `gazette review redo`: makes again what was taken back.
struct ReviewRedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Make again what the reviewer took back last and print what it was at."
  )

  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let reviewer = try reviewerOptions.reviewer(languageOptions.configuration)
    let store = try storeOptions.store(languageOptions.configuration)
    let step = try Failure.translating(language) { () throws(ReviewFailure) in
      try store.redo(reviewer: reviewer)
    }
    guard let step else {
      throw Failure(
        ReviewMessages.nothingToRedo, at: reviewer, remedy: ReviewMessages.markFirst, language)
    }
    try step.write(language)
  }
}

extension ReviewStep {
  /// Prints the references with their states, and on standard error what was left alone.
  fileprivate func write(_ language: Language) throws(Failure) {
    var output = TextOutput()
    for mark in changed { output.writeLine("\(mark.key) \(mark.state.rawValue)") }
    try output.flush(language: language)
    for key in skipped {
      Platform.writeError(SafeText.line(ReviewMessages.skipped(key.description)[language]) + "\n")
    }
  }
}
