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

  @Test func theDatabaseIsSafeAndNamed() throws {
    try store.reading { database in
      try #expect(String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      try #expect(Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      try #expect(Int64.fetchOne(database, sql: "PRAGMA application_id") == 0x475A_5256)
      try #expect(Int.fetchOne(database, sql: "PRAGMA user_version") == ReviewSchema.version)
    }
  }
}
