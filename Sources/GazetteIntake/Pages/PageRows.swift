/// Words that stand at one height, from left to right.
struct PageRow {
  /// The runs, from left to right.
  var runs: [PlacedRun]
  var box: PlacedBox

  init(_ run: PlacedRun) {
    runs = [run]
    box = run.box
  }

  /// The rows of some runs, from the top down.
  ///
  /// A run belongs to a row when it stands beside the first of it: measured against the whole row,
  /// two columns whose lines are out of step would become one.
  ///
  /// - Complexity: Linear in the number of runs, and sorting them.
  static func rows(of runs: [PlacedRun]) -> [PageRow] {
    var rows: [PageRow] = []
    var first: PlacedBox?
    for run in runs.sorted(by: isAbove) {
      if let first, run.box.isBeside(first) {
        rows[rows.count - 1].runs.append(run)
        rows[rows.count - 1].box = rows[rows.count - 1].box.union(run.box)
      } else {
        rows.append(PageRow(run))
        first = run.box
      }
    }
    for index in rows.indices { rows[index].runs.sort { $0.box.minX < $1.box.minX } }
    return rows
  }

  private static func isAbove(_ left: PlacedRun, _ right: PlacedRun) -> Bool {
    (left.box.middleY, left.box.minX) < (right.box.middleY, right.box.minX)
  }

  /// The words, from left to right.
  var words: [PlacedWord] { runs.flatMap(\.words) }

  /// The text without any spaces.
  var key: String { words.map { $0.text.filter { !$0.isWhitespace } }.joined() }
}
