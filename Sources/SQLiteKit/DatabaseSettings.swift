import CSQLite

/// How a database is opened.
public struct DatabaseSettings: Sendable {
  /// Whether nothing may be written; a file that is not there is then not made.
  public var isReadOnly = false
  /// What is done while others are in the way.
  public var patience = Patience.none
  /// The file with what was added to it, which holds what is written; nil for the file as it lies.
  public var pages: AppendedPages?
  /// Functions that statements may call.
  public var functions: [DatabaseFunction] = []
  /// Statements that are run before anything else.
  public var preparation: [String] = []

  /// Creates settings for a database that is read and written and waits for nobody.
  public init() {}

  /// What is done while others are in the way.
  public enum Patience: Sendable {
    /// They are not waited for.
    case none
    /// They are waited for so long.
    case milliseconds(Int)
    /// It is asked, with the number of times it was before, and waits itself; false gives up.
    case asking(@Sendable (Int) -> Bool)
  }
}

/// A function of texts that statements may call; the same texts always give the same.
public final class DatabaseFunction: Sendable {
  let name: String
  let argumentCount: Int
  let body: @Sendable ([DatabaseValue]) -> String

  /// Creates a function.
  public init(
    _ name: String, argumentCount: Int, _ body: @escaping @Sendable ([DatabaseValue]) -> String
  ) {
    self.name = name
    self.argumentCount = argumentCount
    self.body = body
  }

  /// What SQLite hands over; numbers with a fraction and bytes are nothing here.
  static func value(_ pointer: OpaquePointer?) -> DatabaseValue {
    switch sqlite3_value_type(pointer) {
    case SQLITE_INTEGER: return .integer(sqlite3_value_int64(pointer))
    case SQLITE_TEXT:
      guard let start = sqlite3_value_text(pointer) else { return .text("") }
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer)))
      return .text(String(decoding: bytes, as: UTF8.self))
    default: return .null
    }
  }
}
