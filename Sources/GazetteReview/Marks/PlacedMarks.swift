/// The marks of an issue where they stand, remembered: of marks that come in later only the new ones are placed,
/// as long as all are where they were put.
public struct PlacedMarks: Sendable {
  /// What the marks are put on.
  private let scope: ReviewScope
  private var known: [ReviewLedger.Owner: (stored: ReviewMark, placed: ReviewMark)] = [:]
  private var allSit = true
  /// How many marks were placed, all times together.
  public private(set) var placedCount = 0

  /// Knows no mark yet.
  public init(_ scope: ReviewScope) { self.scope = scope }

  /// Marks of the issue where they stand.
  ///
  /// - Parameter stored: All that hold at the issue, as the store has them.
  public mutating func placed(_ stored: [ReviewMark]) -> [ReviewMark] {
    let new = stored.filter { known[Self.owner($0)]?.stored != $0 }
    // Where one mark stands may hang on another that is no longer there.
    let isSame = new.isEmpty && stored.count == known.count
    if !isSame, !allSit || !new.allSatisfy(scope.sits) {
      let placed = scope.placed(stored)
      placedCount += stored.count
      known = [:]
      for (mark, shown) in zip(stored, placed) { known[Self.owner(mark)] = (mark, shown) }
      allSit = zip(stored, placed).allSatisfy { $0 == $1 && scope.sits($0) }
      return placed
    }
    placedCount += new.count
    for mark in new { known[Self.owner(mark)] = (mark, mark) }
    if stored.count < known.count {
      let left = Set(stored.map(Self.owner))
      known = known.filter { left.contains($0.key) }
    }
    return stored.map { known[Self.owner($0)]?.placed ?? $0 }
  }

  private static func owner(_ mark: ReviewMark) -> ReviewLedger.Owner {
    ReviewLedger.Owner(key: mark.key, reviewer: mark.reviewer)
  }
}
