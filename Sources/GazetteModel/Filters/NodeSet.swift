/// A set of the nodes of one issue, one bit a node.
public struct NodeSet: Hashable, Sendable {
  private var words: [UInt64]
  /// How many nodes the issue has.
  private let size: Int

  /// Creates an empty set over an issue of `size` nodes.
  public init(size: Int) {
    self.size = size
    words = Array(repeating: 0, count: (size + 63) / 64)
  }

  /// Takes the bits as `words` gives them, the first node in the lowest bit of the first word; nil
  /// where these are those of another size.
  package init?(size: Int, words: [UInt64]) {
    guard words.count == (size + 63) / 64 else { return nil }
    self.words = words
    self.size = size
  }

  /// The bits, the first node in the lowest bit of the first word.
  package var bits: [UInt64] { words }

  /// Creates the set of all `size` nodes.
  public static func all(size: Int) -> NodeSet {
    var result = NodeSet(size: size)
    result.formComplement()
    return result
  }

  /// Whether the node is in the set.
  public func contains(_ id: NodeID) -> Bool {
    words[id.index >> 6] & (1 << UInt64(id.index & 63)) != 0
  }

  /// Adds one node, by its index.
  public mutating func insert(_ index: Int) {
    words[index >> 6] |= 1 << UInt64(index & 63)
  }

  /// Adds a run of nodes, such as a subtree.
  public mutating func insert(contentsOf indices: Range<Int>) {
    for index in indices { insert(index) }
  }

  /// Keeps what both hold.
  public mutating func formIntersection(_ other: NodeSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Takes in what the other holds.
  public mutating func formUnion(_ other: NodeSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Holds what it did not hold, and no longer what it held.
  public mutating func formComplement() {
    for index in words.indices { words[index] = ~words[index] }
    let spare = words.count * 64 - size
    if spare > 0, let last = words.indices.last { words[last] &= ~0 >> UInt64(spare) }
  }

  /// Whether no node is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many nodes are in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many nodes both hold.
  public func countShared(with other: NodeSet) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }

  /// The first node at or behind an index.
  public func first(from index: Int) -> NodeID? {
    var place = max(0, index) >> 6
    guard index < size, words.indices.contains(place) else { return nil }
    var rest = words[place] & (~0 << UInt64(max(0, index) & 63))
    while rest == 0 {
      place += 1
      guard place < words.count else { return nil }
      rest = words[place]
    }
    return NodeID(place << 6 + rest.trailingZeroBitCount)
  }

  /// The last node before an index.
  public func last(before index: Int) -> NodeID? {
    let end = min(index, size)
    guard end > 0 else { return nil }
    var place = (end - 1) >> 6
    var rest = words[place] & (~0 >> UInt64(63 - (end - 1) & 63))
    while rest == 0 {
      place -= 1
      guard place >= 0 else { return nil }
      rest = words[place]
    }
    return NodeID(place << 6 + 63 - rest.leadingZeroBitCount)
  }

  /// The nodes in order of print.
  public var nodes: [NodeID] {
    var result: [NodeID] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(NodeID(place << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return result
  }
}
