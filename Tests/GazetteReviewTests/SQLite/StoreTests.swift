import Foundation
import SQLiteKit
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

  @Test func aStoreOfTheVersionBeforeIsBroughtUpWithAllThatIsInIt() throws {
    let key = ClauseSamples.key("1/1")
    let words = ReviewedText("甲条。")
    try store.apply([ReviewChange(key: key, text: words, state: .agreed)], reviewer: "甲")
    try store.record([.assign(key, to: "乙", text: words)], author: "甲")
    let (marks, team) = (try store.marks(), try store.team(ofIssue: nil))
    try store.writing { journal in
      try journal.database.execute(
        sql: "ALTER TABLE text DROP COLUMN surroundings; PRAGMA user_version = 5")
    }
    let opened = try SQLiteReviewStore.open(at: folder.database)
    try #expect(opened.marks() == marks && opened.team(ofIssue: nil) == team)
    #expect(ReviewCheck.run(path: folder.database).problems.isEmpty)
    let scope = ClauseSamples.scope(["甲条。"])
    let text = try #require(scope.text(of: key))
    try opened.apply([ReviewChange(key: key, text: text, state: .agreed)], reviewer: "甲")
    try #expect(opened.marks().first?.text == text)
    #expect(ReviewCheck.run(path: folder.database).problems.isEmpty)
  }

  @Test func theDatabaseIsSafeAndNamed() throws {
    try store.reading { database in
      try #expect(String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      try #expect(Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      try #expect(Int64.fetchOne(database, sql: "PRAGMA application_id") == 0x475A_5256)
      try #expect(Int.fetchOne(database, sql: "PRAGMA user_version") == ReviewSchema.version)
    }
  }
}
