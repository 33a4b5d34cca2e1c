import GazetteModel

/// What a team has agreed on and said about one issue: who reads what, what second readers think,
/// the discussions, and whether it is closed.
public struct TeamSheet: Sendable, Equatable {
  /// What stands at one unit.
  struct Unit: Sendable, Equatable {
    /// Who is to read it, sorted.
    var readers: [String] = []
    /// What was dealt out, and may be this unit or another.
    var unsure: [TeamEntry] = []
    /// By reviewer and second reader.
    var verdicts: [TeamVerdict] = []
    /// The oldest first.
    var threads: [TeamThread] = []
  }

  private var units: [String: Unit] = [:]
  /// Every entry that holds, where it stands.
  let entries: [TeamEntry]
  /// Verdicts by the reference that the store keeps them under, as the mark that they are about.
  private var verdicts: [String: [TeamVerdict]] = [:]
  /// The closing that holds; nil while the issue is open.
  public private(set) var closing: TeamClosing?
  /// Everybody whom an entry names, sorted.
  public private(set) var people: [String] = []

  /// Nothing was said.
  public init() { self.init(placed: []) }

  /// Takes the entries that hold at an issue, and places them.
  public init(_ entries: [TeamEntry], in scope: ReviewScope) {
    self.init(placed: scope.placed(entries))
  }

  /// Takes entries where they stand.
  init(placed entries: [TeamEntry]) {
    self.entries = entries.filter { $0.state != .none }
    var people: Set<String> = []
    var remarks: [String: [TeamRemark]] = [:]
    var settled: [String: [String: TeamEntry]] = [:]
    for entry in self.entries {
      let reference = entry.topic.key.reference
      people.insert(entry.author)
      switch entry.topic.kind {
      case .assignment:
        people.insert(entry.topic.subject)
        if entry.isUnsure {
          units[reference, default: Unit()].unsure.append(entry)
        } else if !self[reference].readers.contains(entry.topic.subject) {
          units[reference, default: Unit()].readers.append(entry.topic.subject)
        }
      case .verdict:
        guard let verdict = TeamVerdict(entry) else { continue }
        units[reference, default: Unit()].verdicts.append(verdict)
        verdicts[entry.storedKey.reference, default: []].append(verdict)
      case .remark:
        if let remark = TeamRemark(entry) { remarks[reference, default: []].append(remark) }
      case .thread:
        // Of several that say so the newest does.
        if let known = settled[reference]?[entry.topic.subject], known.at > entry.at { continue }
        settled[reference, default: [:]][entry.topic.subject] = entry
      case .closing: closing = TeamClosing(entry)
      }
    }
    for (reference, said) in remarks {
      units[reference, default: Unit()].threads = Self.threads(of: said, settled[reference] ?? [:])
    }
    for reference in verdicts.keys {
      verdicts[reference]?.sort { ($0.reviewer, $0.author) < ($1.reviewer, $1.author) }
    }
    for reference in units.keys {
      units[reference]?.readers.sort()
      units[reference]?.unsure.sort { $0.topic < $1.topic }
      units[reference]?.verdicts.sort { ($0.reviewer, $0.author) < ($1.reviewer, $1.author) }
    }
    self.people = people.sorted()
  }

  private static func threads(
    of remarks: [TeamRemark], _ settled: [String: TeamEntry]
  ) -> [TeamThread] {
    let ordered = remarks.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    var ids: [String] = []
    for remark in ordered where !ids.contains(remark.thread) { ids.append(remark.thread) }
    return ids.map { id in
      let remarks = ordered.filter { $0.thread == id }
      return TeamThread(
        id: id, remarks: remarks, settledBy: settled[id]?.author,
        placement: remarks.max { $0.placement.rank < $1.placement.rank }?.placement ?? .asPut)
    }
  }

  /// What stands at a reference.
  subscript(reference: String) -> Unit { units[reference] ?? Unit() }

  private func unit(_ id: NodeID, _ scope: ReviewScope) -> Unit? {
    units.isEmpty ? nil : units[scope.key(of: id).reference]
  }

  /// Who is to read a unit, sorted.
  public func readers(at id: NodeID, of scope: ReviewScope) -> [String] {
    unit(id, scope)?.readers ?? []
  }

  /// What was dealt out and may be this unit or another, by reader.
  public func unsureAssignments(at id: NodeID, of scope: ReviewScope) -> [TeamEntry] {
    unit(id, scope)?.unsure ?? []
  }

  /// What is said of words that stand at no place for sure, by unit: dealt out, and discussed.
  public var strays: [TeamEntry] {
    entries.filter { $0.isUnsure && $0.topic.kind != .verdict }.sorted { $0.topic < $1.topic }
  }

  /// The discussions at a unit, the oldest first.
  public func threads(at id: NodeID, of scope: ReviewScope) -> [TeamThread] {
    unit(id, scope)?.threads ?? []
  }

  /// What second readers think of a mark as it is now, sorted by their names.
  public func verdicts(on mark: ReviewMark, of scope: ReviewScope) -> [TeamVerdict] {
    guard scope.node(of: mark.key) != nil else { return [] }
    return (verdicts[mark.storedKey.reference] ?? []).filter {
      $0.reviewer == mark.reviewer && $0.holds(for: mark)
    }
  }

  /// How far two pairs of eyes are with a mark.
  public func standing(of mark: ReviewMark, in scope: ReviewScope) -> TeamStanding {
    guard scope.state(of: mark) != .unread else { return .none }
    let verdicts = verdicts(on: mark, of: scope)
    if verdicts.contains(where: \.isReturned) { return .returned }
    return verdicts.isEmpty ? .pending : .confirmed
  }

  /// The references of units of which anything is said, in no order.
  public var references: [String] { Array(units.keys) }

  /// Whether nothing was said at all.
  public var isEmpty: Bool { units.isEmpty && closing == nil }

  /// Whether a unit waits for somebody to decide: reviewers judge it differently, or a mark was
  /// returned and not changed since.
  public func isDisputed(_ id: NodeID, marks sheet: ReviewSheet, of scope: ReviewScope) -> Bool {
    sheet.isDisputed(at: id, of: scope)
      || sheet.marks(at: id, of: scope).contains { standing(of: $0, in: scope) == .returned }
  }
}
