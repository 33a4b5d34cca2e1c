import GazetteText

extension Table {
  /// A row below the head, counted from 0, as a sentence: what each column is called, and what it
  /// says. Empty cells are left out, and so is what a cell repeats that covers several columns.
  public func sentence(ofRow row: Int) -> String {
    var parts: [String] = []
    for column in 0..<columnCount {
      let line = grid[headRows + row]
      if column > 0, line[column] == line[column - 1] { continue }
      let text = cells[line[column]].scalars
      guard !text.isEmpty else { continue }
      let label = header.indices.contains(column) ? header[column] : ""
      parts.append((label.isEmpty ? "" : label + "：") + Self.oneLine(text))
    }
    return parts.joined(separator: "；")
  }

  /// Every row as a sentence, in order.
  public var sentences: [String] { (0..<rowCount).map(sentence(ofRow:)) }

  /// The lines of a cell in one, with 、 between bodies that stand on lines of their own.
  static func oneLine(_ text: [Unicode.Scalar]) -> String {
    var result: [Unicode.Scalar] = []
    for (index, scalar) in text.enumerated() {
      guard scalar == "\n" else {
        result.append(scalar)
        continue
      }
      let isMarked = index > 0 && text[index - 1].isOneOf("、，；。：")
      if !isMarked { result.append(endsName(text, at: index) ? "、" : "，") }
    }
    return result.string
  }

  /// Whether the name of a body ends before `index`.
  private static func endsName(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    Array(text[max(0, index - longestEnd)..<index]).ends(withAnyOf: GenreVocabulary.bodySuffixes)
  }

  /// No word at the end of a name is longer.
  private static let longestEnd = 6
}

extension Node {
  /// What the node says as lines of text, its tables row by row, in order of print.
  public var textLines: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let index): [paragraphs[index].text]
      case .table(let index): (tables[index].caption.map { [$0] } ?? []) + tables[index].sentences
      }
    }
  }
}
