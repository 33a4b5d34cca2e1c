import GazetteModel
import GazetteText
import SQLiteKit

/// What a query finds in the issues of an archive.
public struct ArchiveMatches: Sendable {
  /// The query.
  let query: Query
  /// What it shows of the nodes; nil where the model has to be asked.
  let words: HighlightedTerms?
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
struct ArchiveSearch {
  let catalogue: ArchiveCatalogue
  let database: Database
  private var diagnostics: [QueryDiagnostic] = []
  /// The bodies that the names in the query mean.
  private var named: [String: [Int64: Set<Int>]] = [:]

  /// Nodes by the numbers of their issues; what is not named is empty.
  typealias Sets = [Int64: NodeSet]

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
    return ArchiveMatches(
      query: query, words: HighlightedTerms(query, named: named), nodes: nodes,
      diagnostics: diagnostics)
  }

  private func complement(_ sets: Sets) -> Sets {
    var result: Sets = [:]
    for issue in catalogue.issues.heads {
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
      return try sets(ofRole: role)
    case .document(let name): return try sets(inDocument: name, term)
    case .within(let reference): return try sets(within: reference, term)
    case .column(let name):
      let wanted = FoldedText(name).folded
      let rows = try DatabaseRow.fetchAll(
        database,
        sql: "SELECT issue, node, end, columnName FROM document WHERE columnName IS NOT NULL")
      return try ranges(rows.filter { FilterIndex.matches($0.text(3) ?? "", wanted) })
    case .kind(let kind): return try sets(ofFact: StoredFacts.place(of: kind))
    case .has(let fact): return try sets(ofFact: StoredFacts.place(of: fact))
    case .until(let day, _):
      return try sets(ofTargets: { target in target.deadline.map { $0 <= day } ?? false })
    case .target(let comparison):
      // What is compared stands in the numbers; the words are not read.
      return try sets(ofTargets: { comparison.matches($0.target(in: [])) })
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

  /// Subtrees, of rows with an issue, a node and what is behind the last one below it.
  private func ranges(_ rows: [DatabaseRow]) throws -> Sets {
    var result: Sets = [:]
    for row in rows {
      let issue = try row.issue()
      guard let place = catalogue.place(of: issue) else { continue }
      let size = catalogue.issues.heads[place].nodes
      let (start, end) = (try row.number(1), try row.number(2))
      result[issue, default: NodeSet(size: size)].insert(
        contentsOf: (start..<max(start, end)).clamped(to: 0..<size))
    }
    return result
  }

  private func sets(ofFact fact: Int) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart("data", in: ["fact"], database) { place, row in
      let issue = catalogue.issues.heads[place]
      let set = try StoredFacts.set(fact, row.bytes(1), count: issue.nodes)
      if !set.isEmpty { result[issue.number] = set }
    }
    return result
  }

  private func sets(ofTargets holds: (StoredTarget) -> Bool) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart("data", in: ["target"], database) { place, row in
      let issue = catalogue.issues.heads[place]
      var set = NodeSet(size: issue.nodes)
      for target in try StoredTarget.read(row.bytes(1), count: issue.nodes)
      where holds(target) { set.insert(target.stretch.node.index) }
      if !set.isEmpty { result[issue.number] = set }
    }
    return result
  }

  /// The nodes of the responsibilities in a role.
  private func sets(ofRole role: Role) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart("data", in: ["duty"], database) { place, row in
      let issue = catalogue.issues.heads[place]
      var set = NodeSet(size: issue.nodes)
      let duties = try StoredDuties.Duties(row.bytes(1), count: issue.nodes)
      for duty in duties.entries
      where !duty.isInherited && duties.groups[duty.groups].contains(where: { $0.role == role }) {
        set.insert(duty.node)
      }
      if !set.isEmpty { result[issue.number] = set }
    }
    return result
  }

  private mutating func sayIfEmpty(_ isEmpty: Bool, _ term: QueryTerm) {
    guard isEmpty else { return }
    diagnostics.append(
      QueryDiagnostic(
        reason: .namesNothing, range: ScalarRange(0, 0), text: term.description))
  }

  private mutating func sets(
    of name: String, _ relation: BodyRelation, _ term: QueryTerm
  ) throws -> Sets {
    let bodies = try bodies(named: name)
    named[name] = bodies
    sayIfEmpty(bodies.isEmpty, term)
    return try sets(of: bodies, relation)
  }

  /// What bodies are responsible for, given their places in each issue.
  func sets(of bodies: [Int64: Set<Int>], _ relation: BodyRelation) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart("data", in: ["duty"], of: Set(bodies.keys), database) { place, row in
      let issue = catalogue.issues.heads[place]
      let wanted = bodies[issue.number] ?? []
      var set = NodeSet(size: issue.nodes)
      let duties = try StoredDuties.Duties(row.bytes(1), count: issue.nodes)
      for duty in duties.entries where !duty.isInherited || relation == .inherited {
        if duties.names(duty, wanted, relation) { set.insert(duty.node) }
      }
      result[issue.number] = set
    }
    return result
  }

  /// The bodies of each issue that a name, a part of one or pinyin means, by their places.
  func bodies(
    named name: String, byPinyinAlone: Bool = false
  ) throws -> [Int64: Set<Int>] {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [:] }
    let letters = FilterIndex.pinyinLetters(wanted)
    let fits = try catalogue.allNames(database).map { name in
      if name.text.isEmpty { return false }
      if !byPinyinAlone, FoldedText(name.text).contains(wanted) { return true }
      return letters.map {
        Pinyin.shared.matches(query: $0, in: Array(name.text.unicodeScalars)) != nil
      } ?? false
    }
    var result: [Int64: Set<Int>] = [:]
    guard fits.contains(true) else { return result }
    try catalogue.forEachPart("data", in: ["body"], database) { place, row in
      let bodies = try StoredDuties.Bodies(row.bytes(1))
      for (index, body) in bodies.entries.enumerated() where bodies.has(body, in: fits) {
        result[catalogue.issues.heads[place].number, default: []].insert(index)
      }
    }
    return result
  }

  private mutating func sets(inDocument name: String, _ term: QueryTerm) throws -> Sets {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [:] }
    let rows = try DatabaseRow.fetchAll(
      database,
      sql: "SELECT issue, node, end, reference, title, number FROM document ORDER BY issue, node")
    // In an issue that has a document of that place nothing else is meant.
    let placed = Set(try rows.filter { $0.text(3) == name }.map { try $0.issue() })
    let found = try rows.filter { row in
      if placed.contains(try row.issue()) { return row.text(3) == name }
      if let number = row.text(5), FilterIndex.isPart(wanted, of: FoldedText(number)) {
        return true
      }
      return row.text(4).map { FilterIndex.matches($0, wanted) } ?? false
    }
    sayIfEmpty(found.isEmpty, term)
    return try ranges(found)
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
    var result: Sets = [:]
    try catalogue.forEachPart("data", in: ["tree"], of: wanted, database) { place, row in
      let issue = catalogue.issues.heads[place]
      let tree = try StoredTree(row.bytes(1), count: issue.nodes)
      guard let node = tree.node(at: text) else { return }
      var set = NodeSet(size: issue.nodes)
      set.insert(contentsOf: node..<tree.entries[node].end)
      result[issue.number] = set
    }
    sayIfEmpty(result.isEmpty, term)
    return result
  }
}
