/// Finds the part of a page that is the article: goes down while one element holds most of the Han
/// characters that are no links.
struct ArticleFinder {
  let tree: MarkupTree
  /// For every node whether it is left out, with all below it.
  let isLeftOut: [Bool]
  /// Of every node the Han characters of its subtree that are seen and no links.
  private let han: [Int]

  /// An element with at least this share of what its parent holds is gone into.
  private static let share = 0.6

  init(_ tree: MarkupTree) {
    self.tree = tree
    let count = tree.nodes.count
    var isLeftOut = [Bool](repeating: false, count: count)
    var isLink = [Bool](repeating: false, count: count)
    var han = [Int](repeating: 0, count: count)
    for (index, node) in tree.nodes.enumerated() {
      if node.parent >= 0 {
        isLeftOut[index] = isLeftOut[node.parent]
        isLink[index] = isLink[node.parent]
      }
      if node.isText {
        if !isLeftOut[index], !isLink[index] {
          han[index] = node.text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
        }
      } else {
        if PageElements.isLeftOut(node) { isLeftOut[index] = true }
        if node.name == "a", node["href"] != nil { isLink[index] = true }
      }
    }
    for index in tree.nodes.indices.reversed() where tree[index].parent >= 0 {
      han[tree[index].parent] += han[index]
    }
    self.isLeftOut = isLeftOut
    self.han = han
  }

  /// The element of the article; nil where the page has no text.
  var article: Int? {
    guard var current = tree.children(of: -1).first(where: { !tree[$0].isText }) else { return nil }
    while let next = largest(in: current), Double(han[next]) >= Self.share * Double(han[current]) {
      current = next
    }
    return outOfTable(current)
  }

  /// The last line above the article that is the title of a document and no link.
  func title(above article: Int) -> String? {
    for index in (0..<article).reversed()
    where tree[index].isText && !isLeftOut[index] && !isInLink(index) {
      let text = PrintedTextBuilder.tidied(tree[index].text)
      if PageMetadata.namesDocument(text) { return text }
    }
    return nil
  }

  private func isInLink(_ index: Int) -> Bool {
    var above = tree[index].parent
    while above >= 0 {
      if tree[above].name == "a", tree[above]["href"] != nil { return true }
      above = tree[above].parent
    }
    return false
  }

  private func largest(in parent: Int) -> Int? {
    let children = tree.children(of: parent).filter {
      han[$0] > 0 && PageElements.container.contains(tree[$0].name)
    }
    guard let largest = children.max(by: { han[$0] < han[$1] }) else { return nil }
    return holdsBlocks(largest) ? largest : nil
  }

  /// Whether an element holds others of its kind, or lines: not one paragraph.
  private func holdsBlocks(_ index: Int) -> Bool {
    tree.nodes[(index + 1)..<tree[index].end].contains {
      PageElements.block.contains($0.name) || $0.name == "br"
    }
  }

  /// Out of the rows of a table of which only parts would be taken.
  private func outOfTable(_ index: Int) -> Int {
    var index = index
    while ["table", "thead", "tbody", "tfoot", "tr", "font", "span"].contains(tree[index].name),
      tree[index].parent >= 0
    {
      index = tree[index].parent
    }
    return index
  }
}
