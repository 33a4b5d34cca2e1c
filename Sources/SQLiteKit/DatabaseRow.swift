/// A row that a statement answers with.
///
/// One that a cursor gives holds until the next is asked for; all others are copies.
public struct DatabaseRow {
  private enum Content {
    case standing(DatabaseCursor)
    case copied([DatabaseValue])
  }

  private let content: Content

  /// The row at which a cursor stands; it has that stay there.
  init(_ cursor: DatabaseCursor) { content = .standing(cursor) }

  private init(_ values: [DatabaseValue]) { content = .copied(values) }

  /// What it holds, column by column.
  public var values: [DatabaseValue] {
    switch content {
    case .standing(let cursor):
      (0..<cursor.statement.columnCount).map(cursor.statement.value)
    case .copied(let values): values
    }
  }

  /// The same for as long as it is wanted.
  public func copy() -> DatabaseRow { DatabaseRow(values) }

  /// What a column holds.
  public func value(_ column: Int) -> DatabaseValue {
    switch content {
    case .standing(let cursor): cursor.statement.value(column)
    case .copied(let values): values[column]
    }
  }

  /// The whole number of a column; nil where it is none.
  public func integer(_ column: Int) -> Int64? {
    switch content {
    case .standing(let cursor): cursor.statement.integer(column)
    case .copied(let values): values[column].integer
    }
  }

  /// The text of a column; nil where it is none.
  public func text(_ column: Int) -> String? {
    switch content {
    case .standing(let cursor): cursor.statement.text(column)
    case .copied(let values): values[column].text
    }
  }

  /// The whole number of a column that always holds one; 0 in a damaged file.
  public subscript(column: Int) -> Int64 { integer(column) ?? 0 }

  /// The text of a column that always holds one; empty in a damaged file.
  public subscript(column: Int) -> String { text(column) ?? "" }

  /// Lends the bytes of a column; none where it holds no bytes.
  public func withBytes<Value>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    switch content {
    case .standing(let cursor): try cursor.statement.withBytes(column, body)
    case .copied(let values):
      if case .blob(let bytes) = values[column] {
        try bytes.withUnsafeBytes(body)
      } else {
        try body(UnsafeRawBufferPointer(start: nil, count: 0))
      }
    }
  }
}

/// The rows of an answer, one after the other.
public final class DatabaseCursor {
  let statement: DatabaseStatement

  init(_ statement: DatabaseStatement, _ arguments: [(any DatabaseStorable)?]) throws {
    self.statement = statement
    try statement.begin(arguments)
  }

  deinit { statement.end() }

  /// The next row; nil behind the last.
  public func next() throws -> DatabaseRow? {
    try statement.step() ? DatabaseRow(self) : nil
  }
}

extension DatabaseRow {
  /// The rows of an answer, one after the other.
  public static func fetchCursor(
    _ database: Database, sql: String, arguments: [(any DatabaseStorable)?] = []
  ) throws -> DatabaseCursor {
    try DatabaseCursor(try database.statement(sql: sql), arguments)
  }

  /// The rows of an answer, one after the other.
  public static func fetchCursor(
    _ statement: DatabaseStatement, arguments: [(any DatabaseStorable)?] = []
  ) throws -> DatabaseCursor {
    try DatabaseCursor(statement, arguments)
  }

  /// All rows of an answer.
  public static func fetchAll(
    _ database: Database, sql: String, arguments: [(any DatabaseStorable)?] = []
  ) throws -> [DatabaseRow] {
    try fetchAll(try database.statement(sql: sql), arguments: arguments)
  }

  /// All rows of an answer.
  public static func fetchAll(
    _ statement: DatabaseStatement, arguments: [(any DatabaseStorable)?] = []
  ) throws -> [DatabaseRow] {
    let cursor = try DatabaseCursor(statement, arguments)
    var rows: [DatabaseRow] = []
    while let row = try cursor.next() { rows.append(row.copy()) }
    return rows
  }

  /// The first row of an answer; nil where it has none.
  public static func fetchOne(
    _ database: Database, sql: String, arguments: [(any DatabaseStorable)?] = []
  ) throws -> DatabaseRow? {
    try fetchOne(try database.statement(sql: sql), arguments: arguments)
  }

  /// The first row of an answer; nil where it has none.
  public static func fetchOne(
    _ statement: DatabaseStatement, arguments: [(any DatabaseStorable)?] = []
  ) throws -> DatabaseRow? {
    try DatabaseCursor(statement, arguments).next()?.copy()
  }
}

extension DatabaseStorable {
  /// The first columns of all rows of an answer, without those that hold something else.
  public static func fetchAll(
    _ database: Database, sql: String, arguments: [(any DatabaseStorable)?] = []
  ) throws -> [Self] {
    let cursor = try DatabaseCursor(try database.statement(sql: sql), arguments)
    var values: [Self] = []
    while let row = try cursor.next() {
      if let value = Self(row.value(0)) { values.append(value) }
    }
    return values
  }

  /// The first column of the first row of an answer; nil where there is none or it holds something else.
  public static func fetchOne(
    _ database: Database, sql: String, arguments: [(any DatabaseStorable)?] = []
  ) throws -> Self? {
    try fetchOne(try database.statement(sql: sql), arguments: arguments)
  }

  /// The first column of the first row of an answer; nil where there is none or it holds something else.
  public static func fetchOne(
    _ statement: DatabaseStatement, arguments: [(any DatabaseStorable)?] = []
  ) throws -> Self? {
    try DatabaseCursor(statement, arguments).next().flatMap { Self($0.value(0)) }
  }
}
