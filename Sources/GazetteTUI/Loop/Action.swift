import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// Everything that can happen to the state, as values.
enum Action: Hashable, Sendable {
  // The keyboard itself
  /// A key that begins a sequence, such as the first g of gg.
  case pend(Key)
  /// A digit of a count.
  case digit(Int)
  /// A digit that begins a count when a motion follows, and does something by itself when none
  /// does.
  indirect case digitOr(Int, Action)
  /// Keys that mean nothing here.
  case noSuchKey([Key])
  /// A sentence for the reader, such as why a command is not available.
  case explain(Message)
  case resize(Size)
  /// The terminal draws characters of ambiguous width so.
  case setAmbiguousWidth(AmbiguousWidth)

  // Moving
  case move(Motion)
  case goBack, goForward
  case focusNext, focusPrevious
  case left, right, enter

  // Tabs of the left pane
  /// The tab at a place in the row, counted from 1.
  case openTab(Int)
  case cycleTabs
  /// What has been worked out from the library.
  case take(LibraryIndexes)

  // Bodies
  /// What the reader's own department has to do.
  case openWorklist
  /// Writes the list on the screen to a new file, or asks first what that is to be called.
  case writeList, askForFile
  /// A list was written, or why it was not, in the words of the system.
  case written(String, String?)
  case openNarrowing, clearNarrowing, changeOrder, changeRole, closeDossier
  /// Folds or unfolds the selected task of a dossier.
  case toggleTask

  // Folds
  case toggleFold, fold, unfold, foldAll, unfoldAll

  // What is shown
  case togglePrinted, toggleReading, toggleDetails, toggleMouse, widen, narrow

  // Finding
  case openSearch, openReference, nextMatch, previousMatch

  // Typing a line of text
  case edit(LineEdit)
  case accept, cancel

  // The review
  case mark(ReviewState)
  case confirmChanged, toggleSelection
  case nextUnreviewed, previousUnreviewed, nextFlagged
  case undo, redo
  case openNote, saveNote, editOutside
  case editNote(NoteEdit)
  case openTags, completeTag
  case openMarks, closeMarks
  case toggleMarksOnReading, toggleMovesOn
  /// What a member of a team asks for.
  case team(TeamAction)
  case cycleListState, cycleListOrder
  /// What the review store answers.
  case answer(ReviewReply)

  case openHelp, closeHelp
  // The start page
  case openStart, closeStart, chooseDocument
  /// Typing what the help is narrowed to, beginning with a text.
  case openHelpSearch(String)
  case openPalette
  /// What the selected row of a list stands for.
  case choose
  case closeChooser

  // Filters
  case openFilter, clearFilters, chooseChip, complete, nextCompletion, previousCompletion
  case toggleFilter(FilterToggle)
  case changeTargetOrder, reverseTargetOrder

  // Cross-references, marks, copies
  case followReference, listReferrers, goToLastPlace
  /// The letter is nil until it is typed.
  case setMark(Unicode.Scalar?), goToMark(Unicode.Scalar?)
  case repeatLast
  case copy(CopyPart)
  /// The ways to cite what is highlighted, and taking one of them: the selected one where nil.
  case openCitations, closeCitations, chooseCitation(Int?)
  /// What became of a text that was to be copied.
  case copied(String, CopyWay)
  case closeHandCopy

  // Comparing two documents
  case openComparison, closeComparison, nextChange, previousChange
  /// Goes to the unit that is looked at.
  case openCompared
  /// Lists who gained or lost a lead.
  case listLeads
  /// What is asked of a table.
  case table(TableAction)
  /// What is asked of the lists of an archive, which stand before any issue.
  case archive(ArchiveAction)
  /// Keys have waited for long: what can follow them is shown, and a digit does what it does alone.
  case pause
  case mouse(MouseEvent)
  case suspend, repaint, quit
  /// Ctrl-C: says how to leave; a second one leaves.
  case interrupt

  /// Whether it belongs to the review, whose keys the hints then go on showing.
  var isOfReview: Bool {
    switch self {
    case .mark, .confirmChanged, .toggleSelection, .nextUnreviewed, .previousUnreviewed,
      .nextFlagged, .undo, .redo, .openNote, .saveNote, .editOutside, .editNote, .openTags,
      .completeTag, .openMarks, .closeMarks, .cycleListState, .cycleListOrder, .team:
      true
    default: false
    }
  }

  /// Whether it leaves the start page open; every other one closes the page and acts below it.
  var belongsToStart: Bool {
    switch self {
    case .move(.documents), .move(.siblings): false
    case .move, .mouse, .resize, .repaint, .suspend, .quit, .noSuchKey, .explain, .openStart,
      .closeStart, .chooseDocument:
      true
    default: false
    }
  }

  /// Whether a number typed before it means something to it.
  var takesCount: Bool {
    switch self {
    case .move, .widen, .narrow, .nextMatch, .previousMatch, .repeatLast, .nextChange,
      .previousChange, .table(.shift):
      true
    default: false
    }
  }

  /// Whether it makes sense when the screen is too small to show anything.
  var isForAnySize: Bool {
    switch self {
    case .resize, .suspend, .repaint, .quit, .interrupt, .take, .answer: true
    default: false
    }
  }
}
