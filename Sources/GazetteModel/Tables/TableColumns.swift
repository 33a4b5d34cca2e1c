import GazetteText

/// What the columns of a table mean, by the words of its head.
struct TableColumns {
  /// For each column its meaning; nil where its head is not known.
  let meanings: [ColumnWords.Meaning?]
  /// The column that says what a row is about; nil where none does.
  let task: Int?
  let deadline: Int?

  init(_ table: Table) {
    let head = table.grid[..<table.headRows]
    let meanings = (0..<table.columnCount).map { column -> ColumnWords.Meaning? in
      // The lowest row that says something known decides; 责任 below 单位 is 责任单位.
      let texts = head.map { table.cells[$0[column]].scalars.filter { $0 != "\n" } }
      for (row, text) in texts.enumerated().reversed() {
        if let meaning = ColumnWords.meaning(of: text) { return meaning }
        guard row > 0, texts[row - 1] != text else { continue }
        if let meaning = ColumnWords.meaning(of: text + texts[row - 1]) { return meaning }
      }
      return nil
    }
    self.meanings = meanings
    deadline = meanings.firstIndex(of: .deadline)
    task = Self.task(table, meanings)
  }

  /// Whether some column says who is responsible.
  var hasRoles: Bool {
    meanings.contains { if case .role = $0 { true } else { false } }
  }

  /// Of several columns with tasks the last, which is the most exact; where no head says so, the
  /// column with the most text.
  private static func task(_ table: Table, _ meanings: [ColumnWords.Meaning?]) -> Int? {
    if let last = meanings.lastIndex(of: .task) { return last }
    var longest: (column: Int, length: Int)?
    for column in meanings.indices where meanings[column] == nil || meanings[column] == .other {
      let length = (0..<table.rowCount).reduce(0) {
        $0 + table.cell(row: $1, column: column).scalars.count
      }
      if length > longest?.length ?? 0 { longest = (column, length) }
    }
    return longest?.column
  }

  /// What a row is about: its task, or of a row without one that of a column before it.
  func task(of row: Int, in table: Table) -> [Unicode.Scalar] {
    guard let task else { return [] }
    let own = table.cell(row: row, column: task).scalars
    if !own.isEmpty { return own.filter { $0 != "\n" } }
    for column in (0..<task).reversed() where meanings[column] == .task {
      let other = table.cell(row: row, column: column).scalars
      if !other.isEmpty { return other.filter { $0 != "\n" } }
    }
    return []
  }
}
