/// The gutters (栏间空白) between the columns of a page.
struct ColumnGutters: Equatable {
  /// Where each gutter lies, from left to right.
  var gutters: [ClosedRange<Double>]

  static let none = ColumnGutters(gutters: [])

  /// The column in which something with that middle stands, from 0.
  func column(of middle: Double) -> Int {
    gutters.count { ($0.lowerBound + $0.upperBound) / 2 < middle }
  }

  /// Whether a word lies across a gutter.
  func isCrossed(by box: PlacedBox) -> Bool {
    gutters.contains { box.minX < $0.lowerBound && box.maxX > $0.upperBound }
  }

  /// The gutters of every page: its own where its text shows them, else those of most pages.
  ///
  /// - Parameter sizes: The size of the text on every page, in points.
  static func gutters(of pages: [[PageRow]], sizes: [Double]) -> [ColumnGutters] {
    let own = pages.indices.map { found(in: pages[$0], size: sizes[$0]) }
    let divided = own.filter { $0 != .none }
    guard divided.count * 3 >= own.count, !divided.isEmpty else { return own }
    return own.indices.map { index in
      if own[index] != .none { return own[index] }
      // The nearest page of the same side: margins of left and right pages differ.
      let same = nearest(to: index, in: own) { ($0 - index).isMultiple(of: 2) }
      let other = same ?? nearest(to: index, in: own) { _ in true }
      guard let other, other.leavesMostUncrossed(pages[index]) else { return .none }
      return other
    }
  }

  private static func nearest(
    to page: Int, in own: [ColumnGutters], where isFit: (Int) -> Bool
  ) -> ColumnGutters? {
    for distance in 1...32 {
      for candidate in [page - distance, page + distance]
      where own.indices.contains(candidate) && own[candidate] != .none && isFit(candidate) {
        return own[candidate]
      }
    }
    return nil
  }

  private func leavesMostUncrossed(_ rows: [PageRow]) -> Bool {
    let crossed = rows.count { row in row.words.contains { isCrossed(by: $0.box) } }
    return crossed * 2 < rows.count
  }

  // MARK: One page

  /// The gutters that the words of a page leave open from top to bottom, but for a few headings.
  private static func found(in rows: [PageRow], size: Double) -> ColumnGutters {
    guard rows.count >= 6, let left = rows.map(\.box.minX).min(),
      let right = rows.map(\.box.maxX).max(), right - left > 16 * size
    else { return .none }
    let cover = Cover(rows, from: left, to: right)
    let candidates = cover.gaps(atLeast: 0.7 * size)
    let gutters = ColumnGutters(gutters: candidates)
    guard !candidates.isEmpty, gutters.dividesText(rows, from: left, to: right, size: size) else {
      return .none
    }
    return gutters
  }

  /// Whether the lines on both sides of every gutter fill their columns, as text does and the cells
  /// of a table do not.
  private func dividesText(
    _ rows: [PageRow], from left: Double, to right: Double, size: Double
  ) -> Bool {
    let starts = [left] + gutters.map(\.upperBound)
    let ends = gutters.map(\.lowerBound) + [right]
    var all = Array(repeating: 0, count: starts.count)
    var full = all
    for row in rows where !row.words.contains(where: { isCrossed(by: $0.box) }) {
      var filled = Array(repeating: 0.0, count: starts.count)
      for word in row.words { filled[column(of: word.box.middleX)] += word.box.width }
      for column in filled.indices where filled[column] > 0 {
        all[column] += 1
        if filled[column] > 0.7 * (ends[column] - starts[column]) { full[column] += 1 }
      }
    }
    return starts.indices.allSatisfy { column in
      ends[column] - starts[column] >= 7 * size && all[column] >= 4
        && full[column] * 10 >= all[column] * 4
    }
  }
}

/// How many rows cover each stretch of a page's width.
private struct Cover {
  private let counts: [Int]
  private let start: Double
  private let step: Double

  init(_ rows: [PageRow], from left: Double, to right: Double) {
    let step = max(1, (right - left) / 2000)
    let size = Int((right - left) / step) + 1
    // Each row begins and ends to cover; the sums of both are the counts.
    var changes = Array(repeating: 0, count: size + 1)
    for row in rows {
      for word in row.words {
        changes[max(0, min(size, Int((word.box.minX - left) / step)))] += 1
        changes[max(0, min(size, Int((word.box.maxX - left) / step + 0.5)))] -= 1
      }
    }
    var sum = 0
    counts = changes.dropLast().map { change in
      sum += change
      return sum
    }
    start = left
    self.step = step
  }

  /// The stretches, at least so wide, that hardly a row covers while most cover what lies beside
  /// them.
  func gaps(atLeast width: Double) -> [ClosedRange<Double>] {
    let usual = counts.sorted()[counts.count / 2]
    let limit = usual / 5
    guard usual >= 5 else { return [] }
    let margin = counts.count / 8
    var result: [ClosedRange<Double>] = []
    var index = margin
    while index < counts.count - margin {
      guard counts[index] <= limit else {
        index += 1
        continue
      }
      var end = index
      while end < counts.count, counts[end] <= limit { end += 1 }
      if Double(end - index) * step >= width, index > margin, end < counts.count - margin {
        result.append((start + Double(index) * step)...(start + Double(end) * step))
      }
      index = end + 1
    }
    return result
  }
}
