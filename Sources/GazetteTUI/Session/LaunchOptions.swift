import GazetteText
import TerminalKit

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
      terminal: TerminalChoices(
        theme: configuration.theme,
        announcesFrames: Platform.variable("GAZETTE_ANNOUNCE_FRAMES") != nil),
      reviewer: configuration.text(.reviewer), reviewDatabase: configuration.text(.database),
      configuration: configuration)
  }

  /// With what the review begins.
  var review: ReviewStart {
    ReviewStart(
      reviewer: reviewer, database: reviewDatabase, isTutor: isTutor, isRestricted: isRestricted,
      awaitsPlace: reference == nil && !isFresh)
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
    if settings.allowsReview { review.expectStore(options.review) }
    if let (name, entry) = substitution { message = Message(.terminalReplaced, name, entry) }
    message = options.configuration.mistakeMessage(in: settings.language) ?? message
  }
}
