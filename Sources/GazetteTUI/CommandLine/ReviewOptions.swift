import ArgumentParser
import GazetteModel
import GazetteReview
import GazetteText
import PostgresKit
import Synchronization

/// The option of commands that use the review store.
struct ReviewStoreOptions: ParsableArguments {
  @Option(
    name: .customLong("review-db"),
    help: ArgumentHelp(
      "The review store: a file, or a database, postgresql://USER@HOST/NAME; else the user's own file.",
      valueName: "path"),
    completion: .file())
  var path: String?

  /// The file that was asked for, or that of the configuration, or the user's.
  func storePath(_ configuration: UserConfiguration) throws(Failure) -> String {
    if let path = path ?? configuration.text(.database) { return path }
    if Restriction.isEnforced {
      throw Failure(
        Messages.notInRestricted, at: "--review-db", remedy: Messages.onlyReading,
        configuration.language)
    }
    do throws(ReviewFailure) {
      return try ReviewEnvironment.storePath(in: ReviewEnvironment.variables)
    } catch {
      throw Failure(error, language: configuration.language)
    }
  }

  /// The store, made where there is none.
  func store(_ configuration: UserConfiguration) throws(Failure) -> any ReviewStore {
    let path = try storePath(configuration)
    let language = configuration.language
    let isServer = PostgresAddress(path) != nil
    @Sendable func say(_ phrase: Phrase) {
      let shown = PostgresAddress.shown(path)
      Platform.writeError(SafeText.line("gazette: \(shown): \(phrase[language])") + "\n")
    }
    let isToldToWait = Atomic<Bool>(false)
    // A server that was killed takes its time to come back.
    let patience = ReviewPatience(seconds: isServer ? 120 : 30) { news in
      switch news {
      case .waits:
        // Who puts one mark after the other among many others waits often.
        if !isToldToWait.exchange(true, ordering: .relaxed) {
          say(isServer ? ReviewMessages.waitsForServer : ReviewMessages.waits)
        }
      case .isOver: break
      case .renewed(.madeAgain): say(ReviewMessages.madeAgain)
      case .renewed(.replaced(let marks)): say(ReviewMessages.replaced(marks))
      }
    }
    return try Failure.translating(language) { () throws(ReviewFailure) in
      let store = try ReviewOpening.store(
        at: path, mayUseServers: !Restriction.isEnforced, patience: patience)
      if store.isWritable, !Restriction.isEnforced {
        let folder = ReviewEnvironment.unfinishedFolder(
          in: ReviewEnvironment.variables, store: store.path)
        let count = try store.takeUpUnfinished(in: folder)
        if count > 0 { say(ReviewMessages.tookUp(count)) }
      }
      return store
    }
  }
}

/// The option of commands that act for one reviewer.
struct ReviewerOptions: ParsableArguments {
  @Option(
    name: .customLong("reviewer"),
    help: ArgumentHelp(
      "Who reviews; else that of the configuration, else $USER.", valueName: "name"))
  var name: String?

  /// Who reviews by the configuration or is logged in, where reports name somebody who has put no
  /// mark yet.
  func reviewerOrNobody(_ configuration: UserConfiguration) -> String {
    configuration.text(.reviewer) ?? ReviewEnvironment.userName(in: ReviewEnvironment.variables)
  }

  /// Who was named, here or in the configuration, else who is logged in.
  func reviewer(_ configuration: UserConfiguration) throws(Failure) -> String {
    let name = name ?? reviewerOrNobody(configuration)
    guard let reviewer = ReviewRules.reviewer(name) else {
      throw Failure(
        ReviewMessages.noReviewer, at: name.isEmpty ? "$USER" : name,
        remedy: ReviewMessages.nameReviewer, configuration.language)
    }
    return reviewer
  }
}

extension Failure {
  /// Why the review store refuses.
  init(_ failure: ReviewFailure, language: Language) {
    self.init(
      failure.what, at: failure.path.isEmpty ? "--review-db" : failure.path,
      remedy: failure.remedy, language)
  }

  /// Runs `body` and turns what the review store throws into a failure of the command.
  static func translating<Value>(
    _ language: Language, _ body: () throws(ReviewFailure) -> Value
  ) throws(Failure) -> Value {
    do throws(ReviewFailure) {
      return try body()
    } catch {
      throw Failure(error, language: language)
    }
  }
}

extension ReviewedIssues {
  /// Gives the issues what older versions kept for them under their ids alone.
  func adopt(_ store: any ReviewStore, _ language: Language) throws(Failure) {
    try Failure.translating(language) { () throws(ReviewFailure) in
      try store.adopt(names, scope: scope)
    }
  }
}
