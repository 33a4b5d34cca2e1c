import GazetteText

/// Whether the program is locked down to reading, and by whom.
///
/// So it can be the login shell or the forced command of an account that anybody may use: no
/// editor, no shell, no file written, no path opened but those given at the start.
enum Restriction: Hashable, Sendable {
  case none
  /// By `--restricted`: who wrote that wrote the other arguments too.
  case option
  /// By `GAZETTE_RESTRICTED`: whoever wrote the forced command named the PATHs and the store of the
  /// browser. Commands may be anybody's, and name no files.
  case environment
  /// As a login shell: whoever logs in chooses the arguments (`su - reader -- WORDS`), so none is
  /// taken.
  case login
  /// As the login shell of its user, started otherwise: by `su reader` out of somebody else's environment, by
  /// `sudo -u reader`, by cron. Commands that read may be anybody's, and name no files; the browser takes no
  /// arguments.
  case account

  /// The variable that locks the program down, and that says so while it runs.
  private static let variable = "GAZETTE_RESTRICTED"
  private static let flag = "--restricted"

  /// What is left of the environment: what says how to speak to this terminal and this reader. The
  /// rest could name files and programs: TERMINFO, HOME, EDITOR, LOCPATH, TZ and the like.
  private static let variables = [
    "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "TMUX", "STY", "LANG", "LC_ALL", "LC_CTYPE",
    "LC_MESSAGES", "USER", "LOGNAME",
  ]

  /// Takes `--restricted` out of the words that started the program, wherever it stands before
  /// `--`.
  static func read(_ words: [String]) -> (arguments: [String], restriction: Restriction) {
    let arguments = words.dropFirst()
    let rest = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let options = arguments[..<rest].filter { $0 != flag }
    let isByOption = options.count < arguments[..<rest].count
    // Shells are told by a hyphen before their name that somebody logs in with them.
    let isLoginShell = words.first?.utf8.first == UInt8(ascii: "-")
    let restriction: Restriction =
      isLoginShell
      ? .login
      : LoginShell.isThisProgram
        ? .account : isEnforced ? .environment : isByOption ? .option : .none
    return (options + arguments[rest...], restriction)
  }

  /// Whether the program is locked down; anything but 0 and nothing is a yes.
  static var isEnforced: Bool {
    guard let value = Platform.variable(variable) else { return false }
    return !value.isEmpty && value != "0"
  }

  /// Locks the process down, for good.
  static func enforce() {
    Platform.keepOnly(variables)
    Platform.setVariable(variable, "1")
    Platform.ignoreStops()
    Platform.leaveNothingBehindCrashes()
  }

  /// Refuses an option that does more than read.
  func refuse(_ option: String) throws(Failure) {
    if self != .none { throw Self.failure(at: option, Language.from(Platform.variable)) }
  }

  static func failure(at place: String, _ language: Language) -> Failure {
    Failure(Messages.notInRestricted, at: place, remedy: Messages.onlyReading, language)
  }
}
