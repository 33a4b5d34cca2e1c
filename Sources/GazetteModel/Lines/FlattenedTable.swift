import GazetteText

/// Tells tables whose cells were printed one below the other: their rows are numbered by lines that
/// hold nothing but a number, which otherwise is that of a page.
enum FlattenedTable {
  private static let longestRow = 12
  private static let longestCell = 200
  private static let furthestHead = 16

  /// The lines that are cells, from `start` on.
  static func cells(_ lines: [PrintedLine], _ shapes: [LineShape], from start: Int) -> [Range<Int>]
  {
    var result: [Range<Int>] = []
    var index = start
    while index < lines.count {
      guard shapes[index] == .pageMark, number(lines[index].scalars) == 1,
        let table = table(lines, shapes, at: index, from: result.last?.upperBound ?? start)
      else {
        index += 1
        continue
      }
      result.append(table)
      index = table.upperBound
    }
    return result
  }

  /// The value of a line that is nothing but a small number.
  private static func number(_ text: [Unicode.Scalar]) -> Int? {
    guard text.count <= 3, let (value, end) = ChineseNumeral.readArabic(text, at: 0),
      end == text.count
    else { return nil }
    return value
  }

  /// The table whose first row begins at `first`.
  private static func table(
    _ lines: [PrintedLine], _ shapes: [LineShape], at first: Int, from start: Int
  ) -> Range<Int>? {
    var rows = [first]
    while let last = rows.last,
      let next = (last + 1..<min(lines.count, last + longestRow + 2)).first(where: {
        shapes[$0] == .pageMark && number(lines[$0].scalars) != nil
      }), number(lines[next].scalars) == rows.count + 1,
      (last + 1..<next).allSatisfy({ isCell(lines, shapes, $0) }), next > last + 1
    {
      rows.append(next)
    }
    let head = (max(start, first - furthestHead)..<first).last { isHead(lines[$0].scalars) }
    let lengths = zip(rows, rows.dropFirst()).map { $1 - $0 }
    guard rows.count >= 2, let length = lengths.first else { return nil }
    if head == nil {
      guard rows.count >= 3, length >= 3, lengths.allSatisfy({ $0 == length }) else { return nil }
      let open = (first..<rows[rows.count - 1]).count {
        !(lines[$0].scalars.last?.isOneOf("。；：") ?? true)
      }
      guard open * 2 >= rows[rows.count - 1] - first else { return nil }
    }
    var end = rows[rows.count - 1] + 1
    let furthest = min(lines.count, rows[rows.count - 1] + (lengths.max() ?? length))
    while end < furthest, isCell(lines, shapes, end) { end += 1 }
    return (head ?? first)..<end
  }

  private static func isCell(_ lines: [PrintedLine], _ shapes: [LineShape], _ index: Int) -> Bool {
    guard lines[index].scalars.count <= longestCell, !lines[index].isMarkedHeading else {
      return false
    }
    switch shapes[index] {
    case .plain, .bracketNote, .date, .numbered: return true
    default: return false
    }
  }

  /// 序号, which stands over the numbers of rows.
  private static func isHead(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 4 && GenreVocabulary.rowNumberHeads.contains(text.withoutSpaces)
  }
}
