/// Matches the units of two texts by their words: first those that say the same, then those that say
/// nearly the same.
struct UnitComparison {
  /// Two units that are taken for versions of one.
  struct Pair {
    let first: Int
    let second: Int
    /// Whether it stands in the same order as the others.
    var isInOrder = false
  }

  private(set) var pairs: [Pair] = []
  private let first: [ComparedUnit]
  private let second: [ComparedUnit]
  private var partnerOfFirst: [Int?]
  private var partnerOfSecond: [Int?]

  init(_ first: [ComparedUnit], _ second: [ComparedUnit]) {
    self.first = first
    self.second = second
    partnerOfFirst = Array(repeating: nil, count: first.count)
    partnerOfSecond = Array(repeating: nil, count: second.count)
    matchEqual()
    matchSimilar()
    for (index, partner) in partnerOfFirst.enumerated() {
      if let partner { pairs.append(Pair(first: index, second: partner)) }
    }
    let run = IncreasingRun.places(
      in: pairs.map(\.second), weights: pairs.map { first[$0.first].weight }, limit: second.count)
    for place in run { pairs[place].isInOrder = true }
  }

  private mutating func match(_ left: Int, _ right: Int) {
    partnerOfFirst[left] = right
    partnerOfSecond[right] = left
  }

  private func isFree(_ left: Int, _ right: Int) -> Bool {
    left >= 0 && right >= 0 && left < first.count && right < second.count
      && partnerOfFirst[left] == nil && partnerOfSecond[right] == nil
  }

  // MARK: The same words

  /// Matches units with equal words: those that stand once, then equal ones beside them, then the
  /// others in order.
  private mutating func matchEqual() {
    var lefts: [[Unicode.Scalar]: [Int]] = [:]
    for (index, unit) in first.enumerated() { lefts[unit.scalars, default: []].append(index) }
    var rights: [[Unicode.Scalar]: [Int]] = [:]
    for (index, unit) in second.enumerated() { rights[unit.scalars, default: []].append(index) }
    for (text, places) in lefts where places.count == 1 {
      if let others = rights[text], others.count == 1 { match(places[0], others[0]) }
    }
    for step in [1, -1] {
      let order = step > 0 ? Array(first.indices) : first.indices.reversed()
      for index in order {
        guard let partner = partnerOfFirst[index], isFree(index + step, partner + step),
          first[index + step].scalars == second[partner + step].scalars
        else { continue }
        match(index + step, partner + step)
      }
    }
    for (text, places) in lefts {
      guard let others = rights[text] else { continue }
      let free = places.filter { partnerOfFirst[$0] == nil }
      for (left, right) in zip(free, others.filter { partnerOfSecond[$0] == nil }) {
        match(left, right)
      }
    }
  }

  // MARK: Nearly the same words

  /// How much two units must share to be versions of one, of 1, wherever they stand.
  private static let anywhere = 0.5
  /// The same where they stand between the same neighbours; what is as short as a heading needs less.
  private static let inPlace = 0.4
  private static let headingInPlace = 0.25
  /// The most pairs of words of a heading.
  private static let headingLength = 16
  /// What an equal title adds.
  private static let titleBonus = 0.3
  /// In how many units a pair of words may stand and still tell them apart.
  private static let commonLimit = 24
  /// How many units between two neighbours are compared each with each.
  private static let gapLimit = 64

  private mutating func matchSimilar() {
    var words = PairsOfWords()
    let lefts = first.indices.filter { partnerOfFirst[$0] == nil }
    let rights = second.indices.filter { partnerOfSecond[$0] == nil }
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    var pairsOfFirst: [Int: [UInt64]] = [:]
    var pairsOfSecond: [Int: [UInt64]] = [:]
    for index in lefts { pairsOfFirst[index] = words.pairs(in: first[index].scalars) }
    for index in rights { pairsOfSecond[index] = words.pairs(in: second[index].scalars) }
    matchAnywhere(lefts, rights, pairsOfFirst, pairsOfSecond)
    matchInPlace(pairsOfFirst, pairsOfSecond)
  }

  private struct Candidate {
    let score: Double
    let left: Int
    let right: Int
  }

  private mutating func matchAnywhere(
    _ lefts: [Int], _ rights: [Int], _ pairsOfFirst: [Int: [UInt64]],
    _ pairsOfSecond: [Int: [UInt64]]
  ) {
    var unitsWith: [UInt64: [Int]] = [:]
    for index in lefts {
      for pair in pairsOfFirst[index] ?? [] { unitsWith[pair, default: []].append(index) }
    }
    var titled: [String: [Int]] = [:]
    for index in lefts {
      if let title = first[index].title { titled[title, default: []].append(index) }
    }
    var candidates: [Candidate] = []
    for right in rights {
      let pairs = pairsOfSecond[right] ?? []
      var shared: [Int: Int] = [:]
      for pair in pairs {
        guard let units = unitsWith[pair], units.count <= Self.commonLimit else { continue }
        for left in units { shared[left, default: 0] += 1 }
      }
      if let title = second[right].title, let units = titled[title],
        units.count <= Self.commonLimit
      {
        for left in units where shared[left] == nil { shared[left] = 0 }
      }
      for (left, count) in shared {
        let score = score(left, right, count, pairsOfFirst[left]?.count ?? 0, pairs.count)
        if score >= Self.anywhere {
          candidates.append(.init(score: score, left: left, right: right))
        }
      }
    }
    take(candidates)
  }

  /// Matches what is left between neighbours that are matched, if it is not wholly different.
  private mutating func matchInPlace(
    _ pairsOfFirst: [Int: [UInt64]], _ pairsOfSecond: [Int: [UInt64]]
  ) {
    var candidates: [Candidate] = []
    var right = 0
    while right < second.count {
      guard partnerOfSecond[right] == nil else {
        right += 1
        continue
      }
      var end = right
      while end < second.count, partnerOfSecond[end] == nil { end += 1 }
      let before = right > 0 ? partnerOfSecond[right - 1] ?? -1 : -1
      let after = end < second.count ? partnerOfSecond[end] ?? first.count : first.count
      if before < after, after - before - 1 <= Self.gapLimit, end - right <= Self.gapLimit {
        for left in before + 1..<after where partnerOfFirst[left] == nil {
          let known = Set(pairsOfFirst[left] ?? [])
          for other in right..<end {
            let pairs = pairsOfSecond[other] ?? []
            let count = pairs.count { known.contains($0) }
            let score = score(left, other, count, known.count, pairs.count)
            let isShort = max(known.count, pairs.count) <= Self.headingLength
            if score >= (isShort ? Self.headingInPlace : Self.inPlace) {
              candidates.append(.init(score: score, left: left, right: other))
            }
          }
        }
      }
      right = end
    }
    take(candidates)
  }

  private func score(
    _ left: Int, _ right: Int, _ shared: Int, _ leftCount: Int, _ rightCount: Int
  ) -> Double {
    let title = first[left].title
    let bonus = title != nil && title == second[right].title ? Self.titleBonus : 0
    return 2 * Double(shared) / Double(max(1, leftCount + rightCount)) + bonus
  }

  /// Takes the best candidates first; of equally good ones those that stand nearer to each other.
  private mutating func take(_ candidates: [Candidate]) {
    let ordered = candidates.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      let distances = (abs(left.left - left.right), abs(right.left - right.right))
      if distances.0 != distances.1 { return distances.0 < distances.1 }
      return (left.left, left.right) < (right.left, right.right)
    }
    for candidate in ordered where isFree(candidate.left, candidate.right) {
      match(candidate.left, candidate.right)
    }
  }
}

/// The pairs of neighbouring words of texts, as numbers.
private struct PairsOfWords {
  private var lexicon = WordTokens.Lexicon()

  /// Each pair once, sorted; of a text of one word that word.
  mutating func pairs(in scalars: [Unicode.Scalar]) -> [UInt64] {
    let words = WordTokens(scalars, &lexicon).words
    guard words.count > 1 else { return words.map { UInt64(UInt32(bitPattern: $0)) } }
    var pairs = zip(words, words.dropFirst()).map { left, right in
      UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }
    pairs.sort()
    var last: UInt64?
    pairs.removeAll { pair in
      defer { last = pair }
      return pair == last
    }
    return pairs
  }
}
