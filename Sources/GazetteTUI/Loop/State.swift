import GazetteModel
import TerminalKit

/// The whole state of the browser: a library and small values. What can be worked out from it
/// (rows, rectangles, matches) is asked of `LayoutCache`.
struct State: Equatable, Sendable {
  /// The opened issues; they never change.
  let library: Library
  var size: Size
  var settings: Settings
  /// What is worked out from the library after the first frame; nil until then.
  var indexes: LibraryIndexes?
  /// What the left pane shows.
  var tab = Tab.contents
  /// The pane that the keys speak to.
  var focus: Pane = .text {
    didSet { if focus == .details, oldValue != .details { detailsLink = 0 } }
  }
  /// The modes that lie over the panes, the topmost last.
  var overlays: [Mode] = []

  /// The issue being read.
  var issue: IssueID
  /// The row at the top of the reading pane.
  var top: RowAnchor
  /// The row being read.
  var cursor: TextPosition

  /// The selected line of the tree.
  var selected: OutlineItem
  /// The line of the tree that stands at the top of its pane.
  var outlineTop = 0
  /// The folds of the whole tree, and those of the tree that a filter leaves.
  var treeFolds: FoldSet
  var filterFolds = FoldSet()
  /// How many rows of the details are scrolled away.
  var detailsTop = 0
  /// The selected link of the details, counted from 0.
  var detailsLink = 0
  /// The documents that are compared; nil while none are.
  var compared: ComparedDocuments?
  /// The table that fills the screen; nil while none does.
  var wideTable: WideTable?
  /// How many rows of the text for copying by hand are scrolled away.
  var handCopyTop = 0

  /// Where the reader is on the start page.
  var start = StartPage()
  /// How what is highlighted may be cited, while the reader chooses.
  var citing = CitationChoice()

  var review: ReviewDesk
  var departments: Departments
  /// Where the reader is in the other lists.
  var lists = ListPlaces()
  var matrix: Matrix

  var search = Search()
  var filter = Filter()
  var filterLine = FilterLine()
  var targets: TargetChoice
  /// What lies over the panes to choose from.
  var chooser = Chooser()
  /// The entries of the help that are listed, and the selected one.
  var help = HelpChoice()
  var marks: [Unicode.Scalar: ReaderPlace] = [:]
  /// What `.` does again.
  var lastCommand: Action?
  /// A text shown whole, to be selected by hand.
  var handCopy = ""
  /// Whether what can follow the keys of an unfinished sequence is shown.
  var showsFollowing = false
  /// The line that is being typed in the modes that take text.
  var editor = LineEditor()
  /// Where the reader was when the prompt opened.
  var snapshot: Snapshot?
  var jumps = JumpList()

  /// The keys of an unfinished sequence.
  var pendingKeys: [Key] = []
  /// The number typed before a command, 1 to `countLimit`.
  var count: Int?
  /// What the one digit of the count does by itself unless a motion follows.
  var digitAction: Action?
  /// What to tell the reader, until the next key.
  var message: Message?
  /// Which key does what the last one does in other programs, until the next.
  var habit: Message?
  /// The keys of which that was told.
  var toldHabits: Set<Key> = []

  /// The largest count.
  static let countLimit = 9999

  /// Opens the library at the first document of its first issue; nil when no issue has any text.
  init?(library: Library, size: Size, settings: Settings = Settings(), layouts: LayoutCache) {
    guard let place = library.issues.firstIndex(where: { !$0.nodes.isEmpty }) else { return nil }
    let issue = library.issueIDs[place]
    let opened = library.issues[place]
    let start = opened.roots.first { opened[$0].kind == .document } ?? NodeID(0)
    self.library = library
    self.size = size
    self.settings = settings
    self.issue = issue
    departments = Departments(issue: issue)
    matrix = Matrix(issue: issue)
    targets = TargetChoice(issue: issue)
    review = ReviewDesk(issues: library.issueIDs)
    treeFolds = layouts.tree.initialFolds
    selected = .node(issue: issue, start)
    cursor = TextPosition(node: start, part: .heading)
    top = RowAnchor(position: cursor)
    let layout = layouts.document(for: self)
    top = layout.anchor(ofRow: 0)
    cursor = top.position
    keepSelectionVisible(layouts)
  }

  /// The mode that owns the keyboard.
  var mode: Mode {
    overlays.last ?? paneMode
  }

  /// The mode of the pane that has the focus, whatever lies over it.
  var paneMode: Mode {
    switch focus {
    case .contents: return tab.answers.mode(self)
    case .text: return .text
    case .details: return .details
    }
  }

  /// The mode whose keys the help tells first: a room over the whole screen, else the pane.
  var helpedMode: Mode {
    overlays.last { $0 == .comparison || $0 == .table } ?? paneMode
  }

  /// Where the panes stand.
  var panes: PaneLayout {
    PaneLayout(
      size: size, focus: focus, showsDetails: settings.showsDetails, isReading: settings.isReading,
      left: tab.room, above: filterRows.chips, below: filterRows.below)
  }

  /// The folds of the tree that is shown.
  var folds: FoldSet {
    get { filter.isActive ? filterFolds : treeFolds }
    set { if filter.isActive { filterFolds = newValue } else { treeFolds = newValue } }
  }

  /// How long to wait for a key before the pause itself says something, in milliseconds; nil when
  /// it says nothing: only keys that are not finished wait.
  var pause: Int? {
    if !pendingKeys.isEmpty { return showsFollowing ? nil : 400 }
    return digitAction == nil ? nil : 250
  }

  /// The place being read.
  var place: ReaderPlace { ReaderPlace(issue: issue, top: top, cursor: cursor) }
}

extension DocumentLayout {
  /// The anchor that keeps `row` at the top.
  func anchor(ofRow row: Int) -> RowAnchor {
    var text = min(max(0, row), rows.count - 1)
    let first = text
    while text < rows.count - 1, rows[text].isBlank { text += 1 }
    return RowAnchor(position: position(ofRow: text), blanksAbove: text - first)
  }

  /// The row that an anchor keeps at the top.
  func row(of anchor: RowAnchor) -> Int {
    var row = row(of: anchor.position)
    var blanks = anchor.blanksAbove
    while blanks > 0, row > 0, rows[row - 1].isBlank {
      row -= 1
      blanks -= 1
    }
    return row
  }

  /// The row itself, or the next one in a direction that shows text.
  func textRow(from row: Int, step: Int) -> Int {
    var row = min(max(0, row), rows.count - 1)
    while rows[row].isBlank, rows.indices.contains(row + step) { row += step }
    while rows[row].isBlank, rows.indices.contains(row - step) { row -= step }
    return row
  }
}
