import Foundation
import GRDB
import Testing

@testable import GazetteReview

struct StoreTests {
  private let folder: TemporaryFolder
  private let store: SQLiteReviewStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteReviewStore.open(at: folder.database)
  }

  @Test func theDefaultPathFollowsXDG() throws {
    let relative = ["XDG_STATE_HOME": "rel", "HOME": "/home/x"]
    try #expect(
      ReviewEnvironment.storePath(in: relative)
        == "/home/x/.local/state/gazette/review.sqlite")
    try #expect(
      ReviewEnvironment.storePath(in: ["XDG_STATE_HOME": "/s"])
        == "/s/gazette/review.sqlite")
    #expect(throws: ReviewFailure(.noHome)) { try ReviewEnvironment.storePath(in: [:]) }
  }

  @Test func fileAndDirectoryAreForTheUserAlone() {
    #expect(ReviewFiles.permissions(of: folder.database) == 0o600)
    #expect(ReviewFiles.permissions(of: folder.path + "/state") == 0o700)
  }

  @Test func theDatabaseIsSafeAndNamed() throws {
    try store.reading { database in
      try #expect(String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      try #expect(Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      try #expect(Int64.fetchOne(database, sql: "PRAGMA application_id") == 0x475A_5256)
      try #expect(Int.fetchOne(database, sql: "PRAGMA user_version") == ReviewSchema.version)
    }
  }

  @Test func aMarkIsReadBackAsItWasPut() throws {
    let put = try store.apply(
      [Samples.change("1/1.1", .question, note: "谁牵头？\n第二行", tags: ["#急", "大气"])],
      reviewer: " 甲 ", at: Samples.time(5))
    let again = try SQLiteReviewStore.open(at: folder.database)
    try #expect(again.marks() == put)
    #expect(put[0].tags == ["大气", "急"].sorted())
    #expect(put[0].reviewer == "甲")
    #expect(put[0].text == Samples.scope.text(of: Samples.node("1/1.1")))
  }

  @Test func whatIsNotGivenStaysAndOnlyAStateConfirms() throws {
    try put(.init(key: key, text: ReviewedText("旧"), state: .agreed, note: "好"), at: 1)
    let tagged = try put(.init(key: key, text: ReviewedText("新"), addedTags: ["急"]), at: 2)
    #expect(tagged.text.content == "旧")
    #expect(tagged.note == "好")
    let confirmed = try put(.init(key: key, text: ReviewedText("新"), state: .agreed), at: 3)
    #expect(confirmed.text.content == "新")
    #expect(confirmed.tags == ["急"])
    let untagged = try put(
      .init(key: key, text: ReviewedText("新"), note: "", removedTags: ["急"]), at: 4)
    #expect(untagged.tags.isEmpty && untagged.note.isEmpty)
  }

  @Test func whatChangesNothingIsNotRecorded() throws {
    try put(Samples.change("1/1.1", .read), at: 1)
    try put(Samples.change("1/1.1", .read), at: 2)
    try #expect(store.history(of: key).count == 1)
    try store.apply([Samples.change("1/1.2", .unread)], reviewer: "甲")
    try #expect(store.ledger().count == 1)
  }

  @Test func aLaterChangeHoldsEvenWhenTheClockGoesBack() throws {
    try put(Samples.change("1/1.1", .read), at: 9000)
    let mark = try put(Samples.change("1/1.1", .agreed), at: 5)
    #expect(mark.at.milliseconds == 9001)
    try #expect(store.marks() == [mark])
  }

  @Test func reviewersShareTheStore() throws {
    try store.apply([Samples.change("1/1.1", .agreed)], reviewer: "甲")
    try store.apply([Samples.change("1/1.1", .problem)], reviewer: "乙")
    try #expect(store.marks(ofIssue: Samples.issueName, reviewer: "乙").map(\.state) == [.problem])
    try #expect(store.marks(at: key).count == 2)
    try #expect(store.reviewers() == ["乙", "甲"].sorted())
    try #expect(store.marks(ofIssue: "2021-12").isEmpty)
  }

  @Test func undoAndRedoWorkAcrossRestarts() throws {
    try put(Samples.change("1/1.1", .read), at: 1)
    try put(Samples.change("1/1.1", .agreed, note: "好"), at: 2)
    let reopened = try SQLiteReviewStore.open(at: folder.database)
    try #expect(reopened.undo(reviewer: "甲")?.changed.map(\.state) == [.read])
    try #expect(reopened.undo(reviewer: "甲")?.changed.map(\.isBlank) == [true])
    try #expect(reopened.undo(reviewer: "甲") == nil)
    try #expect(reopened.marks().isEmpty)
    let third = try SQLiteReviewStore.open(at: folder.database)
    try #expect(third.redo(reviewer: "甲")?.changed.map(\.state) == [.read])
    try #expect(third.redo(reviewer: "甲")?.changed.map(\.note) == ["好"])
    try #expect(third.redo(reviewer: "甲") == nil)
  }

  @Test func aChangeAfterUndoingCutsRedoingButNotTheHistory() throws {
    try put(Samples.change("1/1.1", .read), at: 1)
    _ = try store.undo(reviewer: "甲")
    try put(Samples.change("1/1.1", .problem), at: 3)
    try #expect(store.redo(reviewer: "甲") == nil)
    try #expect(store.history(of: key).map(\.mark.state) == [.read, .unread, .problem])
    try #expect(store.history(of: key).map(\.kind) == [.change, .undo, .change])
    try #expect(store.history(of: key)[1].previous?.state == .read)
  }

  @Test func severalClausesAreOneStep() throws {
    let states = try store.apply(
      ["1/1.1", "1/1.2", "1/1.3"].map { Samples.change($0, .agreed) }, reviewer: "甲"
    ).map(\.state)
    #expect(states == [.agreed, .agreed, .agreed])
    try #expect(store.undo(reviewer: "甲")?.changed.count == 3)
    try #expect(store.marks().isEmpty)
  }

  @Test func undoTouchesOnlyOnesOwnAndNothingNewer() throws {
    try put(Samples.change("1/1.1", .read), at: 1)
    try store.apply([Samples.change("1/1.2", .read)], reviewer: "乙")
    _ = try store.merge(
      ReviewLedger([Samples.mark("1/1.1", .problem, at: 1 << 41)]), at: Samples.time(1 << 41))
    try #expect(store.undo(reviewer: "甲") == ReviewStep(changed: [], skipped: [key]))
    try #expect(store.undo(reviewer: "甲") == nil)
    try #expect(store.marks(reviewer: "乙").count == 1)
    try #expect(store.marks(reviewer: "甲").map(\.state) == [.problem])
  }

  @Test(arguments: 0..<30)
  func undoingEverythingAndRedoingEverythingComesBack(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var states = [try contents()]
    for time in 0..<Int.random(in: 1...12, using: &generator) {
      let changes = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Samples.change(
          ["1/1.1", "1/1.2", "1/1"].randomElement(using: &generator) ?? "1/1",
          ReviewState.allCases.randomElement(using: &generator),
          note: ["", "一", nil].randomElement(using: &generator) ?? nil,
          tags: Bool.random(using: &generator) ? ["急"] : [],
          text: Bool.random(using: &generator) ? "旧" : "新")
      }
      try store.apply(changes, reviewer: "甲", at: Samples.time(Int64(time)))
      let now = try contents()
      if now != states.last { states.append(now) }
    }
    // A step can leave things as they were when it changes a node twice; there are at most twelve.
    func step(to expected: [String], by step: () throws -> ReviewStep?) throws {
      for _ in 0..<12 {
        let done = try #require(try step())
        #expect(done.skipped.isEmpty)
        if try contents() == expected { return }
      }
      Testing.Issue.record("never came back to \(expected)")
    }
    for expected in states.dropLast().reversed() {
      try step(to: expected) { try store.undo(reviewer: "甲") }
    }
    for expected in states.dropFirst() {
      try step(to: expected) { try store.redo(reviewer: "甲") }
    }
    #expect(ReviewCheck.run(path: folder.database).problems.isEmpty)
  }

  @Test(arguments: 0..<20)
  func storesThatImportEachOtherAgree(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let other = try SQLiteReviewStore.open(at: folder.path + "/other.sqlite")
    let (a, b) = (generator.ledger(), generator.ledger())
    _ = try store.merge(a)
    _ = try other.merge(b)
    let first = try store.merge(try other.ledger())
    let second = try other.merge(a)
    try #expect(store.ledger() == other.ledger())
    try #expect(store.marks() == other.marks())
    #expect(Set(first.conflicts) == Set(second.conflicts))
    let again = try store.merge(try other.ledger())
    #expect(again.taken.isEmpty && again.conflicts.isEmpty && again.kept == 0)
    #expect(ReviewCheck.run(path: folder.database).problems.isEmpty)
  }

  @Test func tagsAreOfferedByFrequency() throws {
    try put(Samples.change("1/1.1", .read, tags: ["水", "大气"]), at: 1)
    try put(Samples.change("1/1.2", .read, tags: ["大气"]), at: 2)
    try #expect(store.tags() == ["大气", "水"])
  }

  @Test func badNamesAreRefusedBeforeAnythingIsWritten() throws {
    #expect(throws: ReviewFailure(.badReviewer("  "), path: folder.database)) {
      try store.apply([Samples.change("1/1.1", .read)], reviewer: "  ")
    }
    #expect(throws: ReviewFailure(.badTag("a b"), path: folder.database)) {
      try store.apply(
        [Samples.change("1/1.2", .read), Samples.change("1/1.1", .read, tags: ["a b"])],
        reviewer: "甲")
    }
    try #expect(store.ledger().count == 0)
  }

  private var key: ReviewKey { ReviewKey(issue: Samples.issueName, reference: "1/1.1") }

  @discardableResult
  private func put(_ change: ReviewChange, at time: Int64) throws -> ReviewMark {
    let marks = try store.apply([change], reviewer: "甲", at: Samples.time(time))
    return try #require(marks.first)
  }

  /// What holds, with the words it was put on and without times.
  private func contents() throws -> [String] {
    try store.marks().map { "\($0.key) \($0.state) \($0.note) \($0.tags) \($0.text.content)" }
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
