import Foundation
import SQLiteKit
import Synchronization
import Testing

@testable import GazetteReview

/// What was acknowledged is in the file at the path, whatever others do with that file.
@Suite struct RenewalTests {
  private let folder: TemporaryFolder
  private let news = NewsLog()
  private let store: SQLiteReviewStore
  private let files = FileManager.default
  private var path: String { folder.database }

  init() throws {
    folder = try TemporaryFolder()
    let news = news
    store = try SQLiteReviewStore.open(
      at: folder.database, patience: ReviewPatience(seconds: 5) { news.add($0) })
    try store.apply([Samples.change("1/1.1", .agreed, note: "先")], reviewer: "甲")
  }

  /// What another program finds at the path.
  private func found() throws -> [String] {
    try SQLiteReviewStore.open(at: path).marks().map { "\($0.key.reference) \($0.state)" }
  }

  private func mark() throws {
    try store.apply([Samples.change("1/1.2", .problem)], reviewer: "甲")
  }

  @Test func aRemovedStoreIsMadeAgainWithAllThatWasInIt() throws {
    try files.removeItem(atPath: path)
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem"])
    #expect(news.all == [.renewed(.madeAgain)])
    #expect(ReviewCheck.run(path: path).problems.isEmpty)
    try #expect(store.undo(reviewer: "甲")?.changed.count == 1)
    try #expect(found() == ["1/1.1 agreed"])
  }

  @Test func aRemovedFolderIsMadeAgainToo() throws {
    try files.removeItem(atPath: folder.path + "/state")
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem"])
  }

  @Test func readingTooSeesThatTheStoreIsGone() throws {
    try files.removeItem(atPath: path)
    try #expect(store.marks().count == 1)
    try #expect(found() == ["1/1.1 agreed"])
  }

  @Test func aStoreThatIsMovedAwayIsMadeAgain() throws {
    try files.moveItem(atPath: path, toPath: path + ".old")
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem"])
  }

  @Test func theMarksOfThisSessionGoIntoAStoreThatWasPutInPlace() throws {
    let other = folder.path + "/other.sqlite"
    do {
      let store = try SQLiteReviewStore.open(at: other)
      try store.apply([Samples.change("1/1.3", .read)], reviewer: "乙")
      try store.queue.close()
    }
    #expect(rename(other, path) == 0)
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem", "1/1.3 read"])
    #expect(news.all == [.renewed(.replaced(marks: 1))])
    #expect(ReviewCheck.run(path: path).problems.isEmpty)
  }

  @Test func theRecipeOfCheckUnderARunningBrowserLosesNothing() throws {
    let saved = path + ".recovered"
    _ = try ReviewSalvage.run(path: path, into: saved)
    #expect(rename(path, path + ".damaged") == 0)
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    #expect(rename(saved, path) == 0)
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem"])
    #expect(ReviewCheck.run(path: path).problems.isEmpty)
  }

  @Test func aLogThatIsTakenAwayCostsNothing() throws {
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem"])
    #expect(ReviewCheck.run(path: path).problems.isEmpty)
  }

  @Test func aStoreThatIsWrittenOverIsNoticed() throws {
    let other = folder.path + "/other.sqlite"
    do {
      let store = try SQLiteReviewStore.open(at: other)
      try store.apply([Samples.change("1/1.3", .read)], reviewer: "乙")
      try store.queue.close()
    }
    store.settle()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: bytes)
    try handle.close()
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem", "1/1.3 read"])
    #expect(ReviewCheck.run(path: path).problems.isEmpty)
  }

  @Test func whatCannotBeAStoreIsSaidAndNothingIsForgotten() throws {
    try files.moveItem(atPath: path, toPath: path + ".old")
    try Data(String(repeating: "不是数据库", count: 500).utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: ReviewFailure(.notADatabase, path: path)) { try mark() }
    try files.removeItem(atPath: path)
    try mark()
    try #expect(found() == ["1/1.1 agreed", "1/1.2 problem"])
  }

  @Test func waitingIsToldAndEndsWhenNobodyWrites() throws {
    let other = try DatabaseQueue(path: path)
    let impatient = try SQLiteReviewStore.open(
      at: path, patience: ReviewPatience(seconds: 1) { [news] in news.add($0) })
    try other.use { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let change = Samples.change("1/1.2", .problem)
    #expect(throws: ReviewFailure(.busy, path: path)) {
      try impatient.apply([change], reviewer: "甲")
    }
    #expect(news.all == [.waits, .isOver])
    try other.use { try $0.execute(sql: "ROLLBACK") }
    try impatient.apply([change], reviewer: "甲")
  }

  @Test func unfinishedMarksAreTakenUpOnce() throws {
    let unfinished = folder.path + "/unfinished"
    let left = UnfinishedMarks(folder: unfinished, store: path, reviewer: "甲")
    let early = UnfinishedMark(Samples.change("1/1.1", .read, note: "早"), at: Samples.time(5))
    let late = UnfinishedMark(Samples.change("1/1.2", .question, note: "迟"))
    #expect(left.add([early, late]))
    let file = try #require(left.path)
    // Its program lives.
    try #expect(store.takeUpUnfinished(in: unfinished) == 0)
    let copy = unfinished + "/left.jsonl"
    try files.copyItem(atPath: file, toPath: copy)
    left.clear()
    #expect(!files.fileExists(atPath: file))
    try #expect(store.takeUpUnfinished(in: unfinished) == 2)
    #expect(!files.fileExists(atPath: copy))
    try #expect(store.marks().map(\.note) == ["先", "迟"])
    try #expect(store.ledger().marks.map(\.note) == ["早", "先", "迟"])
    #expect(ReviewCheck.run(path: path).problems.isEmpty)
  }

  @Test func whatAMemberOfTheTeamDidIsTakenUpToo() throws {
    let unfinished = folder.path + "/unfinished"
    let left = UnfinishedMarks(folder: unfinished, store: path, reviewer: "甲")
    let (key, text) = (Samples.change("1/1.1", .read).key, Samples.change("1/1.1", .read).text)
    let remark = TeamChange.remark(
      "为什么？\n第二行", at: key, by: "甲", about: TextQuote(exact: "词"), text: text)
    let dealt = TeamChange.assign(key, to: "乙", text: text)
    #expect(left.add([UnfinishedMark(remark), UnfinishedMark(dealt)]))
    let copy = unfinished + "/left.jsonl"
    try files.copyItem(atPath: try #require(left.path), toPath: copy)
    left.clear()
    try #expect(store.takeUpUnfinished(in: unfinished) == 2)
    let entries = try store.team(ofIssue: nil)
    #expect(entries.map(\.note).sorted() == ["", "为什么？\n第二行"])
    #expect(Set(entries.map(\.text)) == [text])
    #expect(entries.allSatisfy { $0.author == "甲" })
    #expect(entries.contains { $0.details[TeamDetail.quote] == "词" })
    // Recorded already: nothing comes twice.
    #expect(left.add([UnfinishedMark(dealt, at: entries[0].at)]))
    try files.copyItem(atPath: try #require(left.path), toPath: copy)
    left.clear()
    try #expect(store.takeUpUnfinished(in: unfinished) == 0)
  }

  @Test func aMarkThatWasPutAsideTakesNoMarkOfAnotherClause() throws {
    let (before, after) = (
      ClauseSamples.scope(["甲条。", "乙条。"]), ClauseSamples.scope(["新条。", "甲条。", "乙条。"])
    )
    let first = ClauseSamples.mark("1/1", in: before)
    try store.apply(
      [ReviewChange(key: first.key, text: first.text, state: .agreed, note: "甲的")], reviewer: "丁",
      at: Samples.time(1))
    let sheet = ReviewSheet(reviewer: "丁", marks: try store.placedMarks(in: after, reviewer: "丁"))
    let change = ReviewChange(
      key: first.key, text: try #require(after.text(of: first.key)), state: .problem,
      moves: sheet.moves(before: [first.key]))
    let unfinished = folder.path + "/unfinished"
    let left = UnfinishedMarks(folder: unfinished, store: path, reviewer: "丁")
    #expect(left.add([UnfinishedMark(change)]))
    try files.copyItem(atPath: try #require(left.path), toPath: unfinished + "/left.jsonl")
    left.clear()
    _ = try store.takeUpUnfinished(in: unfinished)
    let marks = try store.placedMarks(in: after, reviewer: "丁").sorted { $0.key < $1.key }
    #expect(marks.map(\.key.reference) == ["1/1", "1/2"])
    #expect(marks.map(\.state) == [.problem, .agreed])
    #expect(marks.map(\.note) == ["", "甲的"])
  }
}

/// What a store told.
private final class NewsLog: Sendable {
  private let news = Mutex<[ReviewPatience.News]>([])
  var all: [ReviewPatience.News] { news.withLock { $0 } }
  func add(_ item: ReviewPatience.News) { news.withLock { $0.append(item) } }
}
