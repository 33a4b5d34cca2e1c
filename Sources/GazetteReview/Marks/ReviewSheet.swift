import GazetteModel

/// The marks at one issue, as the browser holds them: everyone's, with one reviewer in front.
public struct ReviewSheet: Sendable, Equatable {
  /// Whose marks are shown.
  public let reviewer: String
  /// Everyone's marks that say something, by reference, sorted by reviewer.
  private var marksByReference: [String: [ReviewMark]] = [:]
  /// Whether a mark stands elsewhere than it was put, or may do so.
  public private(set) var hasStrays = false

  /// Creates the sheet of a reviewer from everyone's marks at the issue.
  public init(reviewer: String, marks: [ReviewMark] = []) {
    self.reviewer = reviewer
    for mark in marks where !mark.isBlank { add(mark) }
  }

  /// Adds a mark: of several of a reviewer's at a node the one that sits there comes first.
  private mutating func add(_ mark: ReviewMark) {
    if mark.placement != .asPut { hasStrays = true }
    var present = marksByReference[mark.key.reference] ?? []
    let place = present.firstIndex {
      ($0.reviewer, $0.placement.rank) > (mark.reviewer, mark.placement.rank)
    }
    present.insert(mark, at: place ?? present.endIndex)
    marksByReference[mark.key.reference] = present
  }

  /// Takes over marks that were put, in place of those of the same reviewer at the same node.
  public mutating func take(_ marks: [ReviewMark]) {
    for mark in marks {
      var present = marksByReference[mark.key.reference] ?? []
      present.removeAll { $0.reviewer == mark.reviewer }
      marksByReference[mark.key.reference] = present.isEmpty ? nil : present
      if !mark.isBlank { add(mark) }
    }
  }

  /// Whether nobody has put a mark.
  public var isEmpty: Bool { marksByReference.isEmpty }

  /// Everyone's marks, in no order.
  public var marks: [ReviewMark] { marksByReference.values.flatMap(\.self) }

  /// The reviewer's own mark at a node.
  public func mark(at id: NodeID, of scope: ReviewScope) -> ReviewMark? {
    marks(at: id, of: scope).first { $0.reviewer == reviewer }
  }

  /// The reviewer's own mark under a key.
  public func mark(at key: ReviewKey) -> ReviewMark? {
    marks(at: key).first { $0.reviewer == reviewer }
  }

  /// Everyone's marks under a key, sorted by reviewer.
  public func marks(at key: ReviewKey) -> [ReviewMark] { marksByReference[key.reference] ?? [] }

  /// What a row of a table counts as: its own mark, or where it has none that of the unit its table
  /// stands in.
  public func state(ofRow key: ReviewKey, of scope: ReviewScope) -> ReviewState {
    if let own = mark(at: key) { return scope.state(of: own) }
    return scope.unit(ofRow: key).map { scope.state(of: mark(at: $0, of: scope)) } ?? .unread
  }

  /// Everyone's marks at a node, sorted by reviewer.
  public func marks(at id: NodeID, of scope: ReviewScope) -> [ReviewMark] {
    marksByReference[scope.key(of: id).reference] ?? []
  }

  /// What the reviewer's own mark at a node counts as.
  ///
  /// A unit that bears no mark of its own and is nothing but a table is read when all its rows are.
  public func state(at id: NodeID, of scope: ReviewScope) -> ReviewState {
    if let own = mark(at: id, of: scope) { return scope.state(of: own) }
    guard scope.isTable(id) else { return .unread }
    let isRead = scope.rowKeys(of: id).allSatisfy { scope.state(of: mark(at: $0)) != .unread }
    return isRead ? .read : .unread
  }

  /// Whether the words at a node have changed since the reviewer's own mark.
  public func isChanged(at id: NodeID, of scope: ReviewScope) -> Bool {
    mark(at: id, of: scope).map(scope.isChanged) ?? false
  }

  /// Everyone else's marks at a node, sorted by reviewer.
  public func others(at id: NodeID, of scope: ReviewScope) -> [ReviewMark] {
    marks(at: id, of: scope).filter { $0.reviewer != reviewer }
  }

  /// Whether reviewers judged the present words of a node differently: one agrees where another
  /// asks. Having read is no judgement.
  public func isDisputed(at id: NodeID, of scope: ReviewScope) -> Bool {
    isDisputed(at: scope.key(of: id), of: scope)
  }

  /// The same of a key, which may be that of a row.
  public func isDisputed(at key: ReviewKey, of scope: ReviewScope) -> Bool {
    let judgements = marks(at: key).map { scope.state(of: $0) }.filter {
      $0 != .unread && $0 != .read
    }
    return judgements.contains { $0 != judgements[0] }
  }

  /// How many nodes others have marked, how many are judged differently, and at how many the words
  /// changed since the reviewer's own mark.
  public func news(of scope: ReviewScope) -> (others: Int, disputed: Int, changed: Int) {
    var news = (others: 0, disputed: 0, changed: 0)
    for reference in marksByReference.keys {
      let key = ReviewKey(issue: scope.issueName.description, reference: reference)
      guard scope.node(of: key) != nil else { continue }
      if marks(at: key).contains(where: { $0.reviewer != reviewer }) { news.others += 1 }
      if isDisputed(at: key, of: scope) { news.disputed += 1 }
      if mark(at: key).map(scope.isChanged) ?? false { news.changed += 1 }
    }
    return news
  }

  /// How many of the reviewer's own marks went with their words, and how many are unsure of their place.
  public var strays: (moved: Int, unsure: Int) {
    guard hasStrays else { return (0, 0) }
    var strays = (moved: 0, unsure: 0)
    for mark in marks where mark.reviewer == reviewer {
      if case .moved = mark.placement { strays.moved += 1 }
      if mark.placement.isUnsure { strays.unsure += 1 }
    }
    return strays
  }

  /// What has to be kept elsewhere before the reviewer puts marks on the present text under these keys: own marks
  /// that went with their words, and those that are unsure, which from then on sit nowhere by themselves.
  ///
  /// Without that, a mark would be taken for the one that is kept under its key and belongs elsewhere.
  public func moves(before keys: [ReviewKey]) -> [ReviewMove] {
    guard hasStrays else { return [] }
    let own = marks.filter { $0.reviewer == reviewer }.sorted { $0.storedKey < $1.storedKey }
    let targets = WordMoves.targets(of: own, before: keys) { self.mark(at: $0.key) == $0 }
    return own.compactMap { mark in
      targets[mark.storedKey].map { ReviewMove(from: mark.storedKey, to: $0, text: mark.text) }
    }
  }

  /// How far the reviewer is.
  public func progress(of scope: ReviewScope) -> ReviewProgress {
    ReviewProgress(
      scope, state: { state(at: $0, of: scope) }, ofRow: { state(ofRow: $0, of: scope) })
  }

  /// The unit nearest behind `id`, or before it with `backwards`, whose state `isWanted`; looks no
  /// further than the ends of the issue.
  public func unit(
    from id: NodeID, backwards: Bool = false, in scope: ReviewScope,
    where isWanted: (ReviewState) -> Bool
  ) -> NodeID? {
    let inside = scope.units(in: id)
    let behind = scope.isUnit(id) ? inside.lowerBound + 1 : inside.lowerBound
    if backwards {
      return scope.units[..<inside.lowerBound].last { isWanted(state(at: $0, of: scope)) }
    }
    return scope.units[behind...].first { isWanted(state(at: $0, of: scope)) }
  }
}
