import Foundation
import SQLiteKit
import Testing

/// What is added behind a database is seen by whoever opens it afterwards, whole or not at all.
final class AppendedPagesTests {
  private typealias Change = @Sendable (Database) throws -> Void

  private let path =
    FileManager.default.temporaryDirectory.path + "/gazette-pages-\(UUID().uuidString)"

  init() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.transaction { database in
      try database.execute(sql: "CREATE TABLE kept (id INTEGER PRIMARY KEY, words TEXT)")
      try Self.add(1...500, "first", to: database)
    }
    queue.close()
  }

  deinit { unlink(path) }

  private static func add(
    _ numbers: ClosedRange<Int>, _ words: String, to database: Database
  ) throws {
    let statement = try database.cachedStatement(sql: "INSERT OR REPLACE INTO kept VALUES (?, ?)")
    for number in numbers {
      try statement.execute(
        arguments: [number, String(repeating: "\(words) ", count: 1 + number % 9)])
    }
  }

  private func settings(isMapped: Bool, writes: Bool = false) throws -> (
    AppendedPages, DatabaseSettings
  ) {
    let pages = try AppendedPages(path: path, isMapped: isMapped)
    var settings = DatabaseSettings()
    settings.pages = pages
    settings.isReadOnly = !writes
    settings.preparation = [
      // A few pages are kept: the others are written before the change is whole, and read again.
      writes ? "PRAGMA journal_mode = MEMORY" : "PRAGMA mmap_size = 1073741824",
      "PRAGMA cache_size = 5",
    ]
    return (pages, settings)
  }

  /// Changes the database and adds what was changed to the file.
  private func change(_ body: (Database) throws -> Void) throws {
    let (pages, settings) = try settings(isMapped: false, writes: true)
    let queue = try DatabaseQueue(path: path, settings)
    try queue.transaction(.deferred, body)
    queue.close()
    try pages.append()
  }

  private static func sum(_ queue: DatabaseQueue) throws -> [String] {
    try queue.read { database in
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      return try String.fetchAll(
        database, sql: "SELECT group_concat(id || words) FROM kept GROUP BY id / 50 ORDER BY id")
    }
  }

  private func sum(isMapped: Bool = true) throws -> [String] {
    try Self.sum(try DatabaseQueue(path: path, try settings(isMapped: isMapped).1))
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  /// The same changes of a database that is written in the ordinary way.
  private func expected(_ changes: [Change]) throws -> [String] {
    let queue = try DatabaseQueue(path: ":memory:")
    try queue.use { database in
      try database.execute(sql: "CREATE TABLE kept (id INTEGER PRIMARY KEY, words TEXT)")
      try Self.add(1...500, "first", to: database)
      for change in changes { try change(database) }
    }
    return try Self.sum(queue)
  }

  private static let changes: [Change] = [
    { try add(480...900, "second", to: $0) },
    { try $0.execute(sql: "DELETE FROM kept WHERE id % 3 = 0") },
    { try add(1...20, "third", to: $0) },
  ]

  @Test(arguments: [true, false])
  func whatIsAddedIsSeenByWhoeverOpensAfterwards(isMapped: Bool) throws {
    let original = try bytes()
    for (count, change) in Self.changes.enumerated() {
      let before = try DatabaseQueue(path: path, try settings(isMapped: isMapped).1)
      let seen = try Self.sum(before)
      try self.change(change)
      #expect(try Self.sum(before) == seen)
      #expect(try sum(isMapped: isMapped) == expected(Array(Self.changes[...count])))
      #expect(try bytes().prefix(original.count) == original)
    }
  }

  @Test func whatIsCutIsSeenAsItWasBefore() throws {
    let states = try (0...2).map { try expected(Array(Self.changes[..<$0])) }
    var sizes = [try bytes().count]
    for change in Self.changes[..<2] {
      try self.change(change)
      sizes.append(try bytes().count)
    }
    let whole = try bytes()
    for size in stride(from: sizes[0], through: whole.count, by: 1021) {
      try whole.prefix(size).write(to: URL(fileURLWithPath: path))
      let state = sizes.lastIndex { $0 <= size } ?? 0
      #expect(try sum() == states[state], "cut at \(size)")
    }
    // The next one goes on from what is whole.
    try whole.prefix(sizes[1] + 5000).write(to: URL(fileURLWithPath: path))
    try change(Self.changes[2])
    #expect(try sum() == expected([Self.changes[0], Self.changes[2]]))
  }

  @Test func aHeadThatIsDamagedIsNotFollowed() throws {
    let original = try bytes().count
    try change(Self.changes[0])
    let whole = try bytes()
    let first = try expected([])
    // The mark, three numbers, and the number of each page.
    let count = Int(whole[original + 16])
    for place in original..<original + 28 + count * 4 {
      var damaged = whole
      damaged[place] ^= UInt8(1 << (place % 8))
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(try sum() == first, "byte \(place - original)")
    }
  }

  @Test func nothingIsAddedWhereNothingIsChanged() throws {
    let original = try bytes()
    try change { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM kept") }
    #expect(try bytes() == original)
    let failure = #expect(throws: AppendedPages.Failure.self) {
      _ = try AppendedPages(path: path + ".none", isMapped: true)
    }
    #expect(failure?.code == ENOENT)
    try Data("no database".utf8).write(to: URL(fileURLWithPath: path))
    let other = #expect(throws: AppendedPages.Failure.self) {
      _ = try AppendedPages(path: path, isMapped: true)
    }
    #expect(other?.code == 0)
  }

  @Test func aChangeThatFailsChangesNothing() throws {
    struct Stopped: Error {}
    let (pages, settings) = try settings(isMapped: false, writes: true)
    let queue = try DatabaseQueue(path: path, settings)
    #expect(throws: Stopped.self) {
      try queue.transaction { database in
        try Self.changes[0](database)
        throw Stopped()
      }
    }
    queue.close()
    try pages.append()
    #expect(try sum() == expected([]))
  }
}
