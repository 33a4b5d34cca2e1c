import TerminalKit

/// Where the panes stand on a screen of a given size.
struct PaneLayout: Hashable, Sendable {
  /// What can be shown in a pane.
  enum Pane: Hashable, Sendable, CaseIterable {
    case contents, text, details
  }

  /// How many panes fit.
  enum Arrangement: Hashable, Sendable {
    /// Contents, text and details side by side.
    case threePanes
    /// Contents and text side by side, details below the text when wanted.
    case twoPanes
    /// One pane at a time.
    case onePane
    /// Only the text, over the whole width.
    case reading
    /// Not enough room for anything but a line that says so.
    case tooSmall
  }

  /// How much of the screen the left pane wants for what it shows.
  enum LeftRoom: Hashable, Sendable {
    /// A tree of short lines.
    case tree
    /// A list of sentences.
    case list
    /// A table, which takes the whole width where it would leave too little for the text.
    case table
  }

  let size: Size
  let arrangement: Arrangement
  /// The row that names the issue; nil in reading mode and when there is no room.
  private(set) var bar: Rect?
  /// The row of hints, messages and input; nil only when there is no room.
  private(set) var status: Rect?
  /// The row of chips below the bar.
  private(set) var chips: Rect?
  /// The rows above the status row where filters are typed and turned on.
  private(set) var filters: Rect?
  /// The row of tabs at the top of the left pane.
  private(set) var tabs: Rect?
  private(set) var contents: Rect?
  private(set) var text: Rect?
  private(set) var details: Rect?
  /// The lines between panes side by side.
  private(set) var borders: [Rect] = []
  /// The row that names the details where they stand below the text, and parts the two.
  private(set) var detailsBar: Rect?

  /// The smallest screen that is used.
  static let smallest = Size(columns: 40, rows: 8)
  /// The columns from which two panes stand side by side.
  static let twoPaneColumns = 80
  /// The columns from which three panes stand side by side.
  static let threePaneColumns = 120

  /// The columns from which a table leaves room for two panes beside it.
  static let tableColumns = 170

  /// Divides a screen.
  ///
  /// - Parameters:
  ///   - focus: The pane to show where only one fits.
  ///   - showsDetails: Whether the details are wanted where they have no pane of their own.
  ///   - isReading: Whether only the text is wanted.
  ///   - left: What the left pane needs.
  ///   - above: Rows kept free below the bar.
  ///   - below: Rows kept free above the status row.
  init(
    size: Size, focus: Pane = .text, showsDetails: Bool = false, isReading: Bool = false,
    left: LeftRoom = .tree, above: Int = 0, below: Int = 0
  ) {
    self.size = size
    if size.columns < Self.smallest.columns || size.rows < Self.smallest.rows {
      arrangement = .tooSmall
      return
    }
    status = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    if below > 0 {
      filters = Rect(
        column: 0, row: size.rows - 1 - below, columns: size.columns, rows: below)
    }
    let barRows = isReading ? 0 : 1
    if above > 0 {
      chips = Rect(column: 0, row: barRows, columns: size.columns, rows: above)
    }
    let body = Rect(
      column: 0, row: barRows + above, columns: size.columns,
      rows: size.rows - 1 - barRows - above - below)
    if isReading {
      arrangement = .reading
      text = body
      return
    }
    bar = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    if size.columns >= (left == .table ? Self.tableColumns : Self.threePaneColumns) {
      arrangement = .threePanes
      placeThree(in: body, left: left)
    } else if size.columns >= (left == .table ? Self.threePaneColumns : Self.twoPaneColumns) {
      arrangement = .twoPanes
      placeTwo(in: body, showsDetails: showsDetails || focus == .details, left: left)
    } else {
      arrangement = .onePane
      switch focus {
      case .contents: contents = body
      case .text: text = body
      case .details: details = body
      }
    }
    if let whole = contents {
      tabs = Rect(column: whole.column, row: whole.row, columns: whole.columns, rows: 1)
      contents = Rect(
        column: whole.column, row: whole.row + 1, columns: whole.columns, rows: whole.rows - 1)
    }
  }

  /// The rectangle of a pane; nil when it is not shown.
  func rect(of pane: Pane) -> Rect? {
    switch pane {
    case .contents: contents
    case .text: text
    case .details: details
    }
  }

  /// The pane that a cell belongs to.
  func pane(at position: Position) -> Pane? {
    Pane.allCases.first { rect(of: $0)?.contains(position) ?? false }
  }

  /// The panes that are shown, in the order in which Tab visits them.
  var shownPanes: [Pane] { Pane.allCases.filter { rect(of: $0) != nil } }

  /// The centred column of text inside the text pane, which keeps at least a column free on each
  /// side.
  ///
  /// - Parameter measure: The most columns that the text may fill.
  func textColumn(measure: Int) -> Rect? {
    guard let text else { return nil }
    let columns = min(max(DocumentLayout.narrowestMeasure, measure), text.columns - 2)
    return Rect(
      column: text.column + (text.columns - columns) / 2, row: text.row, columns: columns,
      rows: text.rows)
  }
}

// MARK: - Dividing

extension PaneLayout {
  private mutating func placeThree(in body: Rect, left: LeftRoom) {
    // The text comes first: it keeps the comfortable measure with a margin of a column on each side
    // once the others have their least, and then all of them grow.
    let available = body.columns - 2
    let leastContents = 30
    let leastDetails = 26
    let comfortableText = DocumentLayout.comfortableMeasure + 2
    let spare = max(0, available - comfortableText - leastContents - leastDetails)
    let detailsColumns = min(48, leastDetails + (spare - spare / 2))
    // Lists and tables say more the wider they are, and the text beside them is what they point at.
    let contentsColumns =
      switch left {
      case .tree: min(56, leastContents + spare / 2)
      case .list: min(64, max(42, leastContents + spare / 2))
      case .table: min(84, max(68, leastContents + spare / 2))
      }
    let textColumns = available - contentsColumns - detailsColumns
    contents = column(of: body, at: 0, columns: contentsColumns)
    borders.append(vertical(in: body, at: contentsColumns))
    text = column(of: body, at: contentsColumns + 1, columns: textColumns)
    borders.append(vertical(in: body, at: contentsColumns + 1 + textColumns))
    details = column(of: body, at: contentsColumns + textColumns + 2, columns: detailsColumns)
  }

  private mutating func placeTwo(in body: Rect, showsDetails: Bool, left: LeftRoom) {
    let contentsColumns =
      switch left {
      case .tree: 28 + (body.columns - Self.twoPaneColumns) / 4
      case .list: 37 + (body.columns - Self.twoPaneColumns) / 4
      case .table: body.columns - 54
      }
    let textStart = contentsColumns + 1
    contents = column(of: body, at: 0, columns: contentsColumns)
    borders.append(vertical(in: body, at: contentsColumns))
    var right = column(of: body, at: textStart, columns: body.columns - textStart)
    if showsDetails, right.rows >= 5 {
      let detailsRows = max(2, min(12, right.rows * 2 / 5))
      right.rows -= detailsRows + 1
      let barRow = right.row + right.rows
      detailsBar = Rect(column: textStart, row: barRow, columns: right.columns, rows: 1)
      details = Rect(
        column: textStart, row: barRow + 1, columns: right.columns, rows: detailsRows)
    }
    text = right
  }

  private func column(of body: Rect, at column: Int, columns: Int) -> Rect {
    Rect(column: body.column + column, row: body.row, columns: columns, rows: body.rows)
  }

  private func vertical(in body: Rect, at column: Int) -> Rect {
    self.column(of: body, at: column, columns: 1)
  }
}

/// A pane of the browser.
typealias Pane = PaneLayout.Pane
