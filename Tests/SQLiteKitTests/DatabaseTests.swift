import SQLiteKit
import Synchronization
import Testing

struct DatabaseTests {
  private let queue: DatabaseQueue

  init() throws {
    queue = try DatabaseQueue(path: ":memory:")
    try queue.use { try $0.execute(sql: "CREATE TABLE kept (value); CREATE TABLE other (value)") }
  }

  @Test(arguments: [
    DatabaseValue.null, .integer(.min), .integer(0), .real(0.5), .text(""), .text("公报"),
    .text("前\0后"), .blob([]), .blob([0, 255]),
  ]) func whatIsKeptComesBack(_ value: DatabaseValue) throws {
    try queue.use { database in
      try database.execute(sql: "INSERT INTO kept VALUES (?)", arguments: [value])
      try #expect(DatabaseValue.fetchAll(database, sql: "SELECT value FROM kept") == [value])
      let row = try #require(try DatabaseRow.fetchOne(database, sql: "SELECT value FROM kept"))
      #expect(row.values == [value])
      #expect(row.text(0) == value.text && row.integer(0) == value.integer)
    }
  }

  @Test func whatIsOfAnotherKindIsNotTakenForIt() throws {
    try queue.use { database in
      try #expect(Int.fetchOne(database, sql: "SELECT '7'") == nil)
      try #expect(String.fetchOne(database, sql: "SELECT 7") == nil)
      try #expect([UInt8].fetchOne(database, sql: "SELECT '7'") == nil)
      try #expect(Bool.fetchOne(database, sql: "SELECT 2") == true)
      try #expect(Int64.fetchAll(database, sql: "VALUES (1), ('2'), (3)") == [1, 3])
    }
  }

  @Test func aChangeIsWholeOrNotAtAll() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try queue.transaction(.immediate) { database in
        try database.execute(sql: "INSERT INTO kept VALUES (1)")
        throw Stop()
      }
    }
    try queue.transaction { try $0.execute(sql: "INSERT INTO kept VALUES (2)") }
    try #expect(queue.read { try Int.fetchAll($0, sql: "SELECT value FROM kept") } == [2])
  }

  @Test func allStatementsOfATextAreRun() throws {
    try queue.use { database in
      try database.execute(
        sql: "INSERT INTO kept VALUES (1); -- one\n INSERT INTO other VALUES (2);\n")
      try #expect(
        Int.fetchAll(database, sql: "SELECT * FROM kept UNION SELECT * FROM other") == [1, 2])
      #expect(throws: DatabaseError.self) {
        try database.execute(sql: "INSERT INTO kept VALUES (3); nonsense")
      }
    }
  }

  @Test func argumentsAreCounted() throws {
    try queue.use { database in
      #expect(throws: DatabaseError.self) {
        try database.execute(sql: "INSERT INTO kept VALUES (?)", arguments: [])
      }
      try #expect(Int.fetchOne(database, sql: "SELECT ?2 - ?1 + ?1", arguments: [1, 3]) == 3)
    }
  }

  @Test func aStatementIsKeptAndServesTwoAtOnce() throws {
    try queue.use { database in
      let sql = "SELECT column1 FROM (VALUES (1), (2))"
      let first = try DatabaseRow.fetchCursor(try database.cachedStatement(sql: sql))
      let one = try #require(try first.next())
      let second = try database.cachedStatement(sql: sql)
      try #expect(DatabaseRow.fetchAll(second).map { $0.integer(0) } == [1, 2])
      #expect(one.integer(0) == 1)
      try #expect(first.next()?.integer(0) == 2)
      try #expect(first.next() == nil)
      #expect(try database.cachedStatement(sql: sql) === database.cachedStatement(sql: sql))
    }
  }

  @Test func aCopyOutlivesItsCursor() throws {
    try queue.use { database in
      func row(_ isCopied: Bool) throws -> DatabaseRow? {
        let row = try DatabaseRow.fetchCursor(database, sql: "SELECT '字', x'0102'").next()
        return isCopied ? row?.copy() : row
      }
      for isCopied in [true, false] {
        let row = try #require(try row(isCopied))
        #expect(row.text(0) == "字")
        #expect(row.withBytes(1) { [UInt8]($0) } == [1, 2])
        #expect(row.withBytes(0) { $0.isEmpty })
      }
    }
  }

  @Test func statementsCallFunctions() throws {
    var settings = DatabaseSettings()
    settings.functions = [
      DatabaseFunction("joined", argumentCount: 2) { values in
        "\(values[0].integer ?? -1)\(values[1].text ?? "?")"
      }
    ]
    let queue = try DatabaseQueue(path: ":memory:", settings)
    try #expect(queue.read { try String.fetchOne($0, sql: "SELECT joined(7, '条')") } == "7条")
    try #expect(queue.read { try String.fetchOne($0, sql: "SELECT joined('7', NULL)") } == "-1?")
  }

  @Test func everythingIsCopied() throws {
    try queue.use { try $0.execute(sql: "INSERT INTO kept VALUES ('条')") }
    let other = try DatabaseQueue(path: ":memory:")
    try queue.backup(to: other)
    try #expect(other.read { try String.fetchOne($0, sql: "SELECT value FROM kept") } == "条")
  }

  @Test func whatIsClosedRefuses() throws {
    queue.close()
    #expect(throws: DatabaseError.self) { try queue.read { try Int.fetchOne($0, sql: "SELECT 1") } }
  }
}
