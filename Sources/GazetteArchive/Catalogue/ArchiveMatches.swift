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
    for place in matches.nodes.keys.sorted() {
      guard let nodes = matches.nodes[place] else { continue }
      try findWords(query, nodes.nodes, place, unreadable, found)
    }
    return matches.diagnostics
  }

  /// Nodes of one issue as they are listed, with the words of the query that stand in them.
  public func units(
    _ nodes: [NodeID], of place: Int, _ query: Query
  ) throws(ArchiveFailure) -> [(reference: String, match: FilterMatch)] {
    var units: [(String, FilterMatch)] = []
    try findWords(query, nodes, place, { _ in }, { units.append(($1, $3)) })
    return units
  }

  private func findWords(
    _ query: Query, _ nodes: [NodeID], _ place: Int, _ unreadable: (LoadFailure) -> Void,
    _ found: (Int, String, String?, FilterMatch) -> Void
  ) throws(ArchiveFailure) {
    let areWordsAlone = FilterHighlights.areWordsAlone(query)
    var tabular: [(id: NodeID, reference: String, title: String?, paragraphs: [String])] = []
    var matches: [(node: NodeID, reference: String, title: String?, match: FilterMatch)] = []
    try reading { database in
      let content = try IssueContent(self, place, facts: !areWordsAlone, database)
      // A damaged index may name nodes that the issue does not have.
      let known = nodes.filter { content.tree.entries.indices.contains($0.index) }
      let index = areWordsAlone ? nil : try content.index(of: known, database)
      for (number, node) in known.enumerated() {
        let entry = content.tree.entries[node.index]
        let title = content.tree.title(of: node.index, in: content.text)
        let paragraphs = content.tree.paragraphs(of: node.index, in: content.text)
        if entry.hasTables {
          tabular.append((node, entry.reference, title, paragraphs))
          continue
        }
        let match =
          index?.match(of: query, in: NodeID(number)).moved(to: node)
          ?? FilterMatch(
            node, title: title, paragraphs: paragraphs,
            FilterHighlights(words: query, title: title, paragraphs: paragraphs))
        matches.append((node, entry.reference, title, match))
      }
    }
    if !tabular.isEmpty {
      // How a table reads is known to the issue alone.
      var opened: FilterIndex?
      do throws(LoadFailure) {
        opened = FilterIndex(try open(place))
      } catch {
        unreadable(error)
      }
      for (node, reference, title, paragraphs) in tabular {
        let isSame = opened.map {
          node.index < $0.issue.nodes.count && $0.issue[node].reference.text == reference
        }
        let match =
          isSame == true
          ? opened?.match(of: query, in: node)
          : FilterMatch(
            node, title: title, paragraphs: paragraphs,
            FilterHighlights(words: query, title: title, paragraphs: paragraphs))
        if let match { matches.append((node, reference, title, match)) }
      }
      matches.sort { $0.node < $1.node }
    }
    for match in matches { found(place, match.reference, match.title, match.match) }
  }
}

/// What the index has of one issue.
struct IssueContent {
  let tree: StoredTree
  let text: StoredText
  private var targets: [StoredTarget] = []
  private var citations: [StoredCitation] = []
  private var departments: [StoredDuties.Department] = []
  private var duties: [StoredDuties.Entry] = []
  private var names: [CataloguedName] = []

  /// - Parameter facts: Whether more than the texts is wanted.
  init(
    _ catalogue: ArchiveCatalogue, _ place: Int, facts: Bool, _ database: Database
  ) throws {
    let count = catalogue.issues[place].nodes
    let row = try catalogue.part(
      "text.data, tree.data", in: ["text", "tree"], ofIssueAt: place, database)
    guard let row else { throw PartReader.Damage() }
    text = try StoredText(row, 1)
    tree = try StoredTree(try row.bytes(2), count: count)
    guard facts else { return }
    let others = try catalogue.part(
      "target.data, citation.data, body.data, duty.data",
      in: ["target", "citation", "body", "duty"], ofIssueAt: place, database)
    guard let others else { throw PartReader.Damage() }
    targets = try StoredTarget.read(try others.bytes(1), count: count)
    citations = try StoredCitation.read(try others.bytes(2), count: count)
    departments = try StoredDuties.readBodies(try others.bytes(3))
    var duties: [StoredDuties.Entry] = []
    try StoredDuties.read(try others.bytes(4), count: count) { duties.append($0) }
    self.duties = duties
    names = try catalogue.allNames(database)
  }

  /// Some nodes of the issue as an issue of their own, in which a query shows what it is about as it
  /// does in the whole.
  func index(of nodes: [NodeID], _ database: Database) throws -> FilterIndex {
    let places = Dictionary(
      nodes.enumerated().map { ($1.index, NodeID($0)) }, uniquingKeysWith: { first, _ in first })
    let texts = nodes.map {
      tree.paragraphs(of: $0.index, in: text).map { Array($0.unicodeScalars) }
    }
    let lines = LineRange(1, 1)
    let small = nodes.enumerated().map { number, node in
      let entry = tree.entries[node.index]
      return Node(
        id: NodeID(number), kind: entry.kind, parent: nil, subtreeEnd: number + 1, depth: 0,
        numbering: nil, title: tree.title(of: node.index, in: text),
        paragraphs: texts[number].enumerated().map { index, scalars in
          Paragraph(
            scalars: scalars, lines: lines, lineStarts: [],
            corrections: entry.corrections.filter { $0.paragraph == index }.map {
              Paragraph.AppliedCorrection(
                correction: Correction(line: 1, printed: "", corrected: "", reason: ""),
                range: $0.range)
            })
        }, lines: lines, otherLines: [], reference: Reference(entry.reference), head: nil)
    }
    let issue = Issue(
      identity: IssueIdentity(id: ""), contents: [], nodes: small,
      printed: PrintedText(source: SourceText(bytes: [])), corrections: [])
    func paragraph(_ place: TextPlace, _ node: NodeID) -> [Unicode.Scalar] {
      place.paragraph.flatMap {
        texts[node.index].indices.contains($0) ? texts[node.index][$0] : nil
      }
        ?? []
    }
    return FilterIndex(
      issue, departments: try departments(of: places, texts),
      targets: TargetIndex(
        targets.compactMap { target in
          places[target.node.index].map { target.target(in: paragraph(target.place, $0), at: $0) }
        }, nodes: nodes.count),
      references: CrossReferenceIndex(
        citations.compactMap { citation in
          places[citation.node.index].map {
            CrossReference(
              node: $0, place: citation.place, range: citation.range, text: "",
              kind: citation.kind, target: nil)
          }
        }))
  }

  private func departments(
    of places: [Int: NodeID], _ texts: [[[Unicode.Scalar]]]
  ) throws -> DepartmentIndex {
    let bodies = try departments.map { department in
      Body(
        name: try ArchiveCatalogue.name(department.name, names).text,
        aliases: try department.aliases.map { try ArchiveCatalogue.name($0, names).text },
        category: .other, isKnown: true)
    }
    var responsibilities: [Responsibility] = []
    for duty in duties {
      guard let node = places[duty.node] else { continue }
      let groups = try duty.groups.map { group in
        Responsibility.Group(
          role: group.role,
          bodies: try group.bodies.map { body in
            guard bodies.indices.contains(body.place) else { throw PartReader.Damage() }
            let name = bodies[body.place].name
            let printed = try body.printed.map { try ArchiveCatalogue.name($0, names).text }
            return Responsibility.Mention(printed: printed ?? name, name: name, body: body.place)
          })
      }
      let text = texts[node.index]
      var words = ""
      if let range = duty.range, text.indices.contains(duty.paragraph),
        range.start <= range.end, range.end <= text[duty.paragraph].count
      {
        words = Array(text[duty.paragraph][range.start..<range.end]).string
      }
      responsibilities.append(
        Responsibility(
          node: node, paragraph: duty.paragraph, range: duty.range, text: words, form: .bracketed,
          scope: nil, groups: groups, inheritedFrom: duty.isInherited ? node : nil))
    }
    return DepartmentIndex(responsibilities, bodies: bodies, nodes: places.count)
  }
}
