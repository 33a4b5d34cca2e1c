/// What a column holds: one of SQLite's five storage classes (Datatypes in SQLite, section 2).
public enum DatabaseValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// A text; all of it, whatever characters it has.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// Whether there is nothing.
  public var isNull: Bool { self == .null }

  /// The whole number; nil where it is none.
  public var integer: Int64? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// The text; nil where it is none.
  public var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }
}

/// What can be kept in a column, and asked for again.
public protocol DatabaseStorable {
  /// As it is kept.
  var databaseValue: DatabaseValue { get }

  /// What was kept; nil where the column holds something else.
  init?(_ value: DatabaseValue)
}

extension DatabaseValue: DatabaseStorable {
  /// Itself.
  public var databaseValue: DatabaseValue { self }

  /// Itself.
  public init?(_ value: DatabaseValue) { self = value }
}

extension Int64: DatabaseStorable {
  /// A whole number.
  public var databaseValue: DatabaseValue { .integer(self) }

  /// The whole number of a column.
  public init?(_ value: DatabaseValue) {
    guard let integer = value.integer else { return nil }
    self = integer
  }
}

extension Int: DatabaseStorable {
  /// A whole number.
  public var databaseValue: DatabaseValue { .integer(Int64(self)) }

  /// The whole number of a column.
  public init?(_ value: DatabaseValue) {
    guard let integer = value.integer else { return nil }
    self.init(integer)
  }
}

extension Bool: DatabaseStorable {
  /// 1 or 0.
  public var databaseValue: DatabaseValue { .integer(self ? 1 : 0) }

  /// Whether the whole number of a column is not 0.
  public init?(_ value: DatabaseValue) {
    guard let integer = value.integer else { return nil }
    self = integer != 0
  }
}

extension String: DatabaseStorable {
  /// A text.
  public var databaseValue: DatabaseValue { .text(self) }

  /// The text of a column.
  public init?(_ value: DatabaseValue) {
    guard let text = value.text else { return nil }
    self = text
  }
}

extension [UInt8]: DatabaseStorable {
  /// Bytes.
  public var databaseValue: DatabaseValue { .blob(self) }

  /// The bytes of a column.
  public init?(_ value: DatabaseValue) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }
}
