extension Issue {
  /// The nodes without a parent, in document order: cover, contents, documents.
  public var roots: [NodeID] { siblings(from: 0, to: nodes.count) }

  /// The nodes directly below `id`, in document order.
  public func children(of id: NodeID) -> [NodeID] {
    siblings(from: id.index + 1, to: self[id].subtreeEnd)
  }

  /// The nodes above `id`, the nearest first.
  public func ancestors(of id: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var next = self[id].parent
    while let parent = next {
      result.append(parent)
      next = self[parent].parent
    }
    return result
  }

  /// The document, cover or contents that `id` stands in: its topmost ancestor, or itself.
  public func root(of id: NodeID) -> NodeID {
    ancestors(of: id).last ?? id
  }

  /// The nearest node at or above `id` that is a document or an attachment.
  public func document(of id: NodeID) -> NodeID? {
    if self[id].kind.isDocument { return id }
    return ancestors(of: id).first { self[$0].kind.isDocument }
  }

  private func siblings(from start: Int, to end: Int) -> [NodeID] {
    var result: [NodeID] = []
    var index = start
    while index < end {
      result.append(NodeID(index))
      index = nodes[index].subtreeEnd
    }
    return result
  }
}
