import GazetteText

/// Joins the parts of a table that goes on over pages: page marks lie between them, and the head is
/// perhaps repeated.
struct TableJoiner {
  private(set) var lines: [PrintedLine]
  private(set) var shapes: [LineShape]
  private(set) var tables: [DraftTable]

  /// The most lines between two parts.
  private static let mostLinesBetween = 6
  /// The longest running head.
  private static let longestHead = 40

  init(lines: [PrintedLine], shapes: [LineShape], tables: [DraftTable]) {
    self.lines = lines
    self.shapes = shapes
    self.tables = tables
    guard tables.count > 1 else { return }
    var last: Int?
    for index in lines.indices where lines[index].table != nil {
      if let first = last, join(first, index) { continue }
      last = index
    }
  }

  /// Joins the table on one line with that on a later line; false where these are two tables.
  private mutating func join(_ first: Int, _ second: Int) -> Bool {
    guard let upper = lines[first].table, let lower = lines[second].table,
      second - first - 1 <= Self.mostLinesBetween,
      tables[upper].columnCount == tables[lower].columnCount, tables[lower].caption.isEmpty
    else { return false }
    let between = first + 1..<second
    let headRows = TableHead.rowCount(of: tables[upper])
    let repeated = repeatedRows(upper, lower, headRows)
    if repeated > 0 {
      guard between.allSatisfy({ isFurniture($0) }) else { return false }
    } else {
      guard between.allSatisfy({ shapes[$0] == .pageMark }), headRows > 0,
        !TableHead.hasKnownWords(tables[lower]),
        !between.isEmpty || tables[lower].headRows == nil
      else { return false }
    }
    append(lower, to: upper, from: repeated)
    for index in first + 1...second { shapes[index] = .pageMark }
    lines[first].lastLine = lines[second].lastLine
    lines[second].table = nil
    return true
  }

  /// How many rows at the start of the lower part are the head again.
  private func repeatedRows(_ upper: Int, _ lower: Int, _ headRows: Int) -> Int {
    guard headRows > 0, tables[lower].rows.count >= headRows else { return 0 }
    for row in 0..<headRows {
      for column in 0..<tables[upper].columnCount
      where tables[upper].text(row, column).withoutSpaces
        != tables[lower].text(row, column).withoutSpaces
      {
        return 0
      }
    }
    return headRows
  }

  /// Whether a line between two parts with the same head is a page mark, a running head, or says
  /// that the table goes on.
  private func isFurniture(_ index: Int) -> Bool {
    if shapes[index] == .pageMark { return true }
    let text = lines[index].scalars.withoutSpaces
    guard text.count <= Self.longestHead, !text.contains("。") else { return false }
    if text.contains("续"), text.count <= 12 { return true }
    return (text.contains(word: "公报") || text.contains(word: "政报"))
      && text.contains { $0.halfWidth.isDigit }
  }

  private mutating func append(_ lower: Int, to upper: Int, from row: Int) {
    let shift = tables[upper].cells.count
    tables[upper].cells += tables[lower].cells
    tables[upper].rows += tables[lower].rows[row...].map { $0.map { $0 + shift } }
    tables[upper].lines = LineRange(tables[upper].lines.first, tables[lower].lines.last)
    tables[upper].isDamaged = tables[upper].isDamaged || tables[lower].isDamaged
  }
}
