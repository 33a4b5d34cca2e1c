/// What the reader chose, kept for the session.
struct Settings: Hashable, Sendable {
  var language: Language = .chinese
  /// The most columns that a row of text fills.
  var measure = DocumentLayout.comfortableMeasure
  var usesMouse = true
  /// Whether details are shown where they have no pane of their own.
  var showsDetails = false
  /// Whether only the text is on the screen.
  var isReading = false
  /// Whether the printed source lines stand in place of the reading text.
  var isPrinted = false
  /// Whether reading a clause to its end marks it as read.
  var marksOnReading = true
  /// Whether marking goes on to the next clause that is not reviewed.
  var movesOnAfterMark = true
  /// Whether a note may be handed to an editor outside, which can do whatever it likes.
  var allowsEditor = true
  /// Whether the reader may stop the program, which gives the terminal to the shell behind it.
  var allowsSuspending = true
  /// Whether there is a review, whose marks are written to a store.
  var allowsReview = true
  /// How the terminal draws characters of ambiguous width.
  var ambiguous = AmbiguousWidth.narrow

  /// The measures that can be chosen, in columns.
  static let measures = 32...160
  /// How much a key changes the measure: two characters.
  static let measureStep = 4
}

/// How the browser is started.
struct LaunchOptions: Hashable, Sendable {
  var language: Language = .chinese
  var usesMouse = true
  /// Whether the terminal is to show no colours.
  var isColorless = false
  /// The reference to open at, such as `3.1/2.3.11`.
  var reference: String?
  /// Who reviews; who is logged in when nil.
  var reviewer: String?
  /// The review store; that of the user when nil.
  var reviewDatabase: String?
  /// Whether to begin at the beginning instead of where the reader left.
  var isFresh = false
  /// Whether notes may be handed to `$EDITOR`.
  var allowsEditor = true
  /// Whether it is locked down to reading; then there is a review only where a store is named.
  var isRestricted = false
}

extension Settings {
  /// The settings that the start asks for.
  init(_ options: LaunchOptions) {
    self.init(
      language: options.language, usesMouse: options.usesMouse,
      allowsEditor: options.allowsEditor && !options.isRestricted,
      allowsSuspending: !options.isRestricted,
      allowsReview: !options.isRestricted || options.reviewDatabase != nil)
  }
}
