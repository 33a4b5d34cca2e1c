import Foundation
import GRDB
import GazetteIntake
import GazetteModel
import GazetteText

/// Writes issues into an index, inside a transaction.
struct ArchiveWriter {
  private let database: Database

  /// A file that may be an issue.
  struct File {
    /// Paths below the folder: of the issue, the text that is read, and the manifest beside it.
    let path: [UInt8]
    let text: [UInt8]
    let manifest: [UInt8]?
    var size = 0
    var modified = 0
    var digest = ""
    /// What it holds; nil where it could not be read.
    var issue: Issue?
  }

  /// Stands between texts that are kept as one: the record separator, which no text prints.
  static let separator = "\u{1E}"

  init(_ database: Database) throws {
    self.database = database
  }

  /// Remembers which folder is indexed.
  func note(root: FilePath) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO archive VALUES ('root', ?)",
      arguments: [Data(ArchiveFiles.absolute(root).bytes)])
  }

  /// Remembers another time or size of a file whose content is the same.
  func touch(_ id: Int64, _ file: File) throws {
    try database.cachedStatement(sql: "UPDATE issue SET size = ?, modified = ? WHERE id = ?")
      .execute(arguments: [file.size, file.modified, id])
  }

  /// Takes out everything of an issue.
  func remove(_ id: Int64) throws {
    let range = NodeNumber.range(ofIssue: id)
    let texts = try Row.fetchCursor(
      database,
      sql: """
        SELECT node.id, title, paragraphs, others FROM node LEFT JOIN text ON text.id = node.id
        WHERE node.id BETWEEN ? AND ?
        """, arguments: [range.lowerBound, range.upperBound])
    let statement = try database.cachedStatement(
      sql: "INSERT INTO pair (pair, rowid, pairs) VALUES ('delete', ?, ?)")
    while let row = try texts.next() {
      // The index of pairs keeps no text: what is taken out has to be said again.
      let pairs = CharacterPairs.text(of: Self.folded(row[1], row[2] ?? "", row[3] ?? ""))
      if !pairs.isEmpty { try statement.execute(arguments: [row[0] as Int64, pairs]) }
    }
    for (table, column) in [
      ("node", "id"), ("text", "id"), ("document", "id"), ("mention", "node"), ("target", "node"),
      ("citation", "node"),
    ] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) BETWEEN ? AND ?")
        .execute(arguments: [range.lowerBound, range.upperBound])
    }
    try database.cachedStatement(sql: "DELETE FROM naming WHERE issue = ?").execute(arguments: [id])
    try database.cachedStatement(sql: "DELETE FROM issue WHERE id = ?").execute(arguments: [id])
  }

  /// Takes a file in, in place of what was known of it.
  func write(_ file: File, _ failure: LoadFailure?, _ known: Int64?) throws {
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
        known, Data(file.path), Data(file.text), file.manifest.map { Data($0) }, file.size,
        file.modified, file.digest, failure?.reason.stored, name?.publication, name?.id,
        identity?.title, identity?.sponsor, identity?.year, identity?.number,
        identity?.cumulativeNumber, identity?.publicationDate?.iso8601, identity?.frequency,
        issue?.nodes.count ?? 0, issue?.roots.count { issue?[$0].kind == .document } ?? 0, 0,
      ])
    guard let issue else { return }
    let id = database.lastInsertedRowID
    let index = FilterIndex(issue)
    try writeNodes(index, id)
    try writeBodies(index.departments, id)
    try writeTargets(index.targets, id)
    try writeCitations(index.references, id)
  }

  /// The texts of a node, folded, as filters search them.
  static func folded(_ title: String?, _ paragraphs: String, _ others: String) -> [FoldedText] {
    let lines =
      paragraphs.split(separator: ArchiveWriter.separator)
      + others.split(separator: ArchiveWriter.separator)
    return (title.map { [FoldedText($0)] } ?? []) + lines.map { FoldedText(String($0)) }
  }

  private func writeNodes(_ index: FilterIndex, _ id: Int64) throws {
    let nodeStatement = try database.cachedStatement(
      sql: "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?)")
    let textStatement = try database.cachedStatement(sql: "INSERT INTO text VALUES (?, ?, ?)")
    let pairStatement = try database.cachedStatement(
      sql: "INSERT INTO pair (rowid, pairs) VALUES (?, ?)")
    let documentStatement = try database.cachedStatement(
      sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)")
    let issue = index.issue
    for node in issue.nodes {
      let number = NodeNumber.of(issue: id, node: node.id.index)
      let end = NodeNumber.of(issue: id, node: node.subtreeEnd)
      var facts = 0
      for (bit, fact) in FilterFact.allCases.enumerated() where index.has(fact, node) {
        facts |= 1 << bit
      }
      try nodeStatement.execute(
        arguments: [number, end, node.kind.rawValue, facts, node.reference.text, node.title])
      let paragraphs = node.paragraphs.map(\.text).joined(separator: Self.separator)
      let others = FilterIndex.otherTexts(of: node).joined(separator: Self.separator)
      if !paragraphs.isEmpty || !others.isEmpty {
        try textStatement.execute(arguments: [number, paragraphs, others])
      }
      let pairs = CharacterPairs.text(of: Self.folded(node.title, paragraphs, others))
      if !pairs.isEmpty { try pairStatement.execute(arguments: [number, pairs]) }
      if node.kind.isDocument {
        try documentStatement.execute(
          arguments: [
            number, id, end, node.reference.text, node.title, node.head?.documentNumber,
            node.parent == nil ? node.head?.column : nil,
          ])
      }
    }
  }

  private func writeBodies(_ index: DepartmentIndex, _ id: Int64) throws {
    let bodyStatement = try database.cachedStatement(
      sql: """
        INSERT INTO body (name, category, source, isKnown) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO NOTHING
        """)
    let namingStatement = try database.cachedStatement(
      sql: "INSERT INTO naming VALUES (?, ?, ?, ?, ?, ?, ?)")
    let mentionStatement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?)")
    for (place, department) in index.departments.enumerated() {
      let body = department.body
      try bodyStatement.execute(
        arguments: [body.name, body.category.rawValue, body.source, body.isKnown])
      guard
        let number = try Int64.fetchOne(
          try database.cachedStatement(sql: "SELECT id FROM body WHERE name = ?"),
          arguments: [body.name])
      else { continue }
      try namingStatement.execute(
        arguments: [
          id, place, number, body.aliases.joined(separator: Self.separator),
          department.counts.clauses,
          department.counts.inheritedClauses,
          department.counts.byRole.map(String.init).joined(separator: ","),
        ])
      for mention in department.mentions {
        let responsibility = index.responsibilities[mention.responsibility]
        try mentionStatement.execute(
          arguments: [
            number, responsibility.isInherited, mention.role.rank,
            NodeNumber.of(issue: id, node: responsibility.node.index),
          ])
      }
    }
  }

  private func writeTargets(_ index: TargetIndex, _ id: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (place, target) in index.targets.enumerated() {
      try statement.execute(
        arguments: [
          NodeNumber.of(issue: id, node: target.node.index), place, target.place.code,
          target.range.start, target.range.end, target.text, target.kind.rawValue, target.value,
          target.upper, target.unit, target.comparator.rawValue, target.subject,
          target.deadline?.iso8601,
        ])
    }
  }

  private func writeCitations(_ index: CrossReferenceIndex, _ id: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO citation VALUES (?, ?, ?, ?, ?, ?)")
    for (place, reference) in index.references.enumerated() {
      try statement.execute(
        arguments: [
          NodeNumber.of(issue: id, node: reference.node.index), place, reference.place.code,
          reference.range.start, reference.range.end, reference.text,
        ])
    }
  }
}
