extension ReviewStore {
  /// The marks at an issue that hold and say something, each where its words stand now: of everyone, or of one
  /// reviewer.
  public func placedMarks(
    in scope: ReviewScope, reviewer: String? = nil
  ) throws(ReviewFailure) -> [ReviewMark] {
    scope.placed(try marks(ofIssue: scope.issueName.description, reviewer: reviewer))
  }
}

extension ReviewJournal {
  /// Keeps marks of the reviewer's under other keys, all at once, so that each may take the place of another.
  func move(
    _ moves: [ReviewMove], by reviewer: String, at now: ReviewTime, step: () throws -> Int64
  ) throws {
    var held: [(move: ReviewMove, entry: JournalEntry)] = []
    for move in moves {
      guard let entry = try current(move.from, reviewer), !entry.mark.isBlank,
        entry.mark.text.saysTheSame(as: move.text)
      else { continue }
      held.append((move, entry))
    }
    let taken = Set(held.map(\.move.to))
    var moved: [(from: ReviewKey, to: ReviewKey, at: ReviewTime)] = []
    for (move, entry) in held {
      let mark = entry.mark
      let there = try current(move.to, reviewer)
      let later = [mark.at.next, there?.mark.at.next ?? mark.at.next, now].max() ?? now
      moved.append((move.from, move.to, later))
      let copy = ReviewMark(
        key: move.to, reviewer: reviewer, state: mark.state, note: mark.note, tags: mark.tags,
        at: later, text: mark.text)
      try put(copy, step: step(), previous: there?.id)
      if taken.contains(move.from) { continue }
      let nothing = ReviewMark(
        key: move.from, reviewer: reviewer, state: .unread, note: "", tags: [], at: later,
        text: mark.text)
      try put(nothing, step: step(), previous: entry.id)
    }
    try team.moveVerdicts(moved, of: reviewer, step: step)
  }
}
