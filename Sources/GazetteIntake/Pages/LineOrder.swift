/// Puts the runs of a page in reading order: column after column, and above and below every heading
/// that lies across them.
struct LineOrder {
  /// A row with its column, from 0; nil where it lies across.
  struct Place {
    let row: PageRow
    let column: Int?
  }

  /// The rows in reading order.
  static func places(of runs: [PlacedRun], _ gutters: ColumnGutters) -> [Place] {
    guard gutters != .none else {
      return PageRow.rows(of: runs).map { Place(row: $0, column: nil) }
    }
    var spanning: [PlacedRun] = []
    var columns: [PlacedRun] = []
    for run in runs {
      if run.words.contains(where: { gutters.isCrossed(by: $0.box) }) {
        spanning.append(run)
      } else {
        columns += parts(of: run, gutters)
      }
    }
    let across = PageRow.rows(of: spanning)
    return bands(of: columns, between: across, gutters)
  }

  /// A run that goes on beyond a gutter is cut there.
  private static func parts(of run: PlacedRun, _ gutters: ColumnGutters) -> [PlacedRun] {
    var result: [PlacedRun] = []
    var words: [PlacedWord] = []
    for word in run.words {
      if let last = words.last,
        gutters.column(of: last.box.middleX) != gutters.column(of: word.box.middleX)
      {
        if let part = PlacedRun(words: words) { result.append(part) }
        words = []
      }
      words.append(word)
    }
    if let part = PlacedRun(words: words) { result.append(part) }
    return result
  }

  private static func bands(
    of runs: [PlacedRun], between across: [PageRow], _ gutters: ColumnGutters
  ) -> [Place] {
    var across = across
    let columnCount = gutters.gutters.count + 1
    var bands = Array(
      repeating: Array(repeating: [PlacedRun](), count: columnCount), count: across.count + 1)
    for run in runs {
      let band = firstRow(below: run.box.middleY, in: across)
      // The rest of a heading that lies across stands beside it.
      if let beside = [band - 1, band].first(where: {
        across.indices.contains($0) && run.box.isBeside(across[$0].box)
          && isNear(run.box, across[$0].box)
      }) {
        across[beside].runs.append(run)
        across[beside].box = across[beside].box.union(run.box)
      } else {
        bands[band][gutters.column(of: run.box.middleX)].append(run)
      }
    }
    var result: [Place] = []
    for band in bands.indices {
      for column in 0..<columnCount {
        for row in PageRow.rows(of: bands[band][column]) {
          result.append(Place(row: row, column: column))
        }
      }
      if band < across.count {
        across[band].runs.sort { $0.box.minX < $1.box.minX }
        result.append(Place(row: across[band], column: nil))
      }
    }
    return result
  }

  private static func isNear(_ run: PlacedBox, _ heading: PlacedBox) -> Bool {
    let gap = max(run.minX - heading.maxX, heading.minX - run.maxX)
    return gap < 3 * heading.height
  }

  /// The first row whose middle lies below `y`; the number of rows where none does.
  private static func firstRow(below y: Double, in rows: [PageRow]) -> Int {
    rows.indices.partitionPoint { rows[$0].box.middleY < y }
  }
}
