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
  /// The rows of issues, columns and entries, which are few.
  private var rowsOfOthers: [Int] = []
  /// For each issue, the row of each node; -1 where it has none.
  private var rowOfNode: [[Int32]]
  /// For each issue the nodes that a filter leaves, with those above them; nil where nothing is
  /// filtered.
  private let left: [NodeSet?]?

  init(_ tree: OutlineTree, folds: FoldSet, matches: FilterMatches? = nil) {
    self.tree = tree
    rowOfNode = Array(repeating: [], count: tree.issues.count)
    left = matches.map { matches in
      zip(matches.sets, tree.library.issues).map { set, issue in
        set.map { Self.withAncestors($0, in: issue) }
      }
    }
    for issue in tree.library.issueIDs { addIssue(issue, folds: folds) }
  }

  /// The row of an item that is visible.
  func row(of item: OutlineItem) -> Int? {
    guard case .node(let issue, let node) = item else {
      return rowsOfOthers.first { rows[$0].item == item }
    }
    guard let place = tree.library.place(of: issue), rowOfNode[place].indices.contains(node.index)
    else { return nil }
    let row = rowOfNode[place][node.index]
    return row < 0 ? nil : Int(row)
  }

  /// The item itself, or the nearest one above it that has a visible line.
  func visible(_ item: OutlineItem) -> OutlineItem? {
    var next: OutlineItem? = item
    while let item = next {
      if row(of: item) != nil { return item }
      next = tree.parent(of: item)
    }
    return nil
  }

  /// The row of an item, or the last row before it that is visible.
  func nearestRow(to item: OutlineItem) -> Int? {
    if let row = row(of: item) { return row }
    if rows.isEmpty { return nil }
    guard case .node(let issue, let node) = item, let place = tree.library.place(of: issue) else {
      return 0
    }
    let before = rowOfNode[place].prefix(node.index).last { $0 >= 0 }
    return before.map(Int.init) ?? rows.firstIndex { $0.item.issue == issue } ?? 0
  }

  /// The nodes with everything that they stand in.
  private static func withAncestors(_ set: NodeSet, in issue: Issue) -> NodeSet {
    var result = set
    for node in set.nodes {
      var next = issue[node].parent
      while let ancestor = next, !result.contains(ancestor) {
        result.insert(ancestor.index)
        next = issue[ancestor].parent
      }
    }
    return result
  }

  private func isLeft(_ item: OutlineItem) -> Bool {
    guard let left, let place = tree.library.place(of: item.issue) else { return true }
    switch item {
    case .issue: return left[place].map { !$0.isEmpty } ?? false
    case .column(let issue, let column):
      return tree[issue].columns[column].members.contains(where: isLeft)
    case .entry: return false
    case .node(_, let node): return left[place]?.contains(node) ?? false
    }
  }

  private mutating func addIssue(_ issue: IssueID, folds: FoldSet) {
    guard let place = tree.library.place(of: issue) else { return }
    rowOfNode[place] = Array(repeating: -1, count: tree.library[issue].nodes.count)
    var depth = 0
    if tree.showsIssues {
      let item = OutlineItem.issue(issue)
      guard isLeft(item) else { return }
      add(item, depth: 0, folds: folds)
      if folds.contains(item) { return }
      depth = 1
    }
    let part = tree[issue]
    // Documents first: the cover, the contents and what is not in the source can wait.
    let places = part.columns.indices.sorted { left, right in
      let (first, second) = (part.columns[left].hasText, part.columns[right].hasText)
      return first == second ? left < right : first
    }
    let textless = places.firstIndex { !part.columns[$0].hasText } ?? places.count
    for (place, index) in places.enumerated() {
      if place == textless { addFront(part, depth: depth, folds: folds) }
      let column = part.columns[index]
      let item = OutlineItem.column(issue: issue, index: index)
      guard isLeft(item) else { continue }
      add(item, depth: depth, folds: folds)
      guard !folds.contains(item) else { continue }
      for member in column.members { addTree(member, depth: depth + 1, folds: folds) }
    }
    if textless == places.count { addFront(part, depth: depth, folds: folds) }
  }

  private mutating func addFront(_ part: OutlineTree.IssueTree, depth: Int, folds: FoldSet) {
    for item in part.front { addTree(item, depth: depth, folds: folds) }
  }

  /// Adds an item with the nodes below it that neither a fold nor a filter hides.
  private mutating func addTree(_ item: OutlineItem, depth: Int, folds: FoldSet) {
    guard isLeft(item) else { return }
    guard case .node(let issue, let root) = item else {
      add(item, depth: depth, folds: folds)
      return
    }
    let nodes = tree.library[issue].nodes
    var index = root.index
    while index < nodes[root.index].subtreeEnd {
      let node = nodes[index]
      let item = OutlineItem.node(issue: issue, node.id)
      guard isLeft(item) else {
        index = node.subtreeEnd
        continue
      }
      guard OutlineTree.isListed(node) else {
        index += 1
        continue
      }
      add(item, depth: depth + node.depth, folds: folds)
      index = folds.contains(item) ? node.subtreeEnd : index + 1
    }
  }

  private mutating func add(_ item: OutlineItem, depth: Int, folds: FoldSet) {
    let hasChildren = hasChildren(item)
    if case .node(let issue, let node) = item, let place = tree.library.place(of: issue) {
      rowOfNode[place][node.index] = Int32(rows.count)
    } else {
      rowsOfOthers.append(rows.count)
    }
    rows.append(
      Row(
        item: item, depth: depth, hasChildren: hasChildren,
        isFolded: hasChildren && folds.contains(item)))
  }

  /// Whether anything that the filter leaves stands below an item.
  private func hasChildren(_ item: OutlineItem) -> Bool {
    guard left != nil, case .node(let issue, let node) = item else { return tree.hasChildren(item) }
    let nodes = tree.library[issue].nodes
    return nodes[node.index].descendants.contains {
      OutlineTree.isListed(nodes[$0]) && isLeft(.node(issue: issue, NodeID($0)))
    }
  }
}
