import GazetteModel
import GazetteText
import TerminalKit

/// A note set in rows, with the way from offsets to rows and columns and back.
struct NoteLayout {
  /// A row: what it shows, and where the next one begins.
  struct Row: Hashable {
    let start: Int
    /// The end of what is shown; blanks at the wrap are not.
    let shownEnd: Int
    let end: Int
  }

  let scalars: [Unicode.Scalar]
  let rows: [Row]
  private let ambiguous: AmbiguousWidth

  /// Sets a note, by the same rules as the text of the gazette.
  ///
  /// - Parameter columns: The width, at least 3; the last column is the cursor's.
  init(_ scalars: [Unicode.Scalar], columns: Int, ambiguous: AmbiguousWidth) {
    self.scalars = scalars
    self.ambiguous = ambiguous
    let width = max(2, columns - 1)
    var rows: [Row] = []
    var start = 0
    for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let set = LineBreaking.rows(
        of: Array(line), firstWidth: width, restWidth: width, ambiguous: ambiguous)
      for (index, row) in set.enumerated() {
        let isLast = index == set.count - 1
        rows.append(
          Row(
            start: start + row.range.start,
            shownEnd: start + (isLast ? max(row.range.end, line.count) : row.range.end),
            end: start + (isLast ? line.count : row.end)))
      }
      start += line.count + 1
    }
    self.rows = rows
  }

  /// The row that an offset stands in: at a wrap, the row that begins there.
  func row(of offset: Int) -> Int {
    max(0, (rows.firstIndex { $0.start > offset } ?? rows.count) - 1)
  }

  /// The column of an offset in its row.
  func column(of offset: Int) -> Int {
    let row = rows[row(of: offset)]
    return columns(from: row.start, to: min(offset, row.shownEnd))
  }

  /// The offset in a row at a column, or at the end of a shorter row.
  func offset(row index: Int, column: Int) -> Int {
    let row = rows[index]
    var offset = row.start
    while offset < row.shownEnd, columns(from: row.start, to: offset + 1) <= column { offset += 1 }
    // The end of a wrapped row is the beginning of the next.
    return offset == row.end && rows.indices.contains(index + 1) && rows[index + 1].start == offset
      ? max(row.start, offset - 1) : offset
  }

  /// What a row shows.
  func text(ofRow index: Int) -> String {
    String(String.UnicodeScalarView(scalars[rows[index].start..<rows[index].shownEnd]))
  }

  private func columns(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return DisplayWidth.columns(
      of: String(String.UnicodeScalarView(scalars[start..<end])), ambiguous: ambiguous)
  }
}
