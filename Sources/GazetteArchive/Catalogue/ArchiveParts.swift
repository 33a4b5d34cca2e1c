import GazetteModel
import GazetteText
import SQLiteKit

/// A name of a body, by its number in the index.
struct CataloguedName: Sendable {
  let text: String
  /// Of a canonical name what is known of the body.
  let category: BodyCategory
  let source: String?
  let isKnown: Bool
}

extension DatabaseRow {
  /// A whole number that must be there.
  func number(_ column: Int) throws -> Int {
    guard let value = integer(column) else { throw PartReader.Damage() }
    return Int(value)
  }

  /// The number of an issue, which must be there.
  func issue(_ column: Int = 0) throws -> Int64 { Int64(try number(column)) }

  /// The bytes of a column.
  func bytes(_ column: Int) -> [UInt8] { withBytes(column) { [UInt8]($0) } }
}

extension StoredText {
  /// Takes a column of a row.
  init(_ row: DatabaseRow, _ column: Int) {
    self = row.withBytes(column) { StoredText(bytes: $0) }
  }
}

extension ArchiveCatalogue {
  /// Calls `body` with the place of each issue and its row of `columns`, which begin with the number
  /// of the issue; the issues come as they lie in the file.
  func forEachPart(
    _ columns: String, in tables: [String], of issues: Set<Int64>? = nil, _ database: Database,
    _ body: (_ place: Int, DatabaseRow) throws -> Void
  ) throws {
    let first = tables[0]
    let joins = tables.dropFirst().map { "JOIN \($0) ON \($0).issue = \(first).issue" }
    let sql = "SELECT \(first).issue, \(columns) FROM \(first) \(joins.joined(separator: " "))"
    // A few are asked for one by one; of many the file is read as it lies.
    if let issues, issues.count * 4 < self.issues.count {
      let statement = try database.cachedStatement(sql: sql + " WHERE \(first).issue = ?")
      for number in issues.sorted() {
        guard let place = place(of: number),
          let row = try DatabaseRow.fetchOne(statement, arguments: [number])
        else { continue }
        try body(place, row)
      }
      return
    }
    let rows = try DatabaseRow.fetchCursor(try database.cachedStatement(sql: sql + " ORDER BY 1"))
    while let row = try rows.next() {
      let number = try row.issue()
      guard issues?.contains(number) ?? true, let place = place(of: number) else { continue }
      try body(place, row)
    }
  }

  /// The row of one issue; nil where the index has none.
  func part(
    _ columns: String, in tables: [String], ofIssueAt place: Int, _ database: Database
  ) throws -> DatabaseRow? {
    var found: DatabaseRow?
    try forEachPart(columns, in: tables, of: [issues.heads[place].number], database) {
      found = $1.copy()
    }
    return found
  }

  /// The names of bodies by number; those that are none are empty.
  func allNames(_ database: Database) throws -> [CataloguedName] {
    if let names = names.withLock({ $0 }) { return names }
    var result: [CataloguedName] = []
    let none = CataloguedName(text: "", category: .other, source: nil, isKnown: false)
    let rows = try DatabaseRow.fetchCursor(
      database, sql: "SELECT id, text, category, source, isKnown FROM name ORDER BY id")
    while let row = try rows.next() {
      let number = try row.number(0)
      guard number >= result.count, number < 1 << 24 else { throw PartReader.Damage() }
      while result.count < number { result.append(none) }
      result.append(
        CataloguedName(
          text: row.text(1) ?? "",
          category: row.text(2).flatMap(BodyCategory.init(rawValue:)) ?? .other,
          source: row.text(3), isKnown: (try? row.number(4)) == 1))
    }
    names.withLock { [result] in $0 = result }
    return result
  }

  /// The name of a number.
  static func name(_ number: Int, _ names: [CataloguedName]) throws -> CataloguedName {
    guard names.indices.contains(number) else { throw PartReader.Damage() }
    return names[number]
  }
}
