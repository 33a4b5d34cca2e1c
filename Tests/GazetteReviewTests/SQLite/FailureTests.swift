import Foundation
import GazetteText
import SQLiteKit
import Testing

@testable import GazetteReview

struct FailureTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/review.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aFileThatIsNoDatabaseIsLeftAsItIs() throws {
    let bytes = Data(String(repeating: "不是数据库", count: 500).utf8)
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(reason() == .notADatabase)
    try #expect(Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    let check = ReviewCheck.run(path: path)
    #expect(check.problems.contains(.failure(ReviewFailure(.notADatabase, path: path))))
    #expect(check.lines(in: .english).contains { $0.contains(".recover") })
  }

  @Test func aDamagedStoreIsRefusedAndNamed() throws {
    do {
      let store = try SQLiteReviewStore.open(at: path)
      for number in 0..<200 {
        try store.apply([Samples.change("1/\(number)", .read, text: "词\(number)")], reviewer: "甲")
      }
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.count > 3 * 4096)
    bytes.replaceSubrange(
      4096 * 2..<bytes.count, with: Data(repeating: 0xAA, count: bytes.count - 8192))
    try bytes.write(to: URL(fileURLWithPath: path))
    let check = ReviewCheck.run(path: path)
    #expect(!check.problems.isEmpty)
    #expect(throws: ReviewFailure(.nothingToSave, path: path)) {
      try ReviewSalvage.run(path: path, into: path + ".recovered")
    }
    #expect(throws: ReviewFailure.self) {
      let store = try SQLiteReviewStore.open(at: path)
      try store.apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    }
  }

  @Test func damageCostsOnlyTheEntriesItTouches() throws {
    do {
      let store = try SQLiteReviewStore.open(at: path)
      let changes = (0..<2000).map { Samples.change("1/\($0)", .read, text: "词\($0)") }
      try store.apply(changes, reviewer: "甲")
      let page = try store.reading { database in
        try Int.fetchOne(
          database, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'entryByOwner'") ?? 0
      }
      try store.queue.close()
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes.replaceSubrange(
        (page - 1) * 4096..<page * 4096, with: Data(repeating: 0xAA, count: 4096))
      try bytes.write(to: URL(fileURLWithPath: path))
    }
    let check = ReviewCheck.run(path: path)
    #expect(check.lines(in: .english).contains { $0.contains("--recover") })
    let saved = try ReviewSalvage.run(path: path, into: path + ".recovered")
    #expect(saved == ReviewSalvage.Result(entries: 2000, lost: 0))
    try #expect(SQLiteReviewStore.open(at: path + ".recovered").marks().count == 2000)
    #expect(throws: ReviewFailure(.alreadyThere, path: path + ".recovered")) {
      try ReviewSalvage.run(path: path, into: path + ".recovered")
    }
  }

  @Test func aNewerStoreIsLeftAsItIs() throws {
    try change("PRAGMA user_version = 99", of: try SQLiteReviewStore.open(at: path))
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(reason() == .newer(99))
    try #expect(Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAsItIs() throws {
    let other = try DatabaseQueue(path: path)
    try other.use { try $0.execute(sql: "CREATE TABLE theirs (id)") }
    other.close()
    #expect(reason() == .foreign)
    #expect(
      ReviewCheck.run(path: path).problems.contains(.failure(ReviewFailure(.foreign, path: path))))
  }

  @Test func aFileThatWasLeftEmptyIsUsed() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(reason() == nil)
  }

  @Test func aFullDiskIsSaidAndLosesNothing() throws {
    let store = try SQLiteReviewStore.open(at: path)
    try store.apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    let pages = try store.reading { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try change("PRAGMA max_page_count = \(pages)", of: store)
    let long = String(repeating: "长", count: 100_000)
    #expect(throws: ReviewFailure(.full, path: path)) {
      try store.apply([Samples.change("1/1.1", .agreed, note: long)], reviewer: "甲")
    }
    try #expect(store.marks().map(\.state) == [.read])
  }

  @Test func aReadOnlyStoreIsSaid() throws {
    let store = try SQLiteReviewStore.open(at: path)
    try change("PRAGMA query_only = 1", of: store)
    #expect(throws: ReviewFailure(.readOnly, path: path)) {
      try store.apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    }
  }

  @Test func aPathThatCannotBeIsSaid() {
    #expect(throws: ReviewFailure.self) {
      try SQLiteReviewStore.open(at: "/dev/null/x/review.sqlite")
    }
    #expect(throws: ReviewFailure.self) { try SQLiteReviewStore.open(at: folder.path) }
  }

  @Test func aHistoryCannotBeRewritten() throws {
    let store = try SQLiteReviewStore.open(at: path)
    try store.apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    for command in ["DELETE FROM entry", "UPDATE entry SET note = 'x'", "DELETE FROM step"] {
      #expect(throws: ReviewFailure.self) { try change(command, of: store) }
    }
  }

  @Test func checkingSaysWhatIsThereAndChangesNothing() throws {
    #expect(!ReviewCheck.run(path: path).exists)
    #expect(!FileManager.default.fileExists(atPath: path))
    let store = try SQLiteReviewStore.open(at: path)
    try store.apply([Samples.change("1/1.1", .read)], reviewer: "甲")
    let check = ReviewCheck.run(path: path)
    #expect(check.problems.isEmpty)
    #expect((check.marks, check.entries, check.version) == (1, 1, ReviewSchema.version))
  }

  @Test func everyFailureHasItsWordsInBothLanguages() {
    let reasons: [ReviewFailure.Reason] = [
      .nothingToSave, .replaced, .cannotShare("x"), .noHome, .alreadyThere,
      .noDirectory("x"), .cannotOpen("x"), .notADatabase, .foreign,
      .newer(2), .corrupt("x"),
      .readOnly, .full, .ioError("x"), .busy, .other("x"), .badReviewer("x"), .badTag("x"),
    ]
    for reason in reasons {
      for language in Language.allCases {
        #expect(!ReviewFailure(reason).what(in: language).isEmpty)
        #expect(!ReviewFailure(reason).remedy(in: language).isEmpty)
      }
    }
  }

  /// Why the store cannot be opened; nil when it can.
  private func reason() -> ReviewFailure.Reason? {
    do throws(ReviewFailure) {
      _ = try SQLiteReviewStore.open(at: path)
      return nil
    } catch {
      return error.reason
    }
  }

  private func change(_ command: String, of store: SQLiteReviewStore) throws(ReviewFailure) {
    do {
      try store.queue.use { try $0.execute(sql: command) }
    } catch {
      throw ReviewFailure(error, path: path)
    }
  }
}
