import GazetteModel
import GazetteText
import TerminalKit

/// A top-level document (or the cover, or the contents page) set as one continuous text.
///
/// It is a value: made anew for another measure, and a `TextPosition` finds the same place in both.
struct DocumentLayout: Sendable {
  let issue: Issue
  /// The document, cover or contents that is set.
  let root: NodeID
  /// The columns that rows may fill.
  let measure: Int
  let options: DocumentLayoutOptions
  /// The rows from top to bottom; never empty.
  let rows: [DocumentRow]
  /// The first row of each node of the document, by its distance from `root`.
  private let firstRows: [Int]
  /// The last row of each node with what is below it, by its distance from `root`.
  private let lastRows: [Int]
  private let texts: [[Unicode.Scalar]]

  /// The narrowest measure that is set well; a narrower one is taken as this.
  static let narrowestMeasure = 16
  /// The measure at which rows are most comfortable to read: 40 Han.
  static let comfortableMeasure = 80

  /// Sets `root`, a node without a parent, in rows of at most `measure` columns.
  init(issue: Issue, root: NodeID, measure: Int, options: DocumentLayoutOptions = .init()) {
    let measure = max(Self.narrowestMeasure, measure)
    var setter = DocumentTypesetter(issue: issue, root: root, measure: measure, options: options)
    setter.set()
    self.issue = issue
    self.root = root
    self.measure = measure
    self.options = options
    rows = setter.rows
    firstRows = setter.firstRows
    lastRows = setter.lastRows
    texts = setter.texts
  }

  /// The scalars of a text that is set here; empty for any other.
  ///
  /// - Complexity: Linear in the rows of the node.
  func scalars(of part: TextPart, in node: NodeID) -> [Unicode.Scalar] {
    guard node.index >= root.index, node.index - root.index < firstRows.count else { return [] }
    let row = rows[firstRow(of: node)...lastRow(of: node)].first {
      $0.node == node && $0.part == part
    }
    return row.map { texts[$0.text] } ?? []
  }
}

// MARK: - From nodes and positions to rows and back

extension DocumentLayout {
  /// The row on which a node begins; a node without text of its own begins with what follows it.
  func firstRow(of node: NodeID) -> Int {
    let index = node.index - root.index
    return firstRows.indices.contains(index) ? firstRows[index] : 0
  }

  /// The last row of a node with everything below it.
  func lastRow(of node: NodeID) -> Int {
    let index = node.index - root.index
    return lastRows.indices.contains(index) ? lastRows[index] : 0
  }

  /// The row that shows a position, or the nearest one before it.
  ///
  /// A position in reading text finds its printed line and the other way round.
  func row(of position: TextPosition) -> Int {
    let (node, part, offset) = translated(position)
    let first = firstRow(of: node)
    var found: Int?
    for index in first...lastRow(of: node) {
      let row = rows[index]
      guard row.node == node, row.part == part else {
        if found != nil { break }
        continue
      }
      if found != nil, row.range.start > offset { break }
      found = index
    }
    return found ?? first
  }

  /// The place in the text at which a row begins; a blank row stands for what follows it.
  func position(ofRow index: Int) -> TextPosition {
    var index = min(max(0, index), rows.count - 1)
    while index < rows.count - 1, rows[index].isBlank { index += 1 }
    let row = rows[index]
    return TextPosition(node: row.node, part: row.part ?? .heading, offset: row.range.start)
  }

  /// The contents entry that a row shows.
  func entry(atRow index: Int) -> Int? {
    guard rows.indices.contains(index), case .entry(let entry) = rows[index].part else {
      return nil
    }
    return entry
  }

  private func translated(_ position: TextPosition) -> (NodeID, TextPart, Int) {
    let same = (position.node, position.part, position.offset)
    guard issue.nodes.indices.contains(position.node.index) else { return same }
    let node = issue[position.node]
    switch position.part {
    case .cell(let cell) where !options.isPrinted:
      return (node.id, .row(RowPlace(table: cell.table, row: cell.row)), 0)
    case .cell(let cell) where node.tables.indices.contains(cell.table):
      return (node.id, .line(node.tables[cell.table].lines.first), 0)
    case .row(let row) where options.isPrinted && node.tables.indices.contains(row.table):
      return (node.id, .line(node.tables[row.table].lines.first), 0)
    case .line(let line) where !options.isPrinted:
      if let table = node.tables.firstIndex(where: { $0.lines.contains(line) }) {
        return (node.id, .row(RowPlace(table: table, row: 0)), 0)
      }
      for (index, paragraph) in node.paragraphs.enumerated() where paragraph.lines.contains(line) {
        let start = paragraph.lineStarts.last { $0.line <= line }
        return (node.id, .paragraph(index), start?.offset ?? 0)
      }
      let head = node.head?.lines.firstIndex { $0.lines.contains(line) }
      return (node.id, head.map { .head($0) } ?? .heading, 0)
    case .paragraph(let index) where options.isPrinted && node.paragraphs.indices.contains(index):
      let paragraph = node.paragraphs[index]
      let start = paragraph.lineStarts.last { $0.offset <= position.offset }
      return (node.id, .line(start?.line ?? paragraph.lines.first), 0)
    case .head(let index) where options.isPrinted:
      guard let lines = node.head?.lines, lines.indices.contains(index) else { return same }
      return (node.id, .line(lines[index].lines.first), 0)
    case .entry(let index) where options.isPrinted && issue.contents.indices.contains(index):
      return (node.id, .line(issue.contents[index].lines.first), 0)
    default:
      return same
    }
  }
}

// MARK: - What to paint

extension DocumentLayout {
  /// The pieces of a row from left to right, with the hits of a search in them.
  ///
  /// - Parameters:
  ///   - matches: Stretches of the row's text that the search found, in order.
  ///   - current: The hit that the reader stands on.
  ///   - stretches: What else is set apart in the text, in order; later ones win.
  func segments(
    ofRow index: Int, matches: [ScalarRange] = [], current: ScalarRange? = nil,
    stretches: [(range: ScalarRange, role: StyleRole)] = []
  ) -> [RowSegment] {
    guard rows.indices.contains(index), let part = rows[index].part else { return [] }
    let row = rows[index]
    guard row.cells.isEmpty else { return cellSegments(ofRow: index) { _ in [] } }
    var result: [RowSegment] = []
    if let marker = row.marker { result.append(Self.segment(marker)) }
    let text = texts[row.text]
    let roles = stretches + self.stretches(of: part, in: issue[row.node], text: text)
    let ranges = (roles.map(\.range) + matches + (current.map { [$0] } ?? [])).filter {
      $0.overlaps(row.range)
    }
    var column = row.column
    let edges = Self.edges(
      of: ranges, in: row.range, of: text, ambiguous: options.ambiguous)
    for (start, end) in zip(edges, edges.dropFirst()) where start < end {
      var style = Style(roles.last { $0.range.contains(start) }?.role ?? row.role)
      style.isMatch = matches.contains { $0.contains(start) }
      style.isCurrentMatch = current?.contains(start) ?? false
      result.append(RowSegment(column: column, text: Array(text[start..<end]).string, style: style))
      column += DisplayWidth.columns(of: text[start..<end], ambiguous: options.ambiguous)
    }
    return result + row.trailers.map(Self.segment)
  }

  /// The pieces of a row of a table from left to right.
  ///
  /// - Parameter matches: The stretches of a cell that a search or a filter found, in order.
  func cellSegments(ofRow index: Int, matches: (CellPlace) -> [ScalarRange]) -> [RowSegment] {
    guard rows.indices.contains(index) else { return [] }
    var result: [RowSegment] = []
    for piece in rows[index].cells {
      result += Self.segments(
        of: texts[piece.text], piece.range, column: piece.column, piece.role,
        found: piece.place.map(matches) ?? [], ambiguous: options.ambiguous)
    }
    return result + rows[index].trailers.map(Self.segment)
  }

  /// A stretch of the text of a cell, cut where what was found in it begins and ends.
  static func segments(
    of text: [Unicode.Scalar], _ range: ScalarRange, column: Int, _ role: StyleRole,
    found: [ScalarRange], ambiguous: AmbiguousWidth
  ) -> [RowSegment] {
    var result: [RowSegment] = []
    var column = column
    let edges = edges(
      of: found.filter { $0.overlaps(range) }, in: range, of: text, ambiguous: ambiguous)
    for (start, end) in zip(edges, edges.dropFirst()) where start < end {
      var style = Style(role)
      style.isMatch = found.contains { $0.contains(start) }
      result.append(RowSegment(column: column, text: Array(text[start..<end]).string, style: style))
      column += DisplayWidth.columns(of: text[start..<end], ambiguous: ambiguous)
    }
    return result
  }

  /// Where a row is cut so that each range begins and ends at a cut, with both ends of the row.
  private static func edges(
    of ranges: [ScalarRange], in row: ScalarRange, of text: [Unicode.Scalar],
    ambiguous: AmbiguousWidth
  ) -> [Int] {
    // Most rows are of one piece.
    if ranges.isEmpty { return [row.start, row.end] }
    let inner = ranges.flatMap { [max($0.start, row.start), min($0.end, row.end)] }
    // A combining mark stays in the piece of its character.
    let moved = inner.map { edge in
      var edge = edge
      while edge > row.start, edge < row.end,
        DisplayWidth.columns(of: text[edge], ambiguous: ambiguous) == 0
      {
        edge += 1
      }
      return edge
    }
    return ([row.start, row.end] + moved).sorted()
  }

  /// The columns of a stretch of the row's text: the first inside the measure and how many.
  func columns(of range: ScalarRange, inRow index: Int) -> (start: Int, count: Int)? {
    guard rows.indices.contains(index), rows[index].part != nil else { return nil }
    let row = rows[index]
    let start = max(range.start, row.range.start)
    let end = min(range.end, row.range.end)
    guard start < end else { return nil }
    let text = texts[row.text]
    let before = DisplayWidth.columns(
      of: text[row.range.start..<start], ambiguous: options.ambiguous)
    let inside = DisplayWidth.columns(of: text[start..<end], ambiguous: options.ambiguous)
    return (row.column + before, inside)
  }

  private static func segment(_ fixture: DocumentRow.Fixture) -> RowSegment {
    RowSegment(column: fixture.column, text: fixture.text, style: Style(fixture.role))
  }

  /// The stretches of a text that are set apart: a title sentence, corrected places. Later ones
  /// win.
  private func stretches(of part: TextPart, in node: Node, text: [Unicode.Scalar])
    -> [(range: ScalarRange, role: StyleRole)]
  {
    guard case .paragraph(let index) = part, node.paragraphs.indices.contains(index) else {
      return []
    }
    var result: [(range: ScalarRange, role: StyleRole)] = []
    if index == 0, let length = DocumentTypesetter.titleLength(of: node, in: text) {
      result.append((ScalarRange(0, length), .heading))
    }
    for applied in node.paragraphs[index].corrections where applied.range.count > 0 {
      result.append((applied.range, .corrected))
    }
    return result
  }
}

// MARK: - Tables

extension DocumentLayout {
  /// The rows of the head of the table that a row belongs to, where these stand above it.
  func tableHead(above index: Int) -> [Int] {
    guard rows.indices.contains(index) else { return [] }
    var row = index
    // A blank row between two rows of a table belongs to it.
    if rows[row].isBlank, row + 1 < rows.count { row += 1 }
    let node = rows[row].node
    let first = firstRow(of: node)
    let table: Int
    switch rows[row].part {
    case .row(let place): table = place.table
    case .tableHead(let place) where row > first && rows[row - 1].part == .tableHead(place):
      table = place
    default: return []
    }
    var low = row
    while low > first, rows[low].isBlank || isRow(low, of: table, node) { low -= 1 }
    guard rows[low].part == .tableHead(table) else { return [] }
    while low + 1 < rows.count, rows[low + 1].part == .tableHead(table) { low += 1 }
    var start = low
    while start > first, rows[start - 1].part == .tableHead(table) { start -= 1 }
    return Array(start...low)
  }

  private func isRow(_ index: Int, of table: Int, _ node: NodeID) -> Bool {
    guard case .row(let place) = rows[index].part else { return false }
    return place.table == table && rows[index].node == node
  }
}
