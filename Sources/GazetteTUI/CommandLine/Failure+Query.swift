import GazetteModel
import GazetteText

// What a query says that cannot be read or answered, the same in every command that takes one.

extension Failure {
  /// Why a query is refused.
  init(_ diagnostic: QueryDiagnostic, _ language: Language) {
    let what =
      diagnostic.reason == .namesNothing
      ? ReviewMessages.namesNothing : ReviewMessages.unreadableQuery
    let remedy = diagnostic.suggestion.map(ReviewMessages.suggestion) ?? ReviewMessages.queryHelp
    self.init(what, at: diagnostic.text, remedy: remedy, language)
  }

  /// Refuses what cannot be answered; that something named is not in the issue is only said.
  static func report(_ diagnostic: QueryDiagnostic, _ language: Language) throws(Failure) {
    let failure = Failure(diagnostic, language)
    guard diagnostic.reason == .namesNothing else { throw failure }
    failure.tell()
  }
}
