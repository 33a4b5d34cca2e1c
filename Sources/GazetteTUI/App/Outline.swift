import GazetteModel

/// The lines of the contents tree that the folds leave visible.
struct Outline: Sendable {
  /// A visible line.
  struct Row: Hashable, Sendable {
    let item: OutlineItem
    /// How far it is indented.
    let depth: Int
    let hasChildren: Bool
    let isFolded: Bool
  }

  let tree: OutlineTree
  private(set) var rows: [Row] = []
  private var rowOfItem: [OutlineItem: Int] = [:]

  init(_ tree: OutlineTree, folds: Set<OutlineItem>) {
    self.tree = tree
    for issue in tree.issues.indices { addIssue(issue, folds: folds) }
    for (index, row) in rows.enumerated() { rowOfItem[row.item] = index }
  }

  /// The row of an item that is visible.
  func row(of item: OutlineItem) -> Int? { rowOfItem[item] }

  /// The item itself, or the nearest one above it that has a visible line.
  func visible(_ item: OutlineItem) -> OutlineItem? {
    var next: OutlineItem? = item
    while let item = next {
      if rowOfItem[item] != nil { return item }
      next = tree.parent(of: item)
    }
    return nil
  }

  private mutating func addIssue(_ issue: Int, folds: Set<OutlineItem>) {
    var depth = 0
    if tree.showsIssues {
      let item = OutlineItem.issue(issue)
      add(item, depth: 0, folds: folds)
      if folds.contains(item) { return }
      depth = 1
    }
    let part = tree.issues[issue]
    for item in part.front { addTree(item, depth: depth, folds: folds) }
    for (index, column) in part.columns.enumerated() {
      let item = OutlineItem.column(issue: issue, index: index)
      add(item, depth: depth, folds: folds)
      guard !folds.contains(item) else { continue }
      for member in column.members { addTree(member, depth: depth + 1, folds: folds) }
    }
  }

  /// Adds an item with the nodes below it that no fold hides.
  private mutating func addTree(_ item: OutlineItem, depth: Int, folds: Set<OutlineItem>) {
    guard case .node(let issue, let root) = item else {
      add(item, depth: depth, folds: folds)
      return
    }
    let nodes = tree.library.issues[issue].nodes
    var index = root.index
    while index < nodes[root.index].subtreeEnd {
      let node = nodes[index]
      let item = OutlineItem.node(issue: issue, node.id)
      guard OutlineTree.isListed(node) else {
        index += 1
        continue
      }
      add(item, depth: depth + node.depth, folds: folds)
      index = folds.contains(item) ? node.subtreeEnd : index + 1
    }
  }

  private mutating func add(_ item: OutlineItem, depth: Int, folds: Set<OutlineItem>) {
    let hasChildren = tree.hasChildren(item)
    rows.append(
      Row(
        item: item, depth: depth, hasChildren: hasChildren,
        isFolded: hasChildren && folds.contains(item)))
  }
}
