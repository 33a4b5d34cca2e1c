import GazetteText

/// A row of a table of an issue: whose table, and which row.
public struct NodeRow: Hashable, Sendable {
  /// The node that the table belongs to.
  public let node: NodeID
  /// The row in that node.
  public let place: RowPlace

  /// Names a row of a node's table.
  public init(node: NodeID, place: RowPlace) {
    self.node = node
    self.place = place
  }
}

/// How the rows of tables are named: by the number that is printed in them.
///
/// The reference of a row is that of its node with `r` and the number in the column 序号 behind it, as a number
/// further down would stand: `1.1/2.t1.r3`, `4/r12`. A table without such a column counts its rows from 1; a row
/// without number among numbered ones, such as a heading over the whole width, is `rt1`, `rt2` … A number that
/// comes again in the node's tables gets `~2`, `~3`.
enum RowReferences {
  /// Per table of the node and per row below the head, the whole reference.
  static func texts(of node: Node) -> [[String]] {
    let stem = node.reference.text + (node.reference.text.contains("/") ? ".r" : "/r")
    var uses: [String: Int] = [:]
    return node.tables.map { table in
      numbers(of: table).map { number in
        let count = uses[number, default: 0] + 1
        uses[number] = count
        return stem + number + (count > 1 ? "~\(count)" : "")
      }
    }
  }

  private static func numbers(of table: Table) -> [String] {
    guard let column = numberColumn(of: table) else {
      return (0..<table.rowCount).map { String($0 + 1) }
    }
    var unnumbered = 0
    return (0..<table.rowCount).map { row in
      if let number = number(table.cell(row: row, column: column).scalars) { return number }
      unnumbered += 1
      return "t\(unnumbered)"
    }
  }

  private static let heads = ["序号", "编号", "序", "号", "项次", "序列", "任务编号", "任务序号"]

  /// The column of numbers: the one that is called so, or a first one that holds nothing else.
  private static func numberColumn(of table: Table) -> Int? {
    let named = table.header.firstIndex { head in
      heads.contains(head.filter { !$0.isWhitespace })
    }
    if let named, (0..<table.rowCount).contains(where: { number(table, $0, named) != nil }) {
      return named
    }
    guard table.rowCount > 1, table.columnCount > 1 else { return nil }
    return (0..<table.rowCount).allSatisfy { number(table, $0, 0) != nil } ? 0 : nil
  }

  private static func number(_ table: Table, _ row: Int, _ column: Int) -> String? {
    number(table.cell(row: row, column: column).scalars)
  }

  /// The number that a cell holds and nothing else, in Arabic digits: 3, 三、 and （三） are 3, 1.2 stays.
  private static func number(_ cell: [Unicode.Scalar]) -> String? {
    let bare = cell.map(\.halfWidth).filter { !$0.isAnySpace && !$0.isOneOf("()（）、,。:") }
    guard !bare.isEmpty, bare.count <= 8 else { return nil }
    if bare.allSatisfy({ $0.isDigit || $0 == "." || $0 == "-" }), bare[0].isDigit {
      var text = bare.string
      while text.last == "." || text.last == "-" { text.removeLast() }
      return text
    }
    guard let (value, end) = ChineseNumeral.readAny(bare, at: 0), end == bare.count else {
      return nil
    }
    return String(value)
  }
}

extension Issue {
  /// Per table of the node and per row below the head, the reference of the row.
  public func rowReferences(of id: NodeID) -> [[String]] { RowReferences.texts(of: self[id]) }

  /// The reference of a row; that of its node where there is no such row.
  public func reference(of row: NodeRow) -> String {
    let texts = rowReferences(of: row.node)
    guard texts.indices.contains(row.place.table),
      texts[row.place.table].indices.contains(row.place.row)
    else { return self[row.node].reference.text }
    return texts[row.place.table][row.place.row]
  }

  /// The row with that reference, or nil.
  ///
  /// - Complexity: Linear in the number of nodes.
  public func row(at reference: Reference) -> NodeRow? {
    for node in nodes where !node.tables.isEmpty && reference.text.hasPrefix(node.reference.text) {
      for (table, rows) in rowReferences(of: node.id).enumerated() {
        if let row = rows.firstIndex(of: reference.text) {
          return NodeRow(node: node.id, place: RowPlace(table: table, row: row))
        }
      }
    }
    return nil
  }

  /// What a row says, a line for each of its cells with the head of its column before it: 任务：…
  public func textLines(of row: NodeRow) -> [String] {
    let node = self[row.node]
    guard node.tables.indices.contains(row.place.table) else { return [] }
    let table = node.tables[row.place.table]
    guard (0..<table.rowCount).contains(row.place.row) else { return [] }
    let cells = table.grid[table.headRows + row.place.row]
    return cells.indices.compactMap { column in
      if column > 0, cells[column] == cells[column - 1] { return nil }
      let text = table.cells[cells[column]].text.split(separator: "\n").joined(separator: "；")
      if text.isEmpty { return nil }
      let head = table.header.indices.contains(column) ? table.header[column] : ""
      return head.isEmpty ? text : head + "：" + text
    }
  }

  /// The printed lines that the cells of a row stand on, what covers several rows aside where the row
  /// has cells of its own.
  public func lines(of row: NodeRow) -> LineRange? {
    let node = self[row.node]
    guard node.tables.indices.contains(row.place.table) else { return nil }
    let table = node.tables[row.place.table]
    guard (0..<table.rowCount).contains(row.place.row) else { return nil }
    let columns = 0..<table.columnCount
    let own = columns.filter { table.isFirst(row: row.place.row, column: $0) }
    let cells = (own.isEmpty ? Array(columns) : own).map {
      table.cell(row: row.place.row, column: $0)
    }
    let lines = cells.filter { !$0.scalars.isEmpty }.map(\.lines)
    guard let first = lines.map(\.first).min(), let last = lines.map(\.last).max() else {
      return nil
    }
    return LineRange(first, last)
  }

  /// What a row is called: its cell with the most to say that is no list of bodies, else its first.
  public func label(of row: NodeRow) -> String {
    let node = self[row.node]
    guard node.tables.indices.contains(row.place.table) else { return "" }
    let table = node.tables[row.place.table]
    guard (0..<table.rowCount).contains(row.place.row) else { return "" }
    let named = table.header.firstIndex { head in taskHeads.contains { head.contains($0) } }
    let cells = table.rows[row.place.row]
    let text = named.map { cells[$0] } ?? cells.max { $0.count < $1.count } ?? ""
    return text.split(separator: "\n").joined(separator: " ")
  }
}

/// Words in the heads of columns that say what is to be done.
private let taskHeads = ["任务", "工作", "事项", "举措", "措施", "内容", "项目", "指标", "名称"]
