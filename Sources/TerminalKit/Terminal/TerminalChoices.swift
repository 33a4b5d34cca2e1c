import GazetteText

/// How the reader wants the terminal to be used.
package struct TerminalChoices: Hashable, Sendable {
  package var theme = ThemeChoice()
  package var ambiguous = AmbiguousChoice.auto
  /// Whether the marks of the interface keep to ASCII.
  package var isASCII = false
  /// Whether what was sent is told on leaving.
  package var showsStatistics = false
  /// Whether the title of the terminal says when a frame is being drawn and when it is drawn, for who waits for it.
  package var announcesFrames = false

  package init(
    theme: ThemeChoice = ThemeChoice(), ambiguous: AmbiguousChoice = AmbiguousChoice.auto,
    isASCII: Bool = false, showsStatistics: Bool = false, announcesFrames: Bool = false
  ) {
    self.theme = theme
    self.ambiguous = ambiguous
    self.isASCII = isASCII
    self.showsStatistics = showsStatistics
    self.announcesFrames = announcesFrames
  }
}

/// How many columns characters of ambiguous width are to have.
package enum AmbiguousChoice: String, Hashable, Sendable, CaseIterable {
  /// As the terminal says; one where it does not say.
  case auto
  case narrow, wide

  /// The width before the terminal has said anything.
  package var start: AmbiguousWidth { self == .wide ? .wide : .narrow }
}

/// What a session sent to the terminal.
package struct TerminalStatistics: Hashable, Sendable {
  /// All bytes.
  package var bytes = 0
  /// Those up to and with the first frame.
  package var openingBytes = 0
  /// The frames that changed the screen.
  package var frames = 0
  /// The keys that were pressed.
  package var keys = 0

  package init(bytes: Int = 0, openingBytes: Int = 0, frames: Int = 0, keys: Int = 0) {
    self.bytes = bytes
    self.openingBytes = openingBytes
    self.frames = frames
    self.keys = keys
  }

  /// What a key cost in the mean, rounded.
  package var bytesPerKey: Int? {
    guard keys > 0 else { return nil }
    return (bytes - openingBytes + keys / 2) / keys
  }
}
