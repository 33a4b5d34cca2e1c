/// How the reader wants the terminal to be used.
struct TerminalChoices: Hashable, Sendable {
  var theme = ThemeChoice()
  var ambiguous = AmbiguousChoice.auto
  /// Whether the marks of the interface keep to ASCII.
  var isASCII = false
  /// Whether what was sent is told on leaving.
  var showsStatistics = false
}

/// How many columns characters of ambiguous width are to have.
enum AmbiguousChoice: String, Hashable, Sendable, CaseIterable {
  /// As the terminal says; one where it does not say.
  case auto
  case narrow, wide

  /// The width before the terminal has said anything.
  var start: AmbiguousWidth { self == .wide ? .wide : .narrow }
}

/// What a session sent to the terminal.
struct TerminalStatistics: Hashable, Sendable {
  /// All bytes.
  var bytes = 0
  /// Those up to and with the first frame.
  var openingBytes = 0
  /// The frames that changed the screen.
  var frames = 0
  /// The keys that were pressed.
  var keys = 0

  /// What a key cost in the mean, rounded.
  var bytesPerKey: Int? {
    guard keys > 0 else { return nil }
    return (bytes - openingBytes + keys / 2) / keys
  }
}
