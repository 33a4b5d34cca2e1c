import GazetteModel
import GazetteReview

// What the review store answers.

extension State {
  /// Takes an answer, which comes between the keys.
  mutating func take(_ reply: ReviewReply, _ layouts: LayoutCache) {
    switch reply {
    case .refused(let failure):
      review.access = .refused(failure)
      review.waiting = nil
      message = refusal(failure)
    case .isAway(let failure):
      review.waiting = 0
      message = Message(.reviewIsAway, failure.what(in: settings.language))
    case .places(let places): restore(places, layouts)
    case .opened(let sheets):
      let isFirst = review.access != .open
      review.access = .open
      review.take(sheets)
      if isFirst { tellNews(layouts) }
      settleAfterMarks(layouts)
    case .tags(let tags): review.tags = tags
    case .applied(let changes, let marks): applied(changes, marks, layouts)
    case .stepped(let isUndo, let step): stepped(isUndo: isUndo, step, layouts)
    case .failed(let failure, let changes): failed(failure, changes, layouts)
    case .edited(let text): takeEdited(text, layouts)
    case .waiting(let count): review.waiting = count
    case .renewed(.madeAgain): message = Message(.storeMadeAgain)
    case .renewed(.replaced(let marks)): message = Message(.storeReplaced, String(marks))
    case .tookUp(let count): message = Message(.tookUpUnfinished, String(count))
    case .onlyReadable: message = Message(.storeOnlyReadable)
    case .teams(let teams): review.take(teams)
    case .recorded(let entries, let teams): recorded(entries, teams, layouts)
    case .notRecorded(let failure): notRecorded(failure)
    case .refreshed(let sheets, let teams): refreshed(sheets, teams, layouts)
    }
  }

  /// Says what others have marked and what changed, where there is any of it.
  private mutating func tellNews(_ layouts: LayoutCache) {
    guard message == nil, let sheet else { return }
    let strays = sheet.strays
    if strays.moved + strays.unsure > 0 {
      message = Message(.marksMoved, String(strays.moved), String(strays.unsure))
      return
    }
    let news = sheet.news(of: layouts.scope(of: issue))
    guard news.others + news.disputed + news.changed > 0 else { return }
    message = Message(
      .reviewNews, String(news.others), String(news.disputed), String(news.changed))
  }

  /// Why the review cannot be used, in one line.
  func refusal(_ failure: ReviewFailure) -> Message {
    let language = settings.language
    return Message(.reviewRefused, failure.what(in: language), failure.remedy(in: language))
  }

  /// Keeps the tree whole where the filter asks for marks; who reads stays there.
  mutating func settleAfterMarks(_ layouts: LayoutCache) {
    guard !filter.query.reviewTerms.isEmpty else { return }
    let item = OutlineItem.node(issue: issue, cursor.node)
    if let item = layouts.outline(for: self).visible(item) { selected = item }
    keepSelectionVisible(layouts)
    keepTargetVisible(layouts)
    keepDossierInside(layouts)
  }

  private mutating func applied(
    _ changes: [ReviewChange], _ marks: [ReviewMark], _ layouts: LayoutCache
  ) {
    for change in changes { review.asked[change.key] = nil }
    let isQuiet = changes.allSatisfy { review.quiet.contains($0.key) }
    for change in changes { review.quiet.remove(change.key) }
    review.take(marks, issueNames: issueNames)
    settleAfterMarks(layouts)
    if changes.contains(where: { $0.note != nil }) {
      message = Message(.noteKept)
    } else if !isQuiet, message == nil, let change = changes.first, let state = change.state {
      let name = state.name(in: settings.language)
      message =
        changes.count == 1
        ? Message(.marked, name, nameOfUnit(change.key))
        : Message(.markedSeveral, name, String(changes.count))
    }
  }

  /// The reference of a unit; with its issue where several are open.
  private func nameOfUnit(_ key: ReviewKey) -> String {
    library.issues.count > 1 ? key.description : key.reference
  }

  private mutating func stepped(isUndo: Bool, _ step: ReviewStep?, _ layouts: LayoutCache) {
    guard let step else {
      message = Message(isUndo ? .nothingToUndo : .nothingToRedo)
      return
    }
    review.take(step.changed, issueNames: issueNames)
    settleAfterMarks(layouts)
    if let entry = step.team.first, step.changed.isEmpty {
      message = Message(isUndo ? .teamUndone : .teamRedone, entry.topic.key.reference)
      return
    }
    guard let mark = step.changed.first ?? nil else {
      message = Message(.steppedNothing, String(step.skipped.count))
      return
    }
    let name = mark.state.name(in: settings.language)
    message =
      step.changed.count == 1
      ? Message(isUndo ? .undone : .redone, mark.key.reference, name)
      : Message(isUndo ? .undoneSeveral : .redoneSeveral, String(step.changed.count))
    guard let index = issue(ofName: mark.key.issue),
      let node = layouts.scope(of: index).node(of: mark.key)
    else { return }
    if focus == .text, let row = layouts.scope(of: index).row(of: mark.key), index == issue {
      goTo(row, layouts)
    } else {
      showUnit(node, in: index, layouts)
    }
  }

  /// Shows a unit where the reader is: in the list that has the focus, where it is listed.
  private mutating func showUnit(_ node: NodeID, in issue: IssueID, _ layouts: LayoutCache) {
    if focus == .contents, let list = listedNodes(layouts), list.issue == issue,
      let row = list.rows.firstIndex(where: { row in
        row.contains { layouts.reviewUnit(of: $0, in: issue) == node }
      })
    {
      selectListedRow(row, layouts)
    } else {
      goTo(node, in: issue, layouts)
    }
  }

  /// Says why nothing was recorded; a note that was written is given back.
  private mutating func failed(
    _ failure: ReviewFailure, _ changes: [ReviewChange], _ layouts: LayoutCache
  ) {
    for change in changes {
      review.asked[change.key] = nil
      review.quiet.remove(change.key)
    }
    message = refusal(failure)
    guard let note = changes.compactMap(\.note).first, mode != .note else { return }
    review.note = NoteDraft(targets: changes.map(\.key), before: "", editor: NoteEditor(note))
    overlays = [.note]
  }

  // MARK: - Leaving

  /// Leaves; where marks wait for the store, the first time only says so.
  mutating func leave(wasAsked: Bool) -> [Effect] {
    guard let count = review.waiting, count > 0, !wasAsked else { return [.quit] }
    message = Message(.leaveWhileWaiting, String(count))
    return []
  }

  /// What has to be kept when the reader leaves, or the terminal goes away.
  func keeping(_ layouts: LayoutCache) -> [ReviewRequest] {
    guard review.isOpen else { return [] }
    var requests: [ReviewRequest] = []
    if let note = review.note, note.isChanged, mode == .note {
      requests.append(
        note.purpose == .note
          ? .apply(changes(of: note, layouts)) : .record(teamChanges(of: note, layouts)))
    }
    return requests + [.save(places(layouts))]
  }

  /// What was done and what is left, for each issue that is under review.
  func leavingLines(_ layouts: LayoutCache) -> [String] {
    guard review.isOpen else { return [] }
    return library.issueIDs.compactMap { index in
      // Of a thousand issues most have no mark.
      guard review.sheet(index)?.isEmpty == false,
        let count = layouts.progress(of: index, in: review)?.whole, count.done > 0
      else {
        return nil
      }
      let line = Message(
        .leaving, String(count.done), String(count.total), String(count[.question]),
        String(count[.problem])
      ).text(settings.language)
      return library.issues.count > 1 ? "\(library.printedID(of: index)) \(line)" : line
    }
  }
}
