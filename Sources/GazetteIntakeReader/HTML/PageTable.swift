/// The tables of a page: which of them are tables, and what their cells say.
struct PageTable {
  let tree: MarkupTree
  let isSkipped: (Int) -> Bool

  /// A cell that holds more is no cell, but a page laid out with a table, in characters.
  private static let longestCell = 1500

  /// The rows of a table, without those of tables inside it.
  private func rows(of table: Int) -> [Int] {
    var result: [Int] = []
    for child in tree.children(of: table) {
      switch tree[child].name {
      case "tr": result.append(child)
      case "thead", "tbody", "tfoot":
        result += tree.children(of: child).filter { tree[$0].name == "tr" }
      default: break
      }
    }
    return result.filter { !isSkipped($0) }
  }

  private func cells(of row: Int) -> [Int] {
    tree.children(of: row).filter { tree[$0].name == "td" || tree[$0].name == "th" }
  }

  /// Whether a `table` is one: two rows or more of two cells or more, none of which is a whole page.
  func isTable(_ table: Int) -> Bool {
    let rows = rows(of: table)
    guard rows.count > 1, rows.count(where: { cells(of: $0).count > 1 }) > 1 else { return false }
    return rows.allSatisfy { row in
      cells(of: row).allSatisfy { cell in
        var length = 0
        for node in tree.nodes[cell..<tree[cell].end] { length += node.text.utf8.count / 3 }
        return length < Self.longestCell
      }
    }
  }

  /// What its cells say.
  func grid(of table: Int) -> TableGrid {
    TableGrid(
      rows(of: table).map { row in
        let isHead = tree[tree[row].parent].name == "thead"
        return cells(of: row).map { cell in
          TableGrid.Cell(
            text: text(of: cell), columns: span(cell, "colspan"), rows: span(cell, "rowspan"),
            isHead: isHead || tree[cell].name == "th")
        }
      })
  }

  private func span(_ cell: Int, _ attribute: String) -> Int {
    Int(tree[cell][attribute]?.filter(\.isNumber) ?? "") ?? 1
  }

  private func text(of cell: Int) -> String {
    PageLines.lines(of: cell, in: tree, isSkipped: isSkipped, isTable: { _ in false })
      .compactMap { line in
        switch line {
        case .text(let text, _): text
        case .picture: "〔图〕"
        case .table: nil
        }
      }
      .joined(separator: "\n")
  }
}
