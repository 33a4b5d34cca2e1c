import GazetteModel
import GazetteText
import TerminalKit

/// The page that an issue begins with: its documents with what is counted in them, what is missing,
/// and five keys.
enum StartView {
  /// The columns between the margins.
  static func width(of size: Size) -> Int { min(max(20, size.columns - 4), widest) }

  private static let widest = 132
  /// The width from which the number has a column of its own.
  private static let wide = 92
  /// The columns that titles keep beside the date.
  private static let narrowestTitle = 28

  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    let rows = StartRows(state)
    let width = width(of: state.size)
    let left = (state.size.columns - width) / 2
    drawBar(state, rows, left: left, in: &frame)
    let columns = Columns(state, rows, width: width)
    drawHeads(
      state, rows, columns, at: Position(row: state.startListRow - 1, column: left), &frame)
    for line in 0..<state.startListRows where rows.rows.indices.contains(state.start.top + line) {
      let place = state.start.top + line
      let area = Rect(column: left, row: state.startListRow + line, columns: width, rows: 1)
      draw(
        rows.rows[place], isSelected: place == state.start.selected, columns, state, in: area,
        &frame)
    }
    // Below the list with two rows between, or at the foot where that is nearer.
    let keys = StartKeys(state)
    let foot = state.size.rows - keys.rows.count - 2
    let below = state.startListRow + rows.rows.count + 2
    drawKeys(
      keys, state, layouts, at: Position(row: min(foot, below), column: left), &frame)
  }

  /// How the columns of the list stand.
  private struct Columns {
    var title: Int
    var number = 0
    var date = 0
    var count: Int
    var own = 0
    /// The heads of the counts.
    let heads: [StringKey]

    init(_ state: State, _ rows: StartRows, width: Int) {
      let isWide = width >= StartView.wide
      heads = [.startClauses, .startTargets, isWide ? .startDeadlines : .orderDeadline]
      count = 2 + (heads.map { DisplayWidth.columns(of: state.word($0)) }.max() ?? 4)
      if rows.department != nil {
        own = min(max(8, DisplayWidth.columns(of: StartView.ownHead(rows, isWide, state)) + 2), 18)
      }
      if isWide { number = 22 }
      title = max(8, width - number - 3 * count - own)
      if isWide || title - StartView.dateColumns >= StartView.narrowestTitle {
        date = StartView.dateColumns
        title = max(8, title - date)
      }
    }
  }

  private static let dateColumns = 12

  /// The head over the counts of the reader's department: its name where there is room.
  private static func ownHead(_ rows: StartRows, _ isWide: Bool, _ state: State) -> String {
    isWide ? rows.department ?? "" : state.word(.startOwn)
  }

  private static func drawBar(
    _ state: State, _ rows: StartRows, left: Int, in frame: inout Frame
  ) {
    let language = state.settings.language
    let bar = Rect(column: 0, row: 0, columns: state.size.columns, rows: 1)
    frame.fill(bar, style: Style(.activeBar))
    let identity = state.library[state.issue].identity
    var parts = [identity.title ?? identity.id]
    if let year = identity.year, let number = identity.number {
      parts.append(Message(.issueOfYear, String(year), String(number)).text(language))
    }
    if let number = identity.cumulativeNumber {
      parts.append(Message(.cumulativeNumber, String(number)).text(language))
    }
    if let day = identity.publicationDate { parts.append(day.iso8601) }
    let below = rows.rows.count - state.start.top - state.startListRows
    let more = below > 0 ? Message(.moreBelow, String(below)).text(language) : ""
    let end = bar.columns - DisplayWidth.columns(of: more) - 2
    frame.write(more, at: Position(row: 0, column: end), style: Style(.activeBar))
    frame.write(
      DisplayWidth.truncated(
        parts.joined(separator: "  "), to: end - left - 2, ambiguous: frame.ambiguous),
      at: Position(row: 0, column: left), style: Style(.activeBar))
  }

  private static func drawHeads(
    _ state: State, _ rows: StartRows, _ columns: Columns, at start: Position,
    _ frame: inout Frame
  ) {
    let style = Style(.muted)
    frame.write(
      state.word(.startDocuments), at: Position(row: start.row, column: start.column + 2),
      style: style)
    var column = start.column + columns.title
    if columns.number > 0 {
      frame.write(
        state.word(.documentNumber), at: Position(row: start.row, column: column), style: style)
      column += columns.number
    }
    if columns.date > 0 {
      frame.write(state.word(.signedOn), at: Position(row: start.row, column: column), style: style)
      column += columns.date
    }
    for key in columns.heads {
      frame.writeRight(
        state.word(key), Position(row: start.row, column: column), columns.count, style)
      column += columns.count
    }
    if rows.department != nil {
      frame.writeRight(
        ownHead(rows, columns.number > 0, state), Position(row: start.row, column: column),
        columns.own, Style(.attribution))
    }
  }

  private static func draw(
    _ row: StartRows.Row, isSelected: Bool, _ columns: Columns, _ state: State, in area: Rect,
    _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: true)
    }
    let start = Position(row: area.row, column: area.column + 2)
    if isSelected { frame.fill(area, style: style(.plain)) }
    switch row {
    case .blank: break
    case .issue(let name):
      frame.write(name, at: Position(row: area.row, column: area.column), style: Style(.heading))
    case .missingHead(let count):
      frame.write(
        Message(.startMissing, String(count)).text(state.settings.language),
        at: Position(row: area.row, column: area.column), style: Style(.heading))
    case .missing(let title, let column, let page):
      let page = page.map { Message(.startPage, String($0)).text(state.settings.language) }
      let place = [column, page].compactMap { $0 }.joined(separator: "  ")
      let end = area.column + area.columns - DisplayWidth.columns(of: place)
      frame.write(
        DisplayWidth.truncated(title, to: end - start.column - 2, ambiguous: frame.ambiguous),
        at: start, style: style(.missing))
      frame.write(place, at: Position(row: area.row, column: end), style: style(.muted))
    case .document(let document):
      draw(document, isSelected: isSelected, columns, in: area, &frame)
    }
  }

  private static func draw(
    _ document: StartRows.Document, isSelected: Bool, _ columns: Columns, in area: Rect,
    _ frame: inout Frame
  ) {
    func style(_ role: StyleRole) -> Style {
      ListRows.style(role, isSelected: isSelected, hasFocus: true)
    }
    let indent = 2 + 2 * document.depth
    var title = document.title
    // Where the number has no column, what tells the documents apart stands before the title.
    if columns.number == 0, let number = document.number.split(separator: "〕").last,
      !document.number.isEmpty
    {
      title = "\(number) \(title)"
    }
    frame.write(
      DisplayWidth.truncated(title, to: columns.title - indent - 1, ambiguous: frame.ambiguous),
      at: Position(row: area.row, column: area.column + indent),
      style: style(document.depth == 0 ? .plain : .muted))
    var column = area.column + columns.title
    if columns.number > 0 {
      frame.write(
        DisplayWidth.truncated(
          document.number, to: columns.number - 1, ambiguous: frame.ambiguous),
        at: Position(row: area.row, column: column), style: style(.number))
      column += columns.number
    }
    if columns.date > 0 {
      frame.write(
        document.date, at: Position(row: area.row, column: column), style: style(.muted))
      column += columns.date
    }
    let counts = document.counts.map { [$0.clauses, $0.targets, $0.deadlines] }
    for place in 0..<3 {
      write(
        counts?[place], Position(row: area.row, column: column), columns.count, style, &frame)
      column += columns.count
    }
    if columns.own > 0 {
      write(
        document.counts?.own, Position(row: area.row, column: column), columns.own,
        { style($0 == .plain ? .attribution : $0) }, &frame)
    }
  }

  /// Writes a count at the right of its column, nothing where there is none.
  private static func write(
    _ count: Int?, _ start: Position, _ columns: Int, _ style: (StyleRole) -> Style,
    _ frame: inout Frame
  ) {
    let text = count.map { $0 == 0 ? "" : String($0) } ?? ""
    frame.writeRight(text, start, columns, style(.plain))
  }

  /// The keys to learn, under a head.
  private static func drawKeys(
    _ keys: StartKeys, _ state: State, _ layouts: LayoutCache, at start: Position,
    _ frame: inout Frame
  ) {
    frame.write(state.word(.startKeys), at: start, style: Style(.heading))
    for (line, entries) in keys.rows.enumerated() {
      let row = start.row + 1 + line
      for (place, entry) in entries.enumerated() {
        let column = start.column + 2 + place * keys.columns
        let used = frame.write(
          layouts.keys.label(of: entry.id), at: Position(row: row, column: column),
          style: Style(.key))
        frame.write(entry.name, at: Position(row: row, column: column + used + 1))
      }
    }
  }
}
