import GazetteModel
import GazetteText

/// What a query is about, ready to be looked for in the nodes of many issues as the index has them.
///
/// It shows of a node what `FilterIndex.match` shows of it. Letters that may be pinyin are not
/// among it: with them the model is asked.
struct HighlightedTerms: Sendable {
  /// What is read of an issue for it.
  private(set) var facts: IssueContent.Facts = []
  /// The bodies of each term that names some, by their places in each issue.
  private(set) var bodies: [[Int64: Set<Int>]] = []
  fileprivate private(set) var words: [WantedWords] = []
  fileprivate private(set) var relations: [BodyRelation] = []
  fileprivate private(set) var roles: [Role] = []
  fileprivate private(set) var others: [FilterFact] = []
  fileprivate private(set) var targets: [@Sendable (StoredTarget) -> Bool] = []

  /// - Parameter named: The bodies that the names in the query mean.
  /// - Returns: nil where the model has to be asked.
  init?(_ query: Query, named: [String: [Int64: Set<Int>]]) {
    for term in query.positiveTerms {
      switch term {
      case .text(let text, let isPhrase):
        let wanted = FoldedText(text).folded
        guard isPhrase || FilterIndex.pinyinLetters(wanted) == nil else { return nil }
        if !wanted.isEmpty { words.append(WantedWords(wanted)) }
      case .body(let name, let relation):
        bodies.append(named[name] ?? [:])
        relations.append(relation)
      case .role(let role): roles.append(role)
      case .has(let fact): add(fact)
      case .until(let day, _): targets.append { $0.deadline.map { $0 <= day } ?? false }
      case .target(let comparison): targets.append { comparison.matches($0.target(in: [])) }
      case .document, .within, .column, .kind, .issue: break
      case .review: return nil
      }
    }
    if !relations.isEmpty || !roles.isEmpty || others.contains(.responsibility) {
      facts.insert(.duties)
    }
    if others.contains(.reference) { facts.insert(.citations) }
    if !targets.isEmpty { facts.insert(.targets) }
  }

  private mutating func add(_ fact: FilterFact) {
    switch fact {
    case .target: targets.append { _ in true }
    case .quantity: targets.append { $0.kind == .quantity }
    case .money: targets.append { $0.kind == .money }
    case .period: targets.append { $0.kind == .period }
    case .deadline: targets.append { $0.kind == .deadline || $0.deadline != nil }
    case .responsibility, .correction, .reference: others.append(fact)
    }
  }
}

/// The words around what a query is about in the nodes of one issue.
final class StoredHighlights: Sendable {
  private let terms: HighlightedTerms
  private let content: IssueContent
  /// The stretches that state facts, in order.
  private let stretches: [Stretch]

  private struct Stretch: Sendable {
    let node: Int
    let paragraph: Int
    let range: ScalarRange
  }

  /// - Parameter bodies: For each term that names bodies, their places in this issue.
  init(_ terms: HighlightedTerms, _ content: IssueContent, bodies: [Set<Int>]) {
    self.terms = terms
    self.content = content
    var stretches: [Stretch] = []
    for duty in content.duties.entries {
      guard let range = duty.range else { continue }
      let isWanted =
        zip(bodies, terms.relations).contains { content.duties.names(duty, $0, $1) }
        || content.duties.groups[duty.groups].contains { group in
          terms.roles.contains(group.role) || terms.others.contains(.responsibility)
        }
      if isWanted {
        stretches.append(Stretch(node: duty.node, paragraph: duty.paragraph, range: range))
      }
    }
    for target in content.targets {
      guard let paragraph = target.stretch.place.paragraph,
        terms.targets.contains(where: { $0(target) })
      else { continue }
      stretches.append(
        Stretch(node: target.stretch.node.index, paragraph: paragraph, range: target.stretch.range))
    }
    for citation in content.citations {
      guard let paragraph = citation.stretch.place.paragraph else { continue }
      stretches.append(
        Stretch(
          node: citation.stretch.node.index, paragraph: paragraph, range: citation.stretch.range))
    }
    if terms.others.contains(.correction) {
      stretches += content.tree.corrections.filter { $0.range.count > 0 }.map {
        Stretch(node: $0.node, paragraph: $0.paragraph, range: $0.range)
      }
    }
    self.stretches = stretches.sorted {
      ($0.node, $0.paragraph, $0.range.start) < ($1.node, $1.paragraph, $1.range.start)
    }
  }

  /// The text of a node that has the first hit, and the hits in it; its first text where none has
  /// one.
  func place(of node: NodeID) -> (units: Range<Int>, hits: [ScalarRange]) {
    let place = place(of: node) { units, readsOtherwise, facts in
      let hits = hits(in: units, readsOtherwise, facts)
      return hits.isEmpty ? nil : hits
    }
    return (place.units, place.hit ?? [])
  }

  /// The same with the first hit alone.
  func firstPlace(of node: NodeID) -> (units: Range<Int>, hit: ScalarRange?) {
    place(of: node) { units, readsOtherwise, facts in
      // Where there are several kinds of hits, one behind the first may reach into it.
      guard facts.isEmpty, terms.words.count == 1 else {
        return hits(in: units, readsOtherwise, facts).first
      }
      return terms.words[0].firstRange(in: content.text, units, readsOtherwise: readsOtherwise)
    }
  }

  /// - Parameter find: Gives what is hit in a text, which may read otherwise than it is printed and in
  ///   which facts are stated.
  @inline(__always)
  private func place<Hit>(
    of node: NodeID,
    _ find: (_ units: Range<Int>, _ readsOtherwise: Bool, _ facts: [ScalarRange]) -> Hit?
  ) -> (units: Range<Int>, hit: Hit?) {
    let tree = content.tree
    let entry = tree.entry(node.index)
    let readsOtherwise =
      tree.hasFolded && entry.fields.contains { tree.field($0).isFolded }
    var first: Range<Int>?
    var title: Range<Int>?
    var paragraph = 0
    for place in entry.fields {
      let field = tree.field(place)
      if field.isTitle { title = field.units }
      guard field.paragraph == paragraph else { continue }
      let units = content.text.clamped(field.units)
      if paragraph == 0 {
        first = units
        if let prefix = entry.titlePrefix {
          title = units.lowerBound..<units.lowerBound + min(prefix, units.count)
        }
      }
      if let hit = find(units, readsOtherwise, facts(of: node.index, paragraph)) {
        return (units, hit)
      }
      paragraph += 1
    }
    if let title = title.map(content.text.clamped) {
      let hit = find(title, readsOtherwise, [])
      if hit != nil || first == nil { return (title, hit) }
    }
    return (first ?? 0..<0, nil)
  }

  /// The facts that are stated in a paragraph.
  private func facts(of node: Int, _ paragraph: Int) -> [ScalarRange] {
    if stretches.isEmpty { return [] }
    let start = stretches.indices.partitionPoint {
      (stretches[$0].node, stretches[$0].paragraph) < (node, paragraph)
    }
    return stretches[start...].prefix { $0.node == node && $0.paragraph == paragraph }.map(\.range)
  }

  /// What is to be set apart in a text, in order, what overlaps made one.
  private func hits(
    in units: Range<Int>, _ readsOtherwise: Bool, _ facts: [ScalarRange]
  ) -> [ScalarRange] {
    var ranges = facts
    for words in terms.words {
      ranges += words.ranges(in: content.text, units, readsOtherwise: readsOtherwise)
    }
    return ranges.count > 1 ? ScalarRange.merged(ranges) : ranges
  }
}
