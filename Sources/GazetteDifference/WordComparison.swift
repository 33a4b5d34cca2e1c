/// Compares two texts word by word.
enum WordComparison {
  /// A run of words that stays (`first` and `second` both), goes (`first`) or comes (`second`).
  private struct Run {
    var first: Range<Int>
    var second: Range<Int>
    var isKept: Bool
  }

  /// The most changes that are looked for step by step; beyond that the texts are divided where they
  /// share a run of words that each has only once.
  private static let changeLimit = 600
  private static let partLimit = 120

  /// What stays, goes and comes from one text to the other.
  ///
  /// - Complexity: O(n + d²) for d changes, where d is at most a constant.
  static func spans(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [Difference.Span] {
    // Compared in one direction only, so that the way back is the way there, turned round.
    let isTurned = new.lexicographicallyPrecedes(old) { $0.value < $1.value }
    var lexicon = WordTokens.Lexicon()
    let before = WordTokens(isTurned ? new : old, &lexicon)
    let after = WordTokens(isTurned ? old : new, &lexicon)
    let runs = readable(runs(before.words, after.words))
    func text(_ scalars: [Unicode.Scalar], _ tokens: WordTokens, _ range: Range<Int>) -> String {
      scalars[Int(tokens.starts[range.lowerBound])..<Int(tokens.starts[range.upperBound])]
        .reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    var spans: [Difference.Span] = []
    for run in runs {
      let gone = text(isTurned ? new : old, before, run.first)
      let come = text(isTurned ? old : new, after, run.second)
      if run.isKept {
        spans.append(.init(.keep, gone))
      } else {
        let (deleted, inserted) = isTurned ? (come, gone) : (gone, come)
        if !deleted.isEmpty { spans.append(.init(.delete, deleted)) }
        if !inserted.isEmpty { spans.append(.init(.insert, inserted)) }
      }
    }
    return spans
  }

  // MARK: Runs

  private static func runs(_ first: [Int32], _ second: [Int32]) -> [Run] {
    var start = 0
    while start < first.count, start < second.count, first[start] == second[start] { start += 1 }
    var (firstEnd, secondEnd) = (first.count, second.count)
    while firstEnd > start, secondEnd > start, first[firstEnd - 1] == second[secondEnd - 1] {
      firstEnd -= 1
      secondEnd -= 1
    }
    var matches: [(Int, Int, Int)] = []
    if start > 0 { matches.append((0, 0, start)) }
    let middle = (start..<firstEnd, start..<secondEnd)
    if let found = steps(first, middle.0, second, middle.1, limit: changeLimit) {
      matches += found
    } else {
      matches += divided(first, middle.0, second, middle.1)
    }
    if firstEnd < first.count { matches.append((firstEnd, secondEnd, first.count - firstEnd)) }
    return runs(matches, first.count, second.count)
  }

  /// The runs between and at matches, which are in order.
  private static func runs(
    _ matches: [(Int, Int, Int)], _ firstCount: Int, _ secondCount: Int
  ) -> [Run] {
    var result: [Run] = []
    var (first, second) = (0, 0)
    for (start, other, length) in matches + [(firstCount, secondCount, 0)] {
      if start > first || other > second {
        result.append(Run(first: first..<start, second: second..<other, isKept: false))
      }
      if length > 0 {
        if let last = result.last, last.isKept, last.first.upperBound == start,
          last.second.upperBound == other
        {
          result[result.count - 1].first = last.first.lowerBound..<start + length
          result[result.count - 1].second = last.second.lowerBound..<other + length
        } else {
          result.append(
            Run(
              first: start..<start + length, second: other..<other + length, isKept: true))
        }
      }
      (first, second) = (start + length, other + length)
    }
    return result
  }

  /// The longest common run of words by Myers' greedy steps (An O(ND) Difference Algorithm, 1986);
  /// nil where more than `limit` changes are needed.
  private static func steps(
    _ first: [Int32], _ firstRange: Range<Int>, _ second: [Int32], _ secondRange: Range<Int>,
    limit: Int
  ) -> [(Int, Int, Int)]? {
    let (n, m) = (firstRange.count, secondRange.count)
    if n == 0 || m == 0 { return [] }
    let (a, b) = (firstRange.lowerBound, secondRange.lowerBound)
    var reached = Diagonals(reach: min(limit, n + m) + 1)
    /// What was reached before each step.
    var trace: [Diagonals] = []
    for d in 0...min(limit, n + m) {
      trace.append(reached.copy(upTo: d))
      for diagonal in stride(from: -d, through: d, by: 2) {
        guard let start = reached.start(on: diagonal, n, m, isFirst: d == 0) else {
          reached[diagonal] = -1
          continue
        }
        var x = start.x
        while x < n, x - diagonal < m, first[a + x] == second[b + x - diagonal] { x += 1 }
        reached[diagonal] = x
        if x == n, x - diagonal == m { return goBack(trace, n, m, a, b) }
      }
    }
    return nil
  }

  /// Goes the steps back from the end, and gives what was equal on the way.
  private static func goBack(
    _ trace: [Diagonals], _ n: Int, _ m: Int, _ a: Int, _ b: Int
  ) -> [(Int, Int, Int)] {
    var result: [(Int, Int, Int)] = []
    var (x, y) = (n, m)
    for (d, before) in trace.enumerated().reversed() {
      guard let start = before.start(on: x - y, n, m, isFirst: d == 0) else { break }
      let startY = start.x - (x - y)
      if x > start.x { result.append((a + start.x, b + startY, x - start.x)) }
      (x, y) = start.isDown ? (start.x, startY - 1) : (start.x - 1, startY)
    }
    return result.reversed()
  }

  /// Divides texts that differ in much at runs of four words that each has once, and compares what
  /// stands between these.
  private static func divided(
    _ first: [Int32], _ firstRange: Range<Int>, _ second: [Int32], _ secondRange: Range<Int>
  ) -> [(Int, Int, Int)] {
    let anchors = anchors(first, firstRange, second, secondRange)
    var result: [(Int, Int, Int)] = []
    var (x, y) = (firstRange.lowerBound, secondRange.lowerBound)
    for (start, other) in anchors + [(firstRange.upperBound, secondRange.upperBound)] {
      // Neighbouring anchors overlap.
      guard start >= x, other >= y else { continue }
      result +=
        steps(first, x..<start, second, y..<other, limit: partLimit) ?? []
      (x, y) = (start, other)
      var length = 0
      while x < firstRange.upperBound, y < secondRange.upperBound, first[x] == second[y] {
        x += 1
        y += 1
        length += 1
      }
      if length > 0 { result.append((start, other, length)) }
    }
    return result
  }

  private static let anchorLength = 4

  private static func anchors(
    _ first: [Int32], _ firstRange: Range<Int>, _ second: [Int32], _ secondRange: Range<Int>
  ) -> [(Int, Int)] {
    func places(_ words: [Int32], _ range: Range<Int>) -> [[Int32]: Int] {
      var result: [[Int32]: Int] = [:]
      guard range.count >= anchorLength else { return result }
      for start in range.lowerBound...(range.upperBound - anchorLength) {
        let key = Array(words[start..<start + anchorLength])
        result[key] = result[key] == nil ? start : -1
      }
      return result
    }
    let places = places(second, secondRange)
    var pairs: [(Int, Int)] = []
    for (key, start) in Self.once(first, firstRange) {
      if let other = places[key], other >= 0 { pairs.append((start, other)) }
    }
    pairs.sort { $0.0 < $1.0 }
    let run = IncreasingRun.places(
      in: pairs.map(\.1), weights: Array(repeating: 1, count: pairs.count), limit: second.count)
    return run.map { pairs[$0] }
  }

  /// Runs of words that stand once in a range, with their places.
  private static func once(_ words: [Int32], _ range: Range<Int>) -> [([Int32], Int)] {
    var places: [[Int32]: Int] = [:]
    guard range.count >= anchorLength else { return [] }
    for start in range.lowerBound...(range.upperBound - anchorLength) {
      let key = Array(words[start..<start + anchorLength])
      places[key] = places[key] == nil ? start : -1
    }
    return places.filter { $0.value >= 0 }.map { ($0.key, $0.value) }
  }

  // MARK: For readers

  /// Runs without single words that happen to stay between two changes: readers see one change where
  /// one sentence took the place of another.
  private static func readable(_ runs: [Run]) -> [Run] {
    var result: [Run] = []
    for (index, run) in runs.enumerated() {
      if run.isKept, run.first.count == 1, index > 0, index + 1 < runs.count,
        size(runs[index - 1]) > 2, size(runs[index + 1]) > 2, let last = result.last, !last.isKept
      {
        result[result.count - 1] = joined(last, run)
      } else if !run.isKept, let last = result.last, !last.isKept {
        result[result.count - 1] = joined(last, run)
      } else {
        result.append(run)
      }
    }
    return result
  }

  private static func size(_ run: Run) -> Int { run.first.count + run.second.count }

  private static func joined(_ left: Run, _ right: Run) -> Run {
    Run(
      first: left.first.lowerBound..<right.first.upperBound,
      second: left.second.lowerBound..<right.second.upperBound, isKept: false)
  }
}
