import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

/// The contents tree.
enum OutlineView {
  static func draw(_ state: State, _ layouts: LayoutCache, in frame: inout Frame) {
    guard let rect = state.panes.contents else { return }
    let rows = layouts.outline(for: state).rows
    let selection = state.selectedUnits(layouts)
    let chosen = Set(selection?.units ?? [])
    if rows.isEmpty {
      ListRows.drawNote(Strings.text(.noMatch, state.settings.language), in: rect, &frame)
    }
    for line in 0..<rect.rows {
      let index = state.outlineTop + line
      guard rows.indices.contains(index) else { break }
      let area = Rect(column: rect.column, row: rect.row + line, columns: rect.columns, rows: 1)
      let isChosen =
        rows[index].item.node.map {
          rows[index].item.issue == selection?.issue && chosen.contains($0)
        } ?? false
      draw(rows[index], isChosen: isChosen, state, layouts, in: area, &frame)
    }
  }

  private static func draw(
    _ row: Outline.Row, isChosen: Bool, _ state: State, _ layouts: LayoutCache, in area: Rect,
    _ frame: inout Frame
  ) {
    let matches = layouts.filterMatches(for: state)
    var text = line(for: row.item, state, layouts, matches)
    let review = review(of: row, state, layouts)
    // A filter counts its matches there.
    if let fraction = review.fraction, matches == nil, text.note.isEmpty { text.note = fraction }
    if let own = layouts.readerFraction(of: row, for: state) { text.note = own }
    let isSelected = row.item == state.selected
    func style(_ role: StyleRole) -> Style {
      // The bar of the selection is of one look: each look that a row changes to costs a slow line
      // bytes.
      var style = Style(isSelected && state.focus == .contents ? .plain : role)
      style.isSelected = isSelected && state.focus == .contents
      style.isMarked = isSelected ? state.focus != .contents : isChosen
      return style
    }
    if isSelected || isChosen { frame.fill(area, style: style(.plain)) }
    if let look = review.look {
      frame.write(
        look.symbol, at: Position(row: area.row, column: area.column), style: style(look.role))
    }
    let markColumn = Outline.markColumn(depth: row.depth, columns: area.columns)
    let end = area.column + area.columns
    if row.hasChildren {
      frame.write(
        row.isFolded ? "+" : "-", at: Position(row: area.row, column: area.column + markColumn),
        style: style(.plain), limit: end - area.column - markColumn)
    }
    if case .node(let issue, let node) = row.item,
      layouts.ownDepartment(in: issue, for: state)?.nodes.contains(node) == true
    {
      frame.write(
        ReviewLook.own, at: Position(row: area.row, column: area.column + markColumn + 1),
        style: style(.lead))
    }
    var column = area.column + markColumn + 2
    var room = end - column - 1
    if !text.note.isEmpty {
      let width = DisplayWidth.columns(of: text.note)
      if room >= width + 6 {
        frame.write(
          text.note, at: Position(row: area.row, column: end - width - 1), style: style(.muted))
        room -= width + 1
      }
    }
    if !text.number.isEmpty {
      let used = frame.write(
        text.number, at: Position(row: area.row, column: column),
        style: style(text.role == .heading ? .heading : .number),
        limit: room)
      column += used
      room -= used
    }
    if case .node(let issue, let node) = row.item, text.found.isEmpty {
      text.title = layouts.distinctTitle(
        text.title, of: node, in: issue, columns: room, ambiguous: frame.ambiguous)
    }
    // What only leads to a match stands back.
    let isContext = matches.map { !Self.isMatch(row.item, $0) } ?? false
    ListRows.drawFound(
      text.title, text.found, style(isContext && text.role == .plain ? .muted : text.role),
      at: Position(row: area.row, column: column), room: room, &frame)
  }

  /// The mark of a line, and how far what it holds is reviewed.
  private static func review(
    of row: Outline.Row, _ state: State, _ layouts: LayoutCache
  ) -> (look: ReviewLook?, fraction: String?) {
    guard case .node(let issue, let node) = row.item, let sheet = state.review.sheet(issue),
      let progress = layouts.progress(of: issue, in: state.review)
    else { return (nil, nil) }
    let scope = layouts.scope(of: issue)
    let count = progress.count(in: node, of: scope)
    let isHeading = row.hasChildren && count.total > 1
    let marked = layouts.reviewUnit(of: node, in: issue)
    let look = marked.flatMap { ReviewLook(at: $0, sheet, scope) }
    return (look, isHeading ? count.fraction : nil)
  }

  /// What a line says.
  private struct Line {
    var number = ""
    var title: String
    var role: StyleRole = .plain
    /// What stands at the right: that the text is missing, that a column was worked out.
    var note = ""
    /// The stretches of the title that the filter is about.
    var found: [ScalarRange] = []
  }

  private static func line(
    for item: OutlineItem, _ state: State, _ layouts: LayoutCache, _ matches: FilterMatches?
  ) -> Line {
    let language = state.settings.language
    switch item {
    case .issue(let index):
      let identity = state.library[index].identity
      let id = state.library.printedID(of: index)
      let title = identity.title.flatMap { id.hasPrefix($0) ? nil : $0 } ?? ""
      return Line(title: "\(id) \(title)", role: .title)
    case .column(let issue, let index):
      let column = layouts.tree[issue].columns[index]
      return Line(
        title: column.name, role: .column,
        note: matches.map { matches in
          String(column.members.reduce(0) { $0 + Self.count(below: $1, matches, state) })
        } ?? (column.isWorkedOut ? Strings.text(.workedOut, language) : ""))
    case .entry(let issue, let index):
      return Line(
        title: state.library[issue].contents[index].title, role: .missing,
        note: Strings.text(.notInSource, language))
    case .node(let issue, let id):
      let node = state.library[issue][id]
      var line = line(for: node, language)
      guard let matches else { return line }
      let found = layouts.highlights(of: id, in: issue, for: state).title
      line.found = Self.found(found, of: node.title ?? "", in: line.title)
      if node.kind.isDocument { line.note = String(Self.count(below: item, matches, state)) }
      return line
    }
  }

  private static func isMatch(_ item: OutlineItem, _ matches: FilterMatches) -> Bool {
    guard case .node(let issue, let node) = item else { return false }
    return matches.contains(node, in: issue)
  }

  /// How many matches there are at an item and below it.
  private static func count(
    below item: OutlineItem, _ matches: FilterMatches, _ state: State
  ) -> Int {
    guard case .node(let issue, let node) = item else { return 0 }
    let end = state.library[issue][node].subtreeEnd
    return matches.count(in: node.index..<end, of: issue)
  }

  /// Stretches of a title in the part of it that is shown.
  private static func found(
    _ ranges: [ScalarRange], of title: String, in shown: String
  ) -> [ScalarRange] {
    if ranges.isEmpty || title == shown { return ranges }
    let whole = Array(title.unicodeScalars)
    let part = Array(shown.unicodeScalars)
    guard part.count <= whole.count,
      let start = (0...whole.count - part.count).first(where: {
        whole[$0..<$0 + part.count].elementsEqual(part)
      })
    else { return [] }
    return ranges.compactMap { range in
      let first = max(0, range.start - start)
      let last = min(part.count, range.end - start)
      return first < last ? ScalarRange(first, last) : nil
    }
  }

  private static func line(for node: Node, _ language: Language) -> Line {
    let title = node.title ?? Strings.text(.untitled, language)
    switch node.kind {
    case .cover: return Line(title: Strings.text(.cover, language))
    case .contents: return Line(title: Strings.text(.contentsPage, language))
    case .document, .attachment: return Line(title: node.shortTitle ?? title, role: .title)
    default: break
    }
    guard let number = node.numbering?.printed else { return Line(title: title) }
    let isHeading = node.kind != .clause && node.kind != .subclause
    return Line(
      number: node.numberNeedsSpace ? number + " " : number, title: node.title ?? "",
      role: isHeading ? .heading : .plain)
  }
}
