import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  // MARK: Bodies

  /// The bodies of the whole archive with their counts, the most named first.
  public func departments() throws(ArchiveFailure) -> [CataloguedBody] {
    try reading { reader in
      let names = try allNames(reader)
      var parts = [StoredDuties.Bodies?](repeating: nil, count: issues.count)
      try forEachPart([.body], reader) { place, row in
        parts[place] = try StoredDuties.Bodies(row.bytes(0))
      }
      var bodies: [CataloguedBody] = []
      var places = [Int](repeating: -1, count: names.count)
      for (issue, part) in parts.enumerated() {
        guard let part else { continue }
        for entry in part.entries {
          guard places.indices.contains(entry.name) else { throw PartReader.Damage() }
          if places[entry.name] < 0 {
            places[entry.name] = bodies.count
            bodies.append(CataloguedBody(entry.name, names[entry.name]))
          }
          try bodies[places[entry.name]].add(entry, of: part, issue: issue, names)
        }
      }
      let order = bodies.indices.sorted { left, right in
        let (mine, theirs) = (bodies[left].counts, bodies[right].counts)
        return (theirs.clauses, theirs.inheritedClauses, left)
          < (mine.clauses, mine.inheritedClauses, right)
      }
      return order.map { bodies[$0] }
    }
  }

  /// The references of the clauses that name each body, and of those that inherit it, in the order
  /// of `bodies`.
  public func references(
    of bodies: [CataloguedBody]
  ) throws(ArchiveFailure) -> [(named: [String], inherited: [String])] {
    try reading { reader in
      var places: [Int: Int] = [:]
      for (place, body) in bodies.enumerated() { places[body.number] = place }
      var result = [(named: [String], inherited: [String])](
        repeating: ([], []), count: bodies.count)
      try forEachPartInOrder([.tree, .body, .duty], reader) { place, row in
        let count = issues.heads[place].nodes
        let tree = try row.tree(0, count: count)
        let local = try StoredDuties.Bodies(row.bytes(1)).entries.map { places[$0.name] }
        let lead = issues.count > 1 ? issues[place].id + ":" : ""
        var last = [[Int]](repeating: [-1, -1], count: local.count)
        let duties = try StoredDuties.Duties(row.bytes(2), count: count)
        for duty in duties.entries {
          let mentions = duties.groups[duty.groups].flatMap { duties.mentions[$0.mentions] }
          for body in mentions where local.indices.contains(body.place) {
            let kind = duty.isInherited ? 1 : 0
            guard let place = local[body.place], last[body.place][kind] != duty.node else {
              continue
            }
            last[body.place][kind] = duty.node
            let reference = lead + tree.reference(of: duty.node)
            if duty.isInherited {
              result[place].inherited.append(reference)
            } else {
              result[place].named.append(reference)
            }
          }
        }
      }
      return result
    }
  }

  // MARK: Targets

  /// Every quantity and deadline of the archive, in the order of the archive and of print.
  public func targets(
    _ body: (_ issue: Int, _ reference: String, Target) -> Void
  ) throws(ArchiveFailure) {
    try reading { reader in
      try forEachPartInOrder([.target, .text, .tree], reader) { place, row in
        let count = issues.heads[place].nodes
        let text = try row.text(1)
        let tree = try row.tree(2, count: count)
        for target in try StoredTarget.read(row.bytes(0), count: count) {
          body(
            place, tree.reference(of: target.stretch.node.index),
            target.target(
              in: tree.scalars(of: target.stretch.node.index, at: target.stretch.place, in: text)))
        }
      }
    }
  }

  // MARK: References

  /// The units that refer to a text, by a part of what they print of it, 《…条例》, 吉政发〔2021〕6号, and
  /// what they do to it.
  public func citations(
    of text: String, limit: Int
  ) throws(ArchiveFailure) -> [(
    issue: Int, reference: String, text: String, relation: ReferenceRelation
  )] {
    let wanted = FoldedText(text).folded
    return try reading { reader in
      let candidates = try reader.issues(withPairsOf: wanted)
      var result:
        [(issue: Int, node: Int, reference: String, text: String, relation: ReferenceRelation)] = []
      try forEachPart(
        [.citation, .text, .tree], of: candidates,
        reader
      ) { place, row in
        let count = issues.heads[place].nodes
        let text = try row.text(1)
        let tree = try row.tree(2, count: count)
        // That a document speaks of itself names no other.
        for citation in try StoredCitation.read(row.bytes(0), count: count)
        where citation.kind != .itself {
          let scalars = tree.scalars(
            of: citation.stretch.node.index, at: citation.stretch.place, in: text)
          let range = citation.stretch.range
          guard range.start <= range.end, range.end <= scalars.count else { continue }
          let printed = Array(scalars[range.start..<range.end])
          if FoldedText(printed).contains(wanted) {
            let node = citation.stretch.node.index
            let relation = ReferenceRelation(of: range, in: scalars)
            result.append((place, node, tree.reference(of: node), printed.string, relation))
          }
        }
      }
      return result.sorted { ($0.issue, $0.node) < ($1.issue, $1.node) }.prefix(limit).map {
        ($0.issue, $0.reference, $0.text, $0.relation)
      }
    }
  }
}

/// A body as the index knows it.
public struct CataloguedBody: Sendable {
  let number: Int
  /// The body, with every name that an issue prints.
  public private(set) var body: Body
  /// How many clauses name it in which role, over all issues; printed, not inherited.
  public private(set) var counts = DepartmentIndex.Counts()
  /// The issues that name it, by their places, with the clauses that do.
  public private(set) var issues: [(issue: Int, clauses: Int)] = []
  private var aliases: Set<Int> = []

  init(_ number: Int, _ name: CataloguedName) {
    self.number = number
    body = Body(
      name: name.text, category: name.category, source: name.source, isKnown: name.isKnown)
  }

  mutating func add(
    _ entry: StoredDuties.Bodies.Entry, of part: StoredDuties.Bodies, issue: Int,
    _ names: [CataloguedName]
  ) throws {
    for alias in part.aliases[entry.aliases] where aliases.insert(alias).inserted {
      body.aliases.append(try ArchiveCatalogue.name(alias, names).text)
    }
    counts.clauses += entry.clauses
    counts.inheritedClauses += entry.inheritedClauses
    for (rank, place) in entry.roles.enumerated() { counts.byRole[rank] += part.roles[place] }
    issues.append((issue, entry.clauses))
  }
}
