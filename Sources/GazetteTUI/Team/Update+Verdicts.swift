import GazetteModel
import GazetteReview

// Second readers, discussions, and closing.

extension State {
  // MARK: - Second readers

  /// The marks of others under a key that can be looked at again.
  private func othersMarks(
    at key: ReviewKey, in issue: IssueID, _ layouts: LayoutCache
  ) -> [ReviewMark] {
    let scope = layouts.scope(of: issue)
    guard let sheet = review.sheet(issue) else { return [] }
    return sheet.marks(at: key).filter {
      $0.reviewer != sheet.reviewer && scope.state(of: $0) != .unread
    }
  }

  /// Confirms others' marks at what is highlighted. Where others judge a unit differently it stays,
  /// for two opinions cannot both be confirmed.
  mutating func confirmOthers(_ layouts: LayoutCache) -> [Effect] {
    let targets = markKeys(layouts)
    guard let sheet = review.sheet(targets.issue) else { return [] }
    let scope = layouts.scope(of: targets.issue)
    var changes: [TeamChange] = []
    var isDisputed = false
    var hasOwn = false
    for key in targets.keys {
      let marks = othersMarks(at: key, in: targets.issue, layouts)
      hasOwn = hasOwn || scope.state(of: sheet.mark(at: key)) != .unread
      if marks.contains(where: { $0.state != marks[0].state }) {
        isDisputed = true
        continue
      }
      guard let text = scope.text(of: key) else { continue }
      changes += marks.map { .judge($0, by: sheet.reviewer, .confirmed, text: text) }
    }
    review.anchor = nil
    if changes.isEmpty {
      message = Message(isDisputed ? .judgedDiffer : hasOwn ? .ownMarkOnly : .nothingToJudge)
    }
    return record(changes)
  }

  /// Asks why others' marks at the unit are returned.
  mutating func openSendingBack(_ layouts: LayoutCache) {
    let targets = markKeys(layouts)
    guard targets.keys.count == 1, let key = targets.keys.first else {
      message = Message(.nothingToReview)
      return
    }
    let scope = layouts.scope(of: targets.issue)
    let marks = othersMarks(at: key, in: targets.issue, layouts)
    guard !marks.isEmpty else {
      let own = scope.state(of: review.sheet(targets.issue)?.mark(at: key))
      message = Message(own == .unread ? .nothingToJudge : .ownMarkOnly)
      return
    }
    write(.sendingBack(marks), at: key, layouts)
  }

  private mutating func write(
    _ purpose: NotePurpose, at key: ReviewKey, _ layouts: LayoutCache
  ) {
    open(
      NoteDraft(targets: [key], before: "", editor: NoteEditor(""), purpose: purpose), layouts)
  }

  // MARK: - Discussions

  /// Answers what was said last at the unit: in an open discussion, or in a note of another.
  mutating func openReply(_ layouts: LayoutCache) {
    guard let target = reviewTarget(layouts), let sheet = review.sheet(target.issue) else {
      message = Message(.nothingToReview)
      return
    }
    let scope = layouts.scope(of: target.issue)
    let threads = review.team(target.issue).threads(at: target.node, of: scope)
    // What others said comes before what the reader said last.
    var answered: [(isOwn: Bool, at: ReviewTime, thread: String, quote: TextQuote?)] = []
    for thread in threads where thread.isOpen {
      guard let last = thread.remarks.last else { continue }
      answered.append(
        (last.author == sheet.reviewer, last.at, thread.id, TextQuote(exact: last.words)))
    }
    for mark in sheet.others(at: target.node, of: scope) where !mark.note.isEmpty {
      let id = TeamThread.ofNote(by: mark.reviewer)
      if threads.contains(where: { $0.id == id }) { continue }
      answered.append((false, mark.at, id, TextQuote(exact: mark.note)))
    }
    let latest = answered.max {
      $0.isOwn == $1.isOwn ? $0.at < $1.at : $0.isOwn
    }
    write(
      .remark(thread: latest?.thread, quote: latest?.quote), at: scope.key(of: target.node), layouts
    )
  }

  mutating func settleThreads(_ layouts: LayoutCache) -> [Effect] {
    guard let target = reviewTarget(layouts) else {
      message = Message(.nothingToReview)
      return []
    }
    let scope = layouts.scope(of: target.issue)
    let threads = review.team(target.issue).threads(at: target.node, of: scope)
    let open = threads.filter(\.isOpen)
    let meant = open.isEmpty ? threads : open
    if meant.isEmpty { message = Message(.noThreads) }
    return record(
      meant.map {
        .settle(
          $0.id, at: scope.key(of: target.node), isSettled: !open.isEmpty,
          text: scope.text(of: target.node))
      })
  }

  /// What a note that was written makes, where it is more than the reviewer's own.
  func teamChanges(of note: NoteDraft, _ layouts: LayoutCache) -> [TeamChange] {
    guard let key = note.targets.first, let issue = self.issue(ofName: key.issue),
      let reviewer = review.sheet(issue)?.reviewer
    else { return [] }
    let scope = layouts.scope(of: issue)
    guard let text = scope.text(of: key), !ReviewRules.note(note.editor.text).isEmpty else {
      return []
    }
    switch note.purpose {
    case .note: return []
    case .sendingBack(let marks):
      return marks.map {
        .judge($0, by: reviewer, .returned, note: note.editor.text, text: text)
      }
    case .remark(let thread, let quote):
      return [
        .remark(
          note.editor.text, at: key, by: reviewer, in: thread, about: quote, text: text)
      ]
    }
  }

  // MARK: - Closing

  /// Closes the issue being read, or opens it again.
  mutating func closeIssue(_ layouts: LayoutCache) -> [Effect] {
    close()
    guard let sheet else { return [] }
    let scope = layouts.scope(of: issue)
    let team = review.team(issue)
    let name = scope.issueName.description
    if team.closing != nil { return record([.close(issue: name, isClosed: false)]) }
    let progress = TeamProgress(team, marks: sheet, of: scope)
    return record([.close(issue: name, summary: TeamSummary(progress))])
  }
}
