import GazetteModel
import GazetteText
import Testing

@testable import GazetteReview

/// What a team says follows its words, in every kind of store.
struct TeamPlacingTests {
  private let before = ClauseSamples.scope(["甲条。", "乙条。", "丙条。"])
  private let after = ClauseSamples.scope(["新条文字。", "甲条。", "乙条。", "丙条。"])

  private func text(_ reference: String, _ scope: ReviewScope) -> ReviewedText {
    scope.text(of: ClauseSamples.key(reference)) ?? ReviewedText("")
  }

  private func assign(_ reference: String, to reader: String, in scope: ReviewScope) -> TeamChange {
    .assign(ClauseSamples.key(reference), to: reader, text: text(reference, scope))
  }

  private func readers(_ store: any ReviewStore, _ scope: ReviewScope) throws -> [String: [String]]
  {
    let sheet = try store.teamSheet(in: scope)
    var readers: [String: [String]] = [:]
    for id in scope.units {
      let names = sheet.readers(at: id, of: scope)
      if !names.isEmpty { readers[scope.key(of: id).reference] = names }
    }
    return readers
  }

  /// Records as browser and command line do.
  private func record(
    _ changes: [TeamChange], by author: String = "科长", in scope: ReviewScope,
    _ store: any ReviewStore
  ) throws {
    let sheet = try store.teamSheet(in: scope)
    try store.record(sheet.keepingPlaces(changes), author: author)
  }

  @Test(arguments: StoreKind.allCases)
  func assignmentsFollowTheirWords(kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    try record(
      [assign("1/1", to: "李", in: before), assign("1/3", to: "王", in: before)], in: before,
      desk.store)
    try #expect(readers(desk.store, before) == ["1/1": ["李"], "1/3": ["王"]])
    try #expect(readers(desk.store, after) == ["1/2": ["李"], "1/4": ["王"]])
    let shorter = ClauseSamples.scope(["乙条。", "丙条。"])
    // The clause that was dealt out is gone; it is dealt out no more, and not forgotten.
    try #expect(readers(desk.store, shorter) == ["1/2": ["王"]])
    try #expect(desk.store.teamSheet(in: shorter).strays.map(\.topic.subject) == ["李"])
  }

  @Test(arguments: StoreKind.allCases)
  func dealingOutAClauseTakesNothingFromAnother(kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    try record(
      ["1/1", "1/2", "1/3"].map { assign($0, to: "李", in: before) }, in: before, desk.store)
    let shown = ["1/2": ["李"], "1/3": ["李"], "1/4": ["李"]]
    try #expect(readers(desk.store, after) == shown)
    // The store has something of another clause under that reference.
    try record([assign("1/1", to: "李", in: after)], in: after, desk.store)
    let all = shown.merging(["1/1": ["李"]]) { $1 }
    try #expect(readers(desk.store, after) == all)
    try record(
      [.assign(ClauseSamples.key("1/3"), to: "李", isTakenBack: true, text: text("1/3", after))],
      in: after, desk.store)
    try #expect(readers(desk.store, after) == ["1/1": ["李"], "1/2": ["李"], "1/4": ["李"]])
    _ = try desk.store.undo(reviewer: "科长")
    try #expect(readers(desk.store, after) == all)
    _ = try desk.store.undo(reviewer: "科长")
    try #expect(readers(desk.store, after) == shown)
  }

  @Test(arguments: StoreKind.allCases)
  func anAssignmentOfWordsThatStandTwiceIsUnsureUntilItIsMadeAgain(kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let old = ClauseSamples.scope(["取消。", "乙条。"])
    let now = ClauseSamples.scope(["取消。", "取消。", "乙条。"])
    try record([assign("1/1", to: "李", in: old)], in: old, desk.store)
    try #expect(readers(desk.store, now).isEmpty)
    let sheet = try desk.store.teamSheet(in: now)
    #expect(sheet.strays.map(\.placement) == [.unsure(["1/1", "1/2"])])
    #expect(sheet.unsureAssignments(at: now.units[0], of: now).map(\.topic.subject) == ["李"])
    try record([assign("1/2", to: "李", in: now)], in: now, desk.store)
    try #expect(readers(desk.store, now) == ["1/2": ["李"]])
    try record([assign("1/1", to: "李", in: now)], in: now, desk.store)
    try #expect(readers(desk.store, now) == ["1/1": ["李"], "1/2": ["李"]])
  }

  @Test(arguments: StoreKind.allCases)
  func aDiscussionStaysTogetherAndWithItsWords(kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let (store, key) = (desk.store, ClauseSamples.key("1/2"))
    try record(
      [.remark("谁牵头？", at: key, by: "李", text: text("1/2", before))], by: "李", in: before, store)
    func threads(_ scope: ReviewScope) throws -> [String: TeamThread] {
      let sheet = try store.teamSheet(in: scope)
      let found = scope.units.flatMap { id in
        sheet.threads(at: id, of: scope).map { (scope.key(of: id).reference, $0) }
      }
      return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
    let first = try #require(try threads(after)["1/3"])
    try #expect(threads(after).count == 1)
    try record(
      [
        .remark(
          "省厅。", at: ClauseSamples.key("1/3"), by: "王", in: first.id, text: text("1/3", after))
      ], by: "王", in: after, store)
    try record(
      [.settle(first.id, at: ClauseSamples.key("1/3"), text: text("1/3", after))], by: "王",
      in: after, store)
    for scope in [before, after] {
      let found = try threads(scope)
      #expect(found.count == 1)
      let thread = try #require(found[scope.units.count == 3 ? "1/2" : "1/3"])
      #expect(thread.remarks.map(\.words) == ["谁牵头？", "省厅。"])
      #expect(thread.settledBy == "王")
    }
    // Opened again at the clause where it is now, it is open everywhere.
    try record(
      [
        .settle(
          first.id, at: ClauseSamples.key("1/2"), isSettled: false, text: text("1/2", before))
      ], by: "李", in: before, store)
    try #expect(threads(after)["1/3"]?.isOpen == true)
    try #expect(threads(before)["1/2"]?.isOpen == true)
  }

  @Test(arguments: StoreKind.allCases)
  func aVerdictStaysWithItsMark(kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let store = desk.store
    for reference in ["1/1", "1/2"] {
      try store.apply(
        [
          ReviewChange(
            key: ClauseSamples.key(reference), text: text(reference, before), state: .agreed)
        ], reviewer: "甲")
    }
    func standings(_ scope: ReviewScope) throws -> [String: TeamStanding] {
      let team = try store.teamSheet(in: scope)
      let marks = try store.placedMarks(in: scope).filter { !$0.isBlank }
      return Dictionary(
        marks.map { ($0.key.reference, team.standing(of: $0, in: scope)) },
        uniquingKeysWith: { first, _ in first })
    }
    func judge(_ reference: String, _ state: TeamEntry.TopicState) throws {
      let mark = try #require(
        try store.placedMarks(in: after).first { $0.key.reference == reference })
      try record(
        [.judge(mark, by: "乙", state, note: "看", text: text(reference, after))], by: "乙", in: after,
        store)
    }
    try judge("1/2", .returned)
    try judge("1/3", .confirmed)
    let shown: [String: TeamStanding] = ["1/2": .returned, "1/3": .confirmed]
    try #expect(standings(after) == shown)
    // The reader marks the new clause: the marks are kept under other references from now on.
    let sheet = ReviewSheet(reviewer: "甲", marks: try store.placedMarks(in: after))
    let key = ClauseSamples.key("1/1")
    try store.apply(
      [
        ReviewChange(
          key: key, text: text("1/1", after), state: .read, moves: sheet.moves(before: [key]))
      ], reviewer: "甲")
    try #expect(standings(after) == shown.merging(["1/1": .pending]) { $1 })
    _ = try store.undo(reviewer: "甲")
    try #expect(standings(after) == shown)
  }

  @Test(arguments: StoreKind.allCases)
  func entriesOfOlderVersionsWithoutWordsStayWhereTheyAre(kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let change = TeamChange.assign(ClauseSamples.key("1/2"), to: "李", text: ReviewedText(""))
    try desk.store.record([change], author: "科长")
    try #expect(readers(desk.store, after) == ["1/2": ["李"]])
  }

  @Test func whatStoodAroundTheWordsIsHandedOn() throws {
    let store = try SQLiteReviewStore.inMemory()
    try store.record([assign("1/1", to: "李", in: before)], author: "科长")
    let ledger = try store.teamLedger(ofIssue: nil, author: nil)
    var members = JSONObject()
    members[TeamJSON.member] = TeamJSON.value(of: ledger)
    let bytes = JSONWriter.bytes(of: .object(members))
    try #expect(TeamJSON.ledger(from: bytes) == ledger)
    #expect(ledger.entries.first?.text.surroundings != nil)
    let damaged = String(decoding: bytes, as: UTF8.self).replacing(" 1 1\"", with: " 1 x\"")
    #expect(throws: ReviewImportFailure.badValue("team[0].surroundings")) {
      try TeamJSON.ledger(from: Array(damaged.utf8))
    }
  }

  /// Clauses are put in, or taken out, anywhere; some were dealt out and spoken of.
  @Test(arguments: 0..<600)
  func nothingIsSaidOfAnotherClause(seed: UInt64) {
    let (clauses, edited) = ClauseSamples.edited(seed: seed, isLastKept: false)
    var generator = SeededGenerator(seed: seed &+ 7)
    let old = ClauseSamples.scope([clauses])
    let now = ClauseSamples.scope([edited])
    var entries: [TeamEntry] = []
    for index in clauses.indices where Bool.random(using: &generator) {
      let key = ClauseSamples.key("1/\(index + 1)")
      let author = "\(clauses[index].identity)"
      let words = text("1/\(index + 1)", old)
      for change in [
        TeamChange.assign(key, to: "李", text: words),
        .remark(author, at: key, by: "王", text: words),
      ] {
        entries.append(
          TeamEntry(
            topic: change.topic, state: change.state, note: author, author: "科长",
            at: ReviewTime(milliseconds: Int64(index)), text: words))
      }
    }
    let placed = now.placed(entries)
    #expect(placed.count == entries.count)
    for entry in placed where !entry.isUnsure {
      let clause = edited[ClauseSamples.number(of: entry.topic.key) - 1]
      #expect(entry.note == "\(clause.identity)", "\(clauses) → \(edited)")
    }
  }
}
