import CSQLite

/// A database while it is used: whoever has it is alone with the connection.
public final class Database {
  /// SQLite's connection; nil when it is closed.
  private(set) var pointer: OpaquePointer?
  /// Statements that are asked for again and again, by their text.
  private var kept: [String: DatabaseStatement] = [:]
  /// What SQLite calls while others are in the way.
  private var busyHandler: BusyHandler?

  /// Opens a file, or a database in memory (`:memory:`).
  ///
  /// - Throws: `DatabaseError`, also where the file is no database.
  init(path: String, _ settings: DatabaseSettings) throws {
    let flags =
      settings.isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    // What is open holds it from then on.
    let files = settings.pages.map { PageFiles($0) }
    let code = withExtendedLifetime(files) {
      sqlite3_open_v2(path, &pointer, flags | SQLITE_OPEN_NOMUTEX, files?.name)
    }
    guard code == SQLITE_OK else {
      defer { close() }
      throw DatabaseError(code, on: pointer)
    }
    sqlite3_extended_result_codes(pointer, 1)
    switch settings.patience {
    case .none: break
    case .milliseconds(let time): sqlite3_busy_timeout(pointer, Int32(time))
    case .asking(let isWorthWaiting):
      let handler = BusyHandler(isWorthWaiting)
      busyHandler = handler
      sqlite3_busy_handler(
        pointer,
        { context, attempt in
          guard let context else { return 0 }
          return Unmanaged<BusyHandler>.fromOpaque(context).takeUnretainedValue()
            .isWorthWaiting(Int(attempt)) ? 1 : 0
        }, Unmanaged.passUnretained(handler).toOpaque())
    }
    do {
      try execute(sql: "PRAGMA foreign_keys = ON")
      for function in settings.functions { try add(function) }
      for words in settings.preparation { try execute(sql: words) }
      // Opening reads nothing: what is no database shows when it is first asked.
      _ = try Int.fetchOne(self, sql: "SELECT 1 FROM sqlite_master LIMIT 1")
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// Gives the file up; what is asked for afterwards is refused.
  func close() {
    kept = [:]
    // What still has a statement keeps the rest of the connection until it is gone.
    sqlite3_close_v2(pointer)
    pointer = nil
  }

  private func connection() throws -> OpaquePointer {
    guard let pointer else { throw DatabaseError(misuse: "the database is closed") }
    return pointer
  }

  /// Reads one statement.
  func statement(sql: String) throws -> DatabaseStatement {
    let connection = try connection()
    return try sql.withCString { try DatabaseStatement($0, on: connection, isKept: false) }
  }

  /// One statement that is kept for the next time; another where a row of it is being read.
  public func cachedStatement(sql: String) throws -> DatabaseStatement {
    if let statement = kept[sql] {
      return statement.isInUse ? try self.statement(sql: sql) : statement
    }
    let connection = try connection()
    let statement = try sql.withCString { try DatabaseStatement($0, on: connection, isKept: true) }
    kept[sql] = statement
    return statement
  }

  /// Runs all statements of a text, one after the other.
  public func execute(sql: String) throws {
    let connection = try connection()
    try sql.withCString { start in
      var rest: UnsafePointer<CChar>? = start
      while let words = rest, words.pointee != 0 {
        try DatabaseStatement(words, on: connection, isKept: false, rest: &rest).execute()
      }
    }
  }

  /// Runs one statement, with what stands in for its question marks, in order.
  public func execute(sql: String, arguments: [(any DatabaseStorable)?]) throws {
    try statement(sql: sql).execute(arguments: arguments)
  }

  /// The number of the row that was put in last.
  public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(pointer) }

  /// Runs `body` as one change: all of it is kept, or, where it throws, nothing.
  public func transaction<Value>(
    _ kind: TransactionKind = .deferred, _ body: () throws -> Value
  ) throws -> Value {
    try cachedStatement(sql: kind == .immediate ? "BEGIN IMMEDIATE" : "BEGIN").execute()
    do {
      let value = try body()
      try cachedStatement(sql: "COMMIT").execute()
      return value
    } catch {
      // Some failures have ended it already (SQLite's Transactions, section 2.4).
      if sqlite3_get_autocommit(pointer) == 0 { try? execute(sql: "ROLLBACK") }
      throw error
    }
  }

  /// When a change keeps others out.
  public enum TransactionKind: Hashable, Sendable {
    /// With the first row that is written.
    case deferred
    /// At once.
    case immediate
  }

  /// Makes a function known that statements may call.
  private func add(_ function: DatabaseFunction) throws {
    let code = sqlite3_create_function_v2(
      pointer, function.name, Int32(function.argumentCount), SQLITE_UTF8 | SQLITE_DETERMINISTIC,
      Unmanaged.passRetained(function).toOpaque(),
      { context, count, values in
        guard let pointer = sqlite3_user_data(context) else { return }
        let function = Unmanaged<DatabaseFunction>.fromOpaque(pointer).takeUnretainedValue()
        let arguments = (0..<Int(count)).map { DatabaseFunction.value(values?[$0]) }
        var answer = function.body(arguments)
        answer.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            sqlite3_result_text(
              context, $0.baseAddress, Int32($0.count),
              unsafeBitCast(-1, to: sqlite3_destructor_type.self))
          }
        }
      }, nil, nil,
      { pointer in pointer.map { Unmanaged<DatabaseFunction>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw DatabaseError(code, on: pointer) }
  }

  /// Whether others are waited for.
  private final class BusyHandler {
    let isWorthWaiting: (Int) -> Bool

    init(_ isWorthWaiting: @escaping (Int) -> Bool) { self.isWorthWaiting = isWorthWaiting }
  }
}
