import GazetteModel
import GazetteText
import TerminalKit

/// A table set for the whole screen: its head, its lines, and which of its columns are in sight.
///
/// Columns are shown whole. Where not all of them have room, a narrow first one stays, since it
/// says which row it is, and the others are gone through one by one.
struct WideTableLayout {
  /// A line below the head.
  struct Line: Hashable {
    /// The row of the table that it belongs to.
    let row: Int
    let pieces: [TableGrid.Piece]
  }

  let head: [[TableGrid.Piece]]
  let lines: [Line]
  /// For each row its first line.
  let firstLines: [Int]
  /// How many columns at the left stay in sight, 0 or 1.
  let staying: Int
  /// The columns behind them that are in sight.
  let shown: Range<Int>
  /// The largest first column that is shown behind the ones that stay.
  let lastLeft: Int
  /// The columns of the screen that it fills.
  let width: Int

  /// The widest first column that stays in sight: six Han.
  private static let widestStaying = 12
  /// What a column of running text gets at least: ten Han.
  private static let comfortable = 20

  /// - Parameters:
  ///   - left: The first column to show behind the ones that stay; taken as the nearest possible.
  ///   - columns: The columns of the screen that may be filled.
  init(_ table: GazetteModel.Table, left: Int, columns: Int, ambiguous: AmbiguousWidth) {
    let count = table.columnCount
    let least = TableGrid.naturalWidths(table, ambiguous).map { min($0, Self.comfortable) }
    func width(of places: [Int]) -> Int {
      places.reduce(0) { $0 + least[$1] } + TableGrid.gap * max(0, places.count - 1)
    }
    let fitsWhole = width(of: Array(0..<count)) <= columns
    staying = !fitsWhole && count > 2 && least[0] <= Self.widestStaying ? 1 : 0
    let kept = Array(0..<staying)
    var lastLeft = max(staying, count - 1)
    while lastLeft > staying, width(of: kept + Array(lastLeft - 1..<count)) <= columns {
      lastLeft -= 1
    }
    self.lastLeft = lastLeft
    let first = min(max(staying, left), lastLeft)
    var end = min(count, first + 1)
    while end < count, width(of: kept + Array(first...end)) <= columns { end += 1 }
    var grid: TableGrid?
    while grid == nil, end > first {
      let part = table.keeping(columns: kept + Array(first..<end))
      grid = TableGrid(part, measure: columns, ambiguous: ambiguous)
      if grid == nil { end -= 1 }
    }
    shown = first..<end
    self.width = grid?.width ?? 0
    let rows = grid?.rows ?? []
    head = Array(rows.prefix(table.headRows).joined())
    var lines: [Line] = []
    var firstLines: [Int] = []
    for (row, set) in rows.dropFirst(table.headRows).enumerated() {
      firstLines.append(lines.count)
      lines += set.map { Line(row: row, pieces: $0) }
    }
    self.lines = lines
    self.firstLines = firstLines
  }

  /// Whether columns are out of sight at the left of `shown`.
  var hasMoreAtLeft: Bool { shown.lowerBound > staying }

  /// The lines of a row.
  func lines(ofRow row: Int) -> Range<Int> {
    guard firstLines.indices.contains(row) else { return 0..<0 }
    let end = row + 1 < firstLines.count ? firstLines[row + 1] : lines.count
    return firstLines[row]..<end
  }
}

/// The table that was set last for the whole screen.
final class WideTableMemo: RoomMemo {
  private struct Key: Equatable {
    let issue: IssueID
    let node: NodeID
    let table: Int
    let left: Int
    let columns: Int
    let ambiguous: AmbiguousWidth
  }

  private var known: (key: Key, layout: WideTableLayout)?

  /// The layout of a table for the state's screen.
  func layout(of wide: WideTable, for state: State) -> WideTableLayout {
    let columns = max(
      TableGrid.narrowest, state.size.columns - State.gutterColumns - 1)
    let key = Key(
      issue: wide.issue, node: wide.node, table: wide.table, left: wide.left, columns: columns,
      ambiguous: state.settings.ambiguous)
    if let known, known.key == key { return known.layout }
    let layout = WideTableLayout(
      state.library[wide.issue][wide.node].tables[wide.table], left: wide.left, columns: columns,
      ambiguous: key.ambiguous)
    known = (key, layout)
    return layout
  }
}
