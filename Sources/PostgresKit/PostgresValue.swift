/// A parameter of a statement in the server's binary form.
package enum PostgresValue {
  /// `bytea`.
  case bytes([UInt8])
  /// `text`, as `PostgresText` keeps it.
  case text(String)
  /// `bigint`.
  case integer(Int64)
  /// `bigint[]`.
  case integers([Int64])
  /// `integer[]`.
  case smallIntegers([Int32])
  /// `text[]`.
  case texts([String?])
  /// NULL of any type.
  case null

  /// A text that may be none.
  package static func optional(_ text: String?) -> PostgresValue { text.map { .text($0) } ?? .null }

  /// A whole number that may be none.
  package static func optional(_ number: Int?) -> PostgresValue {
    number.map { .integer(Int64($0)) } ?? .null
  }

  /// The bytes; nil for NULL.
  var bytes: [UInt8]? {
    switch self {
    case .bytes(let bytes): bytes
    case .text(let text): Array(PostgresText.stored(text).utf8)
    case .integer(let number): Self.bytes(of: number)
    case .integers(let numbers): Self.array(numbers.map { Self.bytes(of: $0) }, of: 20)
    case .smallIntegers(let numbers): Self.array(numbers.map { Self.bytes(of: $0) }, of: 23)
    case .texts(let texts):
      Self.array(texts.map { $0.map { Array(PostgresText.stored($0).utf8) } }, of: 25)
    case .null: nil
    }
  }

  /// An array of one dimension, counted from 1; the types of elements have numbers in `pg_type`.
  private static func array(_ elements: [[UInt8]?], of type: Int32) -> [UInt8] {
    if elements.isEmpty { return [Int32(0), 0, type].flatMap { bytes(of: $0) } }
    let hasNull: Int32 = elements.contains { $0 == nil } ? 1 : 0
    var result: [UInt8] = []
    result.reserveCapacity(20 + elements.count * 8)
    for number in [1, hasNull, type, Int32(elements.count), 1] { result += bytes(of: number) }
    for element in elements {
      result += bytes(of: element.map { Int32($0.count) } ?? -1)
      if let element { result += element }
    }
    return result
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) }
  }
}
