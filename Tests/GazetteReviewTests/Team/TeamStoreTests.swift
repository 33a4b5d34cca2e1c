import GazetteModel
import GazetteText
import Testing

@testable import GazetteReview

/// What a team deals out, judges, says and closes, in one store and in several.
@Suite struct TeamStoreTests {
  private let store: SQLiteReviewStore
  private let issue = Samples.issueName
  private let scope = Samples.scope

  init() throws { store = try SQLiteReviewStore.inMemory() }

  private func key(_ reference: String) -> ReviewKey {
    ReviewKey(issue: issue, reference: reference)
  }

  private func words(_ reference: String) -> ReviewedText {
    scope.text(of: Samples.node(reference))
  }

  private func assign(
    _ reference: String, to reader: String, by author: String = "科长", at time: Int64,
    isTakenBack: Bool = false, in other: SQLiteReviewStore? = nil
  ) throws {
    _ = try (other ?? store).record(
      [.assign(key(reference), to: reader, isTakenBack: isTakenBack, text: words(reference))],
      author: author, at: Samples.time(time))
  }

  private func sheet() throws -> TeamSheet { try store.teamSheet(in: scope) }

  private func readers(_ reference: String) throws -> [String] {
    try sheet().readers(at: Samples.node(reference), of: scope)
  }

  private func mark(_ reference: String, _ state: ReviewState, by reviewer: String, at time: Int64)
    throws -> ReviewMark
  {
    try store.apply(
      [Samples.change(reference, state)], reviewer: reviewer, at: Samples.time(time))[0]
  }

  private func standing(_ reference: String, of reviewer: String) throws -> TeamStanding {
    let mark = try store.marks(at: key(reference)).first { $0.reviewer == reviewer }
    return try mark.map { try sheet().standing(of: $0, in: scope) } ?? .none
  }

  // MARK: - Dealing out

  @Test func aUnitMayHaveSeveralReadersAndIsTakenBackFromOne() throws {
    try assign("1/1.1", to: "甲", at: 1)
    try assign("1/1.1", to: "乙", at: 2)
    try #expect(readers("1/1.1") == ["乙", "甲"].sorted())
    try assign("1/1.1", to: "甲", at: 3, isTakenBack: true)
    try #expect(readers("1/1.1") == ["乙"])
    try #expect(readers("1/1.2") == [])
  }

  @Test func dealingOutIsUndoneAndMadeAgainByWhoDid() throws {
    try assign("1/1.1", to: "甲", at: 1)
    try #expect(store.undo(reviewer: "乙") == nil)
    try #expect(store.undo(reviewer: "科长")?.team.map(\.state) == [TeamEntry.TopicState.none])
    try #expect(readers("1/1.1") == [])
    try #expect(store.redo(reviewer: "科长") != nil)
    try #expect(readers("1/1.1") == ["甲"])
  }

  @Test func undoingLeavesAloneWhatSomebodyElseChangedSince() throws {
    try assign("1/1.1", to: "甲", at: 1)
    try assign("1/1.1", to: "甲", by: "处长", at: 2, isTakenBack: true)
    try #expect(store.undo(reviewer: "科长")?.skipped == [key("1/1.1")])
    try #expect(readers("1/1.1") == [])
  }

  @Test func marksAndAssignmentsShareTheStepsOfTheirAuthor() throws {
    try assign("1/1.1", to: "甲", by: "甲", at: 1)
    _ = try mark("1/1.1", .agreed, by: "甲", at: 2)
    try #expect(store.undo(reviewer: "甲")?.changed.map(\.state) == [.unread])
    try #expect(readers("1/1.1") == ["甲"])
    try #expect(store.undo(reviewer: "甲")?.team.count == 1)
    try #expect(readers("1/1.1") == [])
  }

  // MARK: - A second pair of eyes

  @Test func aConfirmationHoldsUntilTheStateChanges() throws {
    let first = try mark("1/1.1", .agreed, by: "甲", at: 1)
    try #expect(standing("1/1.1", of: "甲") == .pending)
    try store.record(
      [.judge(first, by: "乙", .confirmed, text: words("1/1.1"))], author: "乙",
      at: Samples.time(2))
    try #expect(standing("1/1.1", of: "甲") == .confirmed)
    _ = try mark("1/1.1", .problem, by: "甲", at: 3)
    try #expect(standing("1/1.1", of: "甲") == .pending)
  }

  @Test func aReturnedMarkIsLookedAtAnewOnceItWasChanged() throws {
    let first = try mark("1/1.1", .agreed, by: "甲", at: 1)
    try store.record(
      [.judge(first, by: "乙", .returned, note: "漏看期限", text: words("1/1.1"))], author: "乙",
      at: Samples.time(2))
    try #expect(standing("1/1.1", of: "甲") == .returned)
    let marks = ReviewSheet(reviewer: "甲", marks: try store.marks())
    try #expect(sheet().isDisputed(Samples.node("1/1.1"), marks: marks, of: scope))
    _ = try store.apply(
      [Samples.change("1/1.1", note: "已看期限")], reviewer: "甲", at: Samples.time(3))
    try #expect(standing("1/1.1", of: "甲") == .pending)
  }

  @Test func oneWhoReturnsOutweighsOneWhoConfirms() throws {
    let first = try mark("1/1.1", .agreed, by: "甲", at: 1)
    for (author, state) in [("乙", TeamEntry.TopicState.confirmed), ("丙", .returned)] {
      try store.record(
        [.judge(first, by: author, state, note: "一", text: words("1/1.1"))], author: author,
        at: Samples.time(2))
    }
    try #expect(standing("1/1.1", of: "甲") == .returned)
  }

  // MARK: - Discussions

  @Test func repliesStandUnderTheNoteTheyAnswerUntilItIsSettled() throws {
    let thread = TeamThread.ofNote(by: "甲")
    for (author, words, time) in [("乙", "为什么？", Int64(1)), ("甲", "见附件。", 2)] {
      try store.record(
        [
          .remark(
            words, at: key("1/1.1"), by: author, in: thread, about: TextQuote(exact: "期限太紧"),
            text: self.words("1/1.1"), now: Samples.time(time))
        ], author: author, at: Samples.time(time))
    }
    let found = try sheet().threads(at: Samples.node("1/1.1"), of: scope)
    #expect(found.map(\.id) == [thread])
    #expect(found[0].remarks.map(\.words) == ["为什么？", "见附件。"])
    #expect(found[0].remarks[0].quote?.exact == "期限太紧")
    #expect(found[0].isOpen)
    try store.record(
      [.settle(thread, at: key("1/1.1"), text: words("1/1.1"))], author: "乙",
      at: Samples.time(3))
    try #expect(sheet().threads(at: Samples.node("1/1.1"), of: scope)[0].settledBy == "乙")
  }

  // MARK: - Closing

  @Test func aClosedIssueTakesNothingUntilItIsOpenedAgain() throws {
    try assign("1/1.1", to: "甲", at: 1)
    let progress = TeamProgress(
      try sheet(), marks: ReviewSheet(reviewer: "甲", marks: []), of: scope)
    try store.record(
      [.close(issue: issue, note: "印发", summary: TeamSummary(progress))], author: "处长",
      at: Samples.time(2))
    let closed = ReviewFailure(.closed("处长", Samples.time(2)), path: store.path)
    #expect(throws: closed) { try mark("1/1.1", .agreed, by: "甲", at: 3) }
    #expect(throws: closed) { try assign("1/1.2", to: "甲", at: 3) }
    #expect(throws: closed) { try store.undo(reviewer: "科长") }
    let closing = try #require(try sheet().closing)
    #expect(closing.note == "印发")
    #expect(closing.summary?.lines.map(\.reader) == ["甲"])
    #expect(closing.summary?.lines.first?.assigned == 1)
    try store.record([.close(issue: issue, isClosed: false)], author: "处长", at: Samples.time(4))
    _ = try mark("1/1.1", .agreed, by: "甲", at: 5)
    try #expect(sheet().closing == nil)
  }

  @Test func undoingAClosingOpensTheIssueAgain() throws {
    try store.record([.close(issue: issue)], author: "处长", at: Samples.time(1))
    try #expect(store.undo(reviewer: "处长") != nil)
    _ = try mark("1/1.1", .agreed, by: "甲", at: 5)
  }

  // MARK: - Several stores

  @Test func storesThatGrewApartAgreeWhateverTheOrder() throws {
    for seed in UInt64(0)..<60 {
      var generator = SeededGenerator(seed: seed)
      let ledgers = (0..<3).map { _ in generator.team() }
      var results: [TeamLedger] = []
      var holding: [[TeamEntry]] = []
      for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0, 1]] {
        let store = try SQLiteReviewStore.inMemory()
        for index in order { _ = try store.merge(ledgers[index], at: Samples.time(9)) }
        results.append(try store.teamLedger(ofIssue: nil, author: nil))
        holding.append(try store.team(ofIssue: nil))
      }
      #expect(results[0] == results[1] && results[0] == results[2], "seed \(seed)")
      #expect(holding[0] == holding[1] && holding[0] == holding[2], "seed \(seed)")
    }
  }

  @Test func mergingTheSameAgainAddsNothing() throws {
    try assign("1/1.1", to: "甲", at: 1)
    let other = try SQLiteReviewStore.inMemory()
    let ledger = try store.teamLedger(ofIssue: nil, author: nil)
    try #expect(other.merge(ledger, at: Samples.time(2)).added == 1)
    try #expect(other.merge(ledger, at: Samples.time(3)).added == 0)
    try #expect(other.teamLedger(ofIssue: nil, author: nil) == ledger)
  }

  @Test func whatIsExportedIsImportedWithNothingLost() throws {
    var generator = SeededGenerator(seed: 7)
    let ledger = generator.team()
    let value = ReviewJSON.value(of: ReviewLedger(), exportedAt: Samples.time(1))
    guard case .object(var members) = value else { return }
    members[TeamJSON.member] = TeamJSON.value(of: ledger)
    let bytes = JSONWriter.bytes(of: .object(members))
    try #expect(TeamJSON.ledger(from: bytes) == ledger)
    try #expect(ReviewJSON.ledger(from: bytes).count == 0)
  }

  @Test func whatCannotBeAnEntryIsRefusedByItsField() throws {
    let bytes = Array(#"{"team": [{"kind": "verdict"}]}"#.utf8)
    #expect(throws: ReviewImportFailure.badValue("team[0].state")) {
      try TeamJSON.ledger(from: bytes)
    }
  }

  @Test func anotherConnectionsWritingIsNoticed() throws {
    let folder = try TemporaryFolder()
    let mine = try SQLiteReviewStore.open(at: folder.database)
    let others = try SQLiteReviewStore.open(at: folder.database)
    let before = try mine.changeCount()
    try #expect(mine.changeCount() == before)
    try assign("1/1.1", to: "甲", at: 1, in: others)
    try #expect(mine.changeCount() != before)
  }
}

extension SeededGenerator {
  /// A team's ledger in which times, topics and authors often meet.
  mutating func team() -> TeamLedger {
    var entries: [TeamEntry] = []
    for _ in 0..<Int.random(in: 0...10, using: &self) {
      let kind = TeamTopic.Kind.allCases.randomElement(using: &self) ?? .assignment
      let author = Bool.random(using: &self) ? "甲" : "乙"
      let key = ReviewKey(
        issue: Samples.issueName, reference: kind == .closing ? "" : "1/1.1")
      let isOwned = kind == .verdict || kind == .remark
      entries.append(
        TeamEntry(
          topic: TeamTopic(
            kind, key, subject: kind == .closing ? "" : "丙", owner: isOwned ? author : ""),
          state: TeamEntry.TopicState.allCases.randomElement(using: &self) ?? .none,
          note: ["", "一", "二"].randomElement(using: &self) ?? "",
          details: Bool.random(using: &self) ? [TeamDetail.judged: "agreed"] : [:],
          author: author, at: Samples.time(Int64.random(in: 1...3, using: &self)),
          text: ReviewedText(Bool.random(using: &self) ? "旧" : "新")))
    }
    return TeamLedger(entries)
  }
}
