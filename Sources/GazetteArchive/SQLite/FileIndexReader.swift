import GazetteModel
import GazetteText
import SQLiteKit

/// One state of an index in SQLite.
struct FileIndexReader: ArchiveReader {
  let database: Database

  func head() throws -> ArchiveHead {
    let origin = try [UInt8].fetchOne(
      database, sql: "SELECT value FROM archive WHERE name = 'root'")
    let row = try DatabaseRow.fetchOne(
      database, sql: "SELECT value FROM archive WHERE name = 'list'")
    guard let row else { throw PartReader.Damage() }
    return ArchiveHead(origin: origin ?? [], list: row.bytes(0))
  }

  func forEachIssue(
    _ parts: [ArchivePart], of wanted: Set<Int64>?, among all: CataloguedIssues,
    _ body: (Int64, any StoredParts) throws -> Void
  ) throws {
    guard let first = parts.first?.rawValue else { return }
    let columns = parts.map { "\($0.rawValue).data" }.joined(separator: ", ")
    let joins = parts.dropFirst().map {
      "JOIN \($0.rawValue) ON \($0.rawValue).issue = \(first).issue"
    }
    let sql = "SELECT \(columns), \(first).issue FROM \(first) \(joins.joined(separator: " "))"
    // A few are asked for one by one; of many the file is read as it lies.
    if let wanted, wanted.count * 4 < all.count || wanted.count == 1 {
      let statement = try database.cachedStatement(sql: sql + " WHERE \(first).issue = ?")
      for number in wanted.sorted() {
        let cursor = try DatabaseRow.fetchCursor(statement, arguments: [number])
        if let row = try cursor.next() { try body(number, row) }
      }
      return
    }
    let rows = try DatabaseRow.fetchCursor(
      try database.cachedStatement(sql: sql + " ORDER BY \(first).issue"))
    while let row = try rows.next() {
      let number = try row.issue(parts.count)
      if wanted?.contains(number) ?? true { try body(number, row) }
    }
  }

  /// One file is read alike in any order.
  func prepare(_: [ArchivePart], of _: [Int64]) {}

  func issues(withPairsOf folded: [Unicode.Scalar]) throws -> Set<Int64>? {
    guard let pairs = CharacterPairs.query(for: folded) else { return nil }
    return Set(
      try Int64.fetchAll(
        database, sql: "SELECT rowid FROM pair WHERE pair MATCH ?", arguments: [pairs]))
  }

  func documents(ofIssue issue: Int64?) throws -> [StoredDocument] {
    let columns = "SELECT issue, node, end, reference, title, number, columnName FROM document"
    let rows: DatabaseCursor
    if let issue {
      rows = try DatabaseRow.fetchCursor(
        try database.cachedStatement(sql: columns + " WHERE issue = ? ORDER BY node"),
        arguments: [issue])
    } else {
      rows = try DatabaseRow.fetchCursor(database, sql: columns + " ORDER BY issue, node")
    }
    var documents: [StoredDocument] = []
    while let row = try rows.next() {
      documents.append(
        StoredDocument(
          issue: try row.issue(0), node: try row.number(1), end: try row.number(2),
          reference: row[3], title: row.text(4), number: row.text(5), column: row.text(6)))
    }
    return documents
  }

  func names() throws -> [(number: Int, name: CataloguedName)] {
    var names: [(Int, CataloguedName)] = []
    let rows = try DatabaseRow.fetchCursor(
      database, sql: "SELECT id, text, category, source, isKnown FROM name ORDER BY id")
    while let row = try rows.next() {
      names.append(
        (
          try row.number(0),
          CataloguedName(
            text: row.text(1) ?? "",
            category: row.text(2).flatMap(BodyCategory.init(rawValue:)) ?? .other,
            source: row.text(3), isKnown: (try? row.number(4)) == 1)
        ))
    }
    return names
  }

  /// The text stays in the files.
  func sources(ofIssues _: [Int64]) -> [Int64: IssueSource] { [:] }

  func damage(of _: CataloguedIssues) throws -> [String] {
    try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
  }
}

extension DatabaseRow: StoredParts {
  /// A copy.
  func kept() -> any StoredParts { copy() }
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

  /// A column that is a text of an issue.
  func storedText(_ column: Int) -> StoredText { withBytes(column) { StoredText(bytes: $0) } }
}

extension ArchiveFailure {
  /// Takes what SQLite threw; nil for anything else.
  init?(sqlite error: any Error, path: String) {
    guard let error = error as? DatabaseError else { return nil }
    let reason: Reason =
      switch error.kind {
      case .notADatabase: .notAnIndex
      case .corrupt: .corrupt(error.message)
      case .readOnly: .readOnly
      case .full: .full
      case .cannotOpen: .cannotOpen(error.message)
      case .busy: .isBeingBuilt
      case .inputOrOutput, .other: .other(error.message)
      }
    self.init(reason, path: path)
  }
}
