import GazetteModel

/// The lines of the tree that are folded (折叠).
///
/// Sorted codes, not a set: the first set of a type makes the runtime look through every
/// conformance that is linked in, and the folds are made before the first frame.
struct FoldSet: Hashable, Sendable {
  private var codes: [UInt64] = []

  var isEmpty: Bool { codes.isEmpty }

  func contains(_ item: OutlineItem) -> Bool {
    let code = Self.code(of: item)
    let place = place(of: code)
    return place < codes.count && codes[place] == code
  }

  mutating func insert(_ item: OutlineItem) {
    let code = Self.code(of: item)
    let place = place(of: code)
    if place == codes.count {
      codes.append(code)
    } else if codes[place] != code {
      codes.insert(code, at: place)
    }
  }

  mutating func remove(_ item: OutlineItem) {
    let code = Self.code(of: item)
    let place = place(of: code)
    if place < codes.count, codes[place] == code { codes.remove(at: place) }
  }

  mutating func removeAll() {
    codes.removeAll()
  }

  /// Opens every fold of an issue.
  mutating func removeAll(of issue: Int) {
    codes.removeAll { Self.item(of: $0).issue == issue }
  }

  /// What is folded of an issue.
  func items(of issue: Int) -> [OutlineItem] {
    codes.map(Self.item).filter { $0.issue == issue }
  }

  func isSubset(of other: FoldSet) -> Bool {
    codes.allSatisfy { other.contains(Self.item(of: $0)) }
  }

  /// The first place whose code is not smaller.
  private func place(of code: UInt64) -> Int {
    // Folding everything comes in order.
    guard let last = codes.last, last >= code else { return codes.count }
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Codes: the issue, then the kind in two bits, then the index in 32.

  private static func code(of item: OutlineItem) -> UInt64 {
    let (kind, index): (Int, Int) =
      switch item {
      case .issue: (0, 0)
      case .column(_, let index): (1, index)
      case .entry(_, let index): (2, index)
      case .node(_, let node): (3, node.index)
      }
    return UInt64(item.issue) << 34 | UInt64(kind) << 32 | UInt64(index)
  }

  private static func item(of code: UInt64) -> OutlineItem {
    let issue = Int(code >> 34)
    let index = Int(code & 0xFFFF_FFFF)
    return switch code >> 32 & 3 {
    case 0: .issue(issue)
    case 1: .column(issue: issue, index: index)
    case 2: .entry(issue: issue, index: index)
    default: .node(issue: issue, NodeID(index))
    }
  }
}
