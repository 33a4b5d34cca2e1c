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

  /// Creates the set of all `size` nodes.
  public static func all(size: Int) -> NodeSet {
    var result = NodeSet(size: size)
    result.formComplement()
    return result
  }

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

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

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
