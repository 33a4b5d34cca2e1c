import GazetteText

/// Reads a table that a text writes with strokes between its cells, as Markdown does: with or
/// without a row of dashes below the head.
struct PipeTableReader {
  private(set) var table: DraftTable
  /// The index behind its last line.
  private(set) var end: Int
  /// What was found in the cells, by line.
  private(set) var markup: [(line: Int, InlineMarkup)] = []

  /// Reads the table that begins with that line; nil where none does.
  init?(_ lines: [PrintedLine], from start: Int) {
    let first = lines[start].scalars.trimmed
    let isFramed = first.first == "|"
    guard isFramed || first.contains("|") else { return nil }
    table = DraftTable(lines: LineRange(lines[start].line))
    end = start
    var rule: Int?
    while end < lines.count, end == start || lines[end].line == lines[end - 1].line + 1 {
      let text = lines[end].scalars.trimmed
      guard text.first == "|" || !isFramed && text.contains("|") else { break }
      let cells = Self.cells(of: text)
      if rule == nil, Self.isRule(cells) {
        rule = table.rows.count
      } else {
        add(cells, line: lines[end].line)
      }
      end += 1
    }
    let columns = table.columnCount
    guard columns > 1 || rule == 1, !table.rows.isEmpty else { return nil }
    // Strokes in running text are no table, unless dashes say so or they frame the lines.
    guard isFramed && (first.last == "|" || table.rows.count > 1) || rule == 1 else { return nil }
    table.lines = LineRange(lines[start].line, lines[end - 1].line)
    if rule == 1, let head = table.rows.first, table.rows.contains(where: { $0.count > head.count })
    {
      table.isDamaged = true
    }
    table.complete()
    if rule == 1 { table.headRows = 1 }
    table.dropBlankRows()
    if table.rows.isEmpty { return nil }
  }

  private mutating func add(_ cells: [[Unicode.Scalar]], line: Int) {
    var row: [Int] = []
    for cell in cells {
      let read = InlineMarkup(cell, isLine: false)
      if read.imageCount > 0 || !read.formulas.isEmpty { markup.append((line, read)) }
      let texts = read.pieces.map { $0.scalars.trimmed }
      if row.count < DraftTable.mostColumns {
        row.append(table.add(texts, lines: LineRange(line)))
      } else if let last = row.last {
        table.cells[last].texts += texts
        table.isDamaged = true
      }
    }
    table.rows.append(row)
  }

  /// What stands between the strokes of a line; a stroke behind a backslash is text.
  private static func cells(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var cells: [[Unicode.Scalar]] = []
    var cell: [Unicode.Scalar] = []
    for (index, scalar) in text.enumerated() {
      guard scalar == "|" else {
        cell.append(scalar)
        continue
      }
      if index > 0, text[index - 1] == "\\" {
        cell[cell.count - 1] = "|"
      } else if index == 0 {
        continue
      } else {
        cells.append(cell.trimmed)
        cell = []
      }
    }
    if text.last != "|" || cell.contains(where: { !$0.isAnySpace }) { cells.append(cell.trimmed) }
    return cells
  }

  /// Whether the cells are the dashes between head and rows: `:---`, `:-:`.
  private static func isRule(_ cells: [[Unicode.Scalar]]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        cell.contains("-") && cell.allSatisfy { $0.isOneOf("-: ") }
      }
  }
}
