/// Every mark that was ever put, of which the newest of each reviewer at each node holds.
///
/// A ledger only grows and its current marks follow from its content alone. Merging is a union; so
/// it is commutative, associative and idempotent.
public struct ReviewLedger: Equatable, Sendable {
  /// All marks, old and new, by node and reviewer.
  private var histories: [Owner: Set<ReviewMark>] = [:]

  /// Whose marks at which node.
  struct Owner: Hashable, Sendable {
    let key: ReviewKey
    let reviewer: String
  }

  /// Creates a ledger of marks in any order.
  public init(_ marks: some Sequence<ReviewMark> = []) {
    for mark in marks { insert(mark) }
  }

  /// The mark that holds for each reviewer at each node, in the order of keys and reviewers.
  public var current: [ReviewMark] {
    owners.compactMap { current(of: $0) }
  }

  /// Every mark, in the order of keys, reviewers and time.
  public var marks: [ReviewMark] {
    owners.flatMap { owner in
      (histories[owner] ?? []).sorted { $1.holds(against: $0) }
    }
  }

  /// How many marks there are, old and new.
  public var count: Int { histories.values.reduce(0) { $0 + $1.count } }

  /// The latest mark of all; nil when there is none.
  var newest: ReviewMark? {
    histories.values.lazy.compactMap { history in history.max { $0.at < $1.at } }
      .max { $0.at < $1.at }
  }

  /// Whose marks at which nodes it has, in order.
  var owners: [Owner] {
    histories.keys.sorted { ($0.key, $0.reviewer) < ($1.key, $1.reviewer) }
  }

  /// The mark of `owner` that holds.
  func current(of owner: Owner) -> ReviewMark? {
    histories[owner]?.max { $1.holds(against: $0) }
  }

  /// All marks of `owner`, in no order.
  func history(of owner: Owner) -> Set<ReviewMark> { histories[owner] ?? [] }

  /// Adds a mark.
  public mutating func insert(_ mark: ReviewMark) {
    histories[Owner(key: mark.key, reviewer: mark.reviewer), default: []].insert(mark)
  }

  /// How far ahead of ours the clock of another may go: ten minutes.
  public static let clockSkew: Int64 = 600_000

  /// Parts the ledger into what may be by now and what is of the future, the latter in order.
  public func parted(at now: ReviewTime) -> (past: ReviewLedger, ahead: [ReviewMark]) {
    let limit = ReviewTime(milliseconds: now.milliseconds + Self.clockSkew)
    let ahead = marks.filter { $0.at > limit }
    return ahead.isEmpty ? (self, []) : (ReviewLedger(marks.filter { $0.at <= limit }), ahead)
  }

  /// Adds all marks of `other` and says what that did.
  public mutating func merge(_ other: ReviewLedger) -> ReviewMergeReport {
    var report = ReviewMergeReport()
    for owner in other.owners {
      let mine = history(of: owner)
      let theirs = other.history(of: owner)
      guard let theirCurrent = other.current(of: owner) else { continue }
      let myCurrent = current(of: owner)
      histories[owner] = mine.union(theirs)
      report.count(
        mine: myCurrent, theirs: theirCurrent, theirsIsKnown: mine.contains(theirCurrent),
        mineIsKnown: myCurrent.map(theirs.contains) ?? true)
    }
    return report
  }
}

/// What merging did.
public struct ReviewMergeReport: Equatable, Sendable {
  /// Marks that now hold because they are newer than ours, or because there was none.
  public var taken: [ReviewMark] = []
  /// How many of ours hold because they are newer; theirs are in the history.
  public var kept = 0
  /// How many both had.
  public var same = 0
  /// Marks that were not taken because they are of the future: one of them would hold for ever.
  public var ahead: [ReviewMark] = []
  /// Where both went on from different marks and say different things.
  public var conflicts: [ReviewConflict] = []

  /// Counts one node of one reviewer.
  ///
  /// It is a conflict when neither side has seen the other's mark and they differ. A side that only
  /// is behind is none.
  mutating func count(
    mine: ReviewMark?, theirs: ReviewMark, theirsIsKnown: Bool, mineIsKnown: Bool
  ) {
    guard let mine else {
      taken.append(theirs)
      return
    }
    if mine == theirs {
      same += 1
      return
    }
    let theirsHolds = theirs.holds(against: mine)
    if theirsHolds { taken.append(theirs) } else { kept += 1 }
    if !theirsIsKnown, !mineIsKnown, !mine.saysTheSame(as: theirs) {
      conflicts.append(
        ReviewConflict(
          holding: theirsHolds ? theirs : mine, superseded: theirsHolds ? mine : theirs))
    }
  }

  /// Adds what another merge did.
  mutating func add(_ other: ReviewMergeReport) {
    taken += other.taken
    kept += other.kept
    same += other.same
    conflicts += other.conflicts
    ahead += other.ahead
  }
}

/// Two marks of the same reviewer at the same node that were put without knowing of each other.
public struct ReviewConflict: Hashable, Sendable {
  /// The newer one, which holds.
  public let holding: ReviewMark
  /// The older one, which is kept in the history.
  public let superseded: ReviewMark
}
