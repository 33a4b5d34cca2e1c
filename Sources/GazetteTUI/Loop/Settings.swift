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
  /// What the details leave out, by the names that `DetailName` gives.
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
  /// Whether issues that are not open can be opened beside those that are: in an archive.
  var opensOthers = false
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
