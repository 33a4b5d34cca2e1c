import GazetteText

/// Tells how many of a table's first rows are its head, and what each column is called.
enum TableHead {
  /// The most rows of a head.
  private static let mostRows = 4
  /// The longest head of a column.
  private static let longest = 24

  /// How many of the first rows are the head; 0 where there is none.
  static func rowCount(of table: DraftTable) -> Int {
    guard table.rows.count > 1 else { return 0 }
    var count = table.headRows ?? 0
    if count == 0, looksLikeHead(table) { count = 1 }
    guard count > 0 else { return 0 }
    let limit = min(mostRows, table.rows.count - 1)
    while count < limit, isSpanned(table, count) || continuesHead(table, count) { count += 1 }
    return min(count, table.rows.count - 1)
  }

  /// Whether words of the genre stand in the first row.
  static func hasKnownWords(_ table: DraftTable, row: Int = 0) -> Bool {
    table.rows.indices.contains(row)
      && (0..<table.rows[row].count).contains {
        ColumnWords.meaning(of: table.text(row, $0)) != nil
      }
  }

  private static func looksLikeHead(_ table: DraftTable) -> Bool {
    let texts = (0..<table.columnCount).map { table.text(0, $0) }
    let filled = texts.filter { !$0.isEmpty }
    guard !filled.isEmpty,
      filled.allSatisfy({ $0.count <= longest && $0.last != "。" && !isNumber($0) })
    else { return false }
    if hasKnownWords(table) { return true }
    // Numbers below words, or long texts below short ones.
    let below = 1..<table.rows.count
    for column in texts.indices where !texts[column].isEmpty {
      if below.allSatisfy({ isNumber(table.text($0, column)) || table.text($0, column).isEmpty }),
        below.contains(where: { isNumber(table.text($0, column)) })
      {
        return true
      }
    }
    guard table.rows.count > 2, filled.count == texts.count else { return false }
    let head = filled.reduce(0) { $0 + $1.count }
    let body = below.reduce(0) { sum, row in
      texts.indices.reduce(sum) { $0 + table.text(row, $1).count }
    }
    return body > 2 * head * below.count
  }

  /// Whether cells of the row above go on into a row while others do not: a head over two rows.
  private static func isSpanned(_ table: DraftTable, _ row: Int) -> Bool {
    let above = table.rows[row - 1]
    let own = table.rows[row]
    let shared = above.indices.count { own.indices.contains($0) && own[$0] == above[$0] }
    guard shared > 0, shared < above.count else { return false }
    // What is divided below stands over several columns.
    let isDivided = above.indices.dropFirst().contains {
      above[$0] == above[$0 - 1] && own[$0] != own[$0 - 1]
    }
    return isDivided || continuesHead(table, row)
  }

  /// Whether a row below the head says what its columns are too.
  private static func continuesHead(_ table: DraftTable, _ row: Int) -> Bool {
    let above = table.rows[row - 1]
    var isKnown = false
    for column in table.rows[row].indices {
      let text = table.text(row, column)
      if text.isEmpty || above[column] == table.rows[row][column] { continue }
      guard text.count <= 12, !isNumber(text), text.last != "。" else { return false }
      switch ColumnWords.meaning(of: text) {
      case .role, .deadline: isKnown = true
      default: break
      }
    }
    return isKnown
  }

  private static func isNumber(_ text: [Unicode.Scalar]) -> Bool {
    text.contains { $0.halfWidth.isDigit }
      && text.allSatisfy {
        $0.halfWidth.isDigit || $0.isAnySpace || $0.isOneOf(".,，．%％‰+-—－~～/()（）")
      }
  }

  /// What each column is called: the lowest text of its head, with the one above it where two
  /// columns would be called the same.
  static func labels(_ head: [[[Unicode.Scalar]]]) -> [String] {
    guard let columns = head.first?.count else { return [] }
    let stacks = (0..<columns).map { column in
      head.map { $0[column] }.filter { !$0.isEmpty }.reduce(into: [[Unicode.Scalar]]()) {
        if $0.last != $1 { $0.append($1) }
      }
    }
    let lowest = stacks.map { $0.last ?? [] }
    return stacks.indices.map { column in
      let label = lowest[column]
      let isShared = !label.isEmpty && lowest.count { $0 == label } > 1
      guard isShared, stacks[column].count > 1 else { return oneLine(label) }
      return oneLine(stacks[column][stacks[column].count - 2]) + " " + oneLine(label)
    }
  }

  private static func oneLine(_ text: [Unicode.Scalar]) -> String {
    text.filter { $0 != "\n" }.string
  }
}
