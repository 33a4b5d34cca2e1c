import GazetteModel

/// How many units are in which state.
public struct ReviewCount: Hashable, Sendable {
  /// Per state, in the order of `ReviewState.allCases`.
  private var counts = [Int](repeating: 0, count: ReviewState.allCases.count)

  /// Counts nothing yet.
  public init() {}

  /// Counts units by their states.
  public init(_ states: some Sequence<ReviewState>) {
    for state in states { counts[state.order] += 1 }
  }

  /// How many units are in `state`.
  public subscript(state: ReviewState) -> Int { counts[state.order] }

  /// How many units there are.
  public var total: Int { counts.reduce(0, +) }
  /// How many are no longer unread.
  public var done: Int { total - self[.unread] }

  /// As it is shown: `12/26`.
  public var fraction: String { "\(done)/\(total)" }

  /// Counts one more unit.
  package mutating func add(_ state: ReviewState) { counts[state.order] += 1 }

  /// What was counted after `earlier`.
  func since(_ earlier: ReviewCount) -> ReviewCount {
    var result = self
    for index in counts.indices { result.counts[index] -= earlier.counts[index] }
    return result
  }
}

/// How far a review is, for every node of an issue at once.
public struct ReviewProgress: Sendable, Equatable {
  /// Per unit, what was counted before it; one entry more than there are units.
  private let before: [ReviewCount]

  /// Counts the units of `scope` by what `state` says of each, and the rows of their tables by what
  /// `ofRow` says; a unit that is nothing but a table counts by its rows alone.
  ///
  /// - Complexity: Linear in the number of units.
  public init(
    _ scope: ReviewScope, state: (NodeID) -> ReviewState, ofRow: (ReviewKey) -> ReviewState
  ) {
    var sums = [ReviewCount()]
    sums.reserveCapacity(scope.units.count + 1)
    var sum = ReviewCount()
    for unit in scope.units {
      if !scope.isTable(unit) { sum.add(state(unit)) }
      for key in scope.rowKeys(ofUnit: unit) { sum.add(ofRow(key)) }
      sums.append(sum)
    }
    before = sums
  }

  /// The whole issue.
  public var whole: ReviewCount { before[before.count - 1] }

  /// The units at and below a node.
  public func count(in id: NodeID, of scope: ReviewScope) -> ReviewCount {
    let range = scope.units(in: id)
    return before[range.upperBound].since(before[range.lowerBound])
  }
}
