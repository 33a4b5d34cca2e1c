import GRDB
import GazetteModel
import GazetteText

/// What a query finds in the issues of an archive.
public struct ArchiveMatches: Sendable {
  /// The nodes that match, by the places of their issues.
  public let nodes: [Int: NodeSet]
  /// Terms that could not be answered and were left out, or that name nothing in any issue.
  public let diagnostics: [QueryDiagnostic]
}

extension ArchiveCatalogue {
  /// Works out which nodes of which issues match a query, as `FilterIndex.evaluate` does in each.
  ///
  /// - Returns: nil for queries that only the issues themselves can answer: those of the review.
  public func evaluate(_ query: Query) throws(ArchiveFailure) -> ArchiveMatches? {
    let asksReview = query.terms.contains { if case .review = $0 { true } else { false } }
    if asksReview { return nil }
    return try reading { database in
      var search = ArchiveSearch(catalogue: self, database: database)
      return try search.evaluate(query)
    }
  }
}

/// One search in an index.
private struct ArchiveSearch {
  let catalogue: ArchiveCatalogue
  let database: Database
  private var diagnostics: [QueryDiagnostic] = []

  /// Nodes by the numbers of their issues; what is not named is empty.
  private typealias Sets = [Int64: NodeSet]

  init(catalogue: ArchiveCatalogue, database: Database) {
    self.catalogue = catalogue
    self.database = database
  }

  mutating func evaluate(_ query: Query) throws -> ArchiveMatches {
    var stack: [Sets] = []
    for operation in query.operations {
      switch operation {
      case .term(let term): stack.append(try sets(matching: term))
      case .not: stack[stack.count - 1] = complement(stack[stack.count - 1])
      case .and:
        let right = stack.removeLast()
        stack[stack.count - 1] = Self.intersection(stack[stack.count - 1], right)
      case .or:
        let right = stack.removeLast()
        stack[stack.count - 1].merge(right) { left, right in
          var union = left
          union.formUnion(right)
          return union
        }
      }
    }
    let result = stack.last ?? complement([:])
    var nodes: [Int: NodeSet] = [:]
    for (issue, set) in result where !set.isEmpty {
      if let place = catalogue.place(of: issue) { nodes[place] = set }
    }
    return ArchiveMatches(nodes: nodes, diagnostics: diagnostics)
  }

  private func complement(_ sets: Sets) -> Sets {
    var result: Sets = [:]
    for issue in catalogue.issues {
      var set = sets[issue.number] ?? NodeSet(size: issue.nodes)
      set.formComplement()
      result[issue.number] = set
    }
    return result
  }

  private static func intersection(_ left: Sets, _ right: Sets) -> Sets {
    var result: Sets = [:]
    for (issue, set) in left {
      guard let other = right[issue] else { continue }
      var both = set
      both.formIntersection(other)
      result[issue] = both
    }
    return result
  }

  // MARK: Terms

  private mutating func sets(matching term: QueryTerm) throws -> Sets {
    switch term {
    case .text(let words, let isPhrase): return try sets(withText: words, isPhrase: isPhrase)
    case .body(let name, let relation): return try sets(of: name, relation, term)
    case .role(let role):
      return try nodes(
        "SELECT node FROM mention WHERE isInherited = 0 AND role = ?", [role.rank])
    case .document(let name): return try sets(inDocument: name, term)
    case .within(let reference): return try sets(within: reference, term)
    case .column(let name):
      let wanted = FoldedText(name).folded
      let rows = try Row.fetchAll(
        database, sql: "SELECT id, end, columnName FROM document WHERE columnName IS NOT NULL")
      return ranges(
        rows.filter { FilterIndex.matches($0[2], wanted) }.map { ($0[0], $0[1]) })
    case .kind(let kind):
      return try nodes("SELECT id FROM node WHERE kind = ?", [kind.rawValue])
    case .has(let fact):
      let bit = FilterFact.allCases.firstIndex(of: fact) ?? 0
      return try nodes("SELECT id FROM node WHERE facts & ? <> 0", [1 << bit])
    case .until(let day, _):
      return try nodes("SELECT node FROM target WHERE deadline <= ?", [day.iso8601])
    case .target(let comparison):
      let sign = comparison.relation.rawValue
      let unit = comparison.unit.isEmpty ? "" : " AND unit = ?2"
      let arguments: StatementArguments =
        comparison.unit.isEmpty ? [comparison.value] : [comparison.value, comparison.unit]
      return try nodes(
        """
        SELECT node FROM target WHERE value IS NOT NULL
        AND (value \(sign) ?1 OR upper \(sign) ?1)\(unit)
        """, arguments)
    case .issue(let field, let value):
      return issues(
        catalogue.issues.filter {
          field.matches(value, id: $0.id, name: $0.name, $0.identity)
        })
    case .review: return [:]
    }
  }

  /// Whole issues.
  private func issues(_ issues: [CataloguedIssue]) -> Sets {
    var result: Sets = [:]
    for issue in issues { result[issue.number] = NodeSet.all(size: issue.nodes) }
    return result
  }

  private func nodes(_ sql: String, _ arguments: StatementArguments) throws -> Sets {
    var result: Sets = [:]
    let numbers = try Int64.fetchCursor(database, sql: sql, arguments: arguments)
    while let number = try numbers.next() { insert(number, into: &result) }
    return result
  }

  private func insert(_ number: Int64, into sets: inout Sets) {
    let issue = NodeNumber.issue(of: number)
    guard let place = catalogue.place(of: issue) else { return }
    sets[issue, default: NodeSet(size: catalogue.issues[place].nodes)]
      .insert(NodeNumber.node(of: number))
  }

  /// Subtrees, from a node to behind its last one.
  private func ranges(_ ranges: [(start: Int64, end: Int64)]) -> Sets {
    var result: Sets = [:]
    for (start, end) in ranges {
      let issue = NodeNumber.issue(of: start)
      guard let place = catalogue.place(of: issue) else { continue }
      result[issue, default: NodeSet(size: catalogue.issues[place].nodes)]
        .insert(contentsOf: NodeNumber.node(of: start)..<NodeNumber.node(of: end))
    }
    return result
  }

  private mutating func sayIfEmpty(_ isEmpty: Bool, _ term: QueryTerm) {
    guard isEmpty else { return }
    diagnostics.append(
      QueryDiagnostic(
        reason: .namesNothing, range: ScalarRange(0, 0), text: term.description))
  }

  // MARK: Text

  private func sets(withText words: String, isPhrase: Bool) throws -> Sets {
    let wanted = FoldedText(words).folded
    guard !wanted.isEmpty else { return [:] }
    var result: Sets
    if let pairs = CharacterPairs.query(for: wanted) {
      if CharacterPairs.isExact(wanted) {
        result = try nodes("SELECT rowid FROM pair WHERE pair MATCH ?", [pairs])
      } else {
        result = try verified(
          wanted,
          """
          SELECT node.id, title, paragraphs, others FROM pair
          JOIN node ON node.id = pair.rowid LEFT JOIN text ON text.id = node.id
          WHERE pair MATCH ?
          """, [pairs])
      }
    } else {
      result = try verified(
        wanted,
        """
        SELECT node.id, title, paragraphs, others FROM node LEFT JOIN text ON text.id = node.id
        """, [])
    }
    guard !isPhrase, FilterIndex.pinyinLetters(wanted) != nil else { return result }
    let titles = try Row.fetchCursor(
      database, sql: "SELECT id, title FROM node WHERE title IS NOT NULL")
    while let row = try titles.next() {
      if FilterIndex.matches(row[1], wanted) { insert(row[0], into: &result) }
    }
    for body in try bodies(named: words, byPinyinAlone: true) {
      try addNodes(of: body, .any, to: &result)
    }
    return result
  }

  /// The nodes of rows with title, paragraphs and other texts that have the words.
  private func verified(
    _ wanted: [Unicode.Scalar], _ sql: String, _ arguments: StatementArguments
  ) throws -> Sets {
    var result: Sets = [:]
    let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments)
    while let row = try rows.next() {
      let texts = ArchiveWriter.folded(row[1], row[2] ?? "", row[3] ?? "")
      if texts.contains(where: { $0.contains(wanted) }) { insert(row[0], into: &result) }
    }
    return result
  }

  // MARK: Bodies and documents

  /// A body in one issue, under the names that the issue has for it.
  private struct NamedBody: Hashable {
    let body: Int64
    let issue: Int64
  }

  private func bodies(named name: String, byPinyinAlone: Bool = false) throws -> [NamedBody] {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [] }
    let letters = FilterIndex.pinyinLetters(wanted)
    var known: [String: Bool] = [:]
    func fits(_ name: String) -> Bool {
      if let known = known[name] { return known }
      let fits =
        !byPinyinAlone && FoldedText(name).contains(wanted)
        || letters.map { Pinyin.shared.matches(query: $0, in: Array(name.unicodeScalars)) != nil }
          ?? false
      known[name] = fits
      return fits
    }
    var result: [NamedBody] = []
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT body.id, name, aliases, issue FROM naming JOIN body ON body.id = naming.body")
    while let row = try rows.next() {
      let aliases = (row[2] as String).split(separator: ArchiveWriter.separator).map(String.init)
      if fits(row[1]) || aliases.contains(where: fits) {
        result.append(NamedBody(body: row[0], issue: row[3]))
      }
    }
    return result
  }

  private func addNodes(
    of body: NamedBody, _ relation: BodyRelation, to result: inout Sets
  ) throws {
    let range = NodeNumber.range(ofIssue: body.issue)
    var sql = "SELECT node FROM mention WHERE body = ? AND node BETWEEN ? AND ?"
    var arguments: StatementArguments = [body.body, range.lowerBound, range.upperBound]
    switch relation {
    case .any: sql += " AND isInherited = 0"
    case .inherited: break
    case .role(let role):
      sql += " AND isInherited = 0 AND role = ?"
      arguments += [role.rank]
    }
    let numbers = try Int64.fetchCursor(
      try database.cachedStatement(sql: sql), arguments: arguments)
    while let number = try numbers.next() { insert(number, into: &result) }
  }

  private mutating func sets(
    of name: String, _ relation: BodyRelation, _ term: QueryTerm
  ) throws -> Sets {
    let bodies = try bodies(named: name)
    sayIfEmpty(bodies.isEmpty, term)
    var result: Sets = [:]
    for body in bodies { try addNodes(of: body, relation, to: &result) }
    return result
  }

  private mutating func sets(inDocument name: String, _ term: QueryTerm) throws -> Sets {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [:] }
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, end, issue, reference, title, number FROM document ORDER BY id")
    // In an issue that has a document of that place nothing else is meant.
    let placed = Set(rows.filter { $0[3] == name }.map { $0[2] as Int64 })
    let found = rows.filter { row in
      if placed.contains(row[2]) { return row[3] == name }
      if let number = row[5] as String?, FilterIndex.isPart(wanted, of: FoldedText(number)) {
        return true
      }
      return (row[4] as String?).map { FilterIndex.matches($0, wanted) } ?? false
    }
    sayIfEmpty(found.isEmpty, term)
    return ranges(found.map { ($0[0], $0[1]) })
  }

  private mutating func sets(within reference: String, _ term: QueryTerm) throws -> Sets {
    var text = Substring(QueryWords.folded(reference))
    var wanted: Set<Int64>?
    if let colon = text.lastIndex(of: ":") {
      let name = String(text[..<colon])
      wanted = Set(
        catalogue.issues.filter {
          IssueNaming.index(of: name, ids: [$0.id], names: [$0.name]) != nil
        }
        .map(\.number))
      text = text[text.index(after: colon)...]
    }
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, end FROM node WHERE reference = ?", arguments: [String(text)])
    let found = rows.filter { wanted?.contains(NodeNumber.issue(of: $0[0])) ?? true }
    sayIfEmpty(found.isEmpty, term)
    return ranges(found.map { ($0[0], $0[1]) })
  }
}
