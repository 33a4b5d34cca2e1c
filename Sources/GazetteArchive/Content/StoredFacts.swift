import GazetteModel

/// Which nodes of an issue are of a kind, and which have a fact, as bits.
enum StoredFacts {
  static func write(_ index: FilterIndex) -> [UInt8] {
    let nodes = index.issue.nodes
    var writer = PartWriter()
    for kind in NodeKind.allCases {
      writer.add(words: set(of: nodes) { $0.kind == kind })
    }
    for fact in FilterFact.allCases {
      writer.add(words: set(of: nodes) { index.has(fact, $0) })
    }
    return writer.bytes
  }

  private static func set(of nodes: [Node], where holds: (Node) -> Bool) -> [UInt64] {
    var set = NodeSet(size: nodes.count)
    for node in nodes where holds(node) { set.insert(node.id.index) }
    return set.bits
  }

  /// The place of a kind among the sets.
  static func place(of kind: NodeKind) -> Int { NodeKind.allCases.firstIndex(of: kind) ?? 0 }
  /// The place of a fact among the sets.
  static func place(of fact: FilterFact) -> Int {
    NodeKind.allCases.count + (FilterFact.allCases.firstIndex(of: fact) ?? 0)
  }

  /// One of the sets of an issue of `count` nodes.
  static func set(_ place: Int, _ bytes: [UInt8], count: Int) throws(PartReader.Damage) -> NodeSet {
    let words = (count + 63) / 64
    let start = place * words * 8
    guard start + words * 8 <= bytes.count else { throw PartReader.Damage() }
    var reader = PartReader(Array(bytes[start..<start + words * 8]))
    var bits: [UInt64] = []
    for _ in 0..<words { bits.append(try reader.word()) }
    guard let set = NodeSet(size: count, words: bits) else { throw PartReader.Damage() }
    return set
  }
}
