import GazetteModel
import GazetteText
import PostgresKit

/// One state of an archive in PostgreSQL.
final class ServerIndexReader: ArchiveReader {
  private let connection: PostgresConnection
  /// What was fetched beforehand, and of which parts.
  private var held: (parts: [ArchivePart], issues: [Int64: ServerParts]) = ([], [:])

  init(connection: PostgresConnection) {
    self.connection = connection
  }

  private static let schema = ServerSchema.name

  /// Issues that are fetched at once: of parts that are large the fewer, and of large issues.
  private static func blocks(
    of issues: [(number: Int64, nodes: Int)], _ parts: [ArchivePart]
  ) -> [[Int64]] {
    let most = parts.contains { [.tree, .text, .duty].contains($0) } ? 64 : 1024
    var blocks: [[Int64]] = []
    var nodes = 0
    for issue in issues {
      if blocks.isEmpty || blocks[blocks.count - 1].count == most || nodes + issue.nodes > mostNodes
      {
        blocks.append([])
        nodes = 0
      }
      blocks[blocks.count - 1].append(issue.number)
      nodes += issue.nodes
    }
    return blocks
  }

  /// Of so many nodes the parts fit well into one answer.
  private static let mostNodes = 200_000

  /// Whether there is anything that no list names yet.
  func hasBeginning() throws -> Bool {
    try connection.table(
      "SELECT FROM \(Self.schema).issue WHERE listed IS NULL AND retired IS NULL LIMIT 1"
    ).count > 0
  }

  func head() throws -> ArchiveHead {
    let row = try connection.table("SELECT root, list FROM \(Self.schema).state")
    guard let root = row.bytes(0, 0), let list = row.bytes(0, 1) else { throw PartReader.Damage() }
    return ArchiveHead(origin: root, list: list)
  }

  private func fetch(_ parts: [ArchivePart], of issues: [Int64]) throws -> PostgresTable {
    try connection.table(
      """
      SELECT issue, \(parts.map(\.rawValue).joined(separator: ", ")) FROM \(Self.schema).content
      WHERE issue = ANY($1::bigint[])
      """, [.integers(issues)])
  }

  func forEachIssue(
    _ parts: [ArchivePart], of wanted: Set<Int64>?, among all: CataloguedIssues,
    _ body: (Int64, any StoredParts) throws -> Void
  ) throws {
    if let wanted, wanted.count == 1, let number = wanted.first, held.parts == parts,
      let row = held.issues[number]
    {
      return try body(number, row)
    }
    let issues = all.heads.filter { wanted?.contains($0.number) ?? true }
      .map { ($0.number, $0.nodes) }
    for block in Self.blocks(of: issues, parts) {
      let table = try fetch(parts, of: block)
      for row in 0..<table.count {
        try body(table.integer(row, 0) ?? 0, ServerParts(table: table, row: row))
      }
    }
  }

  func prepare(_ parts: [ArchivePart], of issues: [Int64]) throws {
    held = (parts, [:])
    let table = try fetch(parts, of: issues)
    for row in 0..<table.count {
      held.issues[table.integer(row, 0) ?? 0] = ServerParts(table: table, row: row)
    }
  }

  func issues(withPairsOf folded: [Unicode.Scalar]) throws -> Set<Int64>? {
    let pairs = CharacterPairs.numbers(of: folded)
    if pairs.isEmpty { return nil }
    let table = try connection.table(
      "SELECT issue FROM \(Self.schema).pair WHERE pairs @> $1::integer[]",
      [.smallIntegers(pairs)])
    return Set((0..<table.count).compactMap { table.integer($0, 0) })
  }

  func documents(ofIssue issue: Int64?) throws -> [StoredDocument] {
    let table = try connection.table(
      """
      SELECT issue, node, "end", reference, title, number, "column" FROM \(Self.schema).document
      WHERE $1::bigint IS NULL OR issue = $1 ORDER BY issue, node
      """, [issue.map { .integer($0) } ?? .null])
    return try (0..<table.count).map { row in
      guard let issue = table.integer(row, 0), let node = table.integer(row, 1),
        let end = table.integer(row, 2)
      else { throw PartReader.Damage() }
      return StoredDocument(
        issue: issue, node: Int(node), end: Int(end), reference: table.text(row, 3) ?? "",
        title: table.text(row, 4), number: table.text(row, 5), column: table.text(row, 6))
    }
  }

  func names() throws -> [(number: Int, name: CataloguedName)] {
    let table = try connection.table(
      "SELECT id, text, category, source, known FROM \(Self.schema).name ORDER BY id")
    return (0..<table.count).map { row in
      (
        Int(table.integer(row, 0) ?? -1),
        CataloguedName(
          text: table.text(row, 1) ?? "",
          category: table.text(row, 2).flatMap(BodyCategory.init(rawValue:)) ?? .other,
          source: table.text(row, 3), isKnown: table.integer(row, 4) == 1)
      )
    }
  }

  func sources(ofIssues issues: [Int64]) throws -> [Int64: IssueSource] {
    let table = try connection.table(
      "SELECT issue, text, manifest FROM \(Self.schema).source WHERE issue = ANY($1::bigint[])",
      [.integers(issues)])
    var sources: [Int64: IssueSource] = [:]
    for row in 0..<table.count {
      guard let issue = table.integer(row, 0), let text = table.bytes(row, 1) else { continue }
      sources[issue] = IssueSource(text: text, manifest: table.bytes(row, 2))
    }
    return sources
  }

  func damage(of issues: CataloguedIssues) throws -> [String] {
    var damage: [String] = []
    for name in ["content", "source", "pair"] {
      let table = try connection.table("SELECT issue FROM \(Self.schema).\(name)")
      let there = Set((0..<table.count).compactMap { table.integer($0, 0) })
      damage += issues.heads.filter { !there.contains($0.number) }.map {
        "\(name) of issue \($0.number) is missing"
      }
    }
    return Array(damage.prefix(20))
  }
}

/// Parts of an issue as they came from the server.
private struct ServerParts: StoredParts {
  let table: PostgresTable
  let row: Int

  /// The number of the issue stands before the parts.
  func withBytes<Value>(
    _ place: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) throws -> Value {
    try table.withBytes(row, place + 1, body)
  }

  func kept() -> any StoredParts { self }
}

extension ArchiveFailure {
  /// Takes what a server, or the way to it, said; nil for anything else.
  init?(postgres error: any Error, path: String) {
    guard let error = error as? PostgresError else { return nil }
    let words = error.words.isEmpty ? error.state : error.words
    let reason: Reason =
      switch error.state {
      case "25006": .readOnly
      case "53100": .full
      case "XX001", "XX002": .corrupt(words)
      default: ServerFailure(error).map { .server($0) } ?? .other(words)
      }
    self.init(reason, path: path)
  }
}
