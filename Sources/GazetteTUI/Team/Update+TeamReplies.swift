import GazetteModel
import GazetteReview
import GazetteText

// What the store answers a team, and what others do meanwhile.

extension State {
  /// Takes what was recorded.
  mutating func recorded(
    _ entries: [TeamEntry], _ teams: [TeamSheet], _ layouts: LayoutCache
  ) {
    review.take(teams)
    review.work.sent = nil
    settleAfterMarks(layouts)
    message = recordedMessage(entries) ?? message
  }

  private func recordedMessage(_ entries: [TeamEntry]) -> Message? {
    guard let entry = entries.first else { return nil }
    let reference = entry.topic.key.reference
    switch (entry.topic.kind, entry.state) {
    case (.assignment, _):
      let dealt = entries.filter { $0.state == .assigned }
      let taken = entries.count - dealt.count
      guard let first = dealt.first else { return Message(.takenBack, String(taken)) }
      let names = Set(dealt.map(\.topic.subject)).sorted().joined(separator: "、")
      let units = Set(dealt.map(\.topic.key)).count
      return units == 1
        ? Message(.assigned, first.topic.key.reference, SafeText.line(names))
        : Message(.assignedSeveral, String(units), SafeText.line(names))
    case (.verdict, .returned): return Message(.sentBack, reference)
    case (.verdict, _):
      return entries.count == 1
        ? Message(.confirmedMark, reference) : Message(.confirmedSeveral, String(entries.count))
    case (.remark, _): return Message(.replied)
    case (.thread, .resolved): return Message(.settled)
    case (.thread, _): return Message(.unsettled)
    case (.closing, .closed): return Message(.closedNow)
    case (.closing, _): return Message(.reopenedNow)
    }
  }

  /// Says why nothing was recorded; a remark that was written is given back.
  mutating func notRecorded(_ failure: ReviewFailure) {
    message = refusal(failure)
    guard let note = review.work.sent, mode != .note else { return }
    review.work.sent = nil
    review.note = note
    overlays = [.note]
  }

  /// Takes what others have done meanwhile. Nothing moves under the reader: what is selected keeps
  /// its row of the screen, whatever came in above it.
  mutating func refreshed(
    _ sheets: [ReviewSheet], _ teams: [TeamSheet], _ layouts: LayoutCache
  ) {
    guard sheets != review.sheets || teams != review.teams else { return }
    let news = TeamNews(
      before: (review.sheets, review.teams), after: (sheets, teams), names: issueNames)
    let treeRow = selectedRow(layouts).map { $0 - outlineTop }
    let listRow = listedRow(layouts).map { $0 - review.list.top }
    review.take(sheets)
    review.take(teams)
    if !filter.query.reviewTerms.isEmpty, let item = layouts.outline(for: self).visible(selected) {
      selected = item
    }
    if let treeRow, let row = selectedRow(layouts) { outlineTop = max(0, row - treeRow) }
    if let listRow, let row = listedRow(layouts) { review.list.top = max(0, row - listRow) }
    keepDossierInside(layouts)
    if message?.isNotice ?? true, overlays.isEmpty {
      message = news.message(settings.language) ?? message
    }
  }

  /// The row of the review's list that is selected.
  private func listedRow(_ layouts: LayoutCache) -> Int? {
    guard tab == .review, let list = layouts.reviewList(for: self),
      let index = list.index(of: review.list.selected)
    else { return nil }
    return list.items[index].rows.lowerBound
  }
}

/// What others have done since the sheets were read last.
struct TeamNews {
  /// Marks that are new or others than before.
  private var marks: [ReviewMark] = []
  /// What was said in the team since.
  private var verdicts: [(key: String, verdict: TeamVerdict)] = []
  private var remarks: [(key: String, remark: TeamRemark)] = []
  private var dealt = 0
  private var closing: TeamClosing?

  init(
    before: (sheets: [ReviewSheet], teams: [TeamSheet]),
    after: (sheets: [ReviewSheet], teams: [TeamSheet]), names: [String]
  ) {
    for (index, sheet) in after.sheets.enumerated() {
      let known = before.sheets.indices.contains(index) ? Set(before.sheets[index].marks) : []
      marks += sheet.marks.filter { $0.reviewer != sheet.reviewer && !known.contains($0) }
      guard after.teams.indices.contains(index) else { continue }
      let old = before.teams.indices.contains(index) ? before.teams[index] : TeamSheet()
      let new = after.teams[index]
      let change = new.since(old, reader: sheet.reviewer)
      dealt += change.dealt
      verdicts += change.verdicts
      remarks += change.remarks
      if new.closing != old.closing { closing = new.closing ?? closing }
    }
  }

  /// The news that concerns the reader most, in one line.
  func message(_ language: Language) -> Message? {
    if let closing { return Message(.closedByOther, SafeText.line(closing.author)) }
    if let (key, verdict) = verdicts.first(where: \.verdict.isReturned) {
      return Message(.returnedToMe, SafeText.line(verdict.author), key, Self.words(verdict.note))
    }
    if dealt > 0 { return Message(.dealtToMe, String(dealt)) }
    if let (key, remark) = remarks.last {
      return Message(.repliedHere, SafeText.line(remark.author), key, Self.words(remark.words))
    }
    if let (key, verdict) = verdicts.first {
      return Message(.confirmedMine, SafeText.line(verdict.author), key)
    }
    guard let mark = marks.first else { return nil }
    return marks.count == 1
      ? Message(
        .markedByOther, SafeText.line(mark.reviewer), mark.key.reference,
        mark.state.name(in: language))
      : Message(.markedByOthers, String(marks.count))
  }

  private static func words(_ text: String) -> String {
    SafeText.line(String(text.split(separator: "\n").joined(separator: " ").prefix(60)))
  }
}
