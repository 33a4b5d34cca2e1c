import GazetteModel

/// The whole state of the browser: a library and small values. What can be worked out from it (rows,
/// rectangles, matches) is asked of `LayoutCache`.
struct State: Equatable, Sendable {
  /// The opened issues; they never change.
  let library: Library
  var size: Size
  var settings: Settings
  /// The pane that the keys speak to.
  var focus: Pane = .text
  /// The modes that lie over the panes, the topmost last.
  var overlays: [Mode] = []

  /// The issue being read, by its place in the library.
  var issue = 0
  /// The row at the top of the reading pane.
  var top: RowAnchor
  /// The row being read.
  var cursor: TextPosition

  /// The selected line of the tree.
  var selected: OutlineItem
  /// The line of the tree that stands at the top of its pane.
  var outlineTop = 0
  var folds: Set<OutlineItem>
  /// How many rows of the details are scrolled away.
  var detailsTop = 0
  /// How many rows of the help are scrolled away.
  var helpTop = 0

  var search = Search()
  /// The line that is being typed in the modes that take text.
  var editor = LineEditor()
  /// Where the reader was when the prompt opened.
  var snapshot: Snapshot?
  var jumps = JumpList()

  /// The keys of an unfinished sequence.
  var pendingKeys: [Key] = []
  /// The number typed before a command, 1 to `countLimit`.
  var count: Int?
  /// What to tell the reader, until the next key.
  var message: Message?

  /// The largest count.
  static let countLimit = 9999

  /// Opens the library at the first document of its first issue.
  init(library: Library, size: Size, settings: Settings = Settings(), layouts: LayoutCache) {
    self.library = library
    self.size = size
    self.settings = settings
    let issue = library.issues[0]
    let start = issue.roots.first { issue[$0].kind == .document } ?? NodeID(0)
    folds = layouts.tree.initialFolds
    selected = .node(issue: 0, start)
    cursor = TextPosition(node: start, part: .heading)
    top = RowAnchor(position: cursor)
    let layout = layouts.document(for: self)
    cursor = layout.position(ofRow: 0)
    top = layout.anchor(ofRow: 0)
  }

  /// The mode that owns the keyboard.
  var mode: Mode { overlays.last ?? Mode(focus) }

  /// Where the panes stand.
  var panes: PaneLayout {
    PaneLayout(
      size: size, focus: focus, showsDetails: settings.showsDetails, isReading: settings.isReading)
  }

  /// The place being read.
  var place: Place { Place(issue: issue, top: top, cursor: cursor) }

  static func == (left: State, right: State) -> Bool {
    // The library is the same for the life of a state; what names its issues stands for it.
    left.library.issues.map(\.identity) == right.library.issues.map(\.identity)
      && left.values == right.values
  }

  /// Everything but the library, for comparing.
  private var values: Values {
    Values(
      size: size, settings: settings, focus: focus, overlays: overlays, place: place,
      selected: selected, outlineTop: outlineTop, folds: folds, detailsTop: detailsTop,
      helpTop: helpTop, search: search, editor: editor, snapshot: snapshot, jumps: jumps,
      pendingKeys: pendingKeys, count: count, message: message)
  }

  private struct Values: Equatable {
    let size: Size
    let settings: Settings
    let focus: Pane
    let overlays: [Mode]
    let place: Place
    let selected: OutlineItem
    let outlineTop: Int
    let folds: Set<OutlineItem>
    let detailsTop: Int
    let helpTop: Int
    let search: Search
    let editor: LineEditor
    let snapshot: Snapshot?
    let jumps: JumpList
    let pendingKeys: [Key]
    let count: Int?
    let message: Message?
  }
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
