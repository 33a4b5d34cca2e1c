/// A table whose cells a page rules: its grid, and the text in it.
struct RuledTable: Sendable {
  let box: PlacedBox
  /// The edges of rows and columns.
  private let ys: [Double]
  private let xs: [Double]
  /// Of each place of the grid the first place of its cell, as row and column.
  private var origins: [[Origin]]
  /// The lines of text of each place that begins a cell.
  private var texts: [[String]] = []

  private struct Origin: Hashable {
    let row: Int
    let column: Int
  }

  /// A larger grid is squared paper.
  private static let mostCells = 20_000

  /// The tables of a page, from the top down.
  static func tables(_ rulings: PageRulings) -> [RuledTable] {
    guard rulings.canRuleTables else { return [] }
    let level = merged(rulings.level)
    let upright = merged(rulings.upright)
    // Level lines that an upright one touches belong together.
    var groups = Array(level.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while groups[index] != index { index = groups[index] }
      return index
    }
    var owner: [Int?] = []
    for line in upright {
      var first: Int?
      for (index, candidate) in level.enumerated() where touches(candidate, line) {
        if let first { groups[root(index)] = root(first) } else { first = index }
      }
      owner.append(first)
    }
    var tables: [RuledTable] = []
    for group in Set(level.indices.map(root)) {
      let table = RuledTable(
        level: level.indices.filter { root($0) == group }.map { level[$0] },
        upright: upright.indices.filter { owner[$0].map(root) == group }.map { upright[$0] })
      if let table { tables.append(table) }
    }
    return tables.sorted { ($0.box.minY, $0.box.minX) < ($1.box.minY, $1.box.minX) }
  }

  private static func touches(
    _ level: PageRulings.Stroke, _ upright: PageRulings.Stroke
  ) -> Bool {
    let slack = PageRulings.tolerance
    return upright.place > level.start - slack && upright.place < level.end + slack
      && level.place > upright.start - slack && level.place < upright.end + slack
  }

  /// Strokes that go on with each other as one.
  private static func merged(_ strokes: [PageRulings.Stroke]) -> [PageRulings.Stroke] {
    let slack = PageRulings.tolerance
    let sorted = strokes.sorted { ($0.place, $0.start) < ($1.place, $1.start) }
    var rows: [[PageRulings.Stroke]] = []
    for stroke in sorted {
      if let last = rows.last?.first, stroke.place - last.place < slack {
        rows[rows.count - 1].append(stroke)
      } else {
        rows.append([stroke])
      }
    }
    return rows.flatMap { row in
      var result: [PageRulings.Stroke] = []
      for stroke in row.sorted(by: { $0.start < $1.start }) {
        if let last = result.last, stroke.start < last.end + slack {
          result[result.count - 1].end = max(last.end, stroke.end)
        } else {
          result.append(stroke)
        }
      }
      return result
    }
  }

  /// The grid of lines that belong together; nil where they make no table of two rows or columns.
  private init?(level: [PageRulings.Stroke], upright: [PageRulings.Stroke]) {
    let ys = Self.places(level)
    let xs = Self.places(upright)
    guard ys.count >= 3, xs.count >= 3, (ys.count - 1) * (xs.count - 1) <= Self.mostCells,
      let top = ys.first, let bottom = ys.last, let left = xs.first, let right = xs.last
    else { return nil }
    self.ys = ys
    self.xs = xs
    box = PlacedBox(minX: left, minY: top, maxX: right, maxY: bottom)
    origins = ys.indices.dropLast().map { row in
      xs.indices.dropLast().map { Origin(row: row, column: $0) }
    }
    for row in ys.indices.dropLast() {
      for column in xs.indices.dropLast() {
        let middleX = (xs[column] + xs[column + 1]) / 2
        let middleY = (ys[row] + ys[row + 1]) / 2
        if column > 0, !Self.isRuled(upright, at: xs[column], across: middleY) {
          origins[row][column] = origins[row][column - 1]
        } else if row > 0, !Self.isRuled(level, at: ys[row], across: middleX) {
          origins[row][column] = origins[row - 1][column]
        }
      }
    }
    texts = ys.indices.dropLast().map { _ in xs.indices.dropLast().map { _ in "" } }
  }

  private static func places(_ strokes: [PageRulings.Stroke]) -> [Double] {
    var result: [Double] = []
    for place in strokes.map(\.place).sorted()
    where result.last.map({ place - $0 > 2 * PageRulings.tolerance }) ?? true {
      result.append(place)
    }
    return result
  }

  private static func isRuled(
    _ strokes: [PageRulings.Stroke], at place: Double, across middle: Double
  ) -> Bool {
    strokes.contains {
      abs($0.place - place) <= 2 * PageRulings.tolerance && $0.start < middle && $0.end > middle
    }
  }

  // MARK: Text

  func contains(_ word: PlacedBox) -> Bool {
    word.middleX > box.minX && word.middleX < box.maxX && word.middleY > box.minY
      && word.middleY < box.maxY
  }

  /// Puts words into their cells.
  ///
  /// - Parameter size: The size of the text in points.
  mutating func fill(_ words: [PlacedWord], size: Double) {
    var cells: [Origin: [PlacedRun]] = [:]
    for word in words {
      guard let row = Self.interval(word.box.middleY, ys),
        let column = Self.interval(word.box.middleX, xs), let run = PlacedRun(words: [word])
      else { continue }
      cells[origins[row][column], default: []].append(run)
    }
    for (origin, runs) in cells {
      texts[origin.row][origin.column] = text(of: runs, in: origin, size: size)
    }
  }

  private static func interval(_ value: Double, _ edges: [Double]) -> Int? {
    let next = edges.firstIndex { $0 > value }
    return next.flatMap { $0 > 0 ? $0 - 1 : nil }
  }

  /// The lines of a cell: one that fills the cell goes on, others stand alone.
  private func text(of runs: [PlacedRun], in origin: Origin, size: Double) -> String {
    let last = xs.indices.dropLast().last { origins[origin.row][$0] == origin } ?? origin.column
    let right = xs[last + 1]
    var result = ""
    var previous: PlacedLine?
    for row in PageRow.rows(of: runs) {
      var line = PlacedLine(row, page: 1, column: nil, usualSize: size)
      line.frame = xs[origin.column]...right
      if let previous {
        let margin = max(0, previous.box.minX - xs[origin.column])
        let room = right - margin - previous.box.maxX
        result += room < (line.firstUnit + 0.4) * line.size ? "" : "\n"
      }
      result += line.text
      previous = line
    }
    return result
  }

  /// The texts, row by row; what a merged cell says stands in every place that it covers.
  var rows: [[String]] {
    origins.map { row in row.map { texts[$0.row][$0.column] } }
  }

  /// How many of the first rows are a head: short words in every cell.
  var headRows: Int {
    guard let first = rows.first,
      first.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= 14 && !$0.contains("。") })
    else { return 0 }
    let goesDown = origins.count > 2 && origins[1].contains { $0.row == 0 }
    return goesDown ? 2 : 1
  }

  /// The box of a row.
  func box(ofRow row: Int) -> PlacedBox {
    PlacedBox(minX: box.minX, minY: ys[row], maxX: box.maxX, maxY: ys[row + 1])
  }
}
