import GazetteModel
import GazetteText

/// The lines of the tree that are folded (折叠).
struct FoldSet: Hashable, Sendable {
  private var codes = SortedSet<UInt64>()

  var isEmpty: Bool { codes.isEmpty }

  func contains(_ item: OutlineItem) -> Bool { codes.contains(Self.code(of: item)) }

  mutating func insert(_ item: OutlineItem) { codes.insert(Self.code(of: item)) }

  /// Folds nodes of many issues.
  mutating func insert(contentsOf nodes: [OutlineItem]) {
    // In order they come but where files that were read again changed their places.
    codes.formUnion(sorted: nodes.map(Self.code).sorted())
  }

  mutating func remove(_ item: OutlineItem) { codes.remove(Self.code(of: item)) }

  mutating func removeAll() { codes = SortedSet() }

  /// Opens every fold of an issue.
  mutating func removeAll(of issue: IssueID) {
    codes.removeAll { Self.item(of: $0).issue == issue }
  }

  /// What is folded of an issue.
  func items(of issue: IssueID) -> [OutlineItem] {
    codes.elements.map(Self.item).filter { $0.issue == issue }
  }

  func isSubset(of other: FoldSet) -> Bool {
    codes.elements.allSatisfy { other.contains(Self.item(of: $0)) }
  }

  // MARK: Codes: the number of the issue, then the kind in two bits, then the index in 32.

  private static func code(of item: OutlineItem) -> UInt64 {
    let (kind, index): (Int, Int) =
      switch item {
      case .issue: (0, 0)
      case .column(_, let index): (1, index)
      case .entry(_, let index): (2, index)
      case .node(_, let node): (3, node.index)
      }
    return UInt64(item.issue.number) << 34 | UInt64(kind) << 32 | UInt64(index)
  }

  private static func item(of code: UInt64) -> OutlineItem {
    let issue = IssueID(number: Int(code >> 34))
    let index = Int(code & 0xFFFF_FFFF)
    return switch code >> 32 & 3 {
    case 0: .issue(issue)
    case 1: .column(issue: issue, index: index)
    case 2: .entry(issue: issue, index: index)
    default: .node(issue: issue, NodeID(index))
    }
  }
}
