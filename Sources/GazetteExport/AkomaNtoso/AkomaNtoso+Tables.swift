import GazetteModel

extension AkomaNtoso {
  /// The paragraphs and tables of a node, in order of print.
  mutating func writeBlocks(of id: NodeID, prefix: String) {
    let node = issue[id]
    for block in node.blocks {
      switch block {
      case .paragraph(let index): writeParagraph(index, of: node, prefix: prefix)
      case .table(let index): writeTable(index, of: node)
      }
    }
  }

  /// A table with its merged cells as they are printed.
  private mutating func writeTable(_ index: Int, of node: Node) {
    let table = node.tables[index]
    guard !table.grid.isEmpty, table.columnCount > 0 else { return }
    let eId = names.id(node.id, "table_\(index + 1)")
    xml.start("table", [("eId", eId), ("g:lines", Self.text(table.lines))])
    if let caption = table.caption {
      xml.element("caption", [("eId", eId + "__caption")], text: caption)
    }
    let references = issue.rowReferences(of: node.id)
    for row in table.grid.indices {
      let body = row - table.headRows
      let reference = body >= 0 ? references[index][body] : nil
      xml.start("tr", [("eId", eId + "__tr_\(row + 1)"), ("g:ref", reference)])
      for column in table.grid[row].indices where table.opens(row, column) {
        writeCell(row, column, of: table, eId: eId + "__tr_\(row + 1)__td_\(column + 1)")
      }
      if !table.grid[row].indices.contains(where: { table.opens(row, $0) }) {
        // Every place of the row belongs to cells above it, and a row has at least one cell.
        writeCell(row, 0, of: table, eId: eId + "__tr_\(row + 1)__td_1")
      }
      xml.end()
    }
    xml.end()
  }

  private mutating func writeCell(_ row: Int, _ column: Int, of table: Table, eId: String) {
    let span = table.span(row, column)
    xml.start(
      row < table.headRows ? "th" : "td",
      [
        ("eId", eId), ("rowspan", span.rows > 1 ? String(span.rows) : nil),
        ("colspan", span.columns > 1 ? String(span.columns) : nil),
      ])
    let text = table.cells[table.grid[row][column]].text
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      xml.element("p", text: String(line))
    }
    xml.end()
  }
}

extension Table {
  /// Whether the cell at a place of the whole grid begins there.
  fileprivate func opens(_ row: Int, _ column: Int) -> Bool {
    let cell = grid[row][column]
    if column > 0, grid[row][column - 1] == cell { return false }
    return row == 0 || grid[row - 1][column] != cell
  }

  /// How many rows and columns the cell that begins at a place covers.
  fileprivate func span(_ row: Int, _ column: Int) -> (rows: Int, columns: Int) {
    let cell = grid[row][column]
    let columns = grid[row][column...].prefix { $0 == cell }.count
    let rows = grid[row...].prefix { $0[column] == cell }.count
    return (rows, columns)
  }
}
