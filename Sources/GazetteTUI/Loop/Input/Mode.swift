/// What owns the keyboard. The panes are modes too, so that the table of commands says what a key
/// does in each; what lies over them stands on the stack of the state.
enum Mode: String, Sendable, CaseIterable {
  case contents, text, details
  /// The left pane while it shows another tab than the contents.
  case departments, matrix, review
  /// A tab that is a list without keys of its own.
  case list
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
  /// Typing to whom units are dealt out.
  case assign
  /// Choosing a stretch of words in the text.
  case stretch
  /// What closing the issue would say.
  case closing
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
  /// What an issue holds, before it is read for the first time.
  case start
  /// The ways to cite what is highlighted.
  case citing
  /// Two documents compared.
  case comparison
  /// A table over the whole screen.
  case table
  /// Typing what the list of bodies is narrowed to.
  case narrow
  case help
  /// The lists of an archive, from which issues are opened.
  case archive

  /// Whether characters are text here, and so are never commands.
  var takesText: Bool {
    switch self {
    case .search, .reference, .narrow, .filter, .palette, .helpSearch, .note, .tags, .assign: true
    default: false
    }
  }

  /// The modes of the left pane, one for each tab.
  static let tabs: ModeSet = [
    .contents, .departments, .matrix, .targets, .review, .list, .dossier,
  ]
  /// The modes of the three panes.
  static let panes = tabs.union([.text, .details])
}

/// Where a command is there: modes as bits, since the table of commands is made before the first
/// frame and the first set of a type is slow to make.
struct ModeSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init(_ modes: [Mode]) {
    for mode in modes { bits |= Self.bit(of: mode) }
  }

  init(arrayLiteral modes: Mode...) {
    self.init(modes)
  }

  var isEmpty: Bool { bits == 0 }

  var count: Int { bits.nonzeroBitCount }

  /// Every mode of the set, in the order of their declaration.
  var modes: [Mode] { Self.order.filter(contains) }

  func contains(_ mode: Mode) -> Bool { bits & Self.bit(of: mode) != 0 }

  func union(_ other: ModeSet) -> ModeSet {
    var result = self
    result.bits |= other.bits
    return result
  }

  func subtracting(_ other: ModeSet) -> ModeSet {
    var result = self
    result.bits &= ~other.bits
    return result
  }

  mutating func subtract(_ other: ModeSet) {
    bits &= ~other.bits
  }

  func intersection(_ other: ModeSet) -> ModeSet {
    subtracting(ModeSet(Self.order).subtracting(other))
  }

  func isDisjoint(with other: ModeSet) -> Bool { bits & other.bits == 0 }

  func isSuperset(of other: ModeSet) -> Bool { other.bits & ~bits == 0 }

  private static let order = Mode.allCases

  private static func bit(of mode: Mode) -> UInt32 {
    1 << UInt32(order.firstIndex(of: mode) ?? 0)
  }
}

extension Mode {
  /// Its name in a configuration.
  var word: String { Words.hyphenated(rawValue) }
}
