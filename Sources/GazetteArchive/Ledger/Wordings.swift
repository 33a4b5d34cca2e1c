import GazetteText

/// Sentences by their words without figures (措辞): which say the same, and which nearly the same.
///
/// - Complexity: A sentence is compared with few others, those that share its rarest pairs of
///   characters.
struct Wordings {
  /// A sentence of an issue.
  struct Place: Hashable {
    let issue: Int
    let sentence: Int
  }

  /// A wording that is like another one.
  struct Neighbour {
    let wording: Int
    /// 0 for nothing in common, 1 for the same.
    let likeness: Double
  }

  private struct Wording {
    let pairs: [UInt32]
    let reports: Bool
    var places: [Place] = []
  }

  private var wordings: [Wording] = []
  private var wordingsWith: [UInt32: [Int]] = [:]
  private var numbers: [Place: Int] = [:]

  /// How many of the rarest pairs of a sentence are looked up.
  private static let lookedUp = 16
  /// In how many wordings a pair may stand and still tell them apart.
  private static let commonLimit = 64
  /// How many of those that share most are compared.
  private static let compared = 12
  /// What two wordings must have in common to be neighbours.
  private static let least = 0.45

  /// - Parameter issues: The issues, the oldest first.
  init(_ issues: [RecordedIssue]) {
    var known: [[Unicode.Scalar]: Int] = [:]
    for (issue, record) in issues.enumerated() {
      for (place, sentence) in record.sentences.enumerated() {
        let bare = BareWords.letters(of: sentence.text)
        guard bare.count >= 4 else { continue }
        let number = known[bare] ?? wordings.count
        if number == wordings.count {
          known[bare] = number
          wordings.append(Wording(pairs: Self.pairs(in: bare), reports: sentence.reports))
        }
        let own = Place(issue: issue, sentence: place)
        wordings[number].places.append(own)
        numbers[own] = number
      }
    }
    for (number, wording) in wordings.enumerated() {
      for pair in wording.pairs { wordingsWith[pair, default: []].append(number) }
    }
  }

  /// The wording of a sentence; nil of one too short to tell anything.
  func wording(at place: Place) -> Int? { numbers[place] }

  /// Sentences of that wording in issues behind one, of so many issues at most.
  func places(of wording: Int, behind issue: Int, issues limit: Int) -> ArraySlice<Place> {
    let places = wordings[wording].places
    let start = places.indices.partitionPoint { places[$0].issue <= issue }
    var end = start
    var count = 0
    while end < places.count {
      if end == start || places[end].issue != places[end - 1].issue { count += 1 }
      if count > limit { break }
      end += 1
    }
    return places[start..<end]
  }

  /// Wordings that are like one, the likest first.
  func neighbours(of number: Int) -> [Neighbour] {
    let own = wordings[number]
    let rarest = own.pairs.map { ($0, wordingsWith[$0]?.count ?? 0) }
      .filter { $0.1 > 1 && $0.1 <= Self.commonLimit }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(Self.lookedUp)
    var shared: [Int: Int] = [:]
    for (pair, _) in rarest {
      for other in wordingsWith[pair] ?? [] where other != number { shared[other, default: 0] += 1 }
    }
    let candidates = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.compared)
    return candidates.compactMap { other, _ in
      let likeness = likeness(own, wordings[other])
      return likeness >= Self.least ? Neighbour(wording: other, likeness: likeness) : nil
    }.sorted { ($1.likeness, $0.wording) < ($0.likeness, $1.wording) }
  }

  /// Dice's coefficient of the pairs; what only reports may say less or more, so that there the
  /// shorter of the two counts.
  private func likeness(_ left: Wording, _ right: Wording) -> Double {
    var (shared, first, second) = (0, 0, 0)
    while first < left.pairs.count, second < right.pairs.count {
      if left.pairs[first] == right.pairs[second] {
        (shared, first, second) = (shared + 1, first + 1, second + 1)
      } else if left.pairs[first] < right.pairs[second] {
        first += 1
      } else {
        second += 1
      }
    }
    let total = left.pairs.count + right.pairs.count
    let even = total == 0 ? 0 : Double(2 * shared) / Double(total)
    guard left.reports || right.reports else { return even }
    let shorter = min(left.pairs.count, right.pairs.count)
    return shorter < 4 ? even : max(even, 0.9 * Double(shared) / Double(shorter))
  }

  private static func pairs(in bare: [Unicode.Scalar]) -> [UInt32] {
    Set(zip(bare, bare.dropFirst()).map { $0.value << 16 ^ $1.value }).sorted()
  }
}
