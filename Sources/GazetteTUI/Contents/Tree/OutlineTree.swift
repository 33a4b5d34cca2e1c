import GazetteModel

/// A line of the contents tree, whatever is folded.
enum OutlineItem: Hashable, Sendable {
  /// An issue, when several are open.
  case issue(IssueID)
  /// A heading of the contents (栏目), by its place among the headings of the issue.
  case column(issue: IssueID, index: Int)
  /// An entry of the contents page whose text is not in the source.
  case entry(issue: IssueID, index: Int)
  case node(issue: IssueID, NodeID)

  /// The issue it belongs to.
  var issue: IssueID {
    switch self {
    case .issue(let issue), .column(let issue, _), .entry(let issue, _), .node(let issue, _): issue
    }
  }

  /// The node, where the item is one.
  var node: NodeID? {
    if case .node(_, let node) = self { return node }
    return nil
  }
}

/// The contents of a library with every fold open: columns over documents, made once.
struct OutlineTree: Sendable {
  /// A heading of the contents with what stands under it.
  struct Column: Sendable {
    let name: String
    /// Whether no page of contents prints it over one of its documents.
    var isWorkedOut: Bool
    var members: [OutlineItem]

    /// Whether the text of anything under it is in the source.
    var hasText: Bool { members.contains { $0.node != nil } }
  }

  /// An issue's part of the tree.
  struct IssueTree: Sendable {
    /// Cover, contents, and documents without a column before the first column.
    var front: [OutlineItem] = []
    var columns: [Column] = []
    /// The column of each document that has one, by the index of the node.
    var columnOfRoot: [Int?] = []
  }

  let library: Library
  /// The part of each issue, in the order of the library.
  let issues: [IssueTree]

  init(_ library: Library) {
    self.library = library
    issues = library.issueIDs.map { Self.tree(of: library[$0], at: $0) }
  }

  /// The part of an issue.
  subscript(issue: IssueID) -> IssueTree { issues[library.place(of: issue) ?? issues.count] }

  /// Whether issues have lines of their own.
  var showsIssues: Bool { issues.count > 1 }

  /// The item above `item`.
  func parent(of item: OutlineItem) -> OutlineItem? {
    let issue = item.issue
    let top: OutlineItem? = showsIssues ? .issue(issue) : nil
    switch item {
    case .issue: return nil
    case .column: return top
    case .entry:
      let column = self[issue].columns.firstIndex { $0.members.contains(item) }
      return column.map { .column(issue: issue, index: $0) } ?? top
    case .node(_, let node):
      if let parent = library[issue][node].parent { return .node(issue: issue, parent) }
      if let column = self[issue].columnOfRoot[node.index] {
        return .column(issue: issue, index: column)
      }
      return top
    }
  }

  /// Whether anything stands below `item`.
  func hasChildren(_ item: OutlineItem) -> Bool {
    switch item {
    case .issue, .column: return true
    case .entry: return false
    case .node(let issue, let node):
      let nodes = library[issue].nodes
      return nodes[node.index].descendants.contains { Self.isListed(nodes[$0]) }
    }
  }

  /// Whether a node has a line: runs of text without a number have none.
  static func isListed(_ node: Node) -> Bool { node.kind != .text }

  /// The folds of a freshly opened library: only the first document of each issue is open.
  var initialFolds: FoldSet {
    var folds = FoldSet()
    for id in library.issueIDs {
      let issue = library[id]
      var isFirst = true
      for node in issue.nodes where node.kind.isDocument || node.kind == .clause {
        let item = OutlineItem.node(issue: id, node.id)
        guard hasChildren(item), node.kind != .attachment else { continue }
        if node.kind == .document, isFirst {
          isFirst = false
        } else {
          folds.insert(item)
        }
      }
    }
    return folds
  }

  // MARK: - Columns

  private static func tree(of issue: Issue, at id: IssueID) -> IssueTree {
    var tree = IssueTree()
    tree.columnOfRoot = Array(repeating: nil, count: issue.nodes.count)
    for (place, entry) in issue.contents.enumerated() {
      guard let name = entry.column else { continue }
      let column = tree.columns.firstIndex { $0.name == name }
      let target = column ?? tree.columns.count
      if column == nil {
        tree.columns.append(Column(name: name, isWorkedOut: false, members: []))
      }
      if let document = entry.document {
        tree.columnOfRoot[document.index] = target
        tree.columns[target].members.append(.node(issue: id, document))
      } else {
        tree.columns[target].members.append(.entry(issue: id, index: place))
      }
    }
    addUnlisted(of: issue, at: id, to: &tree)
    return tree
  }

  /// Adds the documents that the contents do not list, under the column that was worked out for
  /// them.
  private static func addUnlisted(
    of issue: Issue, at id: IssueID, to tree: inout IssueTree
  ) {
    for root in issue.roots where tree.columnOfRoot[root.index] == nil {
      let item = OutlineItem.node(issue: id, root)
      guard let name = issue[root].head?.column else {
        if let last = tree.columns.indices.last, issue[root].kind.isDocument {
          tree.columnOfRoot[root.index] = last
          tree.columns[last].members.append(item)
        } else {
          tree.front.append(item)
        }
        continue
      }
      let target = tree.columns.firstIndex { $0.name == name } ?? tree.columns.count
      if target == tree.columns.count {
        tree.columns.append(Column(name: name, isWorkedOut: true, members: []))
      }
      tree.columnOfRoot[root.index] = target
      let place =
        tree.columns[target].members.firstIndex { ($0.node?.index ?? -1) > root.index }
        ?? tree.columns[target].members.count
      tree.columns[target].members.insert(item, at: place)
    }
  }
}
