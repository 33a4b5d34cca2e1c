import GazetteText
import TerminalKit

/// What the reader chose, kept for the session.
struct Settings: Hashable, Sendable {
  var language: Language = .chinese
  /// The most columns that a row of text fills.
  var measure = DocumentLayout.comfortableMeasure
  var usesMouse = true
  /// Whether details are shown where they have no pane of their own.
  var showsDetails = false
  /// What the details leave out, by the names that `Details` gives its facts.
  var hiddenDetails: [String] = []
  /// Whether only the text is on the screen.
  var isReading = false
  /// Whether the printed source lines stand in place of the reading text.
  var isPrinted = false
  /// Whether reading a clause to its end marks it as read.
  var marksOnReading = true
  /// Whether marking goes on to the next clause that is not reviewed.
  var movesOnAfterMark = true
  /// The department whose worklist is one key away, as the reader names it; nil while nobody said.
  var department: String?
  /// Whether a note may be handed to an editor outside, which can do whatever it likes.
  var allowsEditor = true
  /// Whether the reader may stop the program, which gives the terminal to the shell behind it.
  var allowsSuspending = true
  /// Whether an issue that was never read begins with what it holds.
  var showsStart = true
  /// Whether lists may be written to files.
  var allowsWriting = true
  /// Whether there is a review, whose marks are written to a store.
  var allowsReview = true
  /// How the terminal draws characters of ambiguous width.
  var ambiguous = AmbiguousWidth.narrow
  /// Whether the ambiguous width is that which the terminal names.
  var followsTerminal = true
  /// Whether the marks of the interface keep to ASCII.
  var isASCII = false

  /// The measures that can be chosen, in columns.
  static let measures = 32...160
  /// How much a key changes the measure: two characters.
  static let measureStep = 4
}

/// How the browser is started.
struct LaunchOptions: Sendable {
  var language: Language = .chinese
  var usesMouse = true
  /// Whether the terminal is to show no colours.
  var isColorless = false
  var terminal = TerminalChoices()
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
  /// Whether lessons are given, in a review that is thrown away.
  var isTutor = false
  /// Whether it is locked down to reading; then there is a review only where a store is named.
  var isRestricted = false
  /// What else the reader chose.
  var configuration = UserConfiguration()
}

extension LaunchOptions {
  /// The start that a configuration asks for.
  init(_ configuration: UserConfiguration) {
    self.init(
      language: configuration.language, usesMouse: configuration.isOn(.mouse),
      isColorless: configuration.isColorless || configuration.theme.name == .none,
      terminal: TerminalChoices(theme: configuration.theme),
      reviewer: configuration.text(.reviewer), reviewDatabase: configuration.text(.database),
      configuration: configuration)
  }
}

extension Settings {
  /// The settings that the start asks for.
  /// - Parameter isSparse: Whether the terminal has little more than ASCII and Chinese.
  init(_ options: LaunchOptions, isSparse: Bool = false) {
    self.init()
    options.configuration.apply(to: &self)
    language = options.language
    usesMouse = options.usesMouse
    if options.isTutor { marksOnReading = false }
    allowsEditor = options.allowsEditor && !options.isRestricted
    allowsSuspending = !options.isRestricted
    allowsWriting = !options.isRestricted && !options.isTutor
    allowsReview = !options.isRestricted || options.reviewDatabase != nil
    ambiguous = options.terminal.ambiguous.start
    followsTerminal = options.terminal.ambiguous == .auto
    isASCII = options.terminal.isASCII || isSparse
  }
}

extension State {
  /// Lets a session begin as its start asks for.
  /// - Parameter substitution: The terminal, and as which other one it is drawn on.
  mutating func begin(
    _ options: LaunchOptions, drawnAs substitution: (name: String, entry: String)? = nil,
    _ layouts: LayoutCache
  ) {
    if let reference = options.reference { open(at: reference, layouts) }
    if settings.allowsReview { review.expectStore(options) }
    if let (name, entry) = substitution { message = Message(.terminalReplaced, name, entry) }
    message = options.configuration.mistakeMessage(in: settings.language) ?? message
  }
}
