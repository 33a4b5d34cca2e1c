import GRDB
import GazetteIntake
import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// What a query finds, with the words around the first hit, in the order of the archive.
  ///
  /// - Parameters:
  ///   - unreadable: Called with an issue that had to be opened and could not be.
  ///   - found: Called for each match with the place of its issue, its reference and title.
  /// - Returns: What has to be said of the query; nil where only the issues can answer it.
  public func find(
    _ query: Query, unreadable: (LoadFailure) -> Void,
    found: (_ issue: Int, _ reference: String, _ title: String?, FilterMatch) -> Void
  ) throws(ArchiveFailure) -> [QueryDiagnostic]? {
    guard let matches = try evaluate(query) else { return nil }
    let isPlain = FilterHighlights.areWordsAlone(query)
    for place in matches.nodes.keys.sorted() {
      guard let nodes = matches.nodes[place] else { continue }
      if isPlain {
        try findWords(query, nodes, place, found)
        continue
      }
      do throws(LoadFailure) {
        let issue = try open(place)
        for match in FilterIndex(issue).matches(of: query).matches {
          found(place, issue[match.node].reference.text, issue[match.node].title, match)
        }
      } catch {
        unreadable(error)
      }
    }
    return matches.diagnostics
  }

  /// Nodes of one issue as they are listed, with the words of the query that stand in them.
  public func units(
    _ nodes: [NodeID], of place: Int, _ query: Query
  ) throws(ArchiveFailure) -> [(reference: String, match: FilterMatch)] {
    var set = NodeSet(size: issues[place].nodes)
    for node in nodes { set.insert(node.index) }
    var units: [(String, FilterMatch)] = []
    try findWords(query, set, place) { units.append(($1, $3)) }
    return units
  }

  private func findWords(
    _ query: Query, _ nodes: NodeSet, _ place: Int,
    _ found: (Int, String, String?, FilterMatch) -> Void
  ) throws(ArchiveFailure) {
    let number = issues[place].number
    try reading { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT reference, title, paragraphs FROM node LEFT JOIN text ON text.id = node.id
          WHERE node.id = ?
          """)
      for node in nodes.nodes {
        guard
          let row = try Row.fetchOne(
            statement, arguments: [NodeNumber.of(issue: number, node: node.index)])
        else { continue }
        let title = row[1] as String?
        let joined = row[2] as String? ?? ""
        let paragraphs =
          joined.isEmpty
          ? []
          : joined.split(separator: ArchiveWriter.separator, omittingEmptySubsequences: false)
            .map(String.init)
        let highlights = FilterHighlights(words: query, title: title, paragraphs: paragraphs)
        let match = FilterMatch(node, title: title, paragraphs: paragraphs, highlights)
        found(place, row[0], title, match)
      }
    }
  }

  // MARK: Bodies

  /// The bodies of the whole archive with their counts, the most named first.
  public func departments() throws(ArchiveFailure) -> [CataloguedBody] {
    try reading { database in
      var bodies: [CataloguedBody] = []
      var places: [Int64: Int] = [:]
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT body.id, name, category, source, isKnown, aliases, clauses, inherited, roles, issue,
            place
          FROM naming JOIN body ON body.id = naming.body
          """)
      let ordered = rows.map { (self.place(of: $0["issue"]) ?? 0, $0) }.sorted {
        ($0.0, $0.1["place"] as Int) < ($1.0, $1.1["place"] as Int)
      }
      for (issue, row) in ordered {
        let id: Int64 = row["id"]
        if places[id] == nil {
          places[id] = bodies.count
          bodies.append(CataloguedBody(row))
        }
        bodies[places[id] ?? 0].add(row, issue: issue)
      }
      let order = bodies.indices.sorted { left, right in
        let (mine, theirs) = (bodies[left].counts, bodies[right].counts)
        return (theirs.clauses, theirs.inheritedClauses, left)
          < (mine.clauses, mine.inheritedClauses, right)
      }
      return order.map { bodies[$0] }
    }
  }

  /// The references of the clauses that name a body, and of those that inherit it.
  public func references(
    of body: CataloguedBody
  ) throws(ArchiveFailure) -> (named: [String], inherited: [String]) {
    try reading { database in
      var result: [[String]] = []
      for isInherited in [false, true] {
        let rows = try Row.fetchAll(
          try database.cachedStatement(
            sql: """
              SELECT DISTINCT node.id, reference FROM mention JOIN node ON node.id = mention.node
              WHERE body = ? AND isInherited = ?
              """), arguments: [body.number, isInherited])
        let ordered = rows.map { row -> (place: Int, id: Int64, reference: String) in
          let id: Int64 = row[0]
          return (self.place(of: NodeNumber.issue(of: id)) ?? 0, id, row[1])
        }.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
        result.append(
          ordered.map {
            self.issues.count > 1 ? "\(self.issues[$0.place].id):\($0.reference)" : $0.reference
          })
      }
      return (result[0], result[1])
    }
  }

  // MARK: Targets

  /// Every quantity and deadline of the archive, in the order of the archive and of print.
  public func targets(
    _ body: (_ issue: Int, _ reference: String, Target) -> Void
  ) throws(ArchiveFailure) {
    try reading { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT target.*, reference FROM target JOIN node ON node.id = target.node
          WHERE target.node BETWEEN ? AND ? ORDER BY target.node, target.place
          """)
      for (place, issue) in issues.enumerated() {
        let range = NodeNumber.range(ofIssue: issue.number)
        let rows = try Row.fetchCursor(
          statement, arguments: [range.lowerBound, range.upperBound])
        while let row = try rows.next() { body(place, row["reference"], Target(row)) }
      }
    }
  }

  /// How many deadlines fall in each month, `2021-12`, in order.
  public func deadlinesByMonth() throws(ArchiveFailure) -> [(month: String, count: Int)] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT substr(deadline, 1, 7), count(*) FROM target WHERE deadline IS NOT NULL
          GROUP BY 1 ORDER BY 1
          """
      ).map { ($0[0], $0[1]) }
    }
  }

  /// The units that refer to a text, by a part of what they print of it: 《…条例》, 吉政发〔2021〕6号.
  public func citations(
    of text: String, limit: Int
  ) throws(ArchiveFailure) -> [(issue: Int, reference: String, text: String)] {
    let wanted = FoldedText(text).folded
    return try reading { database in
      let texts = try String.fetchAll(database, sql: "SELECT DISTINCT text FROM citation")
        .filter { FoldedText($0).contains(wanted) }
      var result: [(issue: Int, node: Int64, reference: String, text: String)] = []
      for text in texts {
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT node.id, reference FROM citation JOIN node ON node.id = citation.node
            WHERE citation.text = ?
            """, arguments: [text])
        for row in rows {
          let id: Int64 = row[0]
          guard let place = self.place(of: NodeNumber.issue(of: id)) else { continue }
          result.append((place, id, row[1], text))
        }
      }
      return result.sorted { ($0.issue, $0.node) < ($1.issue, $1.node) }.prefix(limit).map {
        ($0.issue, $0.reference, $0.text)
      }
    }
  }
}

/// A body as the index knows it.
public struct CataloguedBody: Sendable {
  let number: Int64
  public private(set) var body: Body
  public private(set) var counts = DepartmentIndex.Counts()
  /// The issues that name it, by their places, with the clauses that do.
  public private(set) var issues: [(issue: Int, clauses: Int)] = []

  init(_ row: Row) {
    number = row["id"]
    body = Body(
      name: row["name"], category: BodyCategory(rawValue: row["category"]) ?? .other,
      source: row["source"], isKnown: row["isKnown"])
  }

  mutating func add(_ row: Row, issue: Int) {
    for alias in (row["aliases"] as String).split(separator: ArchiveWriter.separator).map(
      String.init)
    where !body.aliases.contains(alias) { body.aliases.append(alias) }
    counts.clauses += row["clauses"] as Int
    counts.inheritedClauses += row["inherited"] as Int
    for (rank, count) in (row["roles"] as String).split(separator: ",").enumerated()
    where counts.byRole.indices.contains(rank) { counts.byRole[rank] += Int(count) ?? 0 }
    issues.append((issue, row["clauses"]))
  }
}

extension Target {
  init(_ row: Row) {
    self.init(
      node: NodeID(NodeNumber.node(of: row["node"])), place: TextPlace(code: row["paragraph"]),
      range: ScalarRange(row["start"], row["stop"]), text: row["text"],
      kind: Kind(rawValue: row["kind"]) ?? .quantity, value: row["value"], upper: row["upper"],
      unit: row["unit"], comparator: Comparator(rawValue: row["comparator"]) ?? .none,
      subject: row["subject"],
      deadline: (row["deadline"] as String?).flatMap(CalendarDate.init(iso8601:)))
  }
}
