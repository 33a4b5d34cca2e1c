/// A paragraph or a table of a node, by its place among these.
package enum NodeBlock: Hashable, Sendable {
  case paragraph(Int)
  case table(Int)
}

extension Node {
  /// Its own paragraphs and tables in order of print.
  package var blocks: [NodeBlock] {
    guard !tables.isEmpty else { return paragraphs.indices.map(NodeBlock.paragraph) }
    var blocks: [NodeBlock] = []
    var rest = tables.indices
    for paragraph in 0...paragraphs.count {
      while let table = rest.first, tables[table].after <= paragraph {
        blocks.append(.table(table))
        rest.removeFirst()
      }
      if paragraph < paragraphs.count { blocks.append(.paragraph(paragraph)) }
    }
    return blocks
  }
}
