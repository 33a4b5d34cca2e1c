import Foundation
import Testing

@testable import GazetteReview

/// What every store does, whatever keeps it: each test with each kind.
@Suite struct AnyStoreTests {
  @Test(arguments: StoreKind.allCases) func aMarkIsReadBackAsItWasPut(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let put = try desk.store.apply(
      [Samples.change("1/1.1", .question, note: "谁牵头？\n第二行", tags: ["#急", "大气"])],
      reviewer: " 甲 ", at: Samples.time(5))
    let again = try desk.open()
    try #expect(again.marks() == put)
    #expect(put[0].tags == ["大气", "急"].sorted())
    #expect(put[0].reviewer == "甲")
    #expect(put[0].text == Samples.scope.text(of: Samples.node("1/1.1")))
  }

  @Test(arguments: StoreKind.allCases) func whatIsNotGivenStaysAndOnlyAStateConfirms(
    _ kind: StoreKind
  ) throws {
    let desk = try StoreDesk(kind)
    try desk.put(
      .init(key: StoreDesk.key, text: ReviewedText("旧"), state: .agreed, note: "好"), at: 1)
    let tagged = try desk.put(
      .init(key: StoreDesk.key, text: ReviewedText("新"), addedTags: ["急"]), at: 2)
    #expect(tagged.text.content == "旧")
    #expect(tagged.note == "好")
    let confirmed = try desk.put(
      .init(key: StoreDesk.key, text: ReviewedText("新"), state: .agreed), at: 3)
    #expect(confirmed.text.content == "新")
    #expect(confirmed.tags == ["急"])
    let untagged = try desk.put(
      .init(key: StoreDesk.key, text: ReviewedText("新"), note: "", removedTags: ["急"]), at: 4)
    #expect(untagged.tags.isEmpty && untagged.note.isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func whatChangesNothingIsNotRecorded(_ kind: StoreKind)
    throws
  {
    let desk = try StoreDesk(kind)
    try desk.put(Samples.change("1/1.1", .read), at: 1)
    try desk.put(Samples.change("1/1.1", .read), at: 2)
    try #expect(desk.store.history(of: StoreDesk.key).count == 1)
    try desk.store.apply([Samples.change("1/1.2", .unread)], reviewer: "甲")
    try #expect(desk.store.ledger().count == 1)
  }

  @Test(arguments: StoreKind.allCases) func aLaterChangeHoldsEvenWhenTheClockGoesBack(
    _ kind: StoreKind
  ) throws {
    let desk = try StoreDesk(kind)
    try desk.put(Samples.change("1/1.1", .read), at: 9000)
    let mark = try desk.put(Samples.change("1/1.1", .agreed), at: 5)
    #expect(mark.at.milliseconds == 9001)
    try #expect(desk.store.marks() == [mark])
  }

  @Test(arguments: StoreKind.allCases) func reviewersShareTheStore(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    try desk.store.apply([Samples.change("1/1.1", .agreed)], reviewer: "甲")
    try desk.store.apply([Samples.change("1/1.1", .problem)], reviewer: "乙")
    try #expect(
      desk.store.marks(ofIssue: Samples.issueName, reviewer: "乙").map(\.state) == [.problem])
    try #expect(desk.store.marks(at: StoreDesk.key).count == 2)
    try #expect(desk.store.reviewers() == ["乙", "甲"].sorted())
    try #expect(desk.store.marks(ofIssue: "2021-12").isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func undoAndRedoWorkAcrossRestarts(_ kind: StoreKind) throws
  {
    let desk = try StoreDesk(kind)
    try desk.put(Samples.change("1/1.1", .read), at: 1)
    try desk.put(Samples.change("1/1.1", .agreed, note: "好"), at: 2)
    let reopened = try desk.open()
    try #expect(reopened.undo(reviewer: "甲")?.changed.map(\.state) == [.read])
    try #expect(reopened.undo(reviewer: "甲")?.changed.map(\.isBlank) == [true])
    try #expect(reopened.undo(reviewer: "甲") == nil)
    try #expect(reopened.marks().isEmpty)
    let third = try desk.open()
    try #expect(third.redo(reviewer: "甲")?.changed.map(\.state) == [.read])
    try #expect(third.redo(reviewer: "甲")?.changed.map(\.note) == ["好"])
    try #expect(third.redo(reviewer: "甲") == nil)
  }

  @Test(arguments: StoreKind.allCases) func aChangeAfterUndoingCutsRedoingButNotTheHistory(
    _ kind: StoreKind
  ) throws {
    let desk = try StoreDesk(kind)
    try desk.put(Samples.change("1/1.1", .read), at: 1)
    _ = try desk.store.undo(reviewer: "甲")
    try desk.put(Samples.change("1/1.1", .problem), at: 3)
    try #expect(desk.store.redo(reviewer: "甲") == nil)
    try #expect(
      desk.store.history(of: StoreDesk.key).map(\.mark.state) == [.read, .unread, .problem])
    try #expect(desk.store.history(of: StoreDesk.key).map(\.kind) == [.change, .undo, .change])
    try #expect(desk.store.history(of: StoreDesk.key)[1].previous?.state == .read)
  }

  @Test(arguments: StoreKind.allCases) func severalClausesAreOneStep(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let states = try desk.store.apply(
      ["1/1.1", "1/1.2", "1/1.3"].map { Samples.change($0, .agreed) }, reviewer: "甲"
    ).map(\.state)
    #expect(states == [.agreed, .agreed, .agreed])
    try #expect(desk.store.undo(reviewer: "甲")?.changed.count == 3)
    try #expect(desk.store.marks().isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func undoTouchesOnlyOnesOwnAndNothingNewer(_ kind: StoreKind)
    throws
  {
    let desk = try StoreDesk(kind)
    try desk.put(Samples.change("1/1.1", .read), at: 1)
    try desk.store.apply([Samples.change("1/1.2", .read)], reviewer: "乙")
    _ = try desk.store.merge(
      ReviewLedger([Samples.mark("1/1.1", .problem, at: 1 << 41)]), at: Samples.time(1 << 41))
    try #expect(desk.store.undo(reviewer: "甲") == ReviewStep(changed: [], skipped: [StoreDesk.key]))
    try #expect(desk.store.undo(reviewer: "甲") == nil)
    try #expect(desk.store.marks(reviewer: "乙").count == 1)
    try #expect(desk.store.marks(reviewer: "甲").map(\.state) == [.problem])
  }

  @Test(arguments: StoreKind.allCases, 0..<30)
  func undoingEverythingAndRedoingEverythingComesBack(_ kind: StoreKind, seed: Int) throws {
    let desk = try StoreDesk(kind)
    var generator = SeededGenerator(seed: UInt64(seed))
    var states = [try desk.contents()]
    for time in 0..<Int.random(in: 1...12, using: &generator) {
      let changes = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Samples.change(
          ["1/1.1", "1/1.2", "1/1"].randomElement(using: &generator) ?? "1/1",
          ReviewState.allCases.randomElement(using: &generator),
          note: ["", "一", nil].randomElement(using: &generator) ?? nil,
          tags: Bool.random(using: &generator) ? ["急"] : [],
          text: Bool.random(using: &generator) ? "旧" : "新")
      }
      try desk.store.apply(changes, reviewer: "甲", at: Samples.time(Int64(time)))
      let now = try desk.contents()
      if now != states.last { states.append(now) }
    }
    // A step can leave things as they were when it changes a node twice; there are at most twelve.
    func step(to expected: [String], by step: () throws -> ReviewStep?) throws {
      for _ in 0..<12 {
        let done = try #require(try step())
        #expect(done.skipped.isEmpty)
        if try desk.contents() == expected { return }
      }
      Testing.Issue.record("never came back to \(expected)")
    }
    for expected in states.dropLast().reversed() {
      try step(to: expected) { try desk.store.undo(reviewer: "甲") }
    }
    for expected in states.dropFirst() {
      try step(to: expected) { try desk.store.redo(reviewer: "甲") }
    }
    try #expect(desk.isSound())
  }

  @Test(arguments: StoreKind.allCases, 0..<20)
  func storesThatImportEachOtherAgree(_ kind: StoreKind, seed: Int) throws {
    let desk = try StoreDesk(kind)
    var generator = SeededGenerator(seed: UInt64(seed))
    let other = try SQLiteReviewStore.open(at: desk.folder.path + "/other.sqlite")
    let (a, b) = (generator.ledger(), generator.ledger())
    _ = try desk.store.merge(a)
    _ = try other.merge(b)
    let first = try desk.store.merge(try other.ledger())
    let second = try other.merge(a)
    try #expect(desk.store.ledger() == other.ledger())
    try #expect(desk.store.marks() == other.marks())
    #expect(Set(first.conflicts) == Set(second.conflicts))
    let again = try desk.store.merge(try other.ledger())
    #expect(again.taken.isEmpty && again.conflicts.isEmpty && again.kept == 0)
    try #expect(desk.isSound())
  }

  /// U+0000 may stand in what a hostile file prints; servers cannot keep it as it is.
  @Test(arguments: StoreKind.allCases) func anyTextIsKept(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    // SQLite's package ends a text at U+0000 when it is read.
    let hostile = kind == .server ? ["a\0b", "\u{10FFFF}0\0"] : []
    for (time, text) in (hostile + ["\u{10FFFF}", "'\"\\$1 {}", "", "e\u{301}"]).enumerated() {
      let mark = try desk.put(
        .init(key: StoreDesk.key, text: ReviewedText(text), state: .read, note: "“\(time)”\t$$"),
        at: Int64(time))
      try #expect(desk.open().marks() == [mark])
      #expect(mark.text.content.utf8.elementsEqual(text.utf8))
      try #expect(desk.open().marks()[0].text.content.utf8.elementsEqual(text.utf8))
    }
    try #expect(desk.isSound())
  }

  @Test(arguments: StoreKind.allCases) func placesTakeThoseOfBefore(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let place = ReviewPlace(issue: "a/1", at: Samples.time(1), value: "一")
    let later = ReviewPlace(issue: "a/1", at: Samples.time(2), value: "二")
    try desk.store.save([place], reviewer: "甲")
    try desk.store.save([later], reviewer: "甲")
    try #expect(desk.store.places(reviewer: "甲", issues: ["a/1", "b/1"]) == [later])
    try #expect(desk.store.places(reviewer: "乙", issues: ["a/1"]).isEmpty)
  }

  @Test(arguments: StoreKind.allCases) func theCountTellsOfOthersAlone(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let other = try desk.open()
    let before = try desk.store.changeCount()
    try desk.put(Samples.change("1/1.1", .read), at: 1)
    try #expect(desk.store.changeCount() == before)
    try other.apply([Samples.change("1/1.2", .read)], reviewer: "乙")
    let after = try desk.store.changeCount()
    #expect(after != before)
    try #expect(desk.store.changeCount() == after)
  }

  @Test(arguments: StoreKind.allCases) func aTeamWorksInIt(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    let (store, key) = (desk.store, StoreDesk.key)
    let text = ReviewedText("词")
    try store.record([.assign(key, to: "甲", text: text)], author: "科长", at: Samples.time(1))
    let mark = try desk.put(.init(key: key, text: text, state: .problem, note: "错"), at: 2)
    try store.record(
      [.judge(mark, by: "乙", .returned, note: "再看", text: text)], author: "乙", at: Samples.time(3))
    try store.record(
      [.remark("为什么？", at: key, by: "丙", text: text)], author: "丙", at: Samples.time(4))
    try #expect(desk.open().team(ofIssue: Samples.issueName).count == 3)
    try #expect(store.undo(reviewer: "科长")?.team.map(\.state) == [TeamEntry.TopicState.none])
    try #expect(store.redo(reviewer: "科长")?.team.map(\.state) == [.assigned])
    try store.record([.close(issue: Samples.issueName)], author: "科长", at: Samples.time(5))
    #expect(throws: ReviewFailure(.closed("科长", Samples.time(5)), path: store.path)) {
      try desk.put(Samples.change("1/1.2", .read), at: 6)
    }
    let other = try SQLiteReviewStore.inMemory()
    _ = try other.merge(try store.teamLedger(ofIssue: nil, author: nil), at: Samples.time(7))
    try #expect(
      other.teamLedger(ofIssue: nil, author: nil) == store.teamLedger(ofIssue: nil, author: nil))
    let report = try store.merge(
      try other.teamLedger(ofIssue: nil, author: nil), at: Samples.time(8))
    #expect(report == TeamMergeReport())
  }

  @Test(arguments: StoreKind.allCases) func marksOfOlderVersionsAreAdopted(_ kind: StoreKind) throws
  {
    let desk = try StoreDesk(kind)
    let reference = "1/1.1"
    let text = Samples.scope.text(of: Samples.node(reference))
    let old = ReviewKey(issue: Samples.scope.issueName.id, reference: reference)
    let strange = ReviewKey(issue: old.issue, reference: "1/1.2")
    for (key, words) in [(old, text), (strange, ReviewedText("别的刊上的另一些文字，毫不相干。"))] {
      try desk.put(.init(key: key, text: words, state: .read), at: 1)
      try desk.put(.init(key: key, text: words, state: .agreed), at: 2)
    }
    try desk.store.save([ReviewPlace(issue: old.issue, value: "那里")], reviewer: "乙")
    try #expect(desk.store.idsWithoutPublication() == [old.issue])
    try #expect(desk.store.adopt(Samples.scope))
    try #expect(desk.store.marks(ofIssue: Samples.issueName).map(\.state) == [.agreed])
    try #expect(desk.store.history(of: StoreDesk.key).map(\.mark.state) == [.read, .agreed])
    try #expect(desk.store.marks(at: strange).count == 1)
    try #expect(desk.store.places(reviewer: "乙", issues: [Samples.issueName]).count == 1)
    try #expect(!desk.store.adopt(Samples.scope))
    try #expect(desk.isSound())
  }

  @Test(arguments: StoreKind.allCases) func tagsAreOfferedByFrequency(_ kind: StoreKind) throws {
    let desk = try StoreDesk(kind)
    try desk.put(Samples.change("1/1.1", .read, tags: ["水", "大气"]), at: 1)
    try desk.put(Samples.change("1/1.2", .read, tags: ["大气"]), at: 2)
    try #expect(desk.store.tags() == ["大气", "水"])
  }

  @Test(arguments: StoreKind.allCases) func badNamesAreRefusedBeforeAnythingIsWritten(
    _ kind: StoreKind
  ) throws {
    let desk = try StoreDesk(kind)
    #expect(throws: ReviewFailure(.badReviewer("  "), path: desk.store.path)) {
      try desk.store.apply([Samples.change("1/1.1", .read)], reviewer: "  ")
    }
    #expect(throws: ReviewFailure(.badTag("a b"), path: desk.store.path)) {
      try desk.store.apply(
        [Samples.change("1/1.2", .read), Samples.change("1/1.1", .read, tags: ["a b"])],
        reviewer: "甲")
    }
    try #expect(desk.store.ledger().count == 0)
  }
}

extension ReviewLedger {
  /// The union with another ledger.
  func merging(_ other: ReviewLedger) -> ReviewLedger {
    var result = self
    _ = result.merge(other)
    return result
  }
}
