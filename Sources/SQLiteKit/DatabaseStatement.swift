import CSQLite

/// A statement that SQLite has read once and can run any number of times.
///
/// It belongs to the connection that made it, and is used where that is.
public final class DatabaseStatement {
  /// SQLite's statement; nil for nothing but blanks and comments.
  private let pointer: OpaquePointer?
  private let connection: OpaquePointer

  /// Reads the first statement of a text.
  ///
  /// - Parameter rest: Where in `sql` the next one begins.
  /// - Throws: `DatabaseError` where it cannot be understood.
  init(
    _ sql: UnsafePointer<CChar>, on connection: OpaquePointer, isKept: Bool,
    rest: UnsafeMutablePointer<UnsafePointer<CChar>?>? = nil
  ) throws {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &statement, rest)
    guard code == SQLITE_OK else { throw DatabaseError(code, on: connection) }
    pointer = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(pointer) }

  /// Whether a row of it is being read.
  var isInUse: Bool { sqlite3_stmt_busy(pointer) != 0 }

  /// Runs it to its end, with what stands in for its question marks, in order.
  public func execute(arguments: [(any DatabaseStorable)?] = []) throws {
    try begin(arguments)
    defer { end() }
    while try step() {}
  }

  /// Takes what stands in for its question marks.
  func begin(_ arguments: [(any DatabaseStorable)?]) throws {
    sqlite3_reset(pointer)
    guard Int(sqlite3_bind_parameter_count(pointer)) == arguments.count else {
      throw DatabaseError(misuse: "\(arguments.count) arguments for \(words)")
    }
    for (index, argument) in arguments.enumerated() {
      let code = bind(argument?.databaseValue ?? .null, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(code, on: connection) }
    }
  }

  private var words: String { sqlite3_sql(pointer).map { String(cString: $0) } ?? "" }

  /// SQLite copies what it is given before it answers (`SQLITE_TRANSIENT`).
  private func bind(_ value: DatabaseValue, at index: Int32) -> Int32 {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .integer(let value): return sqlite3_bind_int64(pointer, index, value)
    case .real(let value): return sqlite3_bind_double(pointer, index, value)
    case .text(var text):
      return text.withUTF8 { bytes in
        // Of no length the address may be none, which would be no text.
        let start = bytes.baseAddress.map(UnsafeRawPointer.init)
        return bytes.isEmpty
          ? sqlite3_bind_text(pointer, index, "", 0, copied)
          : sqlite3_bind_text64(
            pointer, index, start?.assumingMemoryBound(to: CChar.self), UInt64(bytes.count),
            copied, UInt8(SQLITE_UTF8))
      }
    case .blob(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(pointer, index, 0) }
      return sqlite3_bind_blob64(pointer, index, bytes, UInt64(bytes.count), copied)
    }
  }

  /// Goes to the next row; false where there is none.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      // Nothing but blanks is nothing to do.
      if pointer == nil { return false }
      throw DatabaseError(code, on: connection)
    }
  }

  /// Gives up the row that is being read.
  func end() { sqlite3_reset(pointer) }

  // MARK: The row at which it stands

  var columnCount: Int { Int(sqlite3_column_count(pointer)) }

  func value(_ column: Int) -> DatabaseValue {
    let column = Int32(column)
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(pointer, column))
    case SQLITE_TEXT: return .text(text(column))
    case SQLITE_BLOB: return .blob(withBytes(column) { [UInt8]($0) })
    default: return .null
    }
  }

  func integer(_ column: Int) -> Int64? {
    sqlite3_column_type(pointer, Int32(column)) == SQLITE_INTEGER
      ? sqlite3_column_int64(pointer, Int32(column)) : nil
  }

  func text(_ column: Int) -> String? {
    sqlite3_column_type(pointer, Int32(column)) == SQLITE_TEXT ? text(Int32(column)) : nil
  }

  /// Its length is asked for: a text may have characters that end one in C.
  private func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(pointer, column) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Lends the bytes of a column; none where it holds no bytes.
  func withBytes<Value>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try withBytes(Int32(column), body)
  }

  private func withBytes<Value>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    guard sqlite3_column_type(pointer, column) == SQLITE_BLOB else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let start = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
