import GazetteIntake
import GazetteModel
import GazetteText
import SQLiteKit

/// Writes issues into an index in SQLite, inside of a transaction.
struct FileIndexWriter: ArchiveWriting {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Remembers what is indexed.
  func note(_ origin: ArchiveOrigin) throws {
    try note("root", origin.stored)
  }

  /// Remembers something, unless it is known: what is not written need not be added to the file.
  private func note(_ name: String, _ value: [UInt8]) throws {
    let known = try [UInt8].fetchOne(
      database, sql: "SELECT value FROM archive WHERE name = ?", arguments: [name])
    if known == value { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO archive VALUES (?, ?)", arguments: [name, value])
  }

  /// Writes the list of all issues in order.
  ///
  /// - Parameter refusals: Folders and files that could not be looked at, by their paths below the
  ///   folder.
  /// - Returns: The list.
  func writeList(refusals: [(text: [UInt8], reason: String)]) throws -> [UInt8] {
    var issues: [CataloguedIssue] = []
    var failures = refusals
    let rows = try DatabaseRow.fetchCursor(
      database,
      sql: """
        SELECT id, nodes, publication, number, title, sponsor, year, ordinal, cumulative, published,
          frequency, documents, units, path, text, manifest, size, modified, failure
        FROM issue ORDER BY path
        """)
    while let row = try rows.next() {
      if let failure = row.text(18) {
        failures.append((row.bytes(14), failure))
      } else {
        issues.append(try CataloguedIssue(row))
      }
    }
    let list = CataloguedIssues.write(issues, failures: failures)
    try note("list", list)
    return list
  }

  /// Remembers another time or size of a file whose content is the same.
  func touch(_ id: Int64, _ file: IndexedFile) throws {
    try database.cachedStatement(sql: "UPDATE issue SET size = ?, modified = ? WHERE id = ?")
      .execute(arguments: [file.size, file.modified, id])
  }

  /// Takes out everything of an issue.
  func remove(_ id: Int64) throws {
    let row = try DatabaseRow.fetchOne(
      database,
      sql: """
        SELECT text.data, tree.data, nodes FROM issue JOIN text ON text.issue = issue.id
        JOIN tree ON tree.issue = issue.id WHERE issue.id = ?
        """, arguments: [id])
    if let row {
      // The index of pairs keeps no text: what is taken out has to be said again.
      let text = row.storedText(0)
      let tree = try StoredTree(row.bytes(1), count: try row.number(2))
      let folded = (0..<tree.fieldCount).lazy.map(tree.field).filter { !$0.isFolded }.map {
        FoldedText(text.string($0.units))
      }
      try database.cachedStatement(
        sql: "INSERT INTO pair (pair, rowid, pairs) VALUES ('delete', ?, ?)"
      ).execute(arguments: [id, CharacterPairs.text(of: Array(folded))])
    }
    for table in ArchivePart.allCases.map(\.rawValue) + ["document"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE issue = ?")
        .execute(arguments: [id])
    }
    try database.cachedStatement(sql: "DELETE FROM issue WHERE id = ?").execute(arguments: [id])
  }

  /// Takes a file in, in place of what was known of it.
  func write(_ file: IndexedFile, _ failure: LoadFailure?, _ known: Int64?) throws {
    if let known { try remove(known) }
    let issue = file.issue
    let identity = issue?.identity
    let name = issue?.name
    try database.cachedStatement(
      sql: """
        INSERT INTO issue (id, path, text, manifest, size, modified, digest, failure, publication,
          number, title, sponsor, year, ordinal, cumulative, published, frequency, nodes, documents,
          units)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        known, file.path, file.text, file.manifest, file.size,
        file.modified, file.digest, failure?.reason.stored, name?.publication, name?.id,
        identity?.title, identity?.sponsor, identity?.year, identity?.number,
        identity?.cumulativeNumber, identity?.publicationDate?.iso8601, identity?.frequency,
        issue?.nodes.count ?? 0, issue?.roots.count { issue?[$0].kind == .document } ?? 0,
        issue?.reviewedUnits.count ?? 0,
      ])
    guard let issue else { return }
    let id = database.lastInsertedRowID
    let index = FilterIndex(issue)
    let (tree, text) = StoredTree.write(index)
    try write("tree", id, tree)
    try write("text", id, text.units.withUnsafeBytes { [UInt8]($0) })
    try write("fact", id, StoredFacts.write(index))
    try write("target", id, StoredTarget.write(index))
    try write("citation", id, StoredCitation.write(index))
    for department in index.departments.departments { try write(department.body) }
    try write("body", id, try StoredDuties.writeBodies(index.departments, number))
    try write("duty", id, try StoredDuties.write(index.departments, number))
    try database.cachedStatement(sql: "INSERT INTO pair (rowid, pairs) VALUES (?, ?)")
      .execute(arguments: [id, CharacterPairs.text(of: index.fields.map(\.text))])
    try writeDocuments(issue, id)
  }

  private func write(_ table: String, _ id: Int64, _ data: [UInt8]) throws {
    try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (?, ?)")
      .execute(arguments: [id, data])
  }

  private func writeDocuments(_ issue: Issue, _ id: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)")
    for node in issue.nodes where node.kind.isDocument {
      try statement.execute(
        arguments: [
          id, node.id.index, node.subtreeEnd, node.reference.text, node.title,
          node.head?.documentNumber, node.parent == nil ? node.head?.column : nil,
        ])
    }
  }

  /// Notes what a canonical name stands for.
  private func write(_ body: Body) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO name (text, category, source, isKnown) VALUES (?, ?, ?, ?)
        ON CONFLICT (text) DO UPDATE SET category = excluded.category, source = excluded.source,
          isKnown = excluded.isKnown WHERE category IS NULL
        """
    ).execute(arguments: [body.name, body.category.rawValue, body.source, body.isKnown])
  }

  /// The number of a name in the list of names.
  private func number(_ name: String) throws -> Int {
    let find = try database.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
    if let number = try Int.fetchOne(find, arguments: [name]) { return number }
    try database.cachedStatement(sql: "INSERT INTO name (text) VALUES (?)")
      .execute(arguments: [name])
    return Int(database.lastInsertedRowID)
  }
}

extension CataloguedIssue {
  /// Takes a row of `writeList`.
  fileprivate init(_ row: DatabaseRow) throws {
    self.init(
      number: try row.issue(0), nodes: try row.number(1),
      name: IssueName(publication: row.text(2) ?? "", id: row.text(3) ?? ""))
    identity.title = row.text(4)
    identity.sponsor = row.text(5)
    identity.year = try? row.number(6)
    identity.number = try? row.number(7)
    identity.cumulativeNumber = try? row.number(8)
    identity.publicationDate = row.text(9).flatMap(CalendarDate.init(iso8601:))
    identity.frequency = row.text(10)
    documents = try row.number(11)
    units = try row.number(12)
    path = row.bytes(13)
    text = row.bytes(14)
    let manifest = row.bytes(15)
    self.manifest = manifest.isEmpty ? nil : manifest
    size = try row.number(16)
    modified = try row.number(17)
  }
}
