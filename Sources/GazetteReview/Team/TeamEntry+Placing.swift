import GazetteText

extension TeamEntry: FollowsWords {
  var key: ReviewKey { topic.key }
  var storedKey: ReviewKey { storedTopic.key }
  var placingGroup: String {
    [topic.kind.rawValue, topic.owner, topic.subject].joined(separator: "\n")
  }

  func shown(at key: ReviewKey, _ placement: ReviewPlacement) -> TeamEntry {
    TeamEntry(
      topic: topic.at(key), state: state, note: note, details: details, author: author, at: at,
      text: text, placement: placement, storedTopic: storedTopic)
  }

  /// The discussion that it belongs to, where that has a number of its own; those about notes are as many as there
  /// are clauses.
  fileprivate var ownThread: String? {
    switch topic.kind {
    case .thread: TeamThread.noteReviewer(of: topic.subject) == nil ? topic.subject : nil
    case .remark:
      details[TeamDetail.thread].map { TeamThread.noteReviewer(of: $0) == nil ? $0 : nil }
        ?? topic.subject
    case .assignment, .verdict, .closing: nil
    }
  }
}

extension TeamTopic {
  /// The same at another unit.
  func at(_ key: ReviewKey) -> TeamTopic {
    TeamTopic(kind, key, subject: subject, owner: owner)
  }
}

extension ReviewScope {
  /// What a team said, where the words stand now that it was said of, by the rule of marks; a discussion stays
  /// together.
  ///
  /// Nothing stands at another clause: where the words are nowhere, what was said of them stays only where the
  /// clause is nearly the same.
  func placed(_ entries: [TeamEntry]) -> [TeamEntry] {
    let isOnWords = { (entry: TeamEntry) in
      // What older versions recorded without words, and the closing, have nothing to follow.
      entry.topic.kind != .closing && !entry.text.content.isEmpty
        && entry.key.issue == self.issueName.description
    }
    let onWords = entries.filter(isOnWords)
    if onWords.isEmpty { return entries }
    let placed = withThreadsTogether(placedByWords(onWords).map(leftOut))
    return entries.filter { !isOnWords($0) } + placed
  }

  /// An entry whose clause is gone, or another now, is nowhere.
  private func leftOut(_ entry: TeamEntry) -> TeamEntry {
    guard entry.placement == .asPut, hasOtherWords(than: entry.text, at: entry.key),
      !hasWords(entry.text, at: entry.key.reference)
    else { return entry }
    return entry.shown(at: entry.key, .unsure([]))
  }

  /// Has every entry of a discussion stand where the newest of those stands that surely stand somewhere.
  private func withThreadsTogether(_ entries: [TeamEntry]) -> [TeamEntry] {
    func isSure(_ entry: TeamEntry) -> Bool {
      if case .unsure = entry.placement { return false }
      return true
    }
    let threads = Dictionary(grouping: entries.filter { $0.ownThread != nil }) {
      $0.ownThread ?? ""
    }
    let leaders = threads.compactMapValues { entries in
      entries.max { (isSure($0) ? 1 : 0, $0.at) < (isSure($1) ? 1 : 0, $1.at) }
    }
    return entries.map { entry in
      guard let leader = entry.ownThread.flatMap({ leaders[$0] }), leader != entry else {
        return entry
      }
      let key = leader.key
      switch leader.placement {
      case .unsure(let places): return entry.shown(at: key, .unsure(places))
      case .asPut, .moved:
        return entry.shown(at: key, key == entry.storedKey ? .asPut : .moved(from: entry.storedKey))
      }
    }
  }
}

extension TeamEntry {
  /// Whether it is unsure of which unit it speaks, so that it counts at none.
  public var isUnsure: Bool {
    if case .unsure = placement { return true }
    return false
  }

  /// What a reader has to know of where it stands; nil where there is nothing.
  public func notice(in language: Language) -> String? { placement.teamNotice(in: language) }
}

extension ReviewPlacement {
  /// What a reader has to know of where something stands that a team said; nil where there is nothing.
  public func teamNotice(in language: Language) -> String? {
    if self == .unsure([]) {
      return Phrase("位置存疑，原来的文字已不在", "place unsure, its words are gone")[language]
    }
    return notice(in: language)
  }
}

extension TeamSheet {
  /// The changes with what has to be kept elsewhere before them: what was said of the same readers and
  /// discussions, and went with its words. Without that, one would be taken for another that the store keeps under
  /// the same reference.
  public func keepingPlaces(_ changes: [TeamChange]) -> [TeamChange] {
    var kept: [TeamChange] = []
    var seen: Set<String> = []
    for change in changes {
      let group = TeamEntry(
        topic: change.topic, state: change.state, author: "", at: ReviewTime(milliseconds: 0),
        text: change.text
      ).placingGroup
      guard seen.insert(group).inserted else { continue }
      kept += moves(of: entries.filter { $0.placingGroup == group }, before: changes)
    }
    return kept + changes
  }

  private func moves(of own: [TeamEntry], before changes: [TeamChange]) -> [TeamChange] {
    guard let kind = own.first?.topic.kind, kind != .verdict, kind != .closing else { return [] }
    let targets = WordMoves.targets(of: own, before: changes.map(\.topic.key)) { entry in
      own.filter { $0.key == entry.key }.min { $0.placement.rank < $1.placement.rank } == entry
    }
    let taken = Set(targets.values)
    let moved = own.filter { targets[$0.storedKey] != nil }
    let kept = moved.map { entry in
      TeamChange(
        entry.storedTopic.at(targets[entry.storedKey] ?? entry.key), entry.state, note: entry.note,
        details: entry.details, text: entry.text)
    }
    let left = moved.filter { !taken.contains($0.storedKey) }
      .map { TeamChange($0.storedTopic, .none, text: $0.text) }
    return kept + left
  }
}
