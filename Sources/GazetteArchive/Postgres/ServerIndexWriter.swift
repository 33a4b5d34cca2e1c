import GazetteIntake
import GazetteModel
import GazetteText
import PostgresKit

/// Writes issues into an archive in PostgreSQL, each with all that is kept of it by one statement.
///
/// Nobody else writes meanwhile, so numbers are given here.
final class ServerIndexWriter: ArchiveWriting {
  private let connection: PostgresConnection
  private var lastIssue: Int64
  /// By their bytes, as names are told apart everywhere in an index.
  private var names: [[UInt8]: Name] = [:]
  /// Names that the server does not have yet, in the order of their numbers.
  private var added: [String] = []

  private struct Name {
    let number: Int
    /// Whether it is known what it stands for.
    var isCanonical: Bool
  }

  private static let schema = ServerSchema.name

  init(_ connection: PostgresConnection) throws {
    self.connection = connection
    let last = try connection.rows("SELECT coalesce(max(id), 0) FROM \(Self.schema).issue").first
    lastIssue = last?.number(0) ?? 0
    let table = try connection.table(
      "SELECT id, text, category IS NOT NULL FROM \(Self.schema).name")
    for row in 0..<table.count {
      names[Array((table.text(row, 1) ?? "").utf8)] = Name(
        number: Int(table.integer(row, 0) ?? 0), isCanonical: table.integer(row, 2) == 1)
    }
  }

  func touch(_ id: Int64, _ file: IndexedFile) throws {
    _ = try connection.table(
      """
      UPDATE \(Self.schema).issue SET size = $1::bigint, modified = $2::bigint WHERE id = $3::bigint
      """, [.integer(Int64(file.size)), .integer(Int64(file.modified)), .integer(id)])
  }

  /// What was known of the file is left to those who read it; the end of the build takes it out.
  func write(_ file: IndexedFile, _ failure: LoadFailure?, _ known: Int64?) throws {
    let id = lastIssue + 1
    var statement = """
      WITH issue AS (INSERT INTO \(Self.schema).issue VALUES ($1::bigint, $2::bytea, $3::bytea,
        $4::bytea, $5::bigint, $6::bigint, $7::text, $8::text, $9::text, $10::text, $11::text,
        $12::text, $13::bigint, $14::bigint, $15::bigint, $16::text, $17::text, $18::bigint,
        $19::bigint, $20::bigint, NULL, NULL))
      """
    let issue = file.issue
    let identity = issue?.identity
    let name = issue?.name
    var values: [PostgresValue] = [
      .integer(id), .bytes(file.path), .bytes(file.text), file.manifest.map { .bytes($0) } ?? .null,
      .integer(Int64(file.size)), .integer(Int64(file.modified)), .text(file.digest),
      .optional(failure?.reason.stored), .optional(name?.publication), .optional(name?.id),
      .optional(identity?.title), .optional(identity?.sponsor), .optional(identity?.year),
      .optional(identity?.number), .optional(identity?.cumulativeNumber),
      .optional(identity?.publicationDate?.iso8601), .optional(identity?.frequency),
      .integer(Int64(issue?.nodes.count ?? 0)),
      .integer(Int64(issue?.roots.count { issue?[$0].kind == .document } ?? 0)),
      .integer(Int64(issue?.reviewedUnits.count ?? 0)),
    ]
    if let issue {
      let index = FilterIndex(issue)
      let bodies = index.departments.departments.map(\.body)
      try add(bodies)
      let (tree, text) = StoredTree.write(index)
      let citations = StoredCitation.write(index)
      let body = StoredDuties.writeBodies(index.departments, number)
      let duties = StoredDuties.write(index.departments, number)
      try writeNames()
      statement += """
        , content AS (INSERT INTO \(Self.schema).content
          (issue, tree, text, fact, target, citation, body, duty)
          VALUES ($1, $21::bytea, $22::bytea, $23::bytea, $24::bytea, $25::bytea, $26::bytea,
          $27::bytea)),
        pair AS (INSERT INTO \(Self.schema).pair VALUES ($1, $28::integer[])),
        source AS (INSERT INTO \(Self.schema).source VALUES ($1, $29::bytea, $30::bytea)),
        document AS (INSERT INTO \(Self.schema).document SELECT $1, * FROM unnest($31::bigint[],
          $32::bigint[], $33::text[], $34::text[], $35::text[], $36::text[]))
        """
      values += [
        .bytes(tree), .bytes(text.units.withUnsafeBytes { [UInt8]($0) }),
        .bytes(StoredFacts.write(index)), .bytes(StoredTarget.write(index)), .bytes(citations),
        .bytes(body), .bytes(duties),
        .smallIntegers(CharacterPairs.numbers(of: index.fields.map(\.text))),
        .bytes(file.source?.text ?? []), file.source?.manifest.map { .bytes($0) } ?? .null,
      ]
      let documents = issue.nodes.filter(\.kind.isDocument)
      values += [
        .integers(documents.map { Int64($0.id.index) }),
        .integers(documents.map { Int64($0.subtreeEnd) }),
        .texts(documents.map(\.reference.text)), .texts(documents.map(\.title)),
        .texts(documents.map(\.head?.documentNumber)),
        .texts(documents.map { $0.parent == nil ? $0.head?.column : nil }),
      ]
    }
    _ = try connection.table(statement + " SELECT 1", values)
    lastIssue = id
  }

  // MARK: Names

  /// Notes what canonical names stand for, as the first issue says that has them as such.
  private func add(_ bodies: [Body]) throws {
    let new = bodies.filter { names[Array($0.name.utf8)]?.isCanonical != true }
    if new.isEmpty { return }
    let numbers = new.map { Int64(number($0.name)) }
    for body in new { names[Array(body.name.utf8)]?.isCanonical = true }
    added.removeAll { names[Array($0.utf8)]?.isCanonical == true }
    _ = try connection.table(
      """
      INSERT INTO \(Self.schema).name SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[],
        $4::text[], $5::bigint[]::int[]::boolean[])
      ON CONFLICT (id) DO UPDATE SET category = excluded.category, source = excluded.source,
        known = excluded.known
      """,
      [
        .integers(numbers), .texts(new.map(\.name)), .texts(new.map(\.category.rawValue)),
        .texts(new.map(\.source)), .integers(new.map { $0.isKnown ? 1 : 0 }),
      ])
  }

  /// The number of a name; a new one is noted.
  private func number(_ name: String) -> Int {
    let bytes = Array(name.utf8)
    if let known = names[bytes] { return known.number }
    let number = names.count + 1
    names[bytes] = Name(number: number, isCanonical: false)
    added.append(name)
    return number
  }

  private func writeNames() throws {
    if added.isEmpty { return }
    _ = try connection.table(
      """
      INSERT INTO \(Self.schema).name (id, text) SELECT * FROM unnest($1::bigint[], $2::text[])
      """,
      [
        .integers(added.compactMap { names[Array($0.utf8)].map { Int64($0.number) } }),
        .texts(added),
      ])
    added = []
  }

  // MARK: The list

  /// The list of all issues in order.
  func list(refusals: [(text: [UInt8], reason: String)]) throws -> [UInt8] {
    var issues: [CataloguedIssue] = []
    var failures = refusals
    let table = try connection.table(
      """
      SELECT id, nodes, publication, number, title, sponsor, year, ordinal, cumulative, published,
        frequency, documents, units, path, text, manifest, size, modified, failure
      FROM \(Self.schema).issue WHERE retired IS NULL ORDER BY path
      """)
    for row in 0..<table.count {
      func number(_ column: Int) -> Int? { table.integer(row, column).map { Int($0) } }
      if let failure = table.text(row, 18) {
        failures.append((table.bytes(row, 14) ?? [], failure))
        continue
      }
      var issue = CataloguedIssue(
        number: table.integer(row, 0) ?? 0, nodes: number(1) ?? 0,
        name: IssueName(publication: table.text(row, 2) ?? "", id: table.text(row, 3) ?? ""))
      issue.identity.title = table.text(row, 4)
      issue.identity.sponsor = table.text(row, 5)
      issue.identity.year = number(6)
      issue.identity.number = number(7)
      issue.identity.cumulativeNumber = number(8)
      issue.identity.publicationDate = table.text(row, 9).flatMap(CalendarDate.init(iso8601:))
      issue.identity.frequency = table.text(row, 10)
      issue.documents = number(11) ?? 0
      issue.units = number(12) ?? 0
      issue.path = table.bytes(row, 13) ?? []
      issue.text = table.bytes(row, 14) ?? []
      issue.manifest = table.bytes(row, 15)
      issue.size = number(16) ?? 0
      issue.modified = number(17) ?? 0
      issues.append(issue)
    }
    return CataloguedIssues.write(issues, failures: failures)
  }
}
