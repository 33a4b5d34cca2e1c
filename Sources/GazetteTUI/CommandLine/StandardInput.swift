import GazetteIntake
import GazetteText

/// What becomes of standard input: it is never ignored in silence, and never taken from a caller that
/// named what to read, since it may be the list of names that the caller goes through.
enum StandardInput {
  /// So long somebody may take to write the first byte, in milliseconds, before that is said and
  /// before it is no longer waited for.
  private static let patience: Int32 = 1000
  private static let end: Int32 = 9000

  /// The paths that the browser opens: those that were named, else standard input where it brings
  /// something.
  static func paths(_ named: [String], isRestricted: Bool, language: Language) -> [String] {
    guard named.isEmpty else { return named }
    if isRestricted {
      if Platform.input(waitingMilliseconds: 0) == .something {
        tell(IntakeMessages.notReadHere, language)
      }
      return []
    }
    switch Platform.input(waitingMilliseconds: patience) {
    case .nothing: return []
    case .something: return [IssueLoader.standardInput]
    case .perhaps: break
    }
    tell(IntakeMessages.waiting, language)
    switch Platform.input(waitingMilliseconds: end) {
    case .nothing: return []
    case .something: return [IssueLoader.standardInput]
    case .perhaps:
      tell(IntakeMessages.nothingCame, language)
      return []
    }
  }

  /// Says that a command which reads the shipped issue does not read what standard input brings.
  static func reportUnread(_ language: Language) {
    if Platform.input(waitingMilliseconds: 0) == .something {
      tell(IntakeMessages.unread, language)
    }
  }

  private static func tell(_ phrase: Phrase, _ language: Language) {
    Platform.writeError("gazette: \(phrase[language])\n")
  }
}
