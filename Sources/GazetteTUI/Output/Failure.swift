import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText
import TerminalKit

/// Why a command could not do what it was asked: one line, and exit status 1.
struct Failure: Error, Equatable {
  let what: String
  let place: String
  let remedy: String

  init(_ what: Phrase, at place: String, remedy: Phrase, _ language: Language) {
    self.what = what[language]
    self.place = place
    self.remedy = remedy[language]
  }

  /// Why an issue could not be opened.
  init(_ failure: LoadFailure, language: Language) {
    let (what, remedy) = Messages.explanation(of: failure.reason)
    self.init(
      what,
      at: failure.path == IssueLoader.standardInput
        ? Messages.standardInput[language] : failure.path, remedy: remedy, language)
  }

  /// Why an index could not be used.
  init(_ failure: ArchiveFailure, language: Language) {
    let (what, remedy) = ArchiveMessages.explanation(of: failure.reason)
    self.init(what, at: failure.path, remedy: remedy, language)
  }

  /// Why the browser has no terminal to run on.
  init(_ failure: TerminalFailure, language: Language) {
    switch failure {
    case .notATerminal:
      self.init(Messages.noTerminal, at: "/dev/tty", remedy: Messages.useOutline, language)
    case .unknown(let name):
      self.init(
        name.isEmpty ? Messages.noTerminalName : Messages.unknownTerminal, at: "TERM=\(name)",
        remedy: Messages.setTerminal, language)
    case .tooSimple(let name):
      self.init(Messages.simpleTerminal, at: "TERM=\(name)", remedy: Messages.useOutline, language)
    }
  }

  /// `gazette: what: where: what to do`.
  var line: String {
    "gazette: " + [what, place, remedy].map { SafeText.line($0) }.joined(separator: ": ")
  }

  /// Prints the line on standard error and ends the process.
  func report() -> Never {
    tell()
    Platform.exit(1)
  }

  /// Prints the line on standard error.
  func tell() { Platform.writeError(line + "\n") }
}
