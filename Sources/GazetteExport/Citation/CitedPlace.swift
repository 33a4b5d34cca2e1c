import GazetteModel

/// Names the place of a unit in its document as official documents do (公文引用): 第二部分第（三）节第11条.
///
/// An article of a law is numbered through the whole law and named alone; the same goes for what
/// stands in it. Text without a number is named by its paragraphs.
struct CitedPlace {
  private let issue: Issue

  init(_ issue: Issue) {
    self.issue = issue
  }

  /// The place in the document or attachment; empty for that itself.
  func text(of id: NodeID) -> String {
    let upwards = ([id] + issue.ancestors(of: id)).prefix { !issue[$0].kind.isDocument }
    let path = Array(upwards.reversed())
    let article = path.lastIndex { issue[$0].numbering?.style == .article }
    return path[(article ?? 0)...].map { step($0) }.joined()
  }

  private func step(_ id: NodeID) -> String {
    let node = issue[id]
    guard let numbering = node.numbering else {
      return node.kind == .text ? paragraphs(of: id) : ""
    }
    switch numbering.style {
    case .part, .chapter, .lawSection, .article: return numbering.printed
    default: return "第\(bare(numbering.printed))\(unit(of: node))"
    }
  }

  /// The number without the mark behind it: 二 of 二、, 11 of 11.; brackets around it stay.
  private func bare(_ printed: String) -> String {
    var scalars = Array(printed.unicodeScalars)
    while let last = scalars.last, "、.．。 ".unicodeScalars.contains(last) { scalars.removeLast() }
    return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private func unit(of node: Node) -> String {
    switch node.kind {
    case .section: "部分"
    case .subsection: "节"
    case .subclause: "项"
    default: "条"
    }
  }

  /// The paragraphs of a text, counted among those of the unit above that have no number.
  private func paragraphs(of id: NodeID) -> String {
    let count = issue[id].paragraphs.count
    guard count > 0, let parent = issue[id].parent else { return "" }
    let before = issue.children(of: parent).prefix { $0 != id }.reduce(
      issue[parent].paragraphs.count
    ) { sum, sibling in
      issue[sibling].kind == .text ? sum + issue[sibling].paragraphs.count : sum
    }
    return count == 1 ? "第\(before + 1)自然段" : "第\(before + 1)—\(before + count)自然段"
  }
}
