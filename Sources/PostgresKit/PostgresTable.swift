/// The rows that a statement gave, as the server keeps them: one run of bytes that nobody takes apart
/// before it is asked for.
package struct PostgresTable: Sendable {
  private let bytes: [UInt8]
  private let columns: Int
  /// Where each field lies, row by row; nil for NULL.
  private let fields: [Range<Int>?]
  /// How many rows there are.
  package let count: Int

  /// Reads an answer without its length; nil where it is none.
  static func answer(_ bytes: [UInt8]) -> Result<PostgresTable, PostgresError>? {
    if bytes.first == UInt8(ascii: "R") { return PostgresTable(bytes).map { .success($0) } }
    guard case .failure(let error) = PostgresFrame.answer(bytes) else { return nil }
    return .failure(error)
  }

  private init?(_ bytes: [UInt8]) {
    var place = 1
    func number() -> UInt32? {
      guard bytes.count - place >= 4 else { return nil }
      defer { place += 4 }
      return bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard let columns = number(), let count = number(), columns < 1 << 16 else { return nil }
    var fields: [Range<Int>?] = []
    for _ in 0..<Int(columns) * Int(count) {
      guard let length = number() else { return nil }
      if length == .max {
        fields.append(nil)
        continue
      }
      guard bytes.count - place >= Int(length) else { return nil }
      fields.append(place..<place + Int(length))
      place += Int(length)
    }
    (self.bytes, self.columns, self.count, self.fields) = (bytes, Int(columns), Int(count), fields)
  }

  private func field(_ row: Int, _ column: Int) -> Range<Int>? {
    column < columns && row < count ? fields[row * columns + column] : nil
  }

  /// Lends the bytes of a field; none for NULL.
  package func withBytes<Value>(
    _ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    guard let field = field(row, column) else {
      return try body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[field])) }
  }

  /// The bytes of a field; nil for NULL.
  package func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
    field(row, column).map { [UInt8](bytes[$0]) }
  }

  /// A field of a text type; nil for NULL.
  package func text(_ row: Int, _ column: Int) -> String? {
    field(row, column).map { PostgresText.read(String(decoding: bytes[$0], as: UTF8.self)) }
  }

  /// A whole number, or a truth as 0 and 1; nil for NULL and for anything longer.
  package func integer(_ row: Int, _ column: Int) -> Int64? {
    guard let field = field(row, column), let first = field.first, field.count <= 8
    else { return nil }
    let start: Int64 = field.count > 1 && bytes[first] & 0x80 != 0 ? -1 : 0
    return bytes[field].reduce(start) { $0 << 8 | Int64($1) }
  }
}
