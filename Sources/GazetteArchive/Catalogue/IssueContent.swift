import GazetteModel
import GazetteText

/// What the index has of one issue.
final class IssueContent: Sendable {
  let tree: StoredTree
  let text: StoredText
  let targets: [StoredTarget]
  let citations: [StoredCitation]
  let duties: StoredDuties.Duties
  private let catalogue: ArchiveCatalogue
  let place: Int

  /// What of an issue is wanted beside its texts.
  struct Facts: OptionSet {
    let rawValue: Int
    static let targets = Facts(rawValue: 1)
    static let citations = Facts(rawValue: 2)
    static let duties = Facts(rawValue: 4)
    static let all: Facts = [.targets, .citations, .duties]

    /// Where they are kept, behind the text and the tree.
    var parts: [ArchivePart] {
      [.text, .tree] + (contains(.targets) ? [.target] : [])
        + (contains(.citations) ? [.citation] : []) + (contains(.duties) ? [.duty] : [])
    }
  }

  init(
    _ catalogue: ArchiveCatalogue, _ place: Int, _ facts: Facts, _ reader: any ArchiveReader
  ) throws {
    self.catalogue = catalogue
    self.place = place
    let count = catalogue.issues.heads[place].nodes
    let row = try catalogue.parts(facts.parts, ofIssueAt: place, reader)
    guard let row else { throw PartReader.Damage() }
    tree = try row.tree(1, count: count)
    text = try row.text(0).known(by: tree)
    var next = 2
    func bytes() throws -> [UInt8] {
      defer { next += 1 }
      return try row.bytes(next)
    }
    targets = facts.contains(.targets) ? try StoredTarget.read(bytes(), count: count) : []
    citations = facts.contains(.citations) ? try StoredCitation.read(bytes(), count: count) : []
    duties =
      facts.contains(.duties)
      ? try StoredDuties.Duties(bytes(), count: count) : StoredDuties.Duties()
  }

  /// Takes what was read.
  init(_ catalogue: ArchiveCatalogue, _ place: Int, _ tree: StoredTree, _ text: StoredText) {
    (self.catalogue, self.place, self.tree) = (catalogue, place, tree)
    self.text = text.known(by: tree)
    (targets, citations, duties) = ([], [], StoredDuties.Duties())
  }

  /// The same for as long as it is wanted.
  func kept() -> IssueContent {
    tree.isLent || text.isLent ? IssueContent(keeping: self) : self
  }

  private init(keeping other: IssueContent) {
    (catalogue, place) = (other.catalogue, other.place)
    (tree, text) = (other.tree.kept(), other.text.kept())
    (targets, citations, duties) = (other.targets, other.citations, other.duties)
  }

  /// Some nodes of the issue as an issue of their own, in which a query shows what it is about as it
  /// does in the whole.
  func index(of nodes: [NodeID], _ reader: any ArchiveReader) throws -> FilterIndex {
    let places = Dictionary(
      nodes.enumerated().map { ($1.index, NodeID($0)) }, uniquingKeysWith: { first, _ in first })
    let texts = nodes.map {
      tree.paragraphs(of: $0.index, in: text).map { Array($0.unicodeScalars) }
    }
    let lines = LineRange(1, 1)
    let small = nodes.enumerated().map { number, node in
      let entry = tree.entry(node.index)
      return Node(
        id: NodeID(number), kind: entry.kind, parent: nil, subtreeEnd: number + 1, depth: 0,
        numbering: nil, title: tree.title(of: node.index, in: text),
        paragraphs: texts[number].enumerated().map { index, scalars in
          Paragraph(
            scalars: scalars, lines: lines, lineStarts: [],
            corrections: tree.corrections(of: node.index).filter { $0.paragraph == index }.map {
              Paragraph.AppliedCorrection(
                correction: Correction(line: 1, printed: "", corrected: "", reason: ""),
                range: $0.range)
            })
        }, lines: lines, otherLines: [], reference: Reference(tree.reference(of: node.index)),
        head: nil)
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
      issue, departments: try departments(of: places, texts, reader),
      targets: TargetIndex(
        targets.compactMap { target in
          places[target.stretch.node.index].map {
            target.target(in: paragraph(target.stretch.place, $0), at: $0)
          }
        }, nodes: nodes.count),
      references: CrossReferenceIndex(
        citations.compactMap { citation in
          places[citation.stretch.node.index].map {
            CrossReference(
              node: $0, place: citation.stretch.place, range: citation.stretch.range, text: "",
              kind: citation.kind, target: nil)
          }
        }))
  }

  private func departments(
    of places: [Int: NodeID], _ texts: [[[Unicode.Scalar]]], _ reader: any ArchiveReader
  ) throws -> DepartmentIndex {
    let row = try catalogue.parts([.body], ofIssueAt: place, reader)
    guard let row else { throw PartReader.Damage() }
    let stored = try StoredDuties.Bodies(row.bytes(0))
    let names = try catalogue.allNames(reader)
    let bodies = try stored.entries.map { entry in
      Body(
        name: try ArchiveCatalogue.name(entry.name, names).text,
        aliases: try stored.aliases[entry.aliases].map {
          try ArchiveCatalogue.name($0, names).text
        },
        category: .other, isKnown: true)
    }
    var responsibilities: [Responsibility] = []
    for duty in duties.entries {
      guard let node = places[duty.node] else { continue }
      let groups = try duties.groups[duty.groups].map { group in
        Responsibility.Group(
          role: group.role,
          bodies: try duties.mentions[group.mentions].map { body in
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
