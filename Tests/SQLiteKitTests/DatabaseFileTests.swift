import Foundation
import SQLiteKit
import Synchronization
import Testing

struct DatabaseFileTests {
  private let path =
    FileManager.default.temporaryDirectory.path + "/gazette-database-\(UUID().uuidString)"

  private func removing<Value>(_ body: () throws -> Value) rethrows -> Value {
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) } }
    return try body()
  }

  private func kind(_ body: () throws -> Void) -> DatabaseError.Kind? {
    do {
      try body()
      return nil
    } catch {
      return (error as? DatabaseError)?.kind
    }
  }

  @Test func whatIsNoDatabaseIsSaidWhenItIsOpened() throws {
    try removing {
      try Data(String(repeating: "不是数据库", count: 500).utf8).write(to: URL(fileURLWithPath: path))
      #expect(kind { _ = try DatabaseQueue(path: path) } == .notADatabase)
      #expect(kind { _ = try DatabaseQueue(path: path + "/none") } == .cannotOpen)
    }
  }

  @Test func whatIsOpenedForReadingIsNeitherMadeNorWritten() throws {
    try removing {
      var settings = DatabaseSettings()
      settings.isReadOnly = true
      #expect(kind { _ = try DatabaseQueue(path: path, settings) } == .cannotOpen)
      #expect(!FileManager.default.fileExists(atPath: path))
      try DatabaseQueue(path: path).use { try $0.execute(sql: "CREATE TABLE kept (value)") }
      let reader = try DatabaseQueue(path: path, settings)
      #expect(kind { try reader.use { try $0.execute(sql: "DROP TABLE kept") } } == .readOnly)
    }
  }

  @Test func whoeverIsInTheWayIsWaitedForAsLongAsItIsWorthIt() throws {
    try removing {
      let first = try DatabaseQueue(path: path)
      try first.use { try $0.execute(sql: "CREATE TABLE kept (value)") }
      let asked = Mutex<[Int]>([])
      var settings = DatabaseSettings()
      settings.patience = .asking { attempt in
        asked.withLock { $0.append(attempt) }
        return attempt < 3
      }
      let second = try DatabaseQueue(path: path, settings)
      try first.use { try $0.execute(sql: "BEGIN IMMEDIATE") }
      #expect(kind { try second.transaction(.immediate) { _ in } } == .busy)
      #expect(asked.withLock { $0 } == [0, 1, 2, 3])
      try first.use { try $0.execute(sql: "COMMIT") }
      #expect(kind { try second.transaction(.immediate) { _ in } } == nil)
    }
  }

  @Test func aFullDatabaseIsSaidAndTheChangeTakenBack() throws {
    try removing {
      let queue = try DatabaseQueue(path: path)
      try queue.use { try $0.execute(sql: "CREATE TABLE kept (value); PRAGMA max_page_count = 3") }
      let long = String(repeating: "长", count: 100_000)
      #expect(
        kind {
          try queue.transaction { database in
            try database.execute(sql: "INSERT INTO kept VALUES (1)")
            try database.execute(sql: "INSERT INTO kept VALUES (?)", arguments: [long])
          }
        } == .full)
      try #expect(queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept") } == 0)
    }
  }
}
