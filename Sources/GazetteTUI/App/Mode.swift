/// A pane of the browser.
typealias Pane = PaneLayout.Pane

/// What owns the keyboard. The panes are modes too, so that the table of commands says what a key
/// does in each; what lies over them stands on the stack of the state.
enum Mode: String, Sendable, CaseIterable {
  case contents, text, details
  /// The left pane while it shows another tab than the contents.
  case departments, matrix, review
  /// The dossier of a body, in the place of the list of bodies.
  case dossier
  /// Typing what to look for.
  case search
  /// Typing a reference to go to.
  case reference
  /// Typing a note, in several lines.
  case note
  /// Typing tags.
  case tags
  /// Everyone's marks at a clause, side by side.
  case marks
  /// The table of targets and deadlines.
  case targets
  /// Typing a filter.
  case filter
  /// Typing what to go to.
  case palette
  /// A list over the panes to choose from.
  case chooser
  /// Typing what the help is narrowed to.
  case helpSearch
  /// A text to be selected by hand.
  case handCopy
  /// Typing what the list of bodies is narrowed to.
  case narrow
  case help

  init(_ pane: Pane, tab: Tab) {
    switch pane {
    case .contents: self = tab.mode
    case .text: self = .text
    case .details: self = .details
    }
  }

  /// Whether characters are text here, and so are never commands.
  var takesText: Bool {
    switch self {
    case .search, .reference, .narrow, .filter, .palette, .helpSearch, .note, .tags: true
    default: false
    }
  }

  /// The modes of the left pane, one for each tab.
  static let tabs = Set(Tab.allCases.map(\.mode)).union([.dossier])
  /// The modes of the three panes.
  static let panes = tabs.union([.text, .details])
}
