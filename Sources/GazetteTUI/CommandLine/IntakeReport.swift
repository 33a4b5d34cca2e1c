import GazetteIntake
import GazetteText
import Synchronization

/// Says on the terminal what is being read where that takes longer than a second.
final class IntakeReport: Sendable {
  /// In milliseconds: what is read faster needs no words.
  private static let patience = 1000

  private let language: Language
  private let isOnTerminal: Bool
  /// The columns that the words on the terminal take up.
  private let shown = Mutex(0)

  init(_ language: Language) {
    self.language = language
    isOnTerminal = Platform.reportsToTerminal
  }

  /// What opening files may use, with these reports.
  var options: IntakeOptions {
    let isRestricted = Restriction.isEnforced
    return IntakeOptions(
      cacheFolder: isRestricted ? nil : Self.cacheFolder, isRestricted: isRestricted,
      report: { self.report($0) })
  }

  /// `$XDG_CACHE_HOME/gazette`.
  private static var cacheFolder: String? {
    if let folder = Platform.variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return folder + "/gazette"
    }
    return Platform.variable("HOME").map { $0 + "/.cache/gazette" }
  }

  private func report(_ progress: IntakeProgress) {
    guard isOnTerminal, progress.milliseconds >= Self.patience else { return }
    let text = IntakeMessages.reading(progress)[language]
    shown.withLock { $0 = 60 }
    Platform.writeError("\r" + text)
  }

  /// Takes the words off the terminal again.
  func end() {
    let columns = shown.withLock { shown in
      defer { shown = 0 }
      return shown
    }
    if columns > 0 { Platform.writeError("\r" + String(repeating: " ", count: columns) + "\r") }
  }
}
