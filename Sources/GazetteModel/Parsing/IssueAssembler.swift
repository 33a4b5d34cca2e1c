import GazetteText

/// Turns the drafts of an issue into its final nodes: kinds, titles, references and lines.
struct IssueAssembler {
  private let lines: [PrintedLine]
  private let drafted: [DraftTable]
  private let corrections: [Correction]
  private var drafts: [DraftNode]
  private var parents: [Int?]
  private var kinds: [NodeKind]
  private var paragraphs: [[Paragraph]]
  private var tables: [[Table]]
  private var titles: [String?]
  /// Of each source line whether a paragraph or a node's other lines hold it.
  private var isCounted: [Bool] = []
  /// The nodes in document order.
  private(set) var nodes: [Node] = []
  /// The node that each draft became.
  private(set) var nodeOfDraft: [NodeID?] = []

  init(
    lines: [PrintedLine], tables drafted: [DraftTable], corrections: [Correction],
    drafts: [DraftNode], roots: [Int]
  ) {
    self.lines = lines
    self.drafted = drafted
    self.corrections = corrections
    self.drafts = drafts
    parents = Array(repeating: nil, count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      for child in draft.children { parents[child] = index }
    }
    kinds = Array(repeating: .text, count: drafts.count)
    paragraphs = Array(repeating: [], count: drafts.count)
    tables = Array(repeating: [], count: drafts.count)
    titles = drafts.map(\.title)
    for index in drafts.indices { settle(index) }
    nodeOfDraft = Array(repeating: nil, count: self.drafts.count)
    assemble(roots)
  }

  // MARK: Kinds, titles and paragraphs

  /// Decides what a draft is; parents come before their children.
  private mutating func settle(_ index: Int) {
    let draft = drafts[index]
    // A loop: `map` over a method would copy the whole assembler for every draft.
    var set: [Paragraph] = []
    set.reserveCapacity(draft.paragraphs.count)
    for paragraph in draft.paragraphs { set.append(setParagraph(paragraph)) }
    if !draft.tables.isEmpty {
      tables[index] = draft.tables.map { TableSetter(drafted[$0.table]).table(after: $0.after) }
    }
    switch draft.form {
    case .cover: kinds[index] = .cover
    case .contents: kinds[index] = .contents
    case .document: kinds[index] = .document
    case .attachment: kinds[index] = .attachment
    case .text(let heading):
      kinds[index] = .text
      titles[index] = heading
    case .unit(let numbering):
      kinds[index] = kind(of: index, numbering, set)
      if let first = set.first {
        let title = UnitTitle(first.scalars)
        titles[index] = title.scalars.isEmpty ? nil : title.scalars.string
        if kinds[index].isHeading {
          // 总　则 is spread to fill its line in print.
          if !title.scalars.isEmpty {
            titles[index] = title.scalars.filter { $0 != "\u{3000}" }.string
          }
          set = detachHeading(index, set, title)
        }
      }
    }
    paragraphs[index] = set
  }

  private func setParagraph(_ draft: DraftParagraph) -> Paragraph {
    var setter = ReadingTextSetter()
    for share in draft.shares { setter.append(lines[share.line], from: share.start) }
    let first = draft.shares.first?.line ?? 0
    let last = draft.shares.last?.line ?? first
    return setter.paragraph(
      lines: LineRange(lines[first].line, lines[last].lastLine), corrections: corrections)
  }

  /// The kind of a numbered unit: what has numbered units below it is a section, the smallest unit
  /// with text of its own a clause, what stands inside a clause a subclause.
  private func kind(of index: Int, _ numbering: Numbering, _ set: [Paragraph]) -> NodeKind {
    switch numbering.style {
    case .part: return .part
    case .chapter: return .chapter
    case .lawSection: return .section
    case .article: return .clause
    default: break
    }
    if let parent = parents[index], kinds[parent] == .clause || kinds[parent] == .subclause {
      return .subclause
    }
    let below = drafts[index].children.compactMap { drafts[$0].numbering?.style }
    let hasUnits = below.contains { $0 < .arabicBracket }
    switch numbering.style {
    case .chineseComma:
      if hasUnits { return .section }
      let hasMore = set.count > 1 || !tables[index].isEmpty
      return drafts[index].startsWithHeading && hasMore ? .section : .clause
    case .chineseBracket:
      return hasUnits ? .subsection : .clause
    case .arabicDot:
      return below.contains(.decimal) ? .section : .clause
    case .decimal:
      return below.contains(.decimal) ? .subsection : .clause
    default:
      return .clause
    }
  }

  /// A heading's line is no paragraph; what stands behind it on its line is, and the paragraphs
  /// that follow become a text node.
  private mutating func detachHeading(
    _ index: Int, _ set: [Paragraph], _ title: UnitTitle
  ) -> [Paragraph] {
    guard let first = set.first, let heading = drafts[index].paragraphs.first else { return set }
    var own: [Paragraph] = []
    if title.end < first.scalarCount {
      own = [first.dropping(title.end)]
    } else {
      drafts[index].otherLines += heading.shares.map(\.line)
    }
    if set.count > 1 || !tables[index].isEmpty {
      let moved = tables[index].map { $0.moved(to: max(0, $0.after - 1)) }
      tables[index] = []
      tables.append(moved)
      drafts.append(DraftNode(.text(heading: nil)))
      drafts[index].children.insert(drafts.count - 1, at: 0)
      parents.append(index)
      kinds.append(.text)
      titles.append(nil)
      paragraphs.append(Array(set.dropFirst()))
    }
    return own
  }

  // MARK: Document order

  private struct Place {
    let draft: Int
    let parent: NodeID?
    let depth: Int
    let reference: String
  }

  private mutating func assemble(_ roots: [Int]) {
    var pending: [Place] = []
    var number = 0
    for root in roots {
      if kinds[root] == .document { number += 1 }
      let reference = kinds[root] == .document ? String(number) : kinds[root].rawValue
      pending.append(Place(draft: root, parent: nil, depth: 0, reference: reference))
    }
    pending.reverse()
    var order: [Place] = []
    while let place = pending.popLast() {
      let id = NodeID(order.count)
      nodeOfDraft[place.draft] = id
      order.append(place)
      let children = drafts[place.draft].children
      let references = childReferences(of: place, children)
      for (child, reference) in zip(children, references).reversed() {
        pending.append(
          Place(draft: child, parent: id, depth: place.depth + 1, reference: reference))
      }
    }
    makeNodes(order)
  }

  private func childReferences(of place: Place, _ children: [Int]) -> [String] {
    let isDocument = kinds[place.draft].isDocument
    var texts = 0
    var attachments = 0
    var uses = NumberUses()
    return children.map { child in
      if kinds[child] == .attachment {
        attachments += 1
        return "\(place.reference).\(attachments)"
      }
      let separator = isDocument ? "/" : "."
      guard let numbering = drafts[child].numbering else {
        texts += 1
        return "\(place.reference)\(separator)t\(texts)"
      }
      // The components above a decimal's last one are already in the parents' reference.
      let own = numbering.style == .decimal ? String(numbering.ordinal) : numbering.arabic
      let count = uses.add(own, ordinal: numbering.ordinal)
      return "\(place.reference)\(separator)\(own)\(count > 1 ? "~\(count)" : "")"
    }
  }

  private mutating func makeNodes(_ order: [Place]) {
    var ends = Array(order.indices).map { $0 + 1 }
    var extents: [LineRange?] = order.map { ownExtent($0.draft) }
    for index in order.indices.reversed() {
      guard let parent = order[index].parent?.index else { continue }
      ends[parent] = max(ends[parent], ends[index])
      extents[parent] = Self.union(extents[parent], extents[index])
    }
    nodes.reserveCapacity(order.count)
    countParagraphs()
    for (index, place) in order.enumerated() {
      let draft = drafts[place.draft]
      nodes.append(
        Node(
          id: NodeID(index), kind: kinds[place.draft], parent: place.parent,
          subtreeEnd: ends[index], depth: place.depth, numbering: draft.numbering,
          title: titles[place.draft], paragraphs: paragraphs[place.draft],
          tables: tables[place.draft], lines: extents[index] ?? LineRange(1),
          otherLines: lineRanges(draft.otherLines),
          reference: Reference(place.reference), head: draft.head))
    }
  }

  private func ownExtent(_ draft: Int) -> LineRange? {
    var result: LineRange?
    for paragraph in paragraphs[draft] { result = Self.union(result, paragraph.lines) }
    for table in tables[draft] { result = Self.union(result, table.lines) }
    for line in drafts[draft].otherLines {
      result = Self.union(result, LineRange(lines[line].line, lines[line].lastLine))
    }
    return result
  }

  private static func union(_ left: LineRange?, _ right: LineRange?) -> LineRange? {
    guard let left else { return right }
    guard let right else { return left }
    return LineRange(min(left.first, right.first), max(left.last, right.last))
  }

  /// Notes the lines that lie in a paragraph: what stands between the shares of a cut paragraph, or
  /// before a unit on its line, is counted there.
  private mutating func countParagraphs() {
    isCounted = Array(repeating: false, count: (lines.last?.lastLine ?? 0) + 1)
    for set in paragraphs {
      for paragraph in set {
        for line in paragraph.lines.first...paragraph.lines.last { isCounted[line] = true }
      }
    }
    for table in tables.joined() {
      for line in table.lines.first...table.lines.last { isCounted[line] = true }
    }
  }

  /// Groups lines that follow each other in the source, blank lines between them aside.
  private mutating func lineRanges(_ indices: [Int]) -> [LineRange] {
    var result: [LineRange] = []
    var previous: Int?
    for index in indices.sorted() {
      let line = lines[index].line
      if isCounted[line] { continue }
      for counted in line...lines[index].lastLine { isCounted[counted] = true }
      if let last = result.last, let previous, previous + 1 == index, last.last + 1 == line {
        result[result.count - 1] = LineRange(last.first, lines[index].lastLine)
      } else {
        result.append(LineRange(line, lines[index].lastLine))
      }
      previous = index
    }
    return result
  }
}
