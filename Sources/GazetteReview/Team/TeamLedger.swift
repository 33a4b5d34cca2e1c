/// Every entry of a team's journal, of which the newest about each topic holds.
///
/// As of marks, a ledger only grows, and merging is a union: commutative, associative, idempotent.
public struct TeamLedger: Equatable, Sendable {
  private var histories: [TeamTopic: Set<TeamEntry>] = [:]

  /// Creates a ledger of entries in any order.
  public init(_ entries: some Sequence<TeamEntry> = []) {
    for entry in entries { insert(entry) }
  }

  /// Adds an entry.
  public mutating func insert(_ entry: TeamEntry) {
    histories[entry.topic, default: []].insert(entry)
  }

  /// Adds every entry of another.
  public mutating func merge(_ other: TeamLedger) {
    for (topic, entries) in other.histories { histories[topic, default: []].formUnion(entries) }
  }

  /// The topics, in order.
  var topics: [TeamTopic] { histories.keys.sorted() }

  /// All entries about a topic, in no order.
  func history(of topic: TeamTopic) -> Set<TeamEntry> { histories[topic] ?? [] }

  /// The entry about a topic that holds.
  func current(of topic: TeamTopic) -> TeamEntry? {
    histories[topic]?.max { $1.holds(against: $0) }
  }

  /// The entries that hold, in the order of topics.
  public var current: [TeamEntry] { topics.compactMap { current(of: $0) } }

  /// Every entry, in the order of topics and time.
  public var entries: [TeamEntry] {
    topics.flatMap { history(of: $0).sorted { $1.holds(against: $0) } }
  }

  /// How many entries there are.
  public var count: Int { histories.values.reduce(0) { $0 + $1.count } }
}

/// What merging the team's entries did.
public struct TeamMergeReport: Equatable, Sendable {
  /// Entries that were not known.
  public var added = 0
  /// Topics about which another entry holds now.
  public var changed = 0

  /// Counts nothing yet.
  public init() {}
}
