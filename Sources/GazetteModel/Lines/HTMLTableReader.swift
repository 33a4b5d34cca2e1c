import GazetteText

/// Reads a table that a text writes out in HTML: in one line, with a tag on each line, with cells
/// that cover several places, with tables inside its cells.
struct HTMLTableReader {
  private(set) var table: DraftTable
  /// The line behind whose `offset` the table ends.
  private(set) var end: (line: Int, offset: Int)
  /// Whether its end is printed.
  private(set) var isClosed = false
  /// What was found in the cells, by line.
  private(set) var markup: [(line: Int, InlineMarkup)] = []

  private let lines: [PrintedLine]
  private let start: (line: Int, offset: Int)
  /// How many tables are open.
  private var depth = 0
  /// The row that is being filled; nil between rows.
  private var row: [Int]?
  private var rowIsHead = false
  private var isInHead = false
  private var bodyHasBegun = false
  private var headRows = 0
  /// For each column the cell that goes on into rows below, and into how many.
  private var carried: [(cell: Int, rows: Int)] = []
  /// The open cell or caption.
  private var open: Open?

  private struct Open {
    var text: [Unicode.Scalar] = []
    let line: Int
    let columns: Int
    let rows: Int
    let isCaption: Bool
  }

  /// Makes ready to read the table whose tag stands at an offset of a line.
  init(_ lines: [PrintedLine], from start: (line: Int, offset: Int)) {
    self.lines = lines
    self.start = start
    end = start
    table = DraftTable(lines: LineRange(lines[start.line].line))
  }

  /// Where a table begins in a line, from an offset on.
  static func start(in text: [Unicode.Scalar], from offset: Int) -> Int? {
    guard text.count > offset + 6 else { return nil }
    for index in offset..<text.count - 6
    where text[index] == "<" && text.hasLettersOfAnyCase("<table", at: index) {
      if let tag = MarkupTag(text, at: index), tag.name == "table" { return index }
    }
    return nil
  }

  mutating func read() {
    var place = start
    reading: while place.line < lines.count {
      let text = lines[place.line].scalars
      while place.offset < text.count {
        guard text[place.offset] == "<", let tag = MarkupTag(text, at: place.offset) else {
          if open != nil { open?.text.append(text[place.offset]) }
          place.offset += 1
          continue
        }
        read(tag, text, place)
        place.offset = tag.end
        if depth == 0 {
          isClosed = true
          end = place
          break reading
        }
      }
      if open != nil { open?.text.append(" ") }
      place = (place.line + 1, 0)
    }
    finish()
  }

  private mutating func finish() {
    if isClosed { endRow() } else { dropOpen() }
    table.lines = LineRange(lines[start.line].line, lines[end.line].line)
    table.isDamaged = table.isDamaged || !isClosed
    table.complete()
    if headRows > 0, headRows < table.rows.count { table.headRows = headRows }
    takeCaption()
    table.dropBlankRows()
  }

  /// What stands behind the last whole row of a table that never ends is text.
  private mutating func dropOpen() {
    open = nil
    row = nil
  }

  /// Rows of one cell above the others are what the table is called.
  private mutating func takeCaption() {
    while table.rows.count > 1, table.isWhole(0) {
      if !table.caption.isEmpty { table.caption.append("\u{3000}") }
      table.caption += table.text(0, 0)
      table.rows.removeFirst()
      table.headRows = table.headRows.flatMap { $0 > 1 ? $0 - 1 : nil }
    }
  }

  // MARK: Tags

  private mutating func read(
    _ tag: MarkupTag, _ text: [Unicode.Scalar], _ place: (line: Int, offset: Int)
  ) {
    if tag.name == "table" {
      depth += tag.isClosing ? -1 : 1
      if depth > 0, open != nil { open?.text.append("\n") }
      return
    }
    guard depth == 1 else {
      keep(tag, text, place)
      return
    }
    switch tag.name {
    case "tr":
      endRow()
      if tag.isClosing { end = (place.line, tag.end) } else { beginRow() }
    case "td", "th":
      endCell()
      if !tag.isClosing {
        if row == nil { beginRow() }
        if tag.name == "td", !isInHead { rowIsHead = false }
        open = Open(
          line: place.line,
          columns: min(DraftTable.mostColumns, max(1, tag.number(of: "colspan", in: text) ?? 1)),
          rows: min(10_000, max(1, tag.number(of: "rowspan", in: text) ?? 1)), isCaption: false)
      }
    case "caption":
      endCell()
      if !tag.isClosing { open = Open(line: place.line, columns: 1, rows: 1, isCaption: true) }
    case "thead": isInHead = !tag.isClosing
    case "tbody", "tfoot", "colgroup", "col": endRow()
    default: keep(tag, text, place)
    }
  }

  /// A tag inside a cell is read with its text.
  private mutating func keep(
    _ tag: MarkupTag, _ text: [Unicode.Scalar], _ place: (line: Int, offset: Int)
  ) {
    guard open != nil else { return }
    open?.text += text[place.offset..<tag.end]
  }

  // MARK: Rows and cells

  private mutating func beginRow() {
    row = []
    rowIsHead = true
    placeCarried()
  }

  /// Fills the places that cells of rows above cover.
  private mutating func placeCarried() {
    while let count = row?.count, count < carried.count, carried[count].rows > 0 {
      row?.append(carried[count].cell)
      carried[count].rows -= 1
    }
  }

  private mutating func endCell() {
    guard let cell = open else { return }
    open = nil
    let line = lines[cell.line].line
    let read = InlineMarkup(cell.text, isLine: false)
    if read.imageCount > 0 || !read.formulas.isEmpty { markup.append((line, read)) }
    let texts = read.pieces.flatMap {
      $0.scalars.split(separator: "\n").map { Array($0).trimmed }
    }
    if cell.isCaption {
      table.caption += texts.reduce(into: []) { $0 += $1 }
      return
    }
    placeCarried()
    guard let count = row?.count, count < DraftTable.mostColumns else {
      // Nothing that is printed is lost.
      if let last = row?.last { table.cells[last].texts += texts }
      table.isDamaged = true
      return
    }
    let place = table.add(texts, lines: LineRange(line))
    for column in count..<min(DraftTable.mostColumns, count + cell.columns) {
      row?.append(place)
      while carried.count <= column { carried.append((0, 0)) }
      carried[column] = (place, cell.rows - 1)
    }
  }

  private mutating func endRow() {
    endCell()
    guard var cells = row else { return }
    row = nil
    guard !cells.isEmpty else { return }
    // What rows above cover stands behind the last cell too.
    if let last = carried.lastIndex(where: { $0.rows > 0 }) {
      while cells.count <= last {
        if carried[cells.count].rows > 0 {
          carried[cells.count].rows -= 1
          cells.append(carried[cells.count].cell)
        } else {
          cells.append(table.add([], lines: LineRange(lines[start.line].line)))
        }
      }
    }
    table.rows.append(cells)
    if rowIsHead || isInHead, !bodyHasBegun {
      headRows = table.rows.count
    } else {
      bodyHasBegun = true
    }
  }
}

extension DraftTable {
  /// Drops rows in which nothing is printed.
  mutating func dropBlankRows() {
    guard rows.indices.contains(where: { isBlank($0) }) else { return }
    var head = headRows ?? 0
    var kept: [[Int]] = []
    for index in rows.indices {
      if !isBlank(index) {
        kept.append(rows[index])
      } else if index < headRows ?? 0 {
        head -= 1
      }
    }
    rows = kept
    headRows = head > 0 ? head : nil
  }
}
