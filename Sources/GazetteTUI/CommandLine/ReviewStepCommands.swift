import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText

/// `gazette review undo`: takes back the last change.
struct ReviewUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the reviewer's last change and print what it was at."
  )

  @OptionGroup var options: ReviewStepOptions

  func run() throws {
    try options.take(orSay: ReviewMessages.nothingToUndo) {
      (store, reviewer) throws(ReviewFailure) in try store.undo(reviewer: reviewer)
    }
  }
}

/// `gazette review redo`: makes again what was taken back.
struct ReviewRedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Make again what the reviewer took back last and print what it was at."
  )

  @OptionGroup var options: ReviewStepOptions

  func run() throws {
    try options.take(orSay: ReviewMessages.nothingToRedo) {
      (store, reviewer) throws(ReviewFailure) in try store.redo(reviewer: reviewer)
    }
  }
}

/// The options of commands that take a step of a reviewer back or make it again.
struct ReviewStepOptions: ParsableArguments {
  @OptionGroup var reviewerOptions: ReviewerOptions
  @OptionGroup var storeOptions: ReviewStoreOptions
  @OptionGroup var languageOptions: LanguageOptions

  /// Takes a step and prints it.
  /// - Parameter nothing: What is wrong where there is none to take.
  fileprivate func take(
    orSay nothing: Phrase,
    _ step: (any ReviewStore, String) throws(ReviewFailure) -> ReviewStep?
  ) throws(Failure) {
    let configuration = languageOptions.configuration
    let language = configuration.language
    let reviewer = try reviewerOptions.reviewer(configuration)
    let store = try storeOptions.store(configuration)
    let taken = try Failure.translating(language) { () throws(ReviewFailure) in
      try step(store, reviewer)
    }
    guard let taken else {
      throw Failure(nothing, at: reviewer, remedy: ReviewMessages.markFirst, language)
    }
    try taken.write(language)
  }
}

extension ReviewStep {
  /// Prints the references with their states, and on standard error what was left alone.
  fileprivate func write(_ language: Language) throws(Failure) {
    var output = TextOutput()
    // Where several publications are concerned the issue alone does not tell them apart.
    let isMixed =
      Set((changed.map(\.key) + skipped).map { IssueName($0.issue).publication }).count > 1
    func name(_ key: ReviewKey) -> String { isMixed ? key.description : key.shortDescription }
    for entry in team {
      let state = entry.state == .none ? "-" : entry.state.rawValue
      let place =
        entry.topic.kind == .closing ? IssueName(entry.topic.key.issue).id : name(entry.topic.key)
      output.writeLine("\(place) \(entry.topic.kind.rawValue) \(state)")
    }
    for mark in changed where !mark.isKeptApart {
      output.writeLine("\(name(mark.key)) \(mark.state.rawValue)")
    }
    try output.flush(language: language)
    for key in skipped {
      Platform.writeError(SafeText.line(ReviewMessages.skipped(name(key))[language]) + "\n")
    }
  }
}
