import Dispatch
import GazetteReview
import Synchronization

// What the team has said, and what others write meanwhile.

extension ReviewWorker {
  /// What the team has said of each issue.
  func teams(_ desk: Desk) throws(ReviewFailure) -> [TeamSheet] {
    var teams: [TeamSheet] = []
    for (place, name) in desk.issues.names.enumerated() {
      let entries = try desk.store.team(ofIssue: name.description)
      teams.append(placed.withLock { $0?.team(entries, at: place) ?? TeamSheet() })
    }
    return teams
  }

  /// Tells of a step that was undone or made again.
  func tell(_ step: ReviewStep?, isUndo: Bool, _ desk: Desk) throws(ReviewFailure) {
    if step?.team.isEmpty == false { reply(.teams(try teams(desk))) }
    reply(.stepped(isUndo: isUndo, step))
  }

  /// How long it may take until what others have written is noticed, in seconds.
  private static let watchInterval = 1.0

  /// Remembers how much others had written before what is read now, so that nothing that comes
  /// meanwhile is missed; the first time begins to look for more.
  func beginWatching(_ store: any ReviewStore) throws(ReviewFailure) {
    let count = try store.changeCount()
    let isFirst = changeCount.withLock { known in
      defer { known = count }
      return known == nil
    }
    if isFirst, !start.isTutor { lookAgain() }
  }

  /// Looks now and then whether others have written; while nobody has, nothing is read or written.
  private func lookAgain() {
    queue.asyncAfter(deadline: .now() + Self.watchInterval) { [weak self] in
      guard let self else { return }
      look()
      lookAgain()
    }
  }

  private func look() {
    guard let desk = desk.withLock({ $0 }) else { return }
    do throws(ReviewFailure) {
      let count = try desk.store.changeCount()
      let isKnown = changeCount.withLock { known in
        defer { known = count }
        return known == count
      }
      if isKnown { return }
      let sheets = try sheets(of: desk.issues, desk.store, desk.reviewer)
      reply(.refreshed(sheets, try teams(desk)))
    } catch {
      // Whoever asks next for something is told; looking alone is no reason to disturb.
    }
  }
}
