import GazetteModel
import GazetteText

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
    return try reading { reader in
      var search = ArchiveSearch(catalogue: self, reader: reader)
      return try search.evaluate(query)
    }
  }
}

/// One search in an index.
struct ArchiveSearch {
  let catalogue: ArchiveCatalogue
  let reader: any ArchiveReader
  private var diagnostics: [QueryDiagnostic] = []
  /// The bodies that the names in the query mean.
  private var named: [String: [Int64: Set<Int>]] = [:]

  /// Nodes by the numbers of their issues; what is not named is empty.
  typealias Sets = [Int64: NodeSet]

  init(catalogue: ArchiveCatalogue, reader: any ArchiveReader) {
    self.catalogue = catalogue
    self.reader = reader
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
      let documents = try documents().filter { document in
        document.column.map { FilterIndex.matches($0, wanted) } ?? false
      }
      return subtrees(documents)
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

  /// The documents of all issues.
  private func documents() throws -> [StoredDocument] {
    try reader.documents(ofIssue: nil).filter { catalogue.place(of: $0.issue) != nil }
  }

  /// All that stands in documents.
  private func subtrees(_ documents: [StoredDocument]) -> Sets {
    var result: Sets = [:]
    for document in documents {
      guard let place = catalogue.place(of: document.issue) else { continue }
      let size = catalogue.issues.heads[place].nodes
      result[document.issue, default: NodeSet(size: size)].insert(
        contentsOf: (document.node..<max(document.node, document.end)).clamped(to: 0..<size))
    }
    return result
  }

  private func sets(ofFact fact: Int) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart([.fact], reader) { place, row in
      let issue = catalogue.issues.heads[place]
      let set = try StoredFacts.set(fact, row.bytes(0), count: issue.nodes)
      if !set.isEmpty { result[issue.number] = set }
    }
    return result
  }

  private func sets(ofTargets holds: (StoredTarget) -> Bool) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart([.target], reader) { place, row in
      let issue = catalogue.issues.heads[place]
      var set = NodeSet(size: issue.nodes)
      for target in try StoredTarget.read(row.bytes(0), count: issue.nodes)
      where holds(target) { set.insert(target.stretch.node.index) }
      if !set.isEmpty { result[issue.number] = set }
    }
    return result
  }

  /// The nodes of the responsibilities in a role.
  private func sets(ofRole role: Role) throws -> Sets {
    var result: Sets = [:]
    try catalogue.forEachPart([.duty], reader) { place, row in
      let issue = catalogue.issues.heads[place]
      var set = NodeSet(size: issue.nodes)
      let duties = try StoredDuties.Duties(row.bytes(0), count: issue.nodes)
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
    try catalogue.forEachPart([.duty], of: Set(bodies.keys), reader) { place, row in
      let issue = catalogue.issues.heads[place]
      let wanted = bodies[issue.number] ?? []
      var set = NodeSet(size: issue.nodes)
      let duties = try StoredDuties.Duties(row.bytes(0), count: issue.nodes)
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
    let fits = try catalogue.allNames(reader).map { name in
      if name.text.isEmpty { return false }
      if !byPinyinAlone, FoldedText(name.text).contains(wanted) { return true }
      return letters.map {
        Pinyin.shared.matches(query: $0, in: Array(name.text.unicodeScalars)) != nil
      } ?? false
    }
    var result: [Int64: Set<Int>] = [:]
    guard fits.contains(true) else { return result }
    try catalogue.forEachPart([.body], reader) { place, row in
      let bodies = try StoredDuties.Bodies(row.bytes(0))
      for (index, body) in bodies.entries.enumerated() where bodies.has(body, in: fits) {
        result[catalogue.issues.heads[place].number, default: []].insert(index)
      }
    }
    return result
  }

  private mutating func sets(inDocument name: String, _ term: QueryTerm) throws -> Sets {
    let wanted = FoldedText(name).folded
    guard !wanted.isEmpty else { return [:] }
    let documents = try documents()
    // In an issue that has a document of that place nothing else is meant.
    let placed = Set(documents.lazy.filter { $0.reference == name }.map(\.issue))
    let found = documents.filter { document in
      if placed.contains(document.issue) { return document.reference == name }
      if let number = document.number, FilterIndex.isPart(wanted, of: FoldedText(number)) {
        return true
      }
      return document.title.map { FilterIndex.matches($0, wanted) } ?? false
    }
    sayIfEmpty(found.isEmpty, term)
    return subtrees(found)
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
    try catalogue.forEachPart([.tree], of: wanted, reader) { place, row in
      let issue = catalogue.issues.heads[place]
      let tree = try row.tree(0, count: issue.nodes)
      guard let node = tree.node(at: text) else { return }
      var set = NodeSet(size: issue.nodes)
      set.insert(contentsOf: node..<tree.entry(node).end)
      result[issue.number] = set
    }
    sayIfEmpty(result.isEmpty, term)
    return result
  }
}
