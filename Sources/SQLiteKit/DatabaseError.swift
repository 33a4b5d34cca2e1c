import CSQLite

/// What SQLite answers where it does not do as it is asked.
public struct DatabaseError: Error, Hashable, Sendable {
  /// The extended result code (Result and Error Codes, sections 4 and 5).
  public let extendedCode: Int32
  /// SQLite's words.
  public let message: String

  /// The primary result code: `SQLITE_BUSY` of `SQLITE_BUSY_SNAPSHOT`.
  public var code: Int32 { extendedCode & 0xFF }

  /// What the code stands for, as far as it matters to whoever asked.
  public var kind: Kind {
    switch code {
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT, SQLITE_FORMAT: .corrupt
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_IOERR: .inputOrOutput
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
    default: .other
    }
  }

  /// What can be told apart.
  public enum Kind: Hashable, Sendable {
    /// The file is no database.
    case notADatabase
    /// It is damaged.
    case corrupt
    /// It can only be read.
    case readOnly
    /// The disk is full.
    case full
    /// The file cannot be opened.
    case cannotOpen
    /// The system failed to read or write.
    case inputOrOutput
    /// Others are in the way.
    case busy
    /// Anything else.
    case other
  }

  /// Creates an error of what SQLite said last on a connection, or of the code alone.
  init(_ code: Int32, on connection: OpaquePointer?) {
    if let connection, sqlite3_errcode(connection) != SQLITE_OK {
      extendedCode = sqlite3_extended_errcode(connection)
      message = String(cString: sqlite3_errmsg(connection))
    } else {
      extendedCode = code
      message = String(cString: sqlite3_errstr(code))
    }
  }

  /// Creates an error of a use that SQLite itself would take.
  init(misuse message: String) {
    extendedCode = SQLITE_MISUSE
    self.message = message
  }
}
